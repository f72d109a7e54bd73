import { Cabinet } from '../support/cabinet.js';
import { openJune } from '../support/june.js';
import type { Person, Schema } from '../support/person.js';

type Statistics = Schema['StatisticsDto'];

describe('the figures of a session', () => {
  let cabinet: Cabinet;
  let secretary: Person;
  let chair: Person;
  let sessionId = '';
  let items: Schema['AgendaItemDto'][] = [];

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    secretary = await cabinet.person('thu-ky');
    const { sessions } = await secretary.get<Schema['SessionsDto']>(`/bodies/${secretary.bodyId}/sessions`);
    sessionId = sessions.find((session) => session.title.includes('24/6/2019'))?.id ?? '';
  });
  afterAll(() => cabinet.close());

  const figures = (person: Person): Promise<Statistics> => person.get(`/sessions/${sessionId}/statistics`);
  const memberOf = (statistics: Statistics, person: Person) => statistics.members.find(({ memberId }) => memberId === person.memberId);
  /** A turn that took so many seconds, as it stands when it is over. */
  const spoke = (itemId: string, turn: { memberId?: string; name?: string; kind: string; seconds: number; state?: string }): Promise<unknown[]> =>
    cabinet.rows(`insert into turn (session_id, item_id, member_id, name, kind, state, "order", minutes, asked_at, started_at, ended_at)
      values ($1, $2, $3, $4, $5, $6, 0, 5, '2019-06-24T01:00:00Z', '2019-06-24T01:00:00Z', '2019-06-24T01:00:00Z'::timestamptz + make_interval(secs => $7))`,
    [sessionId, itemId, turn.memberId ?? null, turn.name ?? null, turn.kind, turn.state ?? 'done', turn.seconds]);

  it('are not there before the session has begun, and never for who may not see the session', async () => {
    expect(await secretary.refused('GET', `/sessions/${sessionId}/statistics`)).toBe('409 sessionNotBegun');
    ({ chair, sessionId } = await openJune(cabinet));
    ({ items } = await secretary.get<Schema['SessionDto']>(`/sessions/${sessionId}`));
    expect(await (await cabinet.person('ubnd-chu-tich')).refused('GET', `/sessions/${sessionId}/statistics`)).toBe('404 notFound');
  });

  it('count who came, how, and who left when', async () => {
    const [leaver, online] = [await cabinet.person('thong-doc'), await cabinet.person('tong-thanh-tra')];
    await online.do('POST', `/sessions/${sessionId}/attendance`, { memberId: online.memberId, act: 'leave' });
    await online.do('POST', `/sessions/${sessionId}/attendance`, { memberId: online.memberId, act: 'checkIn', mode: 'online' });
    await leaver.do('POST', `/sessions/${sessionId}/attendance`, { memberId: leaver.memberId, act: 'leave' });
    const statistics = await figures(leaver);
    const states = statistics.members.map(({ state }) => state);
    const count = (state: string): number => states.filter((each) => each === state).length;
    expect(statistics.members).toHaveLength(27);
    // 21 checked in: one of them online, one of the others left. Six were absent.
    expect(statistics.attendance).toEqual({ members: 27, room: 20, online: 1, left: 1, absenceApproved: count('absenceApproved'), substituted: count('substituted'), missing: 6 - count('absenceApproved') - count('substituted') });
    expect(memberOf(statistics, leaver)).toMatchObject({ state: 'left', mode: 'room', leftAt: expect.any(String) as string });
    expect(memberOf(statistics, online)).toMatchObject({ state: 'checkedIn', mode: 'online', leftAt: null });
    expect(statistics.members.map(({ seatNumber }) => seatNumber)).toEqual([...statistics.members.map(({ seatNumber }) => seatNumber)].sort((left, right) => left - right));
  });

  it('add up turns by member and by item; what a substitute said is the member’s and told apart', async () => {
    const [governor, health] = [await cabinet.person('thong-doc'), await cabinet.person('bo-truong-y-te')];
    const [first = '', second = ''] = items.map(({ id }) => id);
    await spoke(first, { memberId: governor.memberId, kind: 'speech', seconds: 65 });
    await spoke(first, { memberId: governor.memberId, kind: 'pointOfOrder', seconds: 20 });
    await spoke(second, { memberId: governor.memberId, kind: 'intervention', seconds: 15 });
    await spoke(second, { memberId: health.memberId, name: 'Thứ trưởng Bộ Y tế', kind: 'speech', seconds: 90 });
    await spoke(first, { name: 'Vụ trưởng', kind: 'presentation', seconds: 600 });
    await spoke(second, { name: 'Vụ trưởng', kind: 'presentation', seconds: 60 });
    // Who took their hand down did not speak.
    await spoke(first, { memberId: chair.memberId, kind: 'speech', seconds: 30, state: 'withdrawn' });
    const statistics = await figures(chair);
    expect(memberOf(statistics, governor)).toMatchObject({ turns: 3, seconds: 100, pointsOfOrder: 1, interventions: 1, substituteTurns: 0 });
    expect(memberOf(statistics, health)).toMatchObject({ turns: 1, seconds: 90, substituteTurns: 1 });
    expect(memberOf(statistics, chair)).toMatchObject({ turns: 0, seconds: 0 });
    expect(statistics.speakers).toEqual([{ name: 'Vụ trưởng', turns: 2, seconds: 660 }]);
    expect(statistics.items.slice(0, 3).map(({ turns }) => turns)).toEqual([3, 3, 0]);
  });

  it('hold the time each item took against the time it was given', async () => {
    const [first = '', second = ''] = items.map(({ id }) => id);
    await cabinet.rows(`insert into item_time (session_id, item_id, started_at, ended_at) values
      ($1, $2, '2019-06-24T01:00:00Z', '2019-06-24T01:10:00Z'), ($1, $2, '2019-06-24T02:00:00Z', '2019-06-24T02:02:30Z'), ($1, $3, '2019-06-24T01:10:00Z', '2019-06-24T01:11:00Z')`, [sessionId, first, second]);
    const statistics = await figures(secretary);
    expect(statistics.items.map(({ usedSeconds }) => usedSeconds)).toEqual([750, 60, 0, 0, 0, 0, 0]);
    expect(statistics.items.map(({ number, minutes }) => [number, minutes])).toEqual(items.map(({ number, minutes }) => [number, minutes]));
  });

  it('give votes with their arithmetic once they are published, and to who runs the session after the close', async () => {
    const member = await cabinet.person('bo-truong-tai-chinh');
    const motion = await chair.do<Schema['MotionDto']>('POST', `/items/${items[0]?.id ?? ''}/vote`, {});
    for (const username of ['thu-tuong', 'bo-truong-tai-chinh', 'bo-truong-tu-phap']) await (await cabinet.person(username)).do('POST', `/motions/${motion.id}/ballots`, { choice: username === 'bo-truong-tu-phap' ? 'disagree' : 'agree' });
    expect((await figures(chair)).votes).toMatchObject([{ motionId: motion.id, state: 'open', itemNumbers: ['1'], result: null }]);
    await chair.do('POST', `/motions/${motion.id}/close`);
    expect((await figures(member)).votes[0]?.result).toBeNull();
    expect((await figures(chair)).votes[0]?.result).not.toBeNull();
    await chair.do('POST', `/motions/${motion.id}/publish`);
    expect((await figures(member)).votes[0]?.result).toEqual({ tally: { agree: 2, disagree: 1, otherOpinion: 0, abstain: 0, notVoted: 24, recused: 0 }, base: 27, needed: 14, outcome: 'rejected', decidedBy: 'majority', tie: false, options: null });
  });

  it('tell an invitee of their own items alone, and of no member and no vote', async () => {
    const invitee = await cabinet.person('moi-bo-cong-thuong');
    const { items: own } = await invitee.get<Schema['SessionDto']>(`/sessions/${sessionId}`);
    const statistics = await figures(invitee);
    expect(own.length).toBeGreaterThan(0);
    expect(statistics.items.map(({ itemId }) => itemId)).toEqual(own.map(({ id }) => id));
    const isKnown = (index: number): boolean => own.some(({ id }) => id === items[index]?.id);
    const turns = Number(isKnown(0)) + Number(isKnown(1));
    expect(statistics.speakers.map((speaker) => speaker.turns)).toEqual(turns === 0 ? [] : [turns]);
    expect(statistics).toMatchObject({ members: [], votes: [], attendance: null });
    expect(JSON.stringify(statistics)).not.toContain(items.find(({ id }) => own.every((item) => item.id !== id))?.title ?? '-');
    expect((await figures(await cabinet.person('du-thay-y-te'))).members).toHaveLength(27);
  });
});
