import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A notification is of whom it tells, and of the system, which makes and sends them. */
const POLICY = `for all using ((select app_is_system()) or account_id = (select app_account())) with check ((select app_is_system()) or account_id = (select app_account()))`;

/** What was sent before has its first revision: only what changes from now on is a change. */
const REVISIONS = [
  `insert into calendar_revision (subject_id, fingerprint) select id, md5(concat_ws('|', extract(epoch from starts_at), extract(epoch from ends_at), place, online_link, state in ('cancelled', 'postponed'))) from session where sent_at is not null`,
  `insert into calendar_revision (subject_id, fingerprint) select id, md5(concat_ws('|', extract(epoch from due_at), state = 'recalled')) from opinion_request where sent_at is not null`,
];

/** Notifications, their ways out, and calendars. What happened before is no occasion: the cursor begins at the head of the log. */
export class Notifications1790000000034 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "notification" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "account_id" uuid NOT NULL, "occasion" text NOT NULL, "kind" text NOT NULL, "body_id" uuid, "member_id" uuid, "request_id" uuid, "session_id" uuid, "paper_id" uuid, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(), "read_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "notification_once" UNIQUE ("account_id", "occasion"), CONSTRAINT "PK_705b6c7cdf9b2c2ff7ac7872cb7" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_06821514a4b7f34d1f4d7a38de" ON "notification"  ("account_id", "created_at") `);
    await runner.query(`CREATE TABLE "notification_delivery" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "notification_id" uuid NOT NULL, "channel" text NOT NULL, "state" text NOT NULL DEFAULT 'waiting', "due_at" TIMESTAMP WITH TIME ZONE NOT NULL, "tries" integer NOT NULL DEFAULT '0', "lease_until" TIMESTAMP WITH TIME ZONE, "leased_by" uuid, "ended_at" TIMESTAMP WITH TIME ZONE, "last_error" text, "digest_id" uuid, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(), CONSTRAINT "delivery_once" UNIQUE ("notification_id", "channel"), CONSTRAINT "PK_109dea88c25343da49d86de6bfd" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_ec585e2fc9e9bd8f2798e9f2b2" ON "notification_delivery"  ("created_at", "id") `);
    await runner.query(`CREATE INDEX "delivery_due" ON "notification_delivery"  ("due_at") WHERE state in ('waiting', 'gathering')`);
    await runner.query(`CREATE TABLE "notification_cursor" ("one" boolean NOT NULL DEFAULT true, "seq" bigint NOT NULL, CONSTRAINT "PK_878b4ba1d1c6a355439e1f00bfc" PRIMARY KEY ("one"))`);
    await runner.query(`CREATE TABLE "body_notification_setting" ("body_id" uuid NOT NULL, "reminders" jsonb NOT NULL, "overdue_reminders" integer NOT NULL, "channels" text array NOT NULL, "titles_in_calendars" boolean NOT NULL, CONSTRAINT "PK_c46a5dc91dc5b80a97ceb9026b3" PRIMARY KEY ("body_id"))`);
    await runner.query(`CREATE TABLE "person_notification_setting" ("account_id" uuid NOT NULL, "email" text, "phone" text, "channels" text array NOT NULL, "quiet_from" integer, "quiet_until" integer, "digest_at" integer, CONSTRAINT "PK_aaff0833bc06da9e1ae091db899" PRIMARY KEY ("account_id"))`);
    await runner.query(`CREATE TABLE "push_key" ("one" boolean NOT NULL DEFAULT true, "public_key" text NOT NULL, "private_key" bytea NOT NULL, CONSTRAINT "PK_9371615b4f1995b82d97e2fec3a" PRIMARY KEY ("one"))`);
    await runner.query(`CREATE TABLE "push_device" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "account_id" uuid NOT NULL, "endpoint_hash" bytea NOT NULL, "subscription" bytea NOT NULL, "user_agent" text NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(), CONSTRAINT "UQ_249fa6d6aba5843eca43c463a9e" UNIQUE ("endpoint_hash"), CONSTRAINT "PK_acee13f84095c042166971daf94" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_01cadf52eac5c6f5e6af36ddb5" ON "push_device"  ("account_id") `);
    await runner.query(`CREATE TABLE "calendar_feed" ("account_id" uuid NOT NULL, "token_hash" bytea NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(), "read_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_ea240ace355bb4a73e18fdfd1a8" PRIMARY KEY ("account_id"))`);
    await runner.query(`CREATE UNIQUE INDEX "IDX_3a0b1d1c7619ea19ff1affaaf7" ON "calendar_feed"  ("token_hash") `);
    await runner.query(`CREATE TABLE "calendar_revision" ("subject_id" uuid NOT NULL, "fingerprint" text NOT NULL, "sequence" integer NOT NULL DEFAULT '0', "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(), CONSTRAINT "PK_697045d67dd38a3f4e383f8d293" PRIMARY KEY ("subject_id"))`);
    await runner.query(`ALTER TABLE "notification" ADD CONSTRAINT "FK_6bfa96ab97f1a09d73091294efc" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "notification_delivery" ADD CONSTRAINT "FK_2e70a64359ce7416b06a4d7a432" FOREIGN KEY ("notification_id") REFERENCES "notification"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "body_notification_setting" ADD CONSTRAINT "FK_c46a5dc91dc5b80a97ceb9026b3" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "person_notification_setting" ADD CONSTRAINT "FK_aaff0833bc06da9e1ae091db899" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "push_device" ADD CONSTRAINT "FK_01cadf52eac5c6f5e6af36ddb5b" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "calendar_feed" ADD CONSTRAINT "FK_ea240ace355bb4a73e18fdfd1a8" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query('alter table notification enable row level security');
    await runner.query('alter table notification force row level security');
    await runner.query(`create policy notification_1 on notification ${POLICY}`);
    await runner.query('insert into notification_cursor (seq) select coalesce(max(seq), 0) from journal_head');
    await runner.query(`select set_config('app.actor', 'system', true)`);
    for (const sql of REVISIONS) await runner.query(sql);
    await runner.query(`select set_config('app.actor', '', true)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "calendar_feed" DROP CONSTRAINT "FK_ea240ace355bb4a73e18fdfd1a8"`);
    await runner.query(`ALTER TABLE "push_device" DROP CONSTRAINT "FK_01cadf52eac5c6f5e6af36ddb5b"`);
    await runner.query(`ALTER TABLE "person_notification_setting" DROP CONSTRAINT "FK_aaff0833bc06da9e1ae091db899"`);
    await runner.query(`ALTER TABLE "body_notification_setting" DROP CONSTRAINT "FK_c46a5dc91dc5b80a97ceb9026b3"`);
    await runner.query(`ALTER TABLE "notification_delivery" DROP CONSTRAINT "FK_2e70a64359ce7416b06a4d7a432"`);
    await runner.query(`ALTER TABLE "notification" DROP CONSTRAINT "FK_6bfa96ab97f1a09d73091294efc"`);
    await runner.query(`DROP TABLE "calendar_revision"`);
    await runner.query(`DROP INDEX "public"."IDX_3a0b1d1c7619ea19ff1affaaf7"`);
    await runner.query(`DROP TABLE "calendar_feed"`);
    await runner.query(`DROP INDEX "public"."IDX_01cadf52eac5c6f5e6af36ddb5"`);
    await runner.query(`DROP TABLE "push_device"`);
    await runner.query(`DROP TABLE "push_key"`);
    await runner.query(`DROP TABLE "person_notification_setting"`);
    await runner.query(`DROP TABLE "body_notification_setting"`);
    await runner.query(`DROP TABLE "notification_cursor"`);
    await runner.query(`DROP INDEX "public"."delivery_due"`);
    await runner.query(`DROP INDEX "public"."IDX_ec585e2fc9e9bd8f2798e9f2b2"`);
    await runner.query(`DROP TABLE "notification_delivery"`);
    await runner.query(`DROP INDEX "public"."IDX_06821514a4b7f34d1f4d7a38de"`);
    await runner.query(`DROP TABLE "notification"`);
  }
}
