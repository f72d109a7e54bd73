import type { Cabinet } from './cabinet.js';
import { ABSENT, IN_ROOM, openJune } from './june.js';
import type { Schema } from './person.js';

/** A vote and a written opinion, both decided: 24 agree of 27, one has another opinion, two do not vote; four of five answer. */
export interface Decided {
  motionId: string;
  requestId: string;
  sessionId: string;
  itemId: string;
}

/** Plays both through HTTP: the vote of 24 June 2019, and a public request that is closed when all but one have answered and its deadline is over. */
export async function decide(cabinet: Cabinet): Promise<Decided> {
  const { motionId, sessionId, itemId, secretary, chair } = await openJune(cabinet);
  await secretary.do('POST', `/motions/${motionId}/open`);
  const voters = [...IN_ROOM, ...ABSENT.slice(0, 4)];
  for (const [index, username] of voters.entries()) {
    const person = await cabinet.person(username);
    const ballot = index === 24 ? { choice: 'otherOpinion', text: 'Đề nghị bổ sung Điều 5' } : { choice: 'agree' };
    await person.do('POST', `/motions/${motionId}/ballots`, ballot);
  }
  await chair.do('POST', `/motions/${motionId}/close`);
  await chair.do('POST', `/motions/${motionId}/publish`);
  const { seats } = await secretary.get<Schema['SeatsDto']>(`/bodies/${secretary.bodyId}/seats`);
  const memberIds = seats.slice(0, 5).map((seat) => seat.member?.id ?? '');
  const draft = { title: 'Dự thảo Nghị định', questions: [{ text: 'Đồng ý ban hành' }, { text: 'Đồng ý hiệu lực từ 01/01/2027' }], memberIds, workingDays: 3, isPublic: true };
  const { id: requestId } = await secretary.do<Schema['OpinionRequestDto']>('POST', `/bodies/${secretary.bodyId}/opinion-requests`, draft);
  for (const [person, act] of [[secretary, 'submit'], [chair, 'approve'], [secretary, 'send']] as const) await person.do('POST', `/opinion-requests/${requestId}/acts`, { act });
  const { questions } = await secretary.get<Schema['OpinionRequestDto']>(`/opinion-requests/${requestId}`);
  for (const username of IN_ROOM.slice(0, 4)) {
    const answers = questions.map(({ id }, index) => (index === 1 && username === 'thu-tuong' ? { questionId: id, choice: 'otherOpinion', text: 'Từ 01/7/2027' } : { questionId: id, choice: 'agree' }));
    const person = await cabinet.person(username);
    if ((await person.ask('PUT', `/opinion-requests/${requestId}/reply`, { answers, send: true })).status === 404) continue;
  }
  await overdue(cabinet, requestId);
  await secretary.do('POST', `/opinion-requests/${requestId}/acts`, { act: 'close' });
  return { motionId, requestId, sessionId, itemId };
}

/** Puts a deadline in the past, and tells the log of it as an import does: else whoever checks the log finds the deadline changed. */
async function overdue(cabinet: Cabinet, requestId: string): Promise<void> {
  await cabinet.rows(`with moved as (update opinion_request set due_at = date_trunc('milliseconds', now()) - interval '1 second' where id = $1 returning id, body_id, due_at)
    insert into journal_entry (xid, type, audiences, body_id, ids, facts) select pg_current_xact_id()::text::bigint, 'request.changed', '{}', body_id, jsonb_build_object('bodyId', body_id, 'requestId', id),
      jsonb_build_object('act', 'dated', 'dueAt', to_char(due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) from moved`, [requestId]);
}
