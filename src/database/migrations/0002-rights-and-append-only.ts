import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has which roles where, in one place; and a journal that nobody changes. */
export class RightsAndAppendOnly1790000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create view account_right as
      with held as (
        select m.account_id, m.body_id, 'member' as role, m.id as member_id, m.seat_id
          from member m join body b on b.id = m.body_id
          where m.account_id is not null and (now() at time zone b.timezone)::date between m.from_date and coalesce(m.until_date, 'infinity')
        union all
        select m.account_id, m.body_id, 'chair', m.id, m.seat_id
          from member m join seat s on s.id = m.seat_id and s.is_chair join body b on b.id = m.body_id
          where m.account_id is not null and (now() at time zone b.timezone)::date between m.from_date and coalesce(m.until_date, 'infinity')
        union all
        select r.account_id, r.body_id, r.role, null, null from role_assignment r
      )
      select account_id, body_id, array_agg(role order by role) as roles,
        (array_agg(member_id) filter (where member_id is not null))[1] as member_id,
        (array_agg(seat_id) filter (where seat_id is not null))[1] as seat_id
      from held group by account_id, body_id`);
    await runner.query(`insert into journal_head (one, seq, numbered_below) values (true, 0, 0)`);
    await runner.query(`create function refuse_change() returns trigger language plpgsql as $$
      begin raise exception 'table % is append-only', tg_table_name using errcode = 'insufficient_privilege'; end $$`);
    for (const table of ['journal_entry', 'journal_log', 'journal_delivery']) {
      await runner.query(`create trigger ${table}_append_only before update or delete or truncate on ${table} for each statement execute function refuse_change()`);
    }
    await runner.query(`create unique index account_username_folded on account (lower(username))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index account_username_folded`);
    for (const table of ['journal_entry', 'journal_log', 'journal_delivery']) await runner.query(`drop trigger ${table}_append_only on ${table}`);
    await runner.query(`drop function refuse_change()`);
    await runner.query(`delete from journal_head`);
    await runner.query(`drop view account_right`);
  }
}
