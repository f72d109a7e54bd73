import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A picture of each version's first page, by the rights of the version's own row. */
export class FirstPagePicture1790000000037 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "paper_version" ADD "first_page_blob_id" uuid`);
    await runner.query(`ALTER TABLE "paper_version" ADD CONSTRAINT "UQ_0999402eeb6f7ac7e1e868817bc" UNIQUE ("first_page_blob_id")`);
    await runner.query(`ALTER TABLE "paper_version" ADD "first_page" jsonb`);
    await runner.query(`ALTER TABLE "paper_version" ADD "first_page_bytes" integer`);
    await runner.query(`ALTER TABLE "paper_version" ADD "first_page_at" TIMESTAMP WITH TIME ZONE`);
    await runner.query(`CREATE INDEX "paper_version_undrawn" ON "paper_version"  ("id") WHERE first_page_at is null`);
    await runner.query(`ALTER TABLE "paper_version" ADD CONSTRAINT "FK_0999402eeb6f7ac7e1e868817bc" FOREIGN KEY ("first_page_blob_id") REFERENCES "paper_blob"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "paper_version" DROP CONSTRAINT "FK_0999402eeb6f7ac7e1e868817bc"`);
    await runner.query(`DROP INDEX "public"."paper_version_undrawn"`);
    await runner.query(`ALTER TABLE "paper_version" DROP COLUMN "first_page_at"`);
    await runner.query(`ALTER TABLE "paper_version" DROP COLUMN "first_page_bytes"`);
    await runner.query(`ALTER TABLE "paper_version" DROP COLUMN "first_page"`);
    await runner.query(`ALTER TABLE "paper_version" DROP CONSTRAINT "UQ_0999402eeb6f7ac7e1e868817bc"`);
    await runner.query(`ALTER TABLE "paper_version" DROP COLUMN "first_page_blob_id"`);
  }
}
