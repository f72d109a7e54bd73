import type { Queryable } from '../../database/transactor.js';
import type { OccasionKind } from '../domain/occasions.js';

/** Whom an occasion is told to. */
export interface Recipient {
  accountId: string;
  /** The member it is about: the person, or whom the person assists. */
  memberId: string | null;
}

/** Members who are asked and hold their seat now. Who has answered waits for nothing. */
const ASKED_SQL = `select distinct r.account_id as "accountId", o.member_id as "memberId" from opinion_member o join opinion_request q on q.id = o.request_id and q.sent_at is not null
  join account_right r on r.member_id = o.member_id and r.body_id = q.body_id and 'member' = any(r.roles) where o.request_id = $1 and (not $2 or (q.state = 'sent' and o.state not in ('answered', 'deemed')))`;

/** Members who are invited and hold their seat now, and guests who are let in. */
const INVITED_SQL = `select distinct r.account_id as "accountId", a.member_id as "memberId" from attendance a join session s on s.id = a.session_id and s.sent_at is not null
    join account_right r on r.member_id = a.member_id and r.body_id = s.body_id and 'member' = any(r.roles) where s.id = $1
  union select g.account_id, null from account_guest g where g.session_id = $1`;

const ASSISTANTS_SQL = `select h.account_id as "accountId", h.member_id as "memberId" from member_assistant h
  join account_right r on r.account_id = h.account_id and r.body_id = h.body_id and 'assistant' = any(r.roles) where h.member_id = any($1)`;

/** Kinds that ask for an answer which is still missing. */
export const WAITS_FOR_ANSWER: readonly OccasionKind[] = ['requestSent', 'requestExtended', 'requestDue', 'requestOverdue', 'requestReminded'];

/** Those asked, each with the assistants of the member. */
export async function askedOf(from: Queryable, requestId: string, onlyMissing: boolean): Promise<Recipient[]> {
  return withAssistants(from, await from.query<Recipient>(ASKED_SQL, [requestId, onlyMissing]));
}

/** Those invited to a session: members with their assistants, and guests. */
export async function invitedTo(from: Queryable, sessionId: string): Promise<Recipient[]> {
  return withAssistants(from, await from.query<Recipient>(INVITED_SQL, [sessionId]));
}

/** Members come first: who is asked and also assists another is told as the member. */
export async function withAssistants(from: Queryable, members: readonly Recipient[]): Promise<Recipient[]> {
  const memberIds = members.flatMap(({ memberId }) => (memberId === null ? [] : [memberId]));
  const assistants = memberIds.length > 0 ? await from.query<Recipient>(ASSISTANTS_SQL, [memberIds]) : [];
  const all = new Map<string, Recipient>();
  for (const recipient of [...members, ...assistants]) if (!all.has(recipient.accountId)) all.set(recipient.accountId, recipient);
  return [...all.values()];
}
