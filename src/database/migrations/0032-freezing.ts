import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Packs that are held still before they are sent. */
export class Freezing1790000000032 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "session" ADD "pack_frozen_at" TIMESTAMP WITH TIME ZONE`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "session" DROP COLUMN "pack_frozen_at"`);
  }
}
