import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Members for whom the account prepares drafts, as long as it has the role in their body. */
const ASSISTED = `create function app_assisted() returns uuid[] language sql stable as $$ select coalesce(array_agg(a.member_id), '{}') from member_assistant a
  join account_right r on r.account_id = a.account_id and r.body_id = a.body_id and r.roles && array['assistant'] where a.account_id = app_account() $$`;

const READS = `any((select app_bodies(array['member','chair','secretariat','officer','clerk','assistant']))::uuid[])`;
const PREPARES = `any((select app_bodies(array['secretariat','officer','chair']))::uuid[])`;
const MINE = `any((select app_members())::uuid[])`;
const ASSISTS = `any((select app_assisted())::uuid[])`;
const SYSTEM = '(select app_is_system())';
const OPENED = `exists (select 1 from opinion_request r where r.id = request_id and r.closed_at is not null and (r.body_id = ${PREPARES} or (r.is_public and r.body_id = ${READS})))`;

/** Requests and drafts as they were, without assistants. */
const BEFORE: Record<string, string> = {
  opinion_draft: `for all using (${SYSTEM} or member_id = ${MINE}) with check (${SYSTEM} or member_id = ${MINE})`,
  opinion_request: `for all using (${SYSTEM} or body_id = ${PREPARES} or (sent_at is not null and body_id = ${READS} and exists (select 1 from opinion_member o where o.request_id = id and o.member_id = ${MINE})))
    with check (${SYSTEM} or body_id = ${PREPARES})`,
};

/** An assistant reads what the member is asked, and a draft as long as it is the assistant's alone; nothing of a reply. */
const POLICIES: Record<string, string> = {
  opinion_draft: ['using', 'with check'].map((word, index) => `${index === 0 ? 'for all ' : ''}${word} (${SYSTEM} or member_id = ${MINE} or (member_id = ${ASSISTS} and assistant_id is not null and not is_edited))`).join(' '),
  opinion_request: `for all using (${SYSTEM} or body_id = ${PREPARES} or (sent_at is not null and body_id = ${READS} and exists (select 1 from opinion_member o where o.request_id = id and (o.member_id = ${MINE} or o.member_id = ${ASSISTS}))))
    with check (${SYSTEM} or body_id = ${PREPARES})`,
};

/** New tables: what goes with a reply is seen by who sees the reply; steps by who sees the request; templates by who prepares requests. */
const NEW: Record<string, string[]> = {
  opinion_comment: [`for select using (${SYSTEM} or member_id = ${MINE} or ${OPENED})`, `for insert with check (${SYSTEM} or member_id = ${MINE})`],
  opinion_file: [
    `for select using (${SYSTEM} or member_id = ${MINE} or (not is_sent and member_id = ${ASSISTS} and added_by = (select app_account())) or (is_sent and ${OPENED}))`,
    `for insert with check (${SYSTEM} or member_id = ${MINE} or (member_id = ${ASSISTS} and added_by = (select app_account())))`,
    `for update using (${SYSTEM} or member_id = ${MINE}) with check (${SYSTEM} or member_id = ${MINE})`,
    `for delete using (${SYSTEM} or (not is_sent and (member_id = ${MINE} or (member_id = ${ASSISTS} and added_by = (select app_account())))))`,
  ],
  opinion_step: [`for select using (exists (select 1 from opinion_request r where r.id = request_id))`, `for insert with check (${SYSTEM} or exists (select 1 from opinion_request r where r.id = request_id and r.body_id = ${PREPARES}))`],
  opinion_template: [`for all using (${SYSTEM} or body_id = ${PREPARES}) with check (${SYSTEM} or body_id = ${PREPARES})`],
};

