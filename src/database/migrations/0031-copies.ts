import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who opened papers and who took copies. */
export class Copies1790000000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "paper_access" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "version_id" uuid NOT NULL, "account_id" uuid NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "kind" text NOT NULL, "code" text, CONSTRAINT "PK_add968608206ccdd507ae42c99a" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_02a9842f180c7cf3eb52b75e59" ON "paper_access"  ("version_id", "at") `);
    await runner.query(`ALTER TABLE "paper_access" ADD CONSTRAINT "FK_8128dcad9cec5a8b64e294d174e" FOREIGN KEY ("version_id") REFERENCES "paper_version"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "paper_access" ADD CONSTRAINT "FK_14fa168bd263702b765d158a99a" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "paper_access" DROP CONSTRAINT "FK_14fa168bd263702b765d158a99a"`);
    await runner.query(`ALTER TABLE "paper_access" DROP CONSTRAINT "FK_8128dcad9cec5a8b64e294d174e"`);
    await runner.query(`DROP INDEX "public"."IDX_02a9842f180c7cf3eb52b75e59"`);
    await runner.query(`DROP TABLE "paper_access"`);
  }
}
