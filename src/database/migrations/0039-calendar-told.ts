import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CalendarTold1790000000039 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "calendar_revision" ADD "told_sequence" integer NOT NULL DEFAULT '0'`);
    await runner.query('update calendar_revision set told_sequence = sequence');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "calendar_revision" DROP COLUMN "told_sequence"`);
  }
}
