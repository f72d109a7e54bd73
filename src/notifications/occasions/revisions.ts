import type { Tx } from '../../database/transactor.js';

const SESSION_SQL = `insert into calendar_revision (subject_id, fingerprint)
  select id, md5(concat_ws('|', extract(epoch from starts_at), extract(epoch from ends_at), place, online_link, state in ('cancelled', 'postponed'))) from session where id = $1 and sent_at is not null
  on conflict (subject_id) do update set fingerprint = excluded.fingerprint, sequence = calendar_revision.sequence + 1, changed_at = clock_timestamp()
  where calendar_revision.fingerprint <> excluded.fingerprint returning sequence`;

const REQUEST_SQL = `insert into calendar_revision (subject_id, fingerprint) select id, md5(concat_ws('|', extract(epoch from due_at), state = 'recalled')) from opinion_request where id = $1 and sent_at is not null
  on conflict (subject_id) do update set fingerprint = excluded.fingerprint, sequence = calendar_revision.sequence + 1, changed_at = clock_timestamp()
  where calendar_revision.fingerprint <> excluded.fingerprint returning sequence`;

/** Counts a change of what calendars show of a session. @returns whether there was one since it was sent first */
export async function reviseSession(tx: Tx, sessionId: string): Promise<boolean> {
  const [revision] = await tx.query<{ sequence: number }>(SESSION_SQL, [sessionId]);
  return revision !== undefined && revision.sequence > 0;
}

/** The same of the deadline of a request. */
export async function reviseRequest(tx: Tx, requestId: string): Promise<void> {
  await tx.query(REQUEST_SQL, [requestId]);
}
