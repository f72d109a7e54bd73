import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PapersAtRest1790000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "paper_blob" ("id" uuid NOT NULL, "key_id" text NOT NULL, "wrapped_key" bytea NOT NULL, "unused_since" TIMESTAMP WITH TIME ZONE DEFAULT now(), CONSTRAINT "PK_33bef9708d9649b11f5db5c5505" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_22e8bfd91286956fa6aefd3349" ON "paper_blob"  ("key_id") `);
    await runner.query(`CREATE INDEX "IDX_c5d8e28931cc772a664f3181fc" ON "paper_blob"  ("unused_since") `);
    await runner.query(`ALTER TABLE "paper_version" ADD "blob_id" uuid`);
    await runner.query(`ALTER TABLE "paper_version" ADD "signature_facts" jsonb`);
    await runner.query(`CREATE UNIQUE INDEX "IDX_80b3d42efa893a1c8498beaa9f" ON "paper_version"  ("blob_id") `);
    await runner.query(`ALTER TABLE "paper_version" ADD CONSTRAINT "FK_80b3d42efa893a1c8498beaa9f8" FOREIGN KEY ("blob_id") REFERENCES "paper_blob"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "paper_version" DROP CONSTRAINT "FK_80b3d42efa893a1c8498beaa9f8"`);
    await runner.query(`DROP INDEX "public"."IDX_80b3d42efa893a1c8498beaa9f"`);
    await runner.query(`ALTER TABLE "paper_version" DROP COLUMN "signature_facts"`);
    await runner.query(`ALTER TABLE "paper_version" DROP COLUMN "blob_id"`);
    await runner.query(`DROP INDEX "public"."IDX_c5d8e28931cc772a664f3181fc"`);
    await runner.query(`DROP INDEX "public"."IDX_22e8bfd91286956fa6aefd3349"`);
    await runner.query(`DROP TABLE "paper_blob"`);
  }
}
