import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Voting1790000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "motion" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "body_id" uuid NOT NULL, "session_id" uuid NOT NULL, "item_id" uuid NOT NULL, "rule_set_id" uuid NOT NULL, "question" text NOT NULL, "question_en" text, "visibility" text NOT NULL DEFAULT 'named', "state" text NOT NULL DEFAULT 'prepared', "choices" text array NOT NULL, "prepared_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "opened_at" TIMESTAMP WITH TIME ZONE, "closed_at" TIMESTAMP WITH TIME ZONE, "published_at" TIMESTAMP WITH TIME ZONE, "annul_reason" text, "repeats_id" uuid, "decision" jsonb, CONSTRAINT "PK_6b577ebda54089e75b75f98058d" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_c0c7fdd6f437b3daead65fb9d1" ON "motion"  ("session_id") `);
    await runner.query(`CREATE INDEX "IDX_b5c4cbdc8f32bc27e7cac3587c" ON "motion"  ("item_id") `);
    await runner.query(`CREATE TABLE "motion_roll" ("motion_id" uuid NOT NULL, "member_id" uuid NOT NULL, "is_chair" boolean NOT NULL, CONSTRAINT "PK_9cb8a000cc9cf0713c4e4b59552" PRIMARY KEY ("motion_id", "member_id"))`);
    await runner.query(`CREATE TABLE "ballot" ("motion_id" uuid NOT NULL, "member_id" uuid NOT NULL, "choice" text NOT NULL, "text" text, "channel" text NOT NULL, "receipt" text NOT NULL, "cast_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(), CONSTRAINT "PK_3374b4ff4dd1dc14fd377bec642" PRIMARY KEY ("motion_id", "member_id"))`);
    await runner.query(`ALTER TABLE "motion" ADD CONSTRAINT "FK_c0c7fdd6f437b3daead65fb9d18" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "motion" ADD CONSTRAINT "FK_b5c4cbdc8f32bc27e7cac3587c8" FOREIGN KEY ("item_id") REFERENCES "agenda_item"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "motion" ADD CONSTRAINT "FK_50690d473437650fa3a7f30a837" FOREIGN KEY ("rule_set_id") REFERENCES "rule_set"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "motion" ADD CONSTRAINT "FK_6496d94f662564b0d0964ef44ea" FOREIGN KEY ("repeats_id") REFERENCES "motion"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "motion_roll" ADD CONSTRAINT "FK_be715e9e19c35effcfd16a8685c" FOREIGN KEY ("motion_id") REFERENCES "motion"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "motion_roll" ADD CONSTRAINT "FK_9454fc02dd5d68c2ca33576974f" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "ballot" ADD CONSTRAINT "FK_3374b4ff4dd1dc14fd377bec642" FOREIGN KEY ("motion_id", "member_id") REFERENCES "motion_roll"("motion_id","member_id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "ballot" DROP CONSTRAINT "FK_3374b4ff4dd1dc14fd377bec642"`);
    await runner.query(`ALTER TABLE "motion_roll" DROP CONSTRAINT "FK_9454fc02dd5d68c2ca33576974f"`);
    await runner.query(`ALTER TABLE "motion_roll" DROP CONSTRAINT "FK_be715e9e19c35effcfd16a8685c"`);
    await runner.query(`ALTER TABLE "motion" DROP CONSTRAINT "FK_6496d94f662564b0d0964ef44ea"`);
    await runner.query(`ALTER TABLE "motion" DROP CONSTRAINT "FK_50690d473437650fa3a7f30a837"`);
    await runner.query(`ALTER TABLE "motion" DROP CONSTRAINT "FK_b5c4cbdc8f32bc27e7cac3587c8"`);
    await runner.query(`ALTER TABLE "motion" DROP CONSTRAINT "FK_c0c7fdd6f437b3daead65fb9d18"`);
    await runner.query(`DROP TABLE "ballot"`);
    await runner.query(`DROP TABLE "motion_roll"`);
    await runner.query(`DROP INDEX "public"."IDX_b5c4cbdc8f32bc27e7cac3587c"`);
    await runner.query(`DROP INDEX "public"."IDX_c0c7fdd6f437b3daead65fb9d1"`);
    await runner.query(`DROP TABLE "motion"`);
  }
}
