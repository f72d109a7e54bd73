import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is let into which session that was sent; `item_ids` is null for a substitute, who knows of all items. */
const VIEW = `create view account_guest as select g.account_id, s.body_id, g.session_id, g.kind, g.member_id,
    case when g.kind = 'invitee' then array(select i.item_id from session_guest_item i where i.guest_id = g.id) end as item_ids
  from session_guest g join session s on s.id = g.session_id and s.sent_at is not null where g.account_id is not null and g.state <> 'declined'`;

const FUNCTIONS = [
  // What the member takes no part in, the substitute does not either.
  `create function app_guest_items() returns uuid[] language sql stable as $$ select coalesce(array_agg(i.id), '{}') from account_guest g join agenda_item i on i.session_id = g.session_id and (g.item_ids is null or i.id = any(g.item_ids))
    where g.account_id = app_account() and not exists (select 1 from recusal r where r.item_id = i.id and r.member_id = g.member_id) $$`,
  `create function app_substitute_sessions() returns uuid[] language sql stable as $$ select coalesce(array_agg(g.session_id), '{}') from account_guest g where g.account_id = app_account() and g.kind = 'substitute' $$`,
];

const items = 'any((select app_guest_items())::uuid[])';

/** Beside what the body's own people see: for reading alone. */
const POLICIES: Record<string, string> = {
  paper: `state = 'released' and item_id = ${items}`,
  paper_version: `released_at is not null and exists (select 1 from paper p where p.id = paper_id and p.item_id = ${items})`,
  ballot: `exists (select 1 from motion m where m.id = motion_id and m.published_at is not null and m.session_id = any((select app_substitute_sessions())::uuid[]))`,
};

/** Invitees and substitutes of a session, and what they may see. */
export class Guests1790000000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "session_guest" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "session_id" uuid NOT NULL, "kind" text NOT NULL, "account_id" uuid, "name" text, "organisation" text, "member_id" uuid, "state" text NOT NULL DEFAULT 'invited', "mode" text, "checked_in_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "CHK_1e42251be2a5e9945ab88c2d65" CHECK ((kind = 'substitute') = (member_id is not null)), CONSTRAINT "PK_f567e9b81fc256faecc4a1624a8" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_ff717d818ede0b4fc6d37ac97d" ON "session_guest"  ("account_id") `);
    await runner.query(`CREATE UNIQUE INDEX "session_guest_one_substitute" ON "session_guest"  ("session_id", "member_id") WHERE member_id is not null`);
    await runner.query(`CREATE UNIQUE INDEX "session_guest_once" ON "session_guest"  ("session_id", "account_id") WHERE account_id is not null`);
    await runner.query(`CREATE TABLE "session_guest_item" ("guest_id" uuid NOT NULL, "item_id" uuid NOT NULL, CONSTRAINT "PK_9a010a6cb9b8a8fbad64264247c" PRIMARY KEY ("guest_id", "item_id"))`);
    await runner.query(`CREATE INDEX "IDX_5a2182369f29258eea6b75582e" ON "session_guest_item"  ("item_id") `);
    await runner.query(`ALTER TABLE "session_guest" ADD CONSTRAINT "FK_ef323af670a2619ee25d69d6b49" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "session_guest" ADD CONSTRAINT "FK_ff717d818ede0b4fc6d37ac97db" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "session_guest" ADD CONSTRAINT "FK_e842427fdb62635960f4b59b8cc" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "session_guest_item" ADD CONSTRAINT "FK_c232d987b84b2e0c79b2b45abfb" FOREIGN KEY ("guest_id") REFERENCES "session_guest"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "session_guest_item" ADD CONSTRAINT "FK_5a2182369f29258eea6b75582e2" FOREIGN KEY ("item_id") REFERENCES "agenda_item"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(VIEW);
    for (const statement of FUNCTIONS) await runner.query(statement);
    for (const [table, rule] of Object.entries(POLICIES)) await runner.query(`create policy ${table}_guest on ${table} for select using (${rule})`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(POLICIES)) await runner.query(`drop policy ${table}_guest on ${table}`);
    for (const name of ['app_substitute_sessions()', 'app_guest_items()']) await runner.query(`drop function ${name}`);
    await runner.query('drop view account_guest');
    await runner.query(`ALTER TABLE "session_guest_item" DROP CONSTRAINT "FK_5a2182369f29258eea6b75582e2"`);
    await runner.query(`ALTER TABLE "session_guest_item" DROP CONSTRAINT "FK_c232d987b84b2e0c79b2b45abfb"`);
    await runner.query(`ALTER TABLE "session_guest" DROP CONSTRAINT "FK_e842427fdb62635960f4b59b8cc"`);
    await runner.query(`ALTER TABLE "session_guest" DROP CONSTRAINT "FK_ff717d818ede0b4fc6d37ac97db"`);
    await runner.query(`ALTER TABLE "session_guest" DROP CONSTRAINT "FK_ef323af670a2619ee25d69d6b49"`);
    await runner.query(`DROP INDEX "public"."IDX_5a2182369f29258eea6b75582e"`);
    await runner.query(`DROP TABLE "session_guest_item"`);
    await runner.query(`DROP INDEX "public"."session_guest_once"`);
    await runner.query(`DROP INDEX "public"."session_guest_one_substitute"`);
    await runner.query(`DROP INDEX "public"."IDX_ff717d818ede0b4fc6d37ac97d"`);
    await runner.query(`DROP TABLE "session_guest"`);
  }
}
