import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Members who take no part in an item; drafts in rows of their own; versions that know their body: so that rows can have rights. */
export class RecusalAndDraftsApart1790000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "recusal" ("item_id" uuid NOT NULL, "member_id" uuid NOT NULL, "reason" text NOT NULL, "declared_by" uuid NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "PK_cd65a5098b310c9167dd551d0a8" PRIMARY KEY ("item_id", "member_id"))`);
    await runner.query(`ALTER TABLE "motion" ADD "recused" integer NOT NULL DEFAULT '0'`);
    await runner.query(`CREATE TABLE "opinion_draft" ("request_id" uuid NOT NULL, "member_id" uuid NOT NULL, "answers" jsonb NOT NULL, CONSTRAINT "PK_36982986e1834602dbc2b200d35" PRIMARY KEY ("request_id", "member_id"))`);
    await runner.query(`INSERT INTO "opinion_draft" ("request_id", "member_id", "answers") SELECT "request_id", "member_id", "draft" FROM "opinion_member" WHERE "draft" IS NOT NULL`);
    await runner.query(`ALTER TABLE "opinion_member" DROP COLUMN "draft"`);
    await runner.query(`ALTER TABLE "paper_version" ADD "body_id" uuid`);
    await runner.query(`UPDATE "paper_version" v SET "body_id" = p."body_id" FROM "paper" p WHERE p."id" = v."paper_id"`);
    await runner.query(`ALTER TABLE "paper_version" ALTER COLUMN "body_id" SET NOT NULL`);
    await runner.query(`ALTER TABLE "recusal" ADD CONSTRAINT "FK_4e867b6f3d25ba550cdff338737" FOREIGN KEY ("item_id") REFERENCES "agenda_item"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "recusal" ADD CONSTRAINT "FK_edae87d3f30b7af1758f8370a59" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "opinion_draft" ADD CONSTRAINT "FK_36982986e1834602dbc2b200d35" FOREIGN KEY ("request_id", "member_id") REFERENCES "opinion_member"("request_id","member_id") ON DELETE CASCADE ON UPDATE NO ACTION`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "opinion_draft" DROP CONSTRAINT "FK_36982986e1834602dbc2b200d35"`);
    await runner.query(`ALTER TABLE "recusal" DROP CONSTRAINT "FK_edae87d3f30b7af1758f8370a59"`);
    await runner.query(`ALTER TABLE "recusal" DROP CONSTRAINT "FK_4e867b6f3d25ba550cdff338737"`);
    await runner.query(`ALTER TABLE "paper_version" DROP COLUMN "body_id"`);
    await runner.query(`ALTER TABLE "opinion_member" ADD "draft" jsonb`);
    await runner.query(`UPDATE "opinion_member" o SET "draft" = d."answers" FROM "opinion_draft" d WHERE d."request_id" = o."request_id" AND d."member_id" = o."member_id"`);
    await runner.query(`DROP TABLE "opinion_draft"`);
    await runner.query(`ALTER TABLE "motion" DROP COLUMN "recused"`);
    await runner.query(`DROP TABLE "recusal"`);
  }
}
