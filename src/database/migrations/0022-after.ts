import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When members left; who of an invited unit says whom it sends, and until when. */
export class After1790000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "attendance" ADD "left_at" TIMESTAMP WITH TIME ZONE`);
    // What was said before stands in the journal.
    await runner.query(`update attendance a set left_at = (select max(e.at) from journal_entry e where e.type = 'session.attendance' and e.facts->>'act' = 'leave' and e.ids->>'sessionId' = a.session_id::text and e.ids->>'memberId' = a.member_id::text) where a.state = 'left'`);
    await runner.query(`ALTER TABLE "session_guest" ADD "contact_id" uuid`);
    await runner.query(`ALTER TABLE "session_guest" ADD "name_until" TIMESTAMP WITH TIME ZONE`);
    await runner.query(`CREATE INDEX "IDX_794182a47734811ac0ffa5db03" ON "session_guest"  ("contact_id") `);
    await runner.query(`ALTER TABLE "session_guest" ADD CONSTRAINT "FK_794182a47734811ac0ffa5db037" FOREIGN KEY ("contact_id") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "session_guest" DROP CONSTRAINT "FK_794182a47734811ac0ffa5db037"`);
    await runner.query(`DROP INDEX "public"."IDX_794182a47734811ac0ffa5db03"`);
    await runner.query(`ALTER TABLE "session_guest" DROP COLUMN "name_until"`);
    await runner.query(`ALTER TABLE "session_guest" DROP COLUMN "contact_id"`);
    await runner.query(`ALTER TABLE "attendance" DROP COLUMN "left_at"`);
  }
}
