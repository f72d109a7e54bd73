import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who asks stands in the setting `app.actor` of the transaction: an account's id, `system` for what no person asked for, and
 * nothing at all where it was forgotten: then there are no rows. The sets of bodies are asked once for each statement.
 */
const FUNCTIONS = [
  `create function app_is_system() returns boolean language sql stable as $$ select coalesce(current_setting('app.actor', true), '') = 'system' $$`,
  `create function app_account() returns uuid language sql stable as $$ select case when current_setting('app.actor', true) ~ '^[0-9a-f-]{36}$' then current_setting('app.actor', true)::uuid end $$`,
  `create function app_bodies(wanted text[]) returns uuid[] language sql stable as $$ select coalesce(array_agg(r.body_id), '{}') from account_right r where r.account_id = app_account() and r.roles && wanted $$`,
  `create function app_members() returns uuid[] language sql stable as $$ select coalesce(array_agg(r.member_id), '{}') from account_right r where r.account_id = app_account() and r.member_id is not null $$`,
  `create function app_recused_items() returns uuid[] language sql stable as $$ select coalesce(array_agg(item_id), '{}') from recusal where member_id = any(app_members()) $$`,
  // Who has voted is known while the vote is open; what they chose is not.
  `create function motion_voters(motion uuid) returns setof uuid language sql stable security definer set app.actor = 'system' set search_path = public, pg_temp as $$ select member_id from ballot where motion_id = motion $$`,
];

const READERS = `array['member','chair','secretariat','officer','clerk','assistant']`;
const OFFICE = `array['secretariat','officer','clerk']`;
const reads = `any((select app_bodies(${READERS}))::uuid[])`;
const office = `any((select app_bodies(${OFFICE}))::uuid[])`;
const runs = `any((select app_bodies(array['secretariat','chair']))::uuid[])`;
const prepares = `any((select app_bodies(array['secretariat','officer','chair']))::uuid[])`;
const mine = `any((select app_members())::uuid[])`;
const system = '(select app_is_system())';

const POLICIES: Record<string, string[]> = {
  paper: [
    `for all using (${system} or (body_id = ${reads} and (state = 'released' or body_id = ${office}) and (item_id is null or not (item_id = any((select app_recused_items())::uuid[]))))) with check (${system} or body_id = ${office})`,
  ],
  paper_version: [`for all using (${system} or (body_id = ${reads} and (released_at is not null or body_id = ${office}))) with check (${system} or body_id = ${office})`],
  ballot: [
    `for select using (${system} or member_id = ${mine} or exists (select 1 from motion m where m.id = motion_id and m.body_id = ${reads} and (m.published_at is not null or (m.closed_at is not null and m.body_id = ${runs}))))`,
    `for insert with check (${system})`,
    `for update using (${system}) with check (${system})`,
  ],
  opinion_answer: [
    `for select using (${system} or member_id = ${mine} or exists (select 1 from opinion_question q join opinion_request r on r.id = q.request_id
      where q.id = question_id and r.closed_at is not null and (r.body_id = ${prepares} or (r.is_public and r.body_id = ${reads}))))`,
    `for insert with check (${system} or member_id = ${mine})`,
  ],
  opinion_draft: [`for all using (${system} or member_id = ${mine}) with check (${system} or member_id = ${mine})`],
  opinion_request: [
    `for all using (${system} or body_id = ${prepares} or (sent_at is not null and body_id = ${reads} and exists (select 1 from opinion_member o where o.request_id = id and o.member_id = ${mine})))
      with check (${system} or body_id = ${prepares})`,
  ],
  journal_private: [`for select using (${system})`, `for insert with check (true)`],
};

/** Row level security behind papers, opinions and ballots: what the rules of the program let through by mistake, the database does not. */
export class RowsByRight1790000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of FUNCTIONS) await runner.query(statement);
    for (const [table, policies] of Object.entries(POLICIES)) {
      await runner.query(`alter table ${table} enable row level security`);
      await runner.query(`alter table ${table} force row level security`);
      for (const [index, policy] of policies.entries()) await runner.query(`create policy ${table}_${index + 1} on ${table} ${policy}`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, policies] of Object.entries(POLICIES)) {
      for (const index of policies.keys()) await runner.query(`drop policy ${table}_${index + 1} on ${table}`);
      await runner.query(`alter table ${table} no force row level security`);
      await runner.query(`alter table ${table} disable row level security`);
    }
    for (const name of ['motion_voters(uuid)', 'app_recused_items()', 'app_members()', 'app_bodies(text[])', 'app_account()', 'app_is_system()']) await runner.query(`drop function ${name}`);
  }
}
