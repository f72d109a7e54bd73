import { createHash, randomBytes } from 'node:crypto';
import type { Cabinet } from './cabinet.js';
import { Person } from './person.js';

/** What is needed of a cabinet to put a body into it. */
type Ground = Pick<Cabinet, 'rows' | 'person' | 'url'>;

/** A large body in session with a prepared motion: everybody is signed in. */
export interface Council {
  bodyId: string;
  sessionId: string;
  itemId: string;
  motionId: string;
  secretary: Person;
  voters: Person[];
  /** The members of `voters`, in the same order. */
  memberIds: string[];
  /** Another prepared motion on the same item. */
  putAgain(): Promise<string>;
}

const RULE = { quorum: { numerator: 0, denominator: 1 } };

/** Makes a body of so many voters and a chair, in session; rows are written by SQL, since only what follows is tested. */
export async function makeCouncil(cabinet: Ground, voters: number): Promise<Council> {
  const [body] = await cabinet.rows<{ id: string; rule: string }>(
    `with r as (insert into rule_set (key, name, name_en, citation, citation_en, custom, settings)
       select 'council', 'Hội đồng', 'Council', 'QC', 'WR', true, settings || $1 from rule_set where key = 'government-138-2016' returning id)
     insert into body (name, name_en, short_name, kind, rule_set_id) select 'Hội đồng', 'Council', 'HĐ', 'council', id from r returning id, rule_set_id as rule`,
    [JSON.stringify(RULE)],
  );
  const bodyId = body?.id ?? '';
  const members = await cabinet.rows<{ id: string; account_id: string; number: number }>(
    `with a as (insert into account (username, name, demo) select 'council-' || n, 'Đại biểu ' || n, false from generate_series(0, $2::int) n returning id, username),
       s as (insert into seat (body_id, number, title, is_chair) select $1, n + 1, 'Đại biểu ' || n, n = 0 from generate_series(0, $2::int) n returning id, number)
     insert into member (body_id, seat_id, account_id, name, from_date)
       select $1, s.id, a.id, a.username, '2016-01-01' from s join a on a.username = 'council-' || (s.number - 1) returning id, account_id, (select number from s where s.id = seat_id) as number`,
    [bodyId, voters],
  );
  members.sort((left, right) => left.number - right.number);
  const secretary = await cabinet.person('thu-ky');
  await cabinet.rows(`insert into role_assignment (account_id, body_id, role) values ($1, $2, 'secretariat')`, [secretary.me.id, bodyId]);
  const [session] = await cabinet.rows<{ id: string; item: string }>(
    `with s as (insert into session (body_id, rule_set_id, title, kind, state, starts_at, ends_at, place, sent_at, opened_at)
       values ($1, $2, 'Kỳ họp', 'regular', 'inSession', now(), now() + interval '3 hours', 'Hội trường', now(), now()) returning id)
     insert into agenda_item (session_id, body_id, "order", title, kind) select id, $1, 0, 'Nghị quyết', 'decision' from s returning session_id as id, id as item`,
    [bodyId, body?.rule],
  );
  const itemId = session?.item ?? '';
  const putAgain = async (): Promise<string> => (await secretary.do<{ id: string }>('POST', `/items/${itemId}/motions`, { question: 'Thông qua Nghị quyết' })).id;
  const people = await signInAll(cabinet, members.slice(1));
  return { bodyId, sessionId: session?.id ?? '', itemId, motionId: await putAgain(), secretary, voters: people, memberIds: members.slice(1).map((member) => member.id), putAgain };
}

async function signInAll(cabinet: Ground, members: { account_id: string }[]): Promise<Person[]> {
  const tokens = members.map(() => randomBytes(32).toString('base64url'));
  const hashes = tokens.map((token) => createHash('sha256').update(token).digest());
  await cabinet.rows(
    `insert into account_session (token_hash, account_id, expires_at, user_agent) select t.hash, t.account, now() + interval '1 hour', 'test' from unnest($1::bytea[], $2::uuid[]) as t(hash, account)`,
    [hashes, members.map((member) => member.account_id)],
  );
  return tokens.map((token) => Person.known(cabinet, `ecabinet=${token}`));
}
