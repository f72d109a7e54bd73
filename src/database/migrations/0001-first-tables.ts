import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FirstTables1790000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "account" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "username" text NOT NULL, "name" text NOT NULL, "name_en" text, "password_hash" text, "administrator" boolean NOT NULL DEFAULT false, "disabled" boolean NOT NULL DEFAULT false, "demo" boolean NOT NULL DEFAULT false, "language" text NOT NULL DEFAULT 'vi', "theme" text NOT NULL DEFAULT 'auto', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "UQ_41dfcb70af895ddf9a53094515b" UNIQUE ("username"), CONSTRAINT "PK_54115ee388cdb6d86bb4bf5b2ea" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE TABLE "role_assignment" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "account_id" uuid NOT NULL, "body_id" uuid NOT NULL, "role" text NOT NULL, CONSTRAINT "UQ_4256e22d7411f956fdb144f200b" UNIQUE ("account_id", "body_id", "role"), CONSTRAINT "PK_7e79671a8a5db18936173148cb4" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_6adc3c358e15e33f7bfbee4a07" ON "role_assignment"  ("body_id") `);
    await runner.query(`CREATE TABLE "account_session" ("token_hash" bytea NOT NULL, "id" uuid NOT NULL DEFAULT gen_random_uuid(), "account_id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "last_seen_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, "user_agent" text NOT NULL, CONSTRAINT "PK_2518e1b9f3a31e6f1685a69469f" PRIMARY KEY ("token_hash"))`);
    await runner.query(`CREATE INDEX "IDX_9a04e5f921e1c8ad45bf79772a" ON "account_session"  ("account_id") `);
    await runner.query(`CREATE TABLE "setup_link" ("token_hash" bytea NOT NULL, "account_id" uuid NOT NULL, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, "used_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_4c9d60f08f7f030fe15acf55b45" PRIMARY KEY ("token_hash"))`);
    await runner.query(`CREATE TABLE "sign_in_try" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "account_key" text NOT NULL, "address" text NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "PK_8f911c3a8deec9150d874da1605" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_291cfe8d2101a3f4b2c69b0052" ON "sign_in_try"  ("address", "at") `);
    await runner.query(`CREATE INDEX "IDX_9f6cdf052372a8ee4a8a984fa6" ON "sign_in_try"  ("account_key", "at") `);
    await runner.query(`CREATE TABLE "rule_set" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "key" text NOT NULL, "name" text NOT NULL, "name_en" text NOT NULL, "citation" text NOT NULL, "citation_en" text NOT NULL, "from_date" date, "until_date" date, "custom" boolean NOT NULL DEFAULT false, "settings" jsonb NOT NULL, CONSTRAINT "UQ_01e8eefc49992cf67472bfef466" UNIQUE ("key"), CONSTRAINT "PK_b297de2aa110d7ac081e2bcd05f" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE TABLE "body" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "name" text NOT NULL, "name_en" text NOT NULL, "short_name" text NOT NULL, "kind" text NOT NULL, "rule_set_id" uuid NOT NULL, "timezone" text NOT NULL DEFAULT 'Asia/Ho_Chi_Minh', "position" integer NOT NULL DEFAULT '0', CONSTRAINT "PK_fcdfba471eb9ce3c1add2c1e83d" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE TABLE "seat" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "body_id" uuid NOT NULL, "number" integer NOT NULL, "title" text NOT NULL, "title_en" text, "organisation" text, "is_chair" boolean NOT NULL DEFAULT false, "votes" boolean NOT NULL DEFAULT true, CONSTRAINT "UQ_cbbbf634db8727bb2846605371a" UNIQUE ("body_id", "number"), CONSTRAINT "PK_4e72ae40c3fbd7711ccb380ac17" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE TABLE "member" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "body_id" uuid NOT NULL, "seat_id" uuid NOT NULL, "account_id" uuid, "name" text NOT NULL, "name_en" text, "from_date" date NOT NULL, "until_date" date, CONSTRAINT "CHK_b0dc4a4a9af588a5ac3dbbcdfc" CHECK ("until_date" is null or "until_date" >= "from_date"), CONSTRAINT "PK_97cbbe986ce9d14ca5894fdc072" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_bbdf312c92adbd68a3ceb242f3" ON "member"  ("body_id") `);
    await runner.query(`CREATE INDEX "IDX_7fcff1333317a98803fd654e87" ON "member"  ("seat_id") `);
    await runner.query(`CREATE INDEX "IDX_a706d6db681a07b5f485eff318" ON "member"  ("account_id") `);
    await runner.query(`CREATE UNIQUE INDEX "member_one_account" ON "member"  ("body_id", "account_id") WHERE until_date IS NULL AND account_id IS NOT NULL`);
    await runner.query(`CREATE TABLE "calendar_day" ("date" date NOT NULL, "kind" text NOT NULL, "name" text NOT NULL, "name_en" text NOT NULL, CONSTRAINT "PK_82404934db32af18c10dfe7087e" PRIMARY KEY ("date"))`);
    await runner.query(`CREATE TABLE "journal_entry" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "xid" bigint NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(), "type" text NOT NULL, "actor_id" uuid, "body_id" uuid, "audiences" text array NOT NULL, "ids" jsonb NOT NULL, "facts" jsonb NOT NULL DEFAULT '{}', CONSTRAINT "PK_69167f660c807d2aa178f0bd7e6" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_21991ab76048d8237a58eaa4cb" ON "journal_entry"  ("xid", "id") `);
    await runner.query(`CREATE TABLE "journal_log" ("seq" bigint NOT NULL, "entry_id" bigint NOT NULL, "leaf_hash" bytea NOT NULL, CONSTRAINT "PK_4ca0ef3287a32e41038fa154b83" PRIMARY KEY ("seq"))`);
    await runner.query(`CREATE UNIQUE INDEX "IDX_a3248449a51f4ccdabade18903" ON "journal_log"  ("entry_id") `);
    await runner.query(`CREATE TABLE "journal_delivery" ("audience" text NOT NULL, "seq" bigint NOT NULL, "prev" bigint NOT NULL, CONSTRAINT "PK_c26be3ddd293ea06f8aa501fee1" PRIMARY KEY ("audience", "seq"))`);
    await runner.query(`CREATE TABLE "journal_head" ("one" boolean NOT NULL DEFAULT true, "seq" bigint NOT NULL, "numbered_below" bigint NOT NULL, CONSTRAINT "PK_0a9f8e9f32e5274ccdc2726a6df" PRIMARY KEY ("one"))`);
    await runner.query(`ALTER TABLE "role_assignment" ADD CONSTRAINT "FK_8ca995795f31a73dd0e8eb2125d" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "account_session" ADD CONSTRAINT "FK_9a04e5f921e1c8ad45bf79772a3" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "setup_link" ADD CONSTRAINT "FK_3ff941dce2c2c7bbcafb12f9ce8" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "body" ADD CONSTRAINT "FK_44ef0a09040e83220b513542240" FOREIGN KEY ("rule_set_id") REFERENCES "rule_set"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "seat" ADD CONSTRAINT "FK_5045dc0c4f3f7c9d96712091b51" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "member" ADD CONSTRAINT "FK_bbdf312c92adbd68a3ceb242f3f" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "member" ADD CONSTRAINT "FK_7fcff1333317a98803fd654e873" FOREIGN KEY ("seat_id") REFERENCES "seat"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "member" ADD CONSTRAINT "FK_a706d6db681a07b5f485eff318d" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "member" DROP CONSTRAINT "FK_a706d6db681a07b5f485eff318d"`);
    await runner.query(`ALTER TABLE "member" DROP CONSTRAINT "FK_7fcff1333317a98803fd654e873"`);
    await runner.query(`ALTER TABLE "member" DROP CONSTRAINT "FK_bbdf312c92adbd68a3ceb242f3f"`);
    await runner.query(`ALTER TABLE "seat" DROP CONSTRAINT "FK_5045dc0c4f3f7c9d96712091b51"`);
    await runner.query(`ALTER TABLE "body" DROP CONSTRAINT "FK_44ef0a09040e83220b513542240"`);
    await runner.query(`ALTER TABLE "setup_link" DROP CONSTRAINT "FK_3ff941dce2c2c7bbcafb12f9ce8"`);
    await runner.query(`ALTER TABLE "account_session" DROP CONSTRAINT "FK_9a04e5f921e1c8ad45bf79772a3"`);
    await runner.query(`ALTER TABLE "role_assignment" DROP CONSTRAINT "FK_8ca995795f31a73dd0e8eb2125d"`);
    await runner.query(`DROP TABLE "journal_head"`);
    await runner.query(`DROP TABLE "journal_delivery"`);
    await runner.query(`DROP INDEX "public"."IDX_a3248449a51f4ccdabade18903"`);
    await runner.query(`DROP TABLE "journal_log"`);
    await runner.query(`DROP INDEX "public"."IDX_21991ab76048d8237a58eaa4cb"`);
    await runner.query(`DROP TABLE "journal_entry"`);
    await runner.query(`DROP TABLE "calendar_day"`);
    await runner.query(`DROP INDEX "public"."member_one_account"`);
    await runner.query(`DROP INDEX "public"."IDX_a706d6db681a07b5f485eff318"`);
    await runner.query(`DROP INDEX "public"."IDX_7fcff1333317a98803fd654e87"`);
    await runner.query(`DROP INDEX "public"."IDX_bbdf312c92adbd68a3ceb242f3"`);
    await runner.query(`DROP TABLE "member"`);
    await runner.query(`DROP TABLE "seat"`);
    await runner.query(`DROP TABLE "body"`);
    await runner.query(`DROP TABLE "rule_set"`);
    await runner.query(`DROP INDEX "public"."IDX_9f6cdf052372a8ee4a8a984fa6"`);
    await runner.query(`DROP INDEX "public"."IDX_291cfe8d2101a3f4b2c69b0052"`);
    await runner.query(`DROP TABLE "sign_in_try"`);
    await runner.query(`DROP TABLE "setup_link"`);
    await runner.query(`DROP INDEX "public"."IDX_9a04e5f921e1c8ad45bf79772a"`);
    await runner.query(`DROP TABLE "account_session"`);
    await runner.query(`DROP INDEX "public"."IDX_6adc3c358e15e33f7bfbee4a07"`);
    await runner.query(`DROP TABLE "role_assignment"`);
    await runner.query(`DROP TABLE "account"`);
  }
}
