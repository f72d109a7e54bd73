import type { MigrationInterface, QueryRunner } from 'typeorm';

const READERS = `array['member','chair','secretariat','officer','clerk','assistant']`;
const OFFICE = `array['secretariat','officer','clerk']`;
const reads = `any((select app_bodies(${READERS}))::uuid[])`;
const office = `any((select app_bodies(${OFFICE}))::uuid[])`;
const system = '(select app_is_system())';
const notRecused = '(item_id is null or not (item_id = any((select app_recused_items())::uuid[])))';
/** Of one's own organisation. */
const own = `exists (select 1 from role_assignment r where r.account_id = app_account() and r.role = 'sponsor' and r.body_id = dossier.body_id and r.organisation = dossier.organisation)`;
/** Rights on rows of dossiers say which those are. */
const inDossier = `(dossier_id is not null and exists (select 1 from dossier d where d.id = dossier_id))`;

/** A sponsor's dossier is theirs alone until it is submitted; its papers are seen by who sees the dossier, and, once released, by who reads the body's papers. */
const POLICIES: [table: string, name: string, rule: string][] = [
  ['dossier', 'dossier_1', `for all using (${system} or ${own} or (submitted_at is not null and body_id = ${office})) with check (${system} or ${own} or body_id = ${office})`],
  ['paper', 'paper_1', `for all using (${system} or (body_id = ${reads} and (state = 'released' or (dossier_id is null and body_id = ${office})) and ${notRecused}) or (${inDossier} and ${notRecused})) with check (${system} or body_id = ${office} or ${inDossier})`],
  ['paper_version', 'paper_version_1', `for all using (${system} or (body_id = ${reads} and (released_at is not null or (dossier_id is null and body_id = ${office}))) or ${inDossier}) with check (${system} or body_id = ${office} or ${inDossier})`],
];
const BEFORE: [table: string, name: string, rule: string][] = [
  ['paper', 'paper_1', `for all using (${system} or (body_id = ${reads} and (state = 'released' or body_id = ${office}) and ${notRecused})) with check (${system} or body_id = ${office})`],
  ['paper_version', 'paper_version_1', `for all using (${system} or (body_id = ${reads} and (released_at is not null or body_id = ${office}))) with check (${system} or body_id = ${office})`],
];

/** What sponsors submit, and the Word documents that papers were made from. */
export class Dossiers1790000000029 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "paper" DROP CONSTRAINT "CHK_7b591ba014d4d276e74aaa6d48"`);
    await runner.query(`CREATE TABLE "dossier" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "body_id" uuid NOT NULL, "organisation" text NOT NULL, "title" text NOT NULL, "title_en" text, "kind" text NOT NULL, "summary" text, "wished_on" date, "state" text NOT NULL DEFAULT 'draft', "return_reason" text, "created_by" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "submitted_at" TIMESTAMP WITH TIME ZONE, "decided_at" TIMESTAMP WITH TIME ZONE, "decided_by" uuid, "item_id" uuid, CONSTRAINT "PK_62a60ad7157c2922b57c3319364" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_d78741fbbbd24b7a7c944d4a5d" ON "dossier"  ("body_id", "organisation") `);
    await runner.query(`ALTER TABLE "role_assignment" ADD "organisation" text`);
    await runner.query(`ALTER TABLE "paper" ADD "dossier_id" uuid`);
    await runner.query(`ALTER TABLE "paper" ADD "part" text`);
    await runner.query(`ALTER TABLE "paper_version" ADD "dossier_id" uuid`);
    await runner.query(`ALTER TABLE "paper_version" ADD "original_blob_id" uuid`);
    await runner.query(`ALTER TABLE "paper_version" ADD CONSTRAINT "UQ_255b893adf9989f1c7c69fe44ed" UNIQUE ("original_blob_id")`);
    await runner.query(`ALTER TABLE "paper_version" ADD "original" jsonb`);
    await runner.query(`CREATE INDEX "IDX_1c333361a47e72aaabd5598be4" ON "paper"  ("dossier_id") `);
    await runner.query(`ALTER TABLE "paper" ADD CONSTRAINT "CHK_8bb19f9cd9949cf617fd3e44f6" CHECK (num_nonnulls("item_id", "request_id") = 1 or ("dossier_id" is not null and num_nonnulls("item_id", "request_id") = 0))`);
    await runner.query(`ALTER TABLE "paper_version" ADD CONSTRAINT "FK_255b893adf9989f1c7c69fe44ed" FOREIGN KEY ("original_blob_id") REFERENCES "paper_blob"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "dossier" ADD CONSTRAINT "FK_916ad532b9a5e6ed632aee60f0a" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "dossier" ADD CONSTRAINT "FK_8d933a187483067854fddda24c3" FOREIGN KEY ("created_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "dossier" ADD CONSTRAINT "FK_06e36d387f7d7eeee393f20ec72" FOREIGN KEY ("decided_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "dossier" ADD CONSTRAINT "FK_3159ed27e9fac499bf84e5fa9cc" FOREIGN KEY ("item_id") REFERENCES "agenda_item"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    for (const [table, name] of BEFORE) await runner.query(`drop policy ${name} on ${table}`);
    for (const what of ['enable', 'force']) await runner.query(`alter table dossier ${what} row level security`);
    for (const [table, name, rule] of POLICIES) await runner.query(`create policy ${name} on ${table} ${rule}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, name] of POLICIES) await runner.query(`drop policy ${name} on ${table}`);
    for (const [table, name, rule] of BEFORE) await runner.query(`create policy ${name} on ${table} ${rule}`);
    await runner.query(`ALTER TABLE "dossier" DROP CONSTRAINT "FK_3159ed27e9fac499bf84e5fa9cc"`);
    await runner.query(`ALTER TABLE "dossier" DROP CONSTRAINT "FK_06e36d387f7d7eeee393f20ec72"`);
    await runner.query(`ALTER TABLE "dossier" DROP CONSTRAINT "FK_8d933a187483067854fddda24c3"`);
    await runner.query(`ALTER TABLE "dossier" DROP CONSTRAINT "FK_916ad532b9a5e6ed632aee60f0a"`);
    await runner.query(`ALTER TABLE "paper_version" DROP CONSTRAINT "FK_255b893adf9989f1c7c69fe44ed"`);
    await runner.query(`ALTER TABLE "paper" DROP CONSTRAINT "CHK_8bb19f9cd9949cf617fd3e44f6"`);
    await runner.query(`DROP INDEX "public"."IDX_1c333361a47e72aaabd5598be4"`);
    await runner.query(`ALTER TABLE "paper_version" DROP COLUMN "original"`);
    await runner.query(`ALTER TABLE "paper_version" DROP CONSTRAINT "UQ_255b893adf9989f1c7c69fe44ed"`);
    await runner.query(`ALTER TABLE "paper_version" DROP COLUMN "original_blob_id"`);
    await runner.query(`ALTER TABLE "paper_version" DROP COLUMN "dossier_id"`);
    await runner.query(`ALTER TABLE "paper" DROP COLUMN "part"`);
    await runner.query(`ALTER TABLE "paper" DROP COLUMN "dossier_id"`);
    await runner.query(`ALTER TABLE "role_assignment" DROP COLUMN "organisation"`);
    await runner.query(`DROP INDEX "public"."IDX_d78741fbbbd24b7a7c944d4a5d"`);
    await runner.query(`DROP TABLE "dossier"`);
    await runner.query(`ALTER TABLE "paper" ADD CONSTRAINT "CHK_7b591ba014d4d276e74aaa6d48" CHECK ((num_nonnulls(item_id, request_id) = 1))`);
  }
}
