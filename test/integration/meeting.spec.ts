import { hasPassed, verifyExport } from '../../src/verifier/verify.js';
import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import { ABSENT, IN_ROOM, juneSession, openJune } from '../support/june.js';
import type { Person, Schema } from '../support/person.js';

type Motion = Schema['MotionDto'];

describe('a meeting: what is adopted without discussion, who speaks, and votes of every kind', () => {
  let cabinet: Cabinet;
  let secretary: Person;
  let chair: Person;
  let sessionId = '';
  let items: Schema['AgendaItemDto'][] = [];

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    ({ secretary, chair, sessionId } = await openJune(cabinet));
    ({ items } = await juneSession(secretary));
  });
  afterAll(() => cabinet.close());

  const itemAt = (index: number): string => items[index]?.id ?? '';
  const session = (person: Person): Promise<Schema['SessionDto']> => person.get(`/sessions/${sessionId}`);
  const floor = (person: Person): Promise<Schema['FloorDto']> => person.get(`/sessions/${sessionId}/floor`);
  const list = (person: Person): Promise<Schema['ConsentListDto']> => person.get(`/sessions/${sessionId}/consent-list`);
  const start = (itemId: string | null): Promise<unknown> => chair.do('PUT', `/sessions/${sessionId}/current-item`, { itemId });
  const castAll = async (motionId: string, usernames: readonly string[], ballot: object): Promise<void> => {
    for (const username of usernames) await (await cabinet.person(username)).do('POST', `/motions/${motionId}/ballots`, ballot);
  };
  const finish = async (motionId: string): Promise<Motion> => {
    await chair.do('POST', `/motions/${motionId}/close`);
    return chair.do('POST', `/motions/${motionId}/publish`);
  };

  describe('the consent list', () => {
    it('is empty while members are silent and the regulation does not take silence for consent', async () => {
      const { items: all, bySilence } = await list(secretary);
      expect(bySilence).toBe(false);
      expect(all.map(({ off }) => off)).toEqual(['silence', 'silence', 'wishToSpeak', 'objection', 'silence', 'silence', 'oral']);
    });

    it('forms itself from positions: what nobody objects to is on it', async () => {
      const members = await cabinet.rows<{ member_id: string }>('select member_id from attendance where session_id = $1', [sessionId]);
      for (const index of [1, 4, 5]) {
        await cabinet.rows(`insert into position (item_id, member_id, stand) select $1, unnest($2::uuid[]), 'noObjection'`, [itemAt(index), members.map((row) => row.member_id)]);
      }
      expect((await list(secretary)).items.filter(({ off }) => off === null).map(({ itemId }) => itemId)).toEqual([itemAt(1), itemAt(4), itemAt(5)]);
      expect((await session(chair)).nextStep).toEqual({ step: 'adoptConsentList', itemId: null, motionId: null });
      expect((await session(await cabinet.person('thong-doc'))).nextStep).toBeNull();
    });

    it('loses an item that any member pulls off, and only that member puts it back', async () => {
      const [one, other] = [await cabinet.person('thong-doc'), await cabinet.person('bo-truong-tu-phap')];
      await one.do('PUT', `/items/${itemAt(4)}/consent-pull`);
      await other.do('PUT', `/items/${itemAt(4)}/consent-pull`);
      const pulled = (await list(other)).items.find(({ itemId }) => itemId === itemAt(4));
      expect(pulled).toMatchObject({ off: 'pulled', pulledBy: { memberId: one.memberId }, can: { pull: false, restore: false } });
      expect(await other.refused('DELETE', `/items/${itemAt(4)}/consent-pull`)).toBe('404 notFound');
      expect(await secretary.refused('PUT', `/items/${itemAt(4)}/consent-pull`)).toBe('403 notAllowed');
      const body = { itemIds: [itemAt(1), itemAt(4), itemAt(5)], question: 'Thông qua danh mục' };
      expect(await chair.refused('POST', `/sessions/${sessionId}/consent-list/vote`, body)).toBe('409 consentListChanged');
      await one.do('DELETE', `/items/${itemAt(4)}/consent-pull`);
    });

    it('is adopted with one vote: what is for information is noted; nothing is pulled off meanwhile', async () => {
      const body = { itemIds: [itemAt(5), itemAt(4), itemAt(1)], question: 'Thông qua danh mục không thảo luận', questionEn: 'Adopt the consent list' };
      expect(await (await cabinet.person('thong-doc')).refused('POST', `/sessions/${sessionId}/consent-list/vote`, body)).toBe('403 notAllowed');
      const motion = await chair.do<Motion>('POST', `/sessions/${sessionId}/consent-list/vote`, body);
      expect(motion).toMatchObject({ kind: 'consentList', state: 'open', rollCount: 27 });
      expect([...motion.itemIds].sort()).toEqual([...body.itemIds].sort());
      expect(await (await cabinet.person('thong-doc')).refused('PUT', `/items/${itemAt(4)}/consent-pull`)).toBe('409 rollFrozen');
      expect((await session(chair)).nextStep).toMatchObject({ step: 'closeVote', motionId: motion.id });
      await castAll(motion.id, IN_ROOM.slice(0, 20), { choice: 'agree' });
      expect((await finish(motion.id)).result).toMatchObject({ outcome: 'adopted', tally: { agree: 20 } });
      const after = await session(chair);
      expect(after.items.map(({ outcome }) => outcome)).toEqual([null, 'noted', null, null, 'noted', 'noted', null]);
      expect(after.nextStep).toEqual({ step: 'startItem', itemId: itemAt(0), motionId: null });
      expect((await list(chair)).motionId).toBe(motion.id);
      const record = JSON.stringify(await secretary.get(`/motions/${motion.id}/export`));
      expect(hasPassed(verifyExport(record))).toBe(true);
    });
  });

  describe('the floor', () => {
    it('queues those in the room who wished to speak when their item begins, and runs its clock', async () => {
      await start(itemAt(2));
      const { waiting, speaking } = await floor(secretary);
      expect(speaking).toBeNull();
      expect(waiting.map(({ name, kind, minutes, isFirst }) => [name, kind, minutes, isFirst])).toEqual([['Bộ trưởng Bộ Tư pháp', 'speech', 5, true]]);
      expect((await session(secretary)).items[2]?.runningSince).not.toBeNull();
    });

    it('takes hand-ups, once each, and hears a point of order first', async () => {
      const [governor, finance] = [await cabinet.person('thong-doc'), await cabinet.person('bo-truong-tai-chinh')];
      await governor.do('POST', `/items/${itemAt(2)}/turns`, { kind: 'speech' });
      expect(await governor.refused('POST', `/items/${itemAt(2)}/turns`, { kind: 'speech' })).toBe('409 turnWaiting');
      await finance.do('POST', `/items/${itemAt(2)}/turns`, { kind: 'pointOfOrder' });
      expect(await governor.refused('POST', `/items/${itemAt(2)}/turns`, { kind: 'speech', memberId: finance.memberId })).toBe('403 notAllowed');
      expect(await governor.refused('POST', `/items/${itemAt(2)}/turns`, { kind: 'speech', name: 'Ai đó' })).toBe('403 notAllowed');
      await secretary.do('POST', `/items/${itemAt(2)}/turns`, { kind: 'presentation', name: 'Thứ trưởng Bộ Kế hoạch và Đầu tư' });
      expect((await floor(governor)).waiting.map(({ kind, minutes }) => [kind, minutes])).toEqual([['pointOfOrder', 1], ['presentation', 10], ['speech', 5], ['speech', 5]]);
    });

    it('lets one speak at a time; who had the floor has ended, and how long is counted', async () => {
      const member = await cabinet.person('thong-doc');
      const [first, second] = (await floor(chair)).waiting;
      expect(await member.refused('POST', `/turns/${first?.id ?? ''}/acts`, { act: 'start' })).toBe('403 notAllowed');
      await chair.do('POST', `/turns/${first?.id ?? ''}/acts`, { act: 'start' });
      expect(await chair.refused('POST', `/sessions/${sessionId}/acts`, { act: 'end' })).toBe('409 turnStateForbids');
      await Promise.all([chair, secretary].map((person) => person.ask('POST', `/turns/${second?.id ?? ''}/acts`, { act: 'start' })));
      const { speaking, done, spoken } = await floor(member);
      expect([speaking?.id, done.map(({ id }) => id)]).toEqual([second?.id, [first?.id]]);
      expect(spoken.filter(({ turns }) => turns > 0).map(({ name }) => name)).toEqual(['Bộ trưởng Bộ Tài chính']);
      expect(spoken).toHaveLength(27);
      await chair.do('POST', `/turns/${second?.id ?? ''}/acts`, { act: 'extend', minutes: 2 });
      expect((await floor(member)).speaking?.minutes).toBe(12);
    });

    it('moves a turn up, and takes one back for who asked and the office alone', async () => {
      const [governor, finance] = [await cabinet.person('thong-doc'), await cabinet.person('bo-truong-tai-chinh')];
      const mine = (await floor(governor)).waiting.find(({ memberId }) => memberId === governor.memberId);
      await chair.do('POST', `/turns/${mine?.id ?? ''}/acts`, { act: 'move', index: 0 });
      expect((await floor(governor)).waiting[0]?.id).toBe(mine?.id);
      expect(await finance.refused('POST', `/turns/${mine?.id ?? ''}/acts`, { act: 'withdraw' })).toBe('403 notAllowed');
      await governor.do('POST', `/turns/${mine?.id ?? ''}/acts`, { act: 'withdraw' });
      expect(await governor.refused('POST', `/turns/${mine?.id ?? ''}/acts`, { act: 'start' })).toBe('403 notAllowed');
      expect(await chair.refused('POST', `/turns/${mine?.id ?? ''}/acts`, { act: 'start' })).toBe('409 turnStateForbids');
    });

    it('stops with the session: who speaks has ended, the clock stands, and both go on after it', async () => {
      await chair.do('POST', `/sessions/${sessionId}/acts`, { act: 'suspend' });
      expect((await floor(chair)).speaking).toBeNull();
      expect((await session(chair)).items[2]?.runningSince).toBeNull();
      expect(await (await cabinet.person('thong-doc')).refused('POST', `/items/${itemAt(2)}/turns`, { kind: 'speech' })).toBe('409 sessionNotRunning');
      expect((await session(chair)).nextStep?.step).toBe('resume');
      await chair.do('POST', `/sessions/${sessionId}/acts`, { act: 'resume' });
      expect((await session(chair)).items[2]?.runningSince).not.toBeNull();
      const stranger = await cabinet.person('ubnd-chu-tich');
      expect(await stranger.refused('GET', `/sessions/${sessionId}/floor`)).toBe('404 notFound');
    });
  });

  describe('votes', () => {
    it('opens the vote on an item by one act of the chair, with the prepared question or the item itself', async () => {
      await start(itemAt(0));
      const prepared = await chair.do<Motion>('POST', `/items/${itemAt(0)}/vote`, {});
      expect(prepared).toMatchObject({ state: 'open', question: expect.stringContaining('e-Cabinet') as string });
      expect(await chair.refused('POST', `/items/${itemAt(0)}/vote`, {})).toBe('409 ballotOpen');
      await castAll(prepared.id, IN_ROOM.slice(0, 13), { choice: 'agree' });
      expect((await finish(prepared.id)).result?.outcome).toBe('rejected');
      expect(await chair.refused('POST', `/items/${itemAt(0)}/vote`, {})).toBe('409 itemDecided');
    });

    it('takes no ballot while it is paused, keeps those it had, and goes on', async () => {
      const motion = await chair.do<Motion>('POST', `/items/${itemAt(3)}/vote`, {});
      expect(motion.question).toBe(items[3]?.title);
      const [early, late] = [await cabinet.person('thong-doc'), await cabinet.person('bo-truong-tai-chinh')];
      const kept = await early.do<Schema['ReceiptDto']>('POST', `/motions/${motion.id}/ballots`, { choice: 'agree' });
      await chair.do('POST', `/motions/${motion.id}/pause`);
      expect(await late.refused('POST', `/motions/${motion.id}/ballots`, { choice: 'agree' })).toBe('409 motionPaused');
      expect((await early.do<Schema['ReceiptDto']>('POST', `/motions/${motion.id}/ballots`, { choice: 'agree' })).receipt).toBe(kept.receipt);
      expect(await chair.refused('POST', `/sessions/${sessionId}/acts`, { act: 'end' })).toBe('409 ballotOpen');
      expect((await session(chair)).nextStep?.step).toBe('continueVote');
      await chair.do('POST', `/motions/${motion.id}/continue`);
      await castAll(motion.id, IN_ROOM.filter((username) => username !== 'thong-doc').slice(0, 13), { choice: 'agree' });
      expect((await finish(motion.id)).result).toMatchObject({ outcome: 'adopted', tally: { agree: 14 } });
      expect(hasPassed(verifyExport(JSON.stringify(await secretary.get(`/motions/${motion.id}/export`))))).toBe(true);
    });

    it('chooses among options, refuses too many, and says what each got', async () => {
      const put = { question: 'Chọn phương án tổ chức', kind: 'options', options: [{ label: 'Phương án 1' }, { label: 'Phương án 2' }, { label: 'Phương án 3' }], most: 2, places: 1 };
      expect(await secretary.refused('POST', `/items/${itemAt(2)}/motions`, { ...put, most: 4 })).toBe('422 optionLimitsBad');
      expect(await secretary.refused('POST', `/items/${itemAt(2)}/motions`, { ...put, options: [{ label: 'A' }, { label: 'a ' }] })).toBe('422 optionsBad');
      const { id, options } = await secretary.do<Motion>('POST', `/items/${itemAt(2)}/motions`, put);
      const [one = '', two = '', three = ''] = (options ?? []).map((option) => option.id);
      await chair.do('POST', `/motions/${id}/open`, {});
      const voter = await cabinet.person('thong-doc');
      expect(await voter.refused('POST', `/motions/${id}/ballots`, { choice: 'agree', selected: [one, two, three] })).toBe('422 selectionBad');
      expect(await voter.refused('POST', `/motions/${id}/ballots`, { choice: 'agree' })).toBe('422 selectionBad');
      const first = await voter.do<Schema['ReceiptDto']>('POST', `/motions/${id}/ballots`, { choice: 'agree', selected: [two, one] });
      expect((await voter.do<Schema['ReceiptDto']>('POST', `/motions/${id}/ballots`, { choice: 'agree', selected: [one, two] })).receipt).toBe(first.receipt);
      expect(await voter.refused('POST', `/motions/${id}/ballots`, { choice: 'agree', selected: [one] })).toBe('409 alreadyVoted');
      await castAll(id, IN_ROOM.filter((username) => username !== 'thong-doc').slice(0, 14), { choice: 'agree', selected: [two] });
      await castAll(id, ABSENT.slice(0, 1), { choice: 'abstain' });
      const { result, myBallot } = await finish(id);
      expect(result).toMatchObject({ needed: 14, base: 27, outcome: 'adopted', tally: { agree: 15, abstain: 1, notVoted: 11 } });
      expect(result?.options?.map(({ votes, chosen }) => [votes, chosen])).toEqual([[1, false], [15, true], [0, false]]);
      expect(myBallot?.selected).toEqual([two]);
      const record = JSON.stringify(await secretary.get(`/motions/${id}/export`));
      expect(hasPassed(verifyExport(record))).toBe(true);
      expect(hasPassed(verifyExport(record.replace('"votes":15', '"votes":16')))).toBe(false);
    });

    it('repeats an election among those who were equal for the last place', async () => {
      await cabinet.rows('update agenda_item set outcome = null where id = $1', [itemAt(2)]);
      const put = { question: 'Bầu Tổ kiểm phiếu', kind: 'election', options: [{ label: 'Ông A' }, { label: 'Bà B' }, { label: 'Ông C' }], most: 2, places: 2 };
      const { id, options } = await secretary.do<Motion>('POST', `/items/${itemAt(2)}/motions`, put);
      const [a = '', b = '', c = ''] = (options ?? []).map((option) => option.id);
      await chair.do('POST', `/motions/${id}/open`, {});
      await castAll(id, IN_ROOM.slice(0, 7), { choice: 'agree', selected: [a, b] });
      await castAll(id, IN_ROOM.slice(7, 14), { choice: 'agree', selected: [a, c] });
      await castAll(id, IN_ROOM.slice(14, 21), { choice: 'agree', selected: [b, c] });
      const { result } = await finish(id);
      expect(result?.options?.map(({ votes, tied }) => [votes, tied])).toEqual([[14, true], [14, true], [14, true]]);
      expect(result?.outcome).toBe('undecided');
      const again = await chair.do<Motion>('POST', `/motions/${id}/repeat`);
      expect(again).toMatchObject({ repeats: id, most: 2, places: 2 });
      expect(again.options).toHaveLength(3);
    });

    it('decides a block of items at once', async () => {
      await cabinet.rows('update agenda_item set outcome = null where session_id = $1', [sessionId]);
      await cabinet.rows(`update motion set state = 'annulled' where state = 'prepared'`);
      expect(await secretary.refused('POST', `/items/${itemAt(2)}/motions`, { question: 'Biểu quyết chung', kind: 'block' })).toBe('422 blockTooSmall');
      const { id } = await secretary.do<Motion>('POST', `/items/${itemAt(2)}/motions`, { question: 'Biểu quyết chung', kind: 'block', itemIds: [itemAt(3), itemAt(4)] });
      await chair.do('POST', `/motions/${id}/open`, {});
      await castAll(id, IN_ROOM.slice(0, 14), { choice: 'agree' });
      await finish(id);
      expect((await session(chair)).items.map(({ outcome }) => outcome)).toEqual([null, null, 'approved', 'approved', 'noted', null, null]);
      expect((await session(chair)).items[3]?.motions.some((motion) => motion.id === id)).toBe(true);
      expect(hasPassed(verifyExport(JSON.stringify(await secretary.get(`/motions/${id}/export`))))).toBe(true);
    });

    it('lets the secretariat enter a roll-call, names who entered it, and never touches a ballot the member cast', async () => {
      const { id } = await secretary.do<Motion>('POST', `/items/${itemAt(0)}/motions`, { question: 'Gọi tên biểu quyết' });
      await chair.do('POST', `/motions/${id}/open`, { rollCall: true });
      const [self, called] = [await cabinet.person('thong-doc'), await cabinet.person('bo-truong-y-te')];
      await self.do('POST', `/motions/${id}/ballots`, { choice: 'disagree' });
      expect(await secretary.refused('POST', `/motions/${id}/roll-call`, { memberId: self.memberId, choice: 'agree' })).toBe('409 castByMember');
      expect(await chair.refused('POST', `/motions/${id}/roll-call`, { memberId: called.memberId, choice: 'agree' })).toBe('403 notAllowed');
      await secretary.do('POST', `/motions/${id}/roll-call`, { memberId: called.memberId, choice: 'disagree' });
      await secretary.do('POST', `/motions/${id}/roll-call`, { memberId: called.memberId, choice: 'agree' });
      expect((await called.get<Motion>(`/motions/${id}`)).myBallot).toMatchObject({ choice: 'agree', entered: true });
      for (const username of IN_ROOM.filter((name) => name !== 'thong-doc')) await secretary.do('POST', `/motions/${id}/roll-call`, { memberId: (await cabinet.person(username)).memberId, choice: 'agree' });
      const { result } = await finish(id);
      expect(result?.tally).toMatchObject({ agree: 21, disagree: 1 });
      expect(result?.ballots.filter(({ channel }) => channel === 'rollCall')).toHaveLength(21);
      expect(hasPassed(verifyExport(JSON.stringify(await secretary.get(`/motions/${id}/export`))))).toBe(true);
      const plain = await secretary.do<Motion>('POST', `/items/${itemAt(1)}/motions`, { question: 'Biểu quyết thường' });
      await chair.do('POST', `/motions/${plain.id}/open`, {});
      expect(await secretary.refused('POST', `/motions/${plain.id}/roll-call`, { memberId: called.memberId, choice: 'agree' })).toBe('409 rollCallOff');
      await chair.do('POST', `/motions/${plain.id}/annul`, { reason: 'Thử xong' });
    });
  });

  it('ends, and is concluded by the chair alone when every decision item has an outcome', async () => {
    await chair.do('POST', `/sessions/${sessionId}/acts`, { act: 'end' });
    await cabinet.rows(`update agenda_item set outcome = null where id = $1`, [itemAt(3)]);
    expect(await chair.refused('POST', `/sessions/${sessionId}/acts`, { act: 'conclude' })).toBe('409 outcomesMissing');
    expect((await session(chair)).nextStep).toMatchObject({ step: 'recordOutcome', itemId: itemAt(3) });
    await secretary.do('PUT', `/items/${itemAt(3)}/outcome`, { outcome: 'deferred' });
    expect(await secretary.refused('POST', `/sessions/${sessionId}/acts`, { act: 'conclude' })).toBe('403 notAllowed');
    await chair.do('POST', `/sessions/${sessionId}/acts`, { act: 'conclude' });
    expect((await session(chair)).state).toBe('concluded');
  });

  it('left a row in the journal for each, and no warning in the log', async () => {
    const types = ['consent.pulled', 'consent.restored', 'turn.changed', 'motion.paused', 'motion.continued'];
    await eventually(async () => {
      const rows = await cabinet.rows<{ type: string }>('select distinct type from journal_entry where type = any($1)', [types]);
      expect(rows.map(({ type }) => type).sort()).toEqual([...types].sort());
    });
    expect(cabinet.log).toEqual([]);
  });
});
