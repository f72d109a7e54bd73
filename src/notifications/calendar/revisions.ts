import type { Tx } from '../../database/transactor.js';

/** What a calendar shows of a session `s`: another one is a change. */
export const SESSION_MARK = `md5(concat_ws('|', extract(epoch from s.starts_at), extract(epoch from s.ends_at), s.place, s.online_link, s.state in ('cancelled', 'postponed')))`;
/** The same of the deadline of a request `q`. */
export const REQUEST_MARK = `md5(concat_ws('|', extract(epoch from q.due_at), q.state = 'recalled'))`;

/** Ends an insert of marks into `calendar_revision`: a subject that has another mark there is counted one higher. */
export const COUNTED = `on conflict (subject_id) do update set fingerprint = excluded.fingerprint,
    sequence = calendar_revision.sequence + (calendar_revision.fingerprint <> excluded.fingerprint)::int,
    changed_at = case when calendar_revision.fingerprint = excluded.fingerprint then calendar_revision.changed_at else clock_timestamp() end`;

const SESSION_SQL = `insert into calendar_revision (subject_id, fingerprint) select s.id, ${SESSION_MARK} from session s where s.id = $1 and s.sent_at is not null ${COUNTED}`;
const REQUEST_SQL = `insert into calendar_revision (subject_id, fingerprint) select q.id, ${REQUEST_MARK} from opinion_request q where q.id = $1 and q.sent_at is not null ${COUNTED}`;
const TOLD_SQL = 'update calendar_revision set told_sequence = sequence where subject_id = $1 and told_sequence < sequence returning 1 as one';

/** Counts a change of what calendars show of a session. @returns whether there was one, since it was sent first, that this was not said of yet: a calendar may have counted it before */
export async function reviseSession(tx: Tx, sessionId: string): Promise<boolean> {
  await tx.query(SESSION_SQL, [sessionId]);
  return (await tx.query(TOLD_SQL, [sessionId])).length > 0;
}

/** The same of the deadline of a request. */
export async function reviseRequest(tx: Tx, requestId: string): Promise<void> {
  await tx.query(REQUEST_SQL, [requestId]);
}
