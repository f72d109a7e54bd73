import type { MigrationInterface, QueryRunner } from 'typeorm';

const MAY_READ = `any((select app_bodies(array['member','chair','secretariat','officer','clerk','assistant']))::uuid[])`;
const MAY_KEEP = `any((select app_bodies(array['secretariat','officer']))::uuid[])`;
const MINE = 'account_id = (select app_account())';

/** A person's own folders are theirs alone, the system's neither (only a backup's, which says so itself); a body's are read by its members and kept by its secretariat. A link is there with its folder. */
const POLICIES: Record<string, string[]> = {
  library_folder: [
    `for select using (${MINE} or body_id = ${MAY_READ})`,
    `for insert with check (${MINE} or body_id = ${MAY_KEEP})`,
    `for update using (${MINE} or body_id = ${MAY_KEEP}) with check (${MINE} or body_id = ${MAY_KEEP})`,
    `for delete using (${MINE} or body_id = ${MAY_KEEP})`,
  ],
  library_link: [
    `for select using (exists (select 1 from library_folder f where f.id = folder_id))`,
    ...['for insert with check (X)', 'for update using (X) with check (X)', 'for delete using (X)'].map((policy) => policy.replaceAll('X', `exists (select 1 from library_folder f where f.id = folder_id and (f.${MINE} or f.body_id = ${MAY_KEEP}))`)),
  ],
};
const BACKUP = `for all using (current_setting('app.backup', true) = 'yes') with check (current_setting('app.backup', true) = 'yes')`;

/** Folders with links to papers. */
export class Libraries1790000000033 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "library_folder" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "account_id" uuid, "body_id" uuid, "name" text NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "CHK_08958d3daaaac96f9a5bdc3cfe" CHECK (num_nonnulls("account_id", "body_id") = 1), CONSTRAINT "PK_1286d4477d04c31064e2d97d138" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_0a855a7e5f2a965c64a004e138" ON "library_folder"  ("account_id") `);
    await runner.query(`CREATE INDEX "IDX_3872355058ad676fb211c1ef16" ON "library_folder"  ("body_id") `);
    await runner.query(`CREATE TABLE "library_link" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "folder_id" uuid NOT NULL, "paper_id" uuid NOT NULL, "added_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "UQ_c9b70ac59b3f756f9509f76a9b2" UNIQUE ("folder_id", "paper_id"), CONSTRAINT "PK_1427321c6dd5d41647794ab0a6d" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_f2f3fe6f11218290091377e06c" ON "library_link"  ("paper_id") `);
    await runner.query(`ALTER TABLE "library_folder" ADD CONSTRAINT "FK_0a855a7e5f2a965c64a004e1387" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "library_folder" ADD CONSTRAINT "FK_3872355058ad676fb211c1ef16a" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "library_link" ADD CONSTRAINT "FK_772a0c32c6113ad379aa20bd160" FOREIGN KEY ("folder_id") REFERENCES "library_folder"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "library_link" ADD CONSTRAINT "FK_f2f3fe6f11218290091377e06c2" FOREIGN KEY ("paper_id") REFERENCES "paper"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    for (const [table, policies] of Object.entries(POLICIES)) {
      await runner.query(`alter table ${table} enable row level security`);
      await runner.query(`alter table ${table} force row level security`);
      for (const [index, policy] of [...policies, BACKUP].entries()) await runner.query(`create policy ${table}_${index + 1} on ${table} ${policy}`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "library_link" DROP CONSTRAINT "FK_f2f3fe6f11218290091377e06c2"`);
    await runner.query(`ALTER TABLE "library_link" DROP CONSTRAINT "FK_772a0c32c6113ad379aa20bd160"`);
    await runner.query(`ALTER TABLE "library_folder" DROP CONSTRAINT "FK_3872355058ad676fb211c1ef16a"`);
    await runner.query(`ALTER TABLE "library_folder" DROP CONSTRAINT "FK_0a855a7e5f2a965c64a004e1387"`);
    await runner.query(`DROP INDEX "public"."IDX_f2f3fe6f11218290091377e06c"`);
    await runner.query(`DROP TABLE "library_link"`);
    await runner.query(`DROP INDEX "public"."IDX_3872355058ad676fb211c1ef16"`);
    await runner.query(`DROP INDEX "public"."IDX_0a855a7e5f2a965c64a004e138"`);
    await runner.query(`DROP TABLE "library_folder"`);
  }
}
