import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SessionsAndAgenda1790000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "session" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "body_id" uuid NOT NULL, "rule_set_id" uuid NOT NULL, "title" text NOT NULL, "title_en" text, "kind" text NOT NULL, "state" text NOT NULL DEFAULT 'draft', "starts_at" TIMESTAMP WITH TIME ZONE NOT NULL, "ends_at" TIMESTAMP WITH TIME ZONE NOT NULL, "place" text NOT NULL, "online_link" text, "return_reason" text, "reason" text, "current_item_id" uuid, "sent_at" TIMESTAMP WITH TIME ZONE, "opened_at" TIMESTAMP WITH TIME ZONE, "ended_at" TIMESTAMP WITH TIME ZONE, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "PK_f55da76ac1c3ac420f444d2ff11" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_c228c3b3902164705cbabe0691" ON "session"  ("body_id", "starts_at") `);
    await runner.query(`CREATE TABLE "attendance" ("session_id" uuid NOT NULL, "member_id" uuid NOT NULL, "state" text NOT NULL DEFAULT 'invited', "mode" text, "reason" text, "substitute_name" text, "checked_in_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_0eb83ea993cafa1d231e91c991e" PRIMARY KEY ("session_id", "member_id"))`);
    await runner.query(`CREATE INDEX "IDX_52d9db0d044b7bcc372147cf5e" ON "attendance"  ("member_id") `);
    await runner.query(`CREATE TABLE "agenda_item" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "session_id" uuid NOT NULL, "body_id" uuid NOT NULL, "parent_id" uuid, "order" integer NOT NULL, "title" text NOT NULL, "title_en" text, "kind" text NOT NULL, "sponsor" text, "minutes" integer NOT NULL DEFAULT '10', "summary" text, "outcome" text, CONSTRAINT "PK_413623e61232799619c2e0a1d42" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_56c849d10c5c774902d8a8ea3b" ON "agenda_item"  ("session_id", "parent_id", "order") `);
    await runner.query(`CREATE TABLE "position" ("item_id" uuid NOT NULL, "member_id" uuid NOT NULL, "stand" text NOT NULL, "text" text, "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "PK_a5ea27f90cc106d91e0b5aa690b" PRIMARY KEY ("item_id", "member_id"))`);
    await runner.query(`ALTER TABLE "session" ADD CONSTRAINT "FK_c5409d3755dfbba97bf2bd3f1a9" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "session" ADD CONSTRAINT "FK_8a610f928fc4dd392df6e8bec2f" FOREIGN KEY ("rule_set_id") REFERENCES "rule_set"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "attendance" ADD CONSTRAINT "FK_5940f7beb6d791a618dbf88361e" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "attendance" ADD CONSTRAINT "FK_52d9db0d044b7bcc372147cf5ea" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "agenda_item" ADD CONSTRAINT "FK_183946179c6a7ba34ec585fe20f" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "agenda_item" ADD CONSTRAINT "FK_79252bd6b85d3ed8820654db280" FOREIGN KEY ("parent_id") REFERENCES "agenda_item"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "position" ADD CONSTRAINT "FK_0d4c89e4a4fbd5d1fb02618638c" FOREIGN KEY ("item_id") REFERENCES "agenda_item"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "position" ADD CONSTRAINT "FK_d5b920f8a9ae5460426a2468ff3" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "position" DROP CONSTRAINT "FK_d5b920f8a9ae5460426a2468ff3"`);
    await runner.query(`ALTER TABLE "position" DROP CONSTRAINT "FK_0d4c89e4a4fbd5d1fb02618638c"`);
    await runner.query(`ALTER TABLE "agenda_item" DROP CONSTRAINT "FK_79252bd6b85d3ed8820654db280"`);
    await runner.query(`ALTER TABLE "agenda_item" DROP CONSTRAINT "FK_183946179c6a7ba34ec585fe20f"`);
    await runner.query(`ALTER TABLE "attendance" DROP CONSTRAINT "FK_52d9db0d044b7bcc372147cf5ea"`);
    await runner.query(`ALTER TABLE "attendance" DROP CONSTRAINT "FK_5940f7beb6d791a618dbf88361e"`);
    await runner.query(`ALTER TABLE "session" DROP CONSTRAINT "FK_8a610f928fc4dd392df6e8bec2f"`);
    await runner.query(`ALTER TABLE "session" DROP CONSTRAINT "FK_c5409d3755dfbba97bf2bd3f1a9"`);
    await runner.query(`DROP TABLE "position"`);
    await runner.query(`DROP INDEX "public"."IDX_56c849d10c5c774902d8a8ea3b"`);
    await runner.query(`DROP TABLE "agenda_item"`);
    await runner.query(`DROP INDEX "public"."IDX_52d9db0d044b7bcc372147cf5e"`);
    await runner.query(`DROP TABLE "attendance"`);
    await runner.query(`DROP INDEX "public"."IDX_c228c3b3902164705cbabe0691"`);
    await runner.query(`DROP TABLE "session"`);
  }
}
