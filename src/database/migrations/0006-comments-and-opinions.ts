import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CommentsAndOpinions1790000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "opinion_request" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "body_id" uuid NOT NULL, "rule_set_id" uuid NOT NULL, "title" text NOT NULL, "title_en" text, "explanation" text, "state" text NOT NULL DEFAULT 'draft', "working_days" integer NOT NULL, "is_public" boolean NOT NULL, "due_at" TIMESTAMP WITH TIME ZONE, "sent_at" TIMESTAMP WITH TIME ZONE, "closed_at" TIMESTAMP WITH TIME ZONE, "return_reason" text, "reason" text, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "PK_cdf32a42efba9a8067c2abae28e" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_83f98a35698815985229723da2" ON "opinion_request"  ("body_id", "created_at") `);
    await runner.query(`CREATE TABLE "opinion_question" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "request_id" uuid NOT NULL, "order" integer NOT NULL, "text" text NOT NULL, "text_en" text, "decision" jsonb, CONSTRAINT "PK_95a096d87081d3b87ef75a562b3" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_c559ceb09e0613b8b7f3ba4465" ON "opinion_question"  ("request_id") `);
    await runner.query(`CREATE TABLE "opinion_member" ("request_id" uuid NOT NULL, "member_id" uuid NOT NULL, "state" text NOT NULL DEFAULT 'notAnswered', "answered_at" TIMESTAMP WITH TIME ZONE, "draft" jsonb, CONSTRAINT "PK_7983ec88cb668e27f99807ad682" PRIMARY KEY ("request_id", "member_id"))`);
    await runner.query(`CREATE INDEX "IDX_7a051a7904c67d76cb4bd3b08f" ON "opinion_member"  ("member_id") `);
    await runner.query(`CREATE TABLE "opinion_answer" ("question_id" uuid NOT NULL, "member_id" uuid NOT NULL, "choice" text NOT NULL, "text" text, CONSTRAINT "PK_e53b73a25c47055f24097efe18d" PRIMARY KEY ("question_id", "member_id"))`);
    await runner.query(`CREATE TABLE "comment" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "item_id" uuid NOT NULL, "paper_version_id" uuid, "page" integer, "parent_id" uuid, "text" text NOT NULL, "weight" text NOT NULL, "author_id" uuid NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "PK_0b0e4bbc8415ec426f87f3a88e2" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_42838c32da0a2a0f904cca724e" ON "comment"  ("item_id", "at") `);
    await runner.query(`ALTER TABLE "opinion_request" ADD CONSTRAINT "FK_c907cf937ddac718998aee15df2" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "opinion_request" ADD CONSTRAINT "FK_86b7439ec81eca6fd051b603587" FOREIGN KEY ("rule_set_id") REFERENCES "rule_set"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "opinion_question" ADD CONSTRAINT "FK_c559ceb09e0613b8b7f3ba4465b" FOREIGN KEY ("request_id") REFERENCES "opinion_request"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "opinion_member" ADD CONSTRAINT "FK_b72a48f857f4974875ea5d48f27" FOREIGN KEY ("request_id") REFERENCES "opinion_request"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "opinion_member" ADD CONSTRAINT "FK_7a051a7904c67d76cb4bd3b08f2" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "opinion_answer" ADD CONSTRAINT "FK_12a009384bb250b1b21dfc56f48" FOREIGN KEY ("question_id") REFERENCES "opinion_question"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "opinion_answer" ADD CONSTRAINT "FK_2f28f6426fad728f6708a36949f" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "comment" ADD CONSTRAINT "FK_5a3c383a841ba9cbb6677b48b74" FOREIGN KEY ("item_id") REFERENCES "agenda_item"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "comment" ADD CONSTRAINT "FK_3c19febe9a1f3816e1e1c98b8e1" FOREIGN KEY ("paper_version_id") REFERENCES "paper_version"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "comment" ADD CONSTRAINT "FK_8bd8d0985c0d077c8129fb4a209" FOREIGN KEY ("parent_id") REFERENCES "comment"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "comment" ADD CONSTRAINT "FK_3ce66469b26697baa097f8da923" FOREIGN KEY ("author_id") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "comment" DROP CONSTRAINT "FK_3ce66469b26697baa097f8da923"`);
    await runner.query(`ALTER TABLE "comment" DROP CONSTRAINT "FK_8bd8d0985c0d077c8129fb4a209"`);
    await runner.query(`ALTER TABLE "comment" DROP CONSTRAINT "FK_3c19febe9a1f3816e1e1c98b8e1"`);
    await runner.query(`ALTER TABLE "comment" DROP CONSTRAINT "FK_5a3c383a841ba9cbb6677b48b74"`);
    await runner.query(`ALTER TABLE "opinion_answer" DROP CONSTRAINT "FK_2f28f6426fad728f6708a36949f"`);
    await runner.query(`ALTER TABLE "opinion_answer" DROP CONSTRAINT "FK_12a009384bb250b1b21dfc56f48"`);
    await runner.query(`ALTER TABLE "opinion_member" DROP CONSTRAINT "FK_7a051a7904c67d76cb4bd3b08f2"`);
    await runner.query(`ALTER TABLE "opinion_member" DROP CONSTRAINT "FK_b72a48f857f4974875ea5d48f27"`);
    await runner.query(`ALTER TABLE "opinion_question" DROP CONSTRAINT "FK_c559ceb09e0613b8b7f3ba4465b"`);
    await runner.query(`ALTER TABLE "opinion_request" DROP CONSTRAINT "FK_86b7439ec81eca6fd051b603587"`);
    await runner.query(`ALTER TABLE "opinion_request" DROP CONSTRAINT "FK_c907cf937ddac718998aee15df2"`);
    await runner.query(`DROP INDEX "public"."IDX_42838c32da0a2a0f904cca724e"`);
    await runner.query(`DROP TABLE "comment"`);
    await runner.query(`DROP TABLE "opinion_answer"`);
    await runner.query(`DROP INDEX "public"."IDX_7a051a7904c67d76cb4bd3b08f"`);
    await runner.query(`DROP TABLE "opinion_member"`);
    await runner.query(`DROP INDEX "public"."IDX_c559ceb09e0613b8b7f3ba4465"`);
    await runner.query(`DROP TABLE "opinion_question"`);
    await runner.query(`DROP INDEX "public"."IDX_83f98a35698815985229723da2"`);
    await runner.query(`DROP TABLE "opinion_request"`);
  }
}
