import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Sharing1790000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "page_share" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "session_id" uuid NOT NULL, "version_id" uuid NOT NULL, "account_id" uuid NOT NULL, "turn_id" uuid, "page" integer NOT NULL, "step" integer NOT NULL DEFAULT '1', "started_at" TIMESTAMP WITH TIME ZONE NOT NULL, "ended_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_a360861765e43595155b76b88e6" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_fe6013e02dc68485bc267484d5" ON "page_share"  ("version_id") `);
    await runner.query(`CREATE UNIQUE INDEX "page_share_one_runs" ON "page_share"  ("session_id") WHERE ended_at is null`);
    await runner.query(`ALTER TABLE "page_share" ADD CONSTRAINT "FK_8c2039717cb31b4b46b459cd0df" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "page_share" ADD CONSTRAINT "FK_fe6013e02dc68485bc267484d5a" FOREIGN KEY ("version_id") REFERENCES "paper_version"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "page_share" ADD CONSTRAINT "FK_68197a7b66885cb3ae4d2e448fa" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "page_share" ADD CONSTRAINT "FK_069f890764f8d75b9cb68c91831" FOREIGN KEY ("turn_id") REFERENCES "turn"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "page_share" DROP CONSTRAINT "FK_069f890764f8d75b9cb68c91831"`);
    await runner.query(`ALTER TABLE "page_share" DROP CONSTRAINT "FK_68197a7b66885cb3ae4d2e448fa"`);
    await runner.query(`ALTER TABLE "page_share" DROP CONSTRAINT "FK_fe6013e02dc68485bc267484d5a"`);
    await runner.query(`ALTER TABLE "page_share" DROP CONSTRAINT "FK_8c2039717cb31b4b46b459cd0df"`);
    await runner.query(`DROP INDEX "public"."page_share_one_runs"`);
    await runner.query(`DROP INDEX "public"."IDX_fe6013e02dc68485bc267484d5"`);
    await runner.query(`DROP TABLE "page_share"`);
  }
}
