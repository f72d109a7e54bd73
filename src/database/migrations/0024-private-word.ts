import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Shown to the two between whom it is; written by who says it, marked and answered by who presided. */
const POLICIES = [
  `for select using ((select app_is_system()) or (select app_account()) in (from_account_id, chair_account_id))`,
  `for insert with check ((select app_is_system()) or from_account_id = (select app_account()))`,
  `for update using ((select app_is_system()) or chair_account_id = (select app_account())) with check ((select app_is_system()) or chair_account_id = (select app_account()))`,
];

export class PrivateWord1790000000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "private_word" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "session_id" uuid NOT NULL, "from_account_id" uuid NOT NULL, "chair_account_id" uuid NOT NULL, "text" text NOT NULL, "sent_at" TIMESTAMP WITH TIME ZONE NOT NULL, "read_at" TIMESTAMP WITH TIME ZONE, "answer" text, "answered_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_a9c93bdab237beee202f1df8456" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_a27ef9bdaeb01d74cf7c43295d" ON "private_word"  ("session_id") `);
    await runner.query(`ALTER TABLE "private_word" ADD CONSTRAINT "FK_a27ef9bdaeb01d74cf7c43295d5" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "private_word" ADD CONSTRAINT "FK_f5a33de0caf719d392c6f8c6a8b" FOREIGN KEY ("from_account_id") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "private_word" ADD CONSTRAINT "FK_f94d3b26d9d8eeb309cb0eeb401" FOREIGN KEY ("chair_account_id") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query('alter table private_word enable row level security');
    await runner.query('alter table private_word force row level security');
    for (const [index, policy] of POLICIES.entries()) await runner.query(`create policy private_word_${index + 1} on private_word ${policy}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "private_word" DROP CONSTRAINT "FK_f94d3b26d9d8eeb309cb0eeb401"`);
    await runner.query(`ALTER TABLE "private_word" DROP CONSTRAINT "FK_f5a33de0caf719d392c6f8c6a8b"`);
    await runner.query(`ALTER TABLE "private_word" DROP CONSTRAINT "FK_a27ef9bdaeb01d74cf7c43295d5"`);
    await runner.query(`DROP INDEX "public"."IDX_a27ef9bdaeb01d74cf7c43295d"`);
    await runner.query(`DROP TABLE "private_word"`);
  }
}
