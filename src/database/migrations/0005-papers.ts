import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Papers1790000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "paper" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "body_id" uuid NOT NULL, "item_id" uuid, "request_id" uuid, "title" text NOT NULL, "order" integer NOT NULL, "state" text NOT NULL DEFAULT 'draft', "recall_reason" text, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "CHK_7b591ba014d4d276e74aaa6d48" CHECK (num_nonnulls("item_id", "request_id") = 1), CONSTRAINT "PK_ca8320a8e49e70e3de2d843a80a" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_b76ddde2314ec9f3f0c5c4ab86" ON "paper"  ("item_id") `);
    await runner.query(`CREATE INDEX "IDX_cb65d869cd236a0404050c4426" ON "paper"  ("request_id") `);
    await runner.query(`CREATE TABLE "paper_version" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "paper_id" uuid NOT NULL, "number" integer NOT NULL, "file_name" text NOT NULL, "size" integer NOT NULL, "sha256" text NOT NULL, "pages" integer NOT NULL, "needs_password" boolean NOT NULL, "has_text" boolean NOT NULL, "signatures" integer NOT NULL, "note" text, "uploaded_by" uuid NOT NULL, "uploaded_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "released_at" TIMESTAMP WITH TIME ZONE, "released_by" uuid, "late" boolean NOT NULL DEFAULT false, CONSTRAINT "UQ_16151362be44c4cf9781a13f9a6" UNIQUE ("paper_id", "number"), CONSTRAINT "PK_569e18b6e8f090b822dc60af335" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_6de187d3e8c949301e4abdc0b7" ON "paper_version"  ("sha256") `);
    await runner.query(`CREATE TABLE "paper_receipt" ("version_id" uuid NOT NULL, "account_id" uuid NOT NULL, "furthest_page" integer NOT NULL, "opened_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "PK_157069c6405e8f2036d4c5d91fe" PRIMARY KEY ("version_id", "account_id"))`);
    await runner.query(`CREATE INDEX "IDX_7a92999ebb2d548f235a3b0572" ON "paper_receipt"  ("account_id") `);
    await runner.query(`ALTER TABLE "paper" ADD CONSTRAINT "FK_76dba81f70d39b89ce22cb59de2" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "paper" ADD CONSTRAINT "FK_b76ddde2314ec9f3f0c5c4ab86b" FOREIGN KEY ("item_id") REFERENCES "agenda_item"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "paper_version" ADD CONSTRAINT "FK_7f4ca4664bf466e4e86d025e094" FOREIGN KEY ("paper_id") REFERENCES "paper"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "paper_version" ADD CONSTRAINT "FK_723d0e5bc9be419a13385277455" FOREIGN KEY ("uploaded_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "paper_version" ADD CONSTRAINT "FK_93a39b0d090cd7cb84273dd8ac6" FOREIGN KEY ("released_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "paper_receipt" ADD CONSTRAINT "FK_2fb4e4eb79f10b89de40faf4939" FOREIGN KEY ("version_id") REFERENCES "paper_version"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "paper_receipt" ADD CONSTRAINT "FK_7a92999ebb2d548f235a3b05728" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "paper_receipt" DROP CONSTRAINT "FK_7a92999ebb2d548f235a3b05728"`);
    await runner.query(`ALTER TABLE "paper_receipt" DROP CONSTRAINT "FK_2fb4e4eb79f10b89de40faf4939"`);
    await runner.query(`ALTER TABLE "paper_version" DROP CONSTRAINT "FK_93a39b0d090cd7cb84273dd8ac6"`);
    await runner.query(`ALTER TABLE "paper_version" DROP CONSTRAINT "FK_723d0e5bc9be419a13385277455"`);
    await runner.query(`ALTER TABLE "paper_version" DROP CONSTRAINT "FK_7f4ca4664bf466e4e86d025e094"`);
    await runner.query(`ALTER TABLE "paper" DROP CONSTRAINT "FK_b76ddde2314ec9f3f0c5c4ab86b"`);
    await runner.query(`ALTER TABLE "paper" DROP CONSTRAINT "FK_76dba81f70d39b89ce22cb59de2"`);
    await runner.query(`DROP INDEX "public"."IDX_7a92999ebb2d548f235a3b0572"`);
    await runner.query(`DROP TABLE "paper_receipt"`);
    await runner.query(`DROP INDEX "public"."IDX_6de187d3e8c949301e4abdc0b7"`);
    await runner.query(`DROP TABLE "paper_version"`);
    await runner.query(`DROP INDEX "public"."IDX_cb65d869cd236a0404050c4426"`);
    await runner.query(`DROP INDEX "public"."IDX_b76ddde2314ec9f3f0c5c4ab86"`);
    await runner.query(`DROP TABLE "paper"`);
  }
}