/** The whole cycle of written opinions: ends, history, templates, options, comments, files, assistants. */
export class WrittenOpinionsCycle1790000000035 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "opinion_step" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "request_id" uuid NOT NULL, "act" text NOT NULL, "actor_id" uuid, "reason" text, "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(), CONSTRAINT "PK_7d7c613bb2b61724a28be2dd14b" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_fb0ac1039ad79b905021e9e044" ON "opinion_step"  ("request_id", "at") `);
    await runner.query(`CREATE TABLE "opinion_template" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "body_id" uuid NOT NULL, "name" text NOT NULL, "content" jsonb NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "PK_40ccff1bd53dcb0acb19bd62183" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_38c4403fd306f60993113e76ca" ON "opinion_template"  ("body_id") `);
    await runner.query(`CREATE TABLE "member_assistant" ("account_id" uuid NOT NULL, "body_id" uuid NOT NULL, "member_id" uuid NOT NULL, "assigned_by" uuid NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "PK_4995f722df0ce494d6d2e8c2815" PRIMARY KEY ("account_id", "body_id"))`);
    await runner.query(`CREATE INDEX "IDX_1f84bf8d37fac1ed956abce235" ON "member_assistant"  ("member_id") `);
    await runner.query(`CREATE TABLE "opinion_comment" ("request_id" uuid NOT NULL, "member_id" uuid NOT NULL, "order" integer NOT NULL, "question_id" uuid, "weight" text NOT NULL, "text" text NOT NULL, CONSTRAINT "PK_38b17bf89fc23188abcb5bf2fe3" PRIMARY KEY ("request_id", "member_id", "order"))`);
    await runner.query(`CREATE TABLE "opinion_file" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "request_id" uuid NOT NULL, "member_id" uuid NOT NULL, "file_name" text NOT NULL, "size" integer NOT NULL, "sha256" text NOT NULL, "blob_id" uuid NOT NULL, "pages" integer NOT NULL, "added_by" uuid NOT NULL, "added_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "is_sent" boolean NOT NULL DEFAULT false, CONSTRAINT "UQ_9b7af58d4f233a64bcedd3cbe68" UNIQUE ("blob_id"), CONSTRAINT "PK_72fc1f74b38268920bdb7c11f71" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_9f2e1906a020315acf3cbd160b" ON "opinion_file"  ("request_id", "member_id") `);
    await runner.query(`ALTER TABLE "opinion_request" ADD "conclusion" text`);
    await runner.query(`ALTER TABLE "opinion_request" ADD "conclusion_en" text`);
    await runner.query(`ALTER TABLE "opinion_request" ADD "ended_at" TIMESTAMP WITH TIME ZONE`);
    await runner.query(`ALTER TABLE "opinion_request" ADD "item_id" uuid`);
    await runner.query(`ALTER TABLE "opinion_request" ADD "reworked_from_id" uuid`);
    await runner.query(`ALTER TABLE "opinion_question" ADD "kind" text NOT NULL DEFAULT 'choices'`);
    await runner.query(`ALTER TABLE "opinion_question" ADD "options" jsonb NOT NULL DEFAULT '[]'`);
    await runner.query(`ALTER TABLE "opinion_question" ADD "most" integer NOT NULL DEFAULT '1'`);
    await runner.query(`ALTER TABLE "opinion_member" ADD "drafted_by" uuid`);
    await runner.query(`ALTER TABLE "opinion_draft" ADD "comments" jsonb NOT NULL DEFAULT '[]'`);
    await runner.query(`ALTER TABLE "opinion_draft" ADD "discussion" text`);
    await runner.query(`ALTER TABLE "opinion_draft" ADD "assistant_id" uuid`);
    await runner.query(`ALTER TABLE "opinion_draft" ADD "handed_up_at" TIMESTAMP WITH TIME ZONE`);
    await runner.query(`ALTER TABLE "opinion_draft" ADD "is_edited" boolean NOT NULL DEFAULT false`);
    await runner.query(`ALTER TABLE "opinion_answer" ADD "selected" uuid array`);
    await runner.query(`CREATE INDEX "IDX_216126f2ee9ec229df0a9de2f2" ON "opinion_request"  ("item_id") `);
    await runner.query(`CREATE INDEX "IDX_dd7d3391bbb9f44290ee5a674b" ON "opinion_request"  ("reworked_from_id") `);
    await runner.query(`ALTER TABLE "opinion_request" ADD CONSTRAINT "FK_216126f2ee9ec229df0a9de2f27" FOREIGN KEY ("item_id") REFERENCES "agenda_item"("id") ON DELETE SET NULL ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "opinion_request" ADD CONSTRAINT "FK_dd7d3391bbb9f44290ee5a674b9" FOREIGN KEY ("reworked_from_id") REFERENCES "opinion_request"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "opinion_member" ADD CONSTRAINT "FK_398afe01d6a649b852901ac1c06" FOREIGN KEY ("drafted_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "opinion_draft" ADD CONSTRAINT "FK_1b7265962b0194d4ab3c0b11d09" FOREIGN KEY ("assistant_id") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "opinion_step" ADD CONSTRAINT "FK_9d99a29c3cba2b7aaf9914492b8" FOREIGN KEY ("request_id") REFERENCES "opinion_request"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "opinion_step" ADD CONSTRAINT "FK_b20c5bbacdcc42d82b4798f50b1" FOREIGN KEY ("actor_id") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "opinion_template" ADD CONSTRAINT "FK_38c4403fd306f60993113e76caf" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "member_assistant" ADD CONSTRAINT "FK_af16fff8b71ef9f9b9b6fbed3ea" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "member_assistant" ADD CONSTRAINT "FK_09ad27c47e5b5b3577dcc5ad7d4" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "member_assistant" ADD CONSTRAINT "FK_1f84bf8d37fac1ed956abce235f" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "opinion_comment" ADD CONSTRAINT "FK_5371ab4a3c2c28aa23bdb991f05" FOREIGN KEY ("request_id") REFERENCES "opinion_request"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "opinion_comment" ADD CONSTRAINT "FK_219e4486b8228e133481e902f73" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "opinion_file" ADD CONSTRAINT "FK_bab2ff3281f8b1938e6c7add2f6" FOREIGN KEY ("request_id") REFERENCES "opinion_request"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "opinion_file" ADD CONSTRAINT "FK_69f2af32663dbaae81035ae99e2" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "opinion_file" ADD CONSTRAINT "FK_9b7af58d4f233a64bcedd3cbe68" FOREIGN KEY ("blob_id") REFERENCES "paper_blob"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "opinion_file" ADD CONSTRAINT "FK_6a516e2c1d2d4e78451ed02b4fe" FOREIGN KEY ("added_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(ASSISTED);
    for (const [table, policy] of Object.entries(POLICIES)) {
      await runner.query(`drop policy ${table}_1 on ${table}`);
      await runner.query(`create policy ${table}_1 on ${table} ${policy}`);
    }
    for (const [table, policies] of Object.entries(NEW)) {
      await runner.query(`alter table ${table} enable row level security`);
      await runner.query(`alter table ${table} force row level security`);
      for (const [index, policy] of policies.entries()) await runner.query(`create policy ${table}_${index + 1} on ${table} ${policy}`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, policies] of Object.entries(NEW)) for (const index of policies.keys()) await runner.query(`drop policy ${table}_${index + 1} on ${table}`);
    for (const [table, policy] of Object.entries(BEFORE)) {
      await runner.query(`drop policy ${table}_1 on ${table}`);
      await runner.query(`create policy ${table}_1 on ${table} ${policy}`);
    }
    await runner.query('drop function app_assisted()');
    await runner.query(`ALTER TABLE "opinion_file" DROP CONSTRAINT "FK_6a516e2c1d2d4e78451ed02b4fe"`);
    await runner.query(`ALTER TABLE "opinion_file" DROP CONSTRAINT "FK_9b7af58d4f233a64bcedd3cbe68"`);
    await runner.query(`ALTER TABLE "opinion_file" DROP CONSTRAINT "FK_69f2af32663dbaae81035ae99e2"`);
    await runner.query(`ALTER TABLE "opinion_file" DROP CONSTRAINT "FK_bab2ff3281f8b1938e6c7add2f6"`);
    await runner.query(`ALTER TABLE "opinion_comment" DROP CONSTRAINT "FK_219e4486b8228e133481e902f73"`);
    await runner.query(`ALTER TABLE "opinion_comment" DROP CONSTRAINT "FK_5371ab4a3c2c28aa23bdb991f05"`);
    await runner.query(`ALTER TABLE "member_assistant" DROP CONSTRAINT "FK_1f84bf8d37fac1ed956abce235f"`);
    await runner.query(`ALTER TABLE "member_assistant" DROP CONSTRAINT "FK_09ad27c47e5b5b3577dcc5ad7d4"`);
    await runner.query(`ALTER TABLE "member_assistant" DROP CONSTRAINT "FK_af16fff8b71ef9f9b9b6fbed3ea"`);
    await runner.query(`ALTER TABLE "opinion_template" DROP CONSTRAINT "FK_38c4403fd306f60993113e76caf"`);
    await runner.query(`ALTER TABLE "opinion_step" DROP CONSTRAINT "FK_b20c5bbacdcc42d82b4798f50b1"`);
    await runner.query(`ALTER TABLE "opinion_step" DROP CONSTRAINT "FK_9d99a29c3cba2b7aaf9914492b8"`);
    await runner.query(`ALTER TABLE "opinion_draft" DROP CONSTRAINT "FK_1b7265962b0194d4ab3c0b11d09"`);
    await runner.query(`ALTER TABLE "opinion_member" DROP CONSTRAINT "FK_398afe01d6a649b852901ac1c06"`);
    await runner.query(`ALTER TABLE "opinion_request" DROP CONSTRAINT "FK_dd7d3391bbb9f44290ee5a674b9"`);
    await runner.query(`ALTER TABLE "opinion_request" DROP CONSTRAINT "FK_216126f2ee9ec229df0a9de2f27"`);
    await runner.query(`DROP INDEX "public"."IDX_dd7d3391bbb9f44290ee5a674b"`);
    await runner.query(`DROP INDEX "public"."IDX_216126f2ee9ec229df0a9de2f2"`);
    await runner.query(`ALTER TABLE "opinion_answer" DROP COLUMN "selected"`);
    await runner.query(`ALTER TABLE "opinion_draft" DROP COLUMN "is_edited"`);
    await runner.query(`ALTER TABLE "opinion_draft" DROP COLUMN "handed_up_at"`);
    await runner.query(`ALTER TABLE "opinion_draft" DROP COLUMN "assistant_id"`);
    await runner.query(`ALTER TABLE "opinion_draft" DROP COLUMN "discussion"`);
    await runner.query(`ALTER TABLE "opinion_draft" DROP COLUMN "comments"`);
    await runner.query(`ALTER TABLE "opinion_member" DROP COLUMN "drafted_by"`);
    await runner.query(`ALTER TABLE "opinion_question" DROP COLUMN "most"`);
    await runner.query(`ALTER TABLE "opinion_question" DROP COLUMN "options"`);
    await runner.query(`ALTER TABLE "opinion_question" DROP COLUMN "kind"`);
    await runner.query(`ALTER TABLE "opinion_request" DROP COLUMN "reworked_from_id"`);
    await runner.query(`ALTER TABLE "opinion_request" DROP COLUMN "item_id"`);
    await runner.query(`ALTER TABLE "opinion_request" DROP COLUMN "ended_at"`);
    await runner.query(`ALTER TABLE "opinion_request" DROP COLUMN "conclusion_en"`);
    await runner.query(`ALTER TABLE "opinion_request" DROP COLUMN "conclusion"`);
    await runner.query(`DROP INDEX "public"."IDX_9f2e1906a020315acf3cbd160b"`);
    await runner.query(`DROP TABLE "opinion_file"`);
    await runner.query(`DROP TABLE "opinion_comment"`);
    await runner.query(`DROP INDEX "public"."IDX_1f84bf8d37fac1ed956abce235"`);
    await runner.query(`DROP TABLE "member_assistant"`);
    await runner.query(`DROP INDEX "public"."IDX_38c4403fd306f60993113e76ca"`);
    await runner.query(`DROP TABLE "opinion_template"`);
    await runner.query(`DROP INDEX "public"."IDX_fb0ac1039ad79b905021e9e044"`);
    await runner.query(`DROP TABLE "opinion_step"`);
  }
}
