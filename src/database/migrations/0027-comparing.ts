import type { MigrationInterface, QueryRunner } from 'typeorm';

/** It tells what was struck out and put in: only who sees both versions sees it. The rights of `paper_version` and `paper` say who does. */
const POLICY = `create policy version_comparison_1 on version_comparison for all
  using ((select app_is_system()) or ((select count(*) from paper_version v join paper p on p.id = v.paper_id where v.id in (older_id, newer_id)) = 2)) with check ((select app_is_system()))`;

/** What became different between two versions of a paper. */
export class Comparing1790000000027 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "version_comparison" ("older_id" uuid NOT NULL, "newer_id" uuid NOT NULL, "rules" integer NOT NULL, "result" jsonb, "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "PK_547d6456bd7bcb7ff90a4dcd442" PRIMARY KEY ("older_id", "newer_id"))`);
    await runner.query(`CREATE INDEX "IDX_7fef6e6b5a051a11ab335556b1" ON "version_comparison"  ("newer_id") `);
    await runner.query(`ALTER TABLE "version_comparison" ADD CONSTRAINT "FK_b8c31be993e64d576771802c735" FOREIGN KEY ("older_id") REFERENCES "paper_version"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "version_comparison" ADD CONSTRAINT "FK_7fef6e6b5a051a11ab335556b1a" FOREIGN KEY ("newer_id") REFERENCES "paper_version"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    for (const statement of ['alter table version_comparison enable row level security', 'alter table version_comparison force row level security', POLICY]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "version_comparison" DROP CONSTRAINT "FK_7fef6e6b5a051a11ab335556b1a"`);
    await runner.query(`ALTER TABLE "version_comparison" DROP CONSTRAINT "FK_b8c31be993e64d576771802c735"`);
    await runner.query(`DROP INDEX "public"."IDX_7fef6e6b5a051a11ab335556b1"`);
    await runner.query(`DROP TABLE "version_comparison"`);
  }
}
