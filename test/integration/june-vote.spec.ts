import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import { ABSENT, IN_ROOM, juneSession, openJune } from '../support/june.js';
import type { Person, Schema } from '../support/person.js';

describe('the session of 24 June 2019 through HTTP and sockets', () => {
  let cabinet: Cabinet;
  let vote: Awaited<ReturnType<typeof openJune>>;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
  });
  afterAll(() => cabinet.close());

  const motionFor = (person: Person): Promise<Schema['MotionDto']> => person.get(`/motions/${vote.motionId}`);
  const cast = (person: Person, choice: string, text?: string) => person.ask<Schema['ReceiptDto']>('POST', `/motions/${vote.motionId}/ballots`, { choice, text });

  it('is not opened without quorum, but for the chair with a reason', async () => {
    const chair = await cabinet.person('thu-tuong');
    const june = await juneSession(chair);
    expect(june.quorum).toMatchObject({ members: 27, present: 0, needed: 18, reached: false, citation: 'Nghị định 138/2016/NĐ-CP' });
    expect(await chair.refused('POST', `/sessions/${june.id}/acts`, { act: 'open' })).toBe('409 quorumMissing');
    const member = await cabinet.person('thong-doc');
    expect(await member.refused('POST', `/sessions/${june.id}/acts`, { act: 'open' })).toBe('403 notAllowed');
  });

  it('takes no ballot before the vote is open', async () => {
    const member = await cabinet.person('thong-doc');
    await member.listen();
    vote = await openJune(cabinet);
    expect(await member.refused('POST', `/motions/${vote.motionId}/ballots`, { choice: 'agree' })).toBe('409 motionNotOpen');
    expect((await juneSession(member)).quorum).toMatchObject({ present: 21, reached: true });
  });

  it('freezes the roll when the vote is opened, and tells everybody', async () => {
    await vote.secretary.do('PUT', `/sessions/${vote.sessionId}/current-item`, { itemId: vote.itemId });
    await vote.secretary.do('POST', `/motions/${vote.motionId}/open`);
    const member = await cabinet.person('thong-doc');
    await eventually(() => expect(member.news).toEqual(expect.arrayContaining(['session.stateChanged', 'session.currentItem', 'motion.opened'])));
    expect(await motionFor(member)).toMatchObject({ state: 'open', rollCount: 27, result: null, can: { cast: true } });
    expect(await vote.secretary.refused('POST', `/motions/${vote.motionId}/ballots`, { choice: 'agree' })).toBe('403 notAllowed');
  });

  it('lets each member vote once: the same ballot again gives the same receipt, another choice is refused', async () => {
    const chair = await cabinet.person('thu-tuong');
    const first = await cast(chair, 'agree');
    const again = await cast(chair, 'agree');
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body.receipt).toBe(first.body.receipt);
    expect(await chair.refused('POST', `/motions/${vote.motionId}/ballots`, { choice: 'disagree' })).toBe('409 alreadyVoted');
    expect(await chair.refused('POST', `/motions/${vote.motionId}/ballots`, { choice: 'abstain' })).toBe('422 choiceNotOffered');
  });

  it('shows who has voted and never what, while it is open', async () => {
    const motion = await motionFor(vote.secretary);
    expect(motion.result).toBeNull();
    expect(motion.progress?.cast).toBe(1);
    expect(JSON.stringify(motion.progress)).not.toContain('agree');
  });

  it('refuses who is of another body as if there were no such motion', async () => {
    const stranger = await cabinet.person('ubnd-chu-tich');
    expect(await stranger.refused('GET', `/motions/${vote.motionId}`)).toBe('404 notFound');
    expect(await stranger.refused('POST', `/motions/${vote.motionId}/ballots`, { choice: 'agree' })).toBe('404 notFound');
    expect(await stranger.refused('GET', `/sessions/${vote.sessionId}`)).toBe('404 notFound');
    const administrator = await cabinet.person('quan-tri');
    expect(await administrator.refused('GET', `/motions/${vote.motionId}`)).toBe('403 notAllowed');
  });

  it('does not end while a ballot is open', async () => {
    expect(await vote.chair.refused('POST', `/sessions/${vote.sessionId}/acts`, { act: 'end' })).toBe('409 ballotOpen');
  });

  it('counts 25 of 27 when it closes: 14 needed, adopted; four from afar', async () => {
    const voters = [...IN_ROOM.slice(1), ...ABSENT.slice(0, 4)];
    const receipts = await Promise.all(voters.map(async (username) => cast(await cabinet.person(username), 'agree')));
    expect(receipts.map((receipt) => receipt.status)).toEqual(voters.map(() => 201));
    await vote.secretary.do('POST', `/motions/${vote.motionId}/close`);
    const late = await cabinet.person(ABSENT[5] ?? '');
    expect(await late.refused('POST', `/motions/${vote.motionId}/ballots`, { choice: 'agree' })).toBe('409 motionNotOpen');
    expect((await motionFor(late)).result).toBeNull();
    const { result } = await motionFor(vote.chair);
    expect(result).toMatchObject({ tally: { agree: 25, disagree: 0, otherOpinion: 0, abstain: 0, notVoted: 2 }, needed: 14, base: 27, members: 27, outcome: 'adopted', decidedBy: 'majority' });
    expect(result?.ballots.filter((ballot) => ballot.channel === 'remote')).toHaveLength(4);
  });

  it('gives the receipt again to who voted in time and lost the answer, and lets nobody else in', async () => {
    const chair = await cabinet.person('thu-tuong');
    const [stored] = await cabinet.rows<{ receipt: string }>('select receipt from ballot where motion_id = $1 and member_id = $2', [vote.motionId, chair.memberId]);
    const again = await cast(chair, 'agree');
    expect([again.status, again.body.receipt]).toEqual([201, stored?.receipt]);
    expect(await chair.refused('POST', `/motions/${vote.motionId}/ballots`, { choice: 'disagree' })).toBe('409 motionNotOpen');
  });

  it('shows everybody the result when it is published, and decides the item', async () => {
    await vote.chair.do('POST', `/motions/${vote.motionId}/publish`);
    const late = await cabinet.person(ABSENT[5] ?? '');
    expect((await motionFor(late)).result?.tally.agree).toBe(25);
    expect((await juneSession(late)).items[0]).toMatchObject({ outcome: 'approved' });
    expect(await vote.secretary.refused('POST', `/motions/${vote.motionId}/repeat`)).toBe('409 motionStateForbids');
  });

  it('has left one journal row for each ballot, numbered without a gap', async () => {
    await eventually(async () => {
      const [numbers] = await cabinet.rows<{ gaps: number; waiting: number }>(
        'select (max(seq) - count(*))::int as gaps, (select count(*) from journal_entry)::int - count(*)::int as waiting from journal_log',
      );
      expect(numbers).toEqual({ gaps: 0, waiting: 0 });
    });
    const [cast25] = await cabinet.rows<{ n: number }>(`select count(*)::int as n from journal_entry where type = 'motion.cast' and ids->>'motionId' = $1`, [vote.motionId]);
    expect(cast25?.n).toBe(25);
    await expect(cabinet.rows(`update journal_entry set type = 'x'`)).rejects.toThrow('append-only');
  });

  it('told members nothing of what only the office may know, and no content at all', async () => {
    const member = await cabinet.person('thong-doc');
    expect(member.heard.every((message) => !message.audience.endsWith(':office'))).toBe(true);
    expect(JSON.stringify(member.heard)).not.toMatch(/agree|Thông qua|Bộ trưởng/);
  });

  it('wrote no warning', () => {
    expect(cabinet.log).toEqual([]);
  });
});
