import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Sites1790000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "session_site" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "session_id" uuid NOT NULL, "name" text NOT NULL, "place" text, "contact" text, CONSTRAINT "PK_7139aa6ee3461706babf28887dc" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_efbfc08abe90def9b7822d2f56" ON "session_site"  ("session_id") `);
    await runner.query(`ALTER TABLE "attendance" ADD "site_id" uuid`);
    await runner.query(`ALTER TABLE "attendance" ADD "at_site_id" uuid`);
    await runner.query(`ALTER TABLE "session_guest" ADD "site_id" uuid`);
    await runner.query(`ALTER TABLE "session_guest" ADD "at_site_id" uuid`);
    await runner.query(`ALTER TABLE "room_display" ADD "site_id" uuid`);
    await runner.query(`ALTER TABLE "session_site" ADD CONSTRAINT "FK_efbfc08abe90def9b7822d2f565" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "attendance" ADD CONSTRAINT "FK_549bb2a0bf26c449613516066f2" FOREIGN KEY ("site_id") REFERENCES "session_site"("id") ON DELETE SET NULL ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "attendance" ADD CONSTRAINT "FK_142a618f515130eef81a1796b34" FOREIGN KEY ("at_site_id") REFERENCES "session_site"("id") ON DELETE SET NULL ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "session_guest" ADD CONSTRAINT "FK_a71235b9c43e0748f2310672df5" FOREIGN KEY ("site_id") REFERENCES "session_site"("id") ON DELETE SET NULL ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "session_guest" ADD CONSTRAINT "FK_ea69c85d6aebf75c932bb1c0451" FOREIGN KEY ("at_site_id") REFERENCES "session_site"("id") ON DELETE SET NULL ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "room_display" ADD CONSTRAINT "FK_49ded15c6d74791c505bfc8e88b" FOREIGN KEY ("site_id") REFERENCES "session_site"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "room_display" DROP CONSTRAINT "FK_49ded15c6d74791c505bfc8e88b"`);
    await runner.query(`ALTER TABLE "session_guest" DROP CONSTRAINT "FK_ea69c85d6aebf75c932bb1c0451"`);
    await runner.query(`ALTER TABLE "session_guest" DROP CONSTRAINT "FK_a71235b9c43e0748f2310672df5"`);
    await runner.query(`ALTER TABLE "attendance" DROP CONSTRAINT "FK_142a618f515130eef81a1796b34"`);
    await runner.query(`ALTER TABLE "attendance" DROP CONSTRAINT "FK_549bb2a0bf26c449613516066f2"`);
    await runner.query(`ALTER TABLE "session_site" DROP CONSTRAINT "FK_efbfc08abe90def9b7822d2f565"`);
    await runner.query(`ALTER TABLE "room_display" DROP COLUMN "site_id"`);
    await runner.query(`ALTER TABLE "session_guest" DROP COLUMN "at_site_id"`);
    await runner.query(`ALTER TABLE "session_guest" DROP COLUMN "site_id"`);
    await runner.query(`ALTER TABLE "attendance" DROP COLUMN "at_site_id"`);
    await runner.query(`ALTER TABLE "attendance" DROP COLUMN "site_id"`);
    await runner.query(`DROP INDEX "public"."IDX_efbfc08abe90def9b7822d2f56"`);
    await runner.query(`DROP TABLE "session_site"`);
  }
}
