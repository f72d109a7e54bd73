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
  await cabinet.rows(`update opinion_request set due_at = now() - interval '1 second' where id = $1`, [requestId]);
  await secretary.do('POST', `/opinion-requests/${requestId}/acts`, { act: 'close' });
  return { motionId, requestId, sessionId, itemId };
}
