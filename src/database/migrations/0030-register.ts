import type { MigrationInterface, QueryRunner } from 'typeorm';

const office = `any((select app_bodies(array['secretariat','officer','clerk']))::uuid[])`;
const mine = 'any((select app_members())::uuid[])';
const system = '(select app_is_system())';

/** The office keeps the register; members see the copies they have. */
const POLICIES: [table: string, rule: string][] = [
  ['registered_paper', `for all using (${system} or body_id = ${office} or exists (select 1 from paper_handout h where h.paper_id = registered_paper.id and h.member_id = ${mine})) with check (${system} or body_id = ${office})`],
  ['paper_handout', `for all using (${system} or body_id = ${office} or member_id = ${mine}) with check (${system} or body_id = ${office})`],
];

/** The register of papers that stay on paper, and reminders to read. */
export class Register1790000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "paper_reminder" ("version_id" uuid NOT NULL, "account_id" uuid NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "reminded_by" uuid NOT NULL, CONSTRAINT "PK_8c72fdcd57dbb90da7a2aa323b2" PRIMARY KEY ("version_id", "account_id"))`);
    await runner.query(`CREATE INDEX "IDX_8a7d2923dbf3989650b3bd00e8" ON "paper_reminder"  ("account_id") `);
    await runner.query(`CREATE TABLE "registered_paper" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "body_id" uuid NOT NULL, "item_id" uuid NOT NULL, "title" text NOT NULL, "classification" text NOT NULL, "copies" integer NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "created_by" uuid NOT NULL, CONSTRAINT "PK_84fa48921f1bf2608f614322ea6" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_824ded45c372c182327f356436" ON "registered_paper"  ("item_id") `);
    await runner.query(`CREATE TABLE "paper_handout" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "paper_id" uuid NOT NULL, "body_id" uuid NOT NULL, "number" integer NOT NULL, "member_id" uuid, "holder" text NOT NULL, "handed_at" TIMESTAMP WITH TIME ZONE NOT NULL, "handed_by" uuid NOT NULL, "due_at" TIMESTAMP WITH TIME ZONE, "returned_at" TIMESTAMP WITH TIME ZONE, "returned_to" uuid, CONSTRAINT "PK_1d8aaeedbc082f923930b837b1c" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_9907de57c324ba22f1694349cb" ON "paper_handout"  ("member_id") `);
    await runner.query(`CREATE UNIQUE INDEX "paper_handout_once" ON "paper_handout"  ("paper_id", "number") WHERE returned_at IS NULL`);
    await runner.query(`ALTER TABLE "paper_reminder" ADD CONSTRAINT "FK_0ecc0a8bdc524d5c057757cba8a" FOREIGN KEY ("version_id") REFERENCES "paper_version"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "paper_reminder" ADD CONSTRAINT "FK_8a7d2923dbf3989650b3bd00e8a" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "paper_reminder" ADD CONSTRAINT "FK_1b95dc06db786e1763024b7027c" FOREIGN KEY ("reminded_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "registered_paper" ADD CONSTRAINT "FK_fe7076a2375d420b55bf18ced90" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "registered_paper" ADD CONSTRAINT "FK_824ded45c372c182327f3564363" FOREIGN KEY ("item_id") REFERENCES "agenda_item"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "registered_paper" ADD CONSTRAINT "FK_367186c4741ba1d116cc1d907b7" FOREIGN KEY ("created_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "paper_handout" ADD CONSTRAINT "FK_e0842e68b20754e92be129bba32" FOREIGN KEY ("paper_id") REFERENCES "registered_paper"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "paper_handout" ADD CONSTRAINT "FK_9907de57c324ba22f1694349cb8" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "paper_handout" ADD CONSTRAINT "FK_a5b09a7e325fd1f8f3d3075766e" FOREIGN KEY ("handed_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "paper_handout" ADD CONSTRAINT "FK_017ad11aff70b0352de3266b47a" FOREIGN KEY ("returned_to") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    for (const [table, rule] of POLICIES) {
      for (const what of ['enable', 'force']) await runner.query(`alter table ${table} ${what} row level security`);
      await runner.query(`create policy ${table}_1 on ${table} ${rule}`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table] of POLICIES) await runner.query(`drop policy ${table}_1 on ${table}`);
    await runner.query(`ALTER TABLE "paper_handout" DROP CONSTRAINT "FK_017ad11aff70b0352de3266b47a"`);
    await runner.query(`ALTER TABLE "paper_handout" DROP CONSTRAINT "FK_a5b09a7e325fd1f8f3d3075766e"`);
    await runner.query(`ALTER TABLE "paper_handout" DROP CONSTRAINT "FK_9907de57c324ba22f1694349cb8"`);
    await runner.query(`ALTER TABLE "paper_handout" DROP CONSTRAINT "FK_e0842e68b20754e92be129bba32"`);
    await runner.query(`ALTER TABLE "registered_paper" DROP CONSTRAINT "FK_367186c4741ba1d116cc1d907b7"`);
    await runner.query(`ALTER TABLE "registered_paper" DROP CONSTRAINT "FK_824ded45c372c182327f3564363"`);
    await runner.query(`ALTER TABLE "registered_paper" DROP CONSTRAINT "FK_fe7076a2375d420b55bf18ced90"`);
    await runner.query(`ALTER TABLE "paper_reminder" DROP CONSTRAINT "FK_1b95dc06db786e1763024b7027c"`);
    await runner.query(`ALTER TABLE "paper_reminder" DROP CONSTRAINT "FK_8a7d2923dbf3989650b3bd00e8a"`);
    await runner.query(`ALTER TABLE "paper_reminder" DROP CONSTRAINT "FK_0ecc0a8bdc524d5c057757cba8a"`);
    await runner.query(`DROP INDEX "public"."paper_handout_once"`);
    await runner.query(`DROP INDEX "public"."IDX_9907de57c324ba22f1694349cb"`);
    await runner.query(`DROP TABLE "paper_handout"`);
    await runner.query(`DROP INDEX "public"."IDX_824ded45c372c182327f356436"`);
    await runner.query(`DROP TABLE "registered_paper"`);
    await runner.query(`DROP INDEX "public"."IDX_8a7d2923dbf3989650b3bd00e8"`);
    await runner.query(`DROP TABLE "paper_reminder"`);
  }
}
