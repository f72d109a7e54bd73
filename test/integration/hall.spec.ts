import { Cabinet } from '../support/cabinet.js';
import { type Council, makeCouncil } from '../support/council.js';
import { eventually } from '../support/eventually.js';
import type { Schema } from '../support/person.js';

/** How many sit in the hall; half of them vote within one instant. */
const HALL = 1000;

describe('a hall of a thousand members', () => {
  let cabinet: Cabinet;
  let council: Council;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    council = await makeCouncil(cabinet, HALL);
    for (let at = 0; at < HALL; at += 50) await Promise.all(council.voters.slice(at, at + 50).map((voter) => voter.listen()));
  }, 180_000);
  afterAll(async () => {
    for (const voter of council.voters) voter.hangUp();
    await cabinet.close();
  });

  it('hears of an opened vote, every one of it, with no name and no title', async () => {
    await council.secretary.do('POST', `/motions/${council.motionId}/open`, {});
    await eventually(() => expect(council.voters.filter((voter) => !voter.news.includes('motion.opened'))).toHaveLength(0));
    expect(JSON.stringify(council.voters[HALL - 1]?.heard)).not.toMatch(/Thông qua|Đại biểu/);
  }, 60_000);

  it('has five hundred ballots of one instant acknowledged, each with a receipt of its own, and counts them all', async () => {
    const answers = await Promise.all(council.voters.slice(0, 500).map((voter) => voter.ask<Schema['ReceiptDto']>('POST', `/motions/${council.motionId}/ballots`, { choice: 'agree' })));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    expect(new Set(answers.map(({ body }) => body.receipt)).size).toBe(500);
    await council.secretary.do('POST', `/motions/${council.motionId}/close`);
    const { result } = await council.secretary.get<Schema['MotionDto']>(`/motions/${council.motionId}`);
    expect(result?.tally).toMatchObject({ agree: 500, notVoted: HALL + 1 - 500 });
  }, 60_000);

  it('left no warning in the log', () => {
    expect(cabinet.log).toEqual([]);
  });
});
