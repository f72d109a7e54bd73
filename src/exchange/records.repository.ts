import { Injectable } from '@nestjs/common';
import type { Queryable } from '../database/transactor.js';
import { StepUpEvidenceReader } from '../identity/step-up/evidence.js';

/** An instant as the rows of the log write theirs: UTC, milliseconds. */
const instant = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** A closed motion as the database shows it now. (docs/export-format.md, Records) */
const MOTIONS_SQL = `select json_build_object('id', m.id, 'bodyId', m.body_id, 'state', m.state, 'question', m.question, 'openedAt', ${instant('m.opened_at')}, 'closedAt', ${instant('m.closed_at')}, 'publishedAt', ${instant('m.published_at')}, 'decision', m.decision,
    'roll', (select json_agg(json_build_object('memberId', r.member_id, 'isChair', r.is_chair) order by r.member_id) from motion_roll r where r.motion_id = m.id),
    'ballots', (select coalesce(json_agg(jsonb_build_object('memberId', b.member_id, 'choice', b.choice, 'text', b.text, 'channel', b.channel, 'receipt', b.receipt, 'castAt', ${instant('b.cast_at')})
      || case when b.selected is null then '{}' else jsonb_build_object('selected', b.selected) end order by b.member_id), '[]') from ballot b where b.motion_id = m.id)) as record
  from motion m where m.id = any($1) and m.published_at is not null order by m.opened_at, m.id`;

/** A closed request; $2: those whose answers this reader may see. */
const REQUESTS_SQL = `select json_build_object('id', r.id, 'bodyId', r.body_id, 'state', r.state, 'title', r.title, 'sentAt', ${instant('r.sent_at')}, 'dueAt', ${instant('r.due_at')}, 'closedAt', ${instant('r.closed_at')},
    'questions', (select json_agg(json_build_object('id', q.id, 'text', q.text, 'decision', q.decision) order by q."order") from opinion_question q where q.request_id = r.id),
    'asked', (select json_agg(json_build_object('memberId', o.member_id, 'isChair', s.is_chair, 'state', o.state, 'answeredAt', ${instant('o.answered_at')}) order by o.member_id)
      from opinion_member o join member m on m.id = o.member_id join seat s on s.id = m.seat_id where o.request_id = r.id),
    'answers', case when r.is_public or r.id = any($2) then (select coalesce(json_agg(jsonb_build_object('questionId', a.question_id, 'memberId', a.member_id, 'choice', a.choice, 'text', a.text)
      || case when a.selected is null then '{}' else jsonb_build_object('selected', a.selected) end order by a.member_id, a.question_id), '[]')
      from opinion_answer a join opinion_question q on q.id = a.question_id where q.request_id = r.id) end)::jsonb
    || case when (r.is_public or r.id = any($2)) and exists (select 1 from opinion_comment c where c.request_id = r.id) then jsonb_build_object('comments', (select json_agg(json_build_object('memberId', c.member_id, 'questionId', c.question_id, 'weight', c.weight, 'text', c.text) order by c.member_id, c."order")
      from opinion_comment c where c.request_id = r.id)) else '{}' end
    || case when (r.is_public or r.id = any($2)) and exists (select 1 from opinion_file f where f.request_id = r.id and f.is_sent) then jsonb_build_object('files', (select json_agg(json_build_object('memberId', f.member_id, 'sha256', f.sha256) order by f.member_id, f.sha256)
      from opinion_file f where f.request_id = r.id and f.is_sent)) else '{}' end as record
  from opinion_request r where r.id = any($1) and r.closed_at is not null order by r.sent_at, r.id`;

/** Ids whose every row so far is within the log of $2 rows: what is still moving is left out of a log's export. */
const SETTLED_SQL = (name: 'motionId' | 'requestId', last: string): string => `select e.ids->>'${name}' as id from journal_entry e left join journal_log l on l.entry_id = e.id
  where e.body_id = any($1::uuid[]) and e.ids ? '${name}' group by 1 having max(coalesce(l.seq, $2::bigint + 1)) <= $2 and bool_or(e.type = '${last}')`;

/** What the database shows of decisions, to be compared with what the log proves. */
@Injectable()
export class RecordsRepository {
  constructor(private readonly proofs: StepUpEvidenceReader) {}

  /** What shows that the person themselves cast or replied, where they were asked again: of motions and requests the reader may see. */
  async evidence(from: Queryable, ids: { motions: string[]; requests: string[] }): Promise<unknown[]> {
    return [...(await this.proofs.forMotions(from, ids.motions)), ...(await this.proofs.forRequests(from, ids.requests))];
  }

  async motions(from: Queryable, ids: string[]): Promise<unknown[]> {
    return (await from.query<{ record: unknown }>(MOTIONS_SQL, [ids])).map(({ record }) => record);
  }

  /** @param shown requests whose answers the reader may see although they are not public */
  async requests(from: Queryable, ids: string[], shown: string[]): Promise<unknown[]> {
    return (await from.query<{ record: unknown }>(REQUESTS_SQL, [ids, shown])).map(({ record }) => record);
  }

  async settledMotions(from: Queryable, bodyIds: string[], size: number): Promise<string[]> {
    return (await from.query<{ id: string }>(SETTLED_SQL('motionId', 'motion.published'), [bodyIds, size])).map(({ id }) => id);
  }

  async settledRequests(from: Queryable, bodyIds: string[], size: number): Promise<string[]> {
    return (await from.query<{ id: string }>(SETTLED_SQL('requestId', 'request.closed'), [bodyIds, size])).map(({ id }) => id);
  }
}
