import type { SeedContext } from './seed-context.js';
import { COMMITTEE_SEATS, GOVERNMENT_SEATS, GUESTS, SPONSORS, STAFF, type SeedSeat } from './people.js';

/** The two demo bodies. */
export interface SeedBodies {
  government: string;
  committee: string;
}

interface BodyWords {
  name: string;
  nameEn: string;
  shortName: string;
  kind: string;
  ruleSet: string;
  position: number;
}

/** Bodies, seats, members and their accounts. The Government starts under the regulation of 2016; see `renewRegulation`. */
export async function seedBodies(context: SeedContext): Promise<SeedBodies> {
  await account(context, { username: 'quan-tri', name: 'Quản trị hệ thống', nameEn: 'System administrator', administrator: true });
  await account(context, { username: 'quan-tri-2', name: 'Quản trị hệ thống thứ hai', nameEn: 'Second system administrator', administrator: true });
  const government = await body(context, { name: 'Chính phủ', nameEn: 'Government', shortName: 'CP', kind: 'government', ruleSet: 'government-138-2016', position: 1 }, GOVERNMENT_SEATS);
  const committee = await body(context, { name: 'Ủy ban nhân dân tỉnh', nameEn: 'People’s Committee of the province', shortName: 'UBND', kind: 'committee', ruleSet: 'committee', position: 2 }, COMMITTEE_SEATS);
  for (const { username, name, nameEn } of GUESTS) await account(context, { username, name, nameEn, administrator: false });
  const bodies = { government, committee };
  for (const person of STAFF) {
    const id = await account(context, { ...person, administrator: false });
    await context.query('insert into role_assignment (account_id, body_id, role) values ($1, $2, $3)', [id, bodies[person.body], person.role]);
  }
  await context.query(`insert into member_assistant (account_id, body_id, member_id, assigned_by) select a.id, m.body_id, m.id, m.account_id from account a, member m join account minister on minister.id = m.account_id
    where a.username = 'giup-viec' and minister.username = 'bo-truong-y-te' and m.body_id = $1`, [government]);
  for (const { organisation, ...person } of SPONSORS) {
    const id = await account(context, { ...person, administrator: false });
    await context.query(`insert into role_assignment (account_id, body_id, role, organisation) values ($1, $2, 'sponsor', $3)`, [id, government, organisation]);
  }
  return bodies;
}

/** From here on the Government works under the regulation in force today. */
export async function renewRegulation(context: SeedContext, bodyId: string): Promise<void> {
  await context.query(`update body set rule_set_id = (select id from rule_set where key = 'government-191-2026') where id = $1`, [bodyId]);
}

async function body(context: SeedContext, words: BodyWords, seats: SeedSeat[]): Promise<string> {
  const { name, nameEn, shortName, kind, ruleSet, position } = words;
  const [row] = await context.transactor.query<{ id: string }>(
    `insert into body (name, name_en, short_name, kind, rule_set_id, position) select $1, $2, $3, $4, id, $6 from rule_set where key = $5 returning id`,
    [name, nameEn, shortName, kind, ruleSet, position],
  );
  if (!row) throw new Error(`no rule set ${ruleSet}`);
  for (const [index, seat] of seats.entries()) {
    const accountId = await account(context, { username: seat.username, name: seat.title, nameEn: seat.titleEn, administrator: false });
    await context.query(
      `with s as (insert into seat (body_id, number, title, title_en, organisation, is_chair, votes) values ($1, $2, $3, $4, $5, $6, true) returning id)
       insert into member (body_id, seat_id, account_id, name, name_en, from_date) select $1, s.id, $7, $3, $4, '2016-04-08' from s`,
      [row.id, index + 1, seat.title, seat.titleEn, seat.organisation, index === 0, accountId],
    );
  }
  return row.id;
}

async function account(context: SeedContext, person: { username: string; name: string; nameEn: string; administrator: boolean }): Promise<string> {
  const { username, name, nameEn, administrator } = person;
  const [row] = await context.transactor.query<{ id: string }>(
    'insert into account (username, name, name_en, administrator, demo) values ($1, $2, $3, $4, true) returning id',
    [username, name, nameEn, administrator],
  );
  if (!row) throw new Error(`no account ${username}`);
  return row.id;
}
