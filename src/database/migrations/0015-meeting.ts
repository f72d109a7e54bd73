import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The meeting: turns to speak, item clocks, the consent list, motions with options, blocks, roll-calls. */
export class Meeting1790000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "turn" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "session_id" uuid NOT NULL, "item_id" uuid NOT NULL, "member_id" uuid, "account_id" uuid, "name" text, "kind" text NOT NULL, "state" text NOT NULL DEFAULT 'waiting', "order" integer NOT NULL, "minutes" integer NOT NULL, "asked_at" TIMESTAMP WITH TIME ZONE NOT NULL, "started_at" TIMESTAMP WITH TIME ZONE, "ended_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_a9046ae56d7e5b2b1f7413b5e6d" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE UNIQUE INDEX "turn_one_speaks" ON "turn"  ("session_id") WHERE state = 'speaking'`);
    await runner.query(`CREATE INDEX "IDX_99cffab852b4aaf4cd0cff0619" ON "turn"  ("session_id", "state") `);
    await runner.query(`CREATE TABLE "item_time" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "session_id" uuid NOT NULL, "item_id" uuid NOT NULL, "started_at" TIMESTAMP WITH TIME ZONE NOT NULL, "ended_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_e1e2406372af27607064f76896a" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_0f82d87b65e7cbe2f31bbce86b" ON "item_time"  ("item_id") `);
    await runner.query(`CREATE INDEX "IDX_03fb0ebe3b721e5cfdd5833ad5" ON "item_time"  ("session_id", "ended_at") `);
    await runner.query(`CREATE TABLE "consent_pull" ("item_id" uuid NOT NULL, "member_id" uuid NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_9158f146046d609487f48bededa" PRIMARY KEY ("item_id"))`);
    await runner.query(`CREATE TABLE "motion_item" ("motion_id" uuid NOT NULL, "item_id" uuid NOT NULL, CONSTRAINT "PK_c22a1d87e5307c2e3a2cadf8043" PRIMARY KEY ("motion_id", "item_id"))`);
    await runner.query(`CREATE INDEX "IDX_9f366a255051bfca9e5989ef3a" ON "motion_item"  ("item_id") `);
    await runner.query(`ALTER TABLE "motion" ADD "kind" text NOT NULL DEFAULT 'question'`);
    await runner.query(`ALTER TABLE "motion" ADD "options" jsonb`);
    await runner.query(`ALTER TABLE "motion" ADD "most" integer`);
    await runner.query(`ALTER TABLE "motion" ADD "places" integer`);
    await runner.query(`ALTER TABLE "motion" ADD "roll_call" boolean NOT NULL DEFAULT false`);
    await runner.query(`ALTER TABLE "ballot" ADD "selected" uuid array`);
    await runner.query(`ALTER TABLE "ballot" ADD "entered_by" uuid`);
    await runner.query(`ALTER TABLE "turn" ADD CONSTRAINT "FK_222406a23112d248a9d5255946b" FOREIGN KEY ("item_id") REFERENCES "agenda_item"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "turn" ADD CONSTRAINT "FK_87fad2ed04c00eb8ee75090399c" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "item_time" ADD CONSTRAINT "FK_0f82d87b65e7cbe2f31bbce86b7" FOREIGN KEY ("item_id") REFERENCES "agenda_item"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "consent_pull" ADD CONSTRAINT "FK_9158f146046d609487f48bededa" FOREIGN KEY ("item_id") REFERENCES "agenda_item"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "consent_pull" ADD CONSTRAINT "FK_7a2b1df8d72f37e5f63c6b41e77" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "motion_item" ADD CONSTRAINT "FK_0b1a96f73119776b9708c68d304" FOREIGN KEY ("motion_id") REFERENCES "motion"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "motion_item" ADD CONSTRAINT "FK_9f366a255051bfca9e5989ef3ac" FOREIGN KEY ("item_id") REFERENCES "agenda_item"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "motion_item" DROP CONSTRAINT "FK_9f366a255051bfca9e5989ef3ac"`);
    await runner.query(`ALTER TABLE "motion_item" DROP CONSTRAINT "FK_0b1a96f73119776b9708c68d304"`);
    await runner.query(`ALTER TABLE "consent_pull" DROP CONSTRAINT "FK_7a2b1df8d72f37e5f63c6b41e77"`);
    await runner.query(`ALTER TABLE "consent_pull" DROP CONSTRAINT "FK_9158f146046d609487f48bededa"`);
    await runner.query(`ALTER TABLE "item_time" DROP CONSTRAINT "FK_0f82d87b65e7cbe2f31bbce86b7"`);
    await runner.query(`ALTER TABLE "turn" DROP CONSTRAINT "FK_87fad2ed04c00eb8ee75090399c"`);
    await runner.query(`ALTER TABLE "turn" DROP CONSTRAINT "FK_222406a23112d248a9d5255946b"`);
    await runner.query(`ALTER TABLE "ballot" DROP COLUMN "entered_by"`);
    await runner.query(`ALTER TABLE "ballot" DROP COLUMN "selected"`);
    await runner.query(`ALTER TABLE "motion" DROP COLUMN "roll_call"`);
    await runner.query(`ALTER TABLE "motion" DROP COLUMN "places"`);
    await runner.query(`ALTER TABLE "motion" DROP COLUMN "most"`);
    await runner.query(`ALTER TABLE "motion" DROP COLUMN "options"`);
    await runner.query(`ALTER TABLE "motion" DROP COLUMN "kind"`);
    await runner.query(`DROP INDEX "public"."IDX_9f366a255051bfca9e5989ef3a"`);
    await runner.query(`DROP TABLE "motion_item"`);
    await runner.query(`DROP TABLE "consent_pull"`);
    await runner.query(`DROP INDEX "public"."IDX_03fb0ebe3b721e5cfdd5833ad5"`);
    await runner.query(`DROP INDEX "public"."IDX_0f82d87b65e7cbe2f31bbce86b"`);
    await runner.query(`DROP TABLE "item_time"`);
    await runner.query(`DROP INDEX "public"."IDX_99cffab852b4aaf4cd0cff0619"`);
    await runner.query(`DROP INDEX "public"."turn_one_speaks"`);
    await runner.query(`DROP TABLE "turn"`);
  }
}
