import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A note is its writer's, and is read by those it is shared with as long as it is and as the paper is there for them. Nobody else, the system
 * neither: only a backup, which says so itself (`app.backup`), else notes would be lost with the database.
 */
const POLICIES = [
  `for select using (account_id = (select app_account()) or (deleted_at is null and (select app_account()) = any(shared_with) and exists (select 1 from paper_version v join paper p on p.id = v.paper_id where v.id = version_id)))`,
  `for insert with check (account_id = (select app_account()) and exists (select 1 from paper_version v where v.id = version_id))`,
  `for update using (account_id = (select app_account())) with check (account_id = (select app_account()))`,
  `for delete using (account_id = (select app_account()))`,
  `for all using (current_setting('app.backup', true) = 'yes') with check (current_setting('app.backup', true) = 'yes')`,
];

/** Notes on papers. */
export class Notes1790000000026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "note" ("id" uuid NOT NULL, "account_id" uuid NOT NULL, "version_id" uuid NOT NULL, "kind" text NOT NULL, "page" integer NOT NULL, "content" jsonb NOT NULL, "carried_from" uuid, "shared_with" uuid array NOT NULL DEFAULT '{}', "revision" integer NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL, "deleted_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "CHK_d4a2373a46f760bc656fe1b44d" CHECK (octet_length(content::text) <= 600000), CONSTRAINT "PK_96d0c172a4fba276b1bbed43058" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_80b466e81dc9cb640df6054c65" ON "note"  ("version_id") `);
    await runner.query(`CREATE INDEX "IDX_2b19997b57767009bf692c6a99" ON "note"  ("account_id", "version_id") `);
    await runner.query(`CREATE UNIQUE INDEX "note_carried_once" ON "note"  ("version_id", "carried_from") WHERE carried_from is not null`);
    await runner.query(`ALTER TABLE "note" ADD CONSTRAINT "FK_947f7c631ddce8eb49cd69787b8" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "note" ADD CONSTRAINT "FK_80b466e81dc9cb640df6054c657" FOREIGN KEY ("version_id") REFERENCES "paper_version"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query('alter table note enable row level security');
    await runner.query('alter table note force row level security');
    for (const [index, policy] of POLICIES.entries()) await runner.query(`create policy note_${index + 1} on note ${policy}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "note" DROP CONSTRAINT "FK_80b466e81dc9cb640df6054c657"`);
    await runner.query(`ALTER TABLE "note" DROP CONSTRAINT "FK_947f7c631ddce8eb49cd69787b8"`);
    await runner.query(`DROP INDEX "public"."note_carried_once"`);
    await runner.query(`DROP INDEX "public"."IDX_2b19997b57767009bf692c6a99"`);
    await runner.query(`DROP INDEX "public"."IDX_80b466e81dc9cb640df6054c65"`);
    await runner.query(`DROP TABLE "note"`);
  }
}
