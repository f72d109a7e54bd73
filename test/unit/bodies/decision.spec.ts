import fc from 'fast-check';
import { decide, tallyOf, type Tally } from '../../../src/bodies/domain/decision.js';
import { CHOICES, hasQuorum, neededFor, neededToAdopt, type Choice, type Majority, type RuleSetSettings } from '../../../src/bodies/domain/rule-set.js';

const HALF_OF_ALL: Majority = { threshold: { numerator: 1, denominator: 2 }, strict: true, of: 'all' };
const GOVERNMENT: Pick<RuleSetSettings, 'adoption' | 'tie'> = { adoption: HALF_OF_ALL, tie: 'chair' };
const tally = (agree: number, disagree: number, otherOpinion: number, abstain: number, notVoted: number, recused = 0): Tally => ({ agree, disagree, otherOpinion, abstain, notVoted, recused });

describe('the majority of the Government (NĐ 138/2016, 39/2022, 191/2026)', () => {
  it.each([
    [27, 14], [26, 14], [25, 13], [1, 1], [2, 2], [3, 2],
  ])('of %i members needs %i', (members, needed) => {
    expect(neededToAdopt(HALF_OF_ALL, members)).toBe(needed);
  });

  it('counts who recused themselves among all members and never as agreeing: 13 of 27 with one recused is not adopted', () => {
    expect(decide(tally(13, 0, 0, 0, 13, 1), 13, GOVERNMENT, 'agree')).toMatchObject({ outcome: 'rejected', members: 27, base: 27, needed: 14 });
    expect(decide(tally(14, 0, 0, 0, 12, 1), 14, GOVERNMENT, 'agree').outcome).toBe('adopted');
    expect(decide(tally(13, 0, 0, 0, 0, 14), 13, { ...GOVERNMENT, adoption: { ...HALF_OF_ALL, of: 'present' } }, null)).toMatchObject({ outcome: 'adopted', base: 13 });
  });

  it('adopts the resolution of 24 June 2019: 25 of 27 agree, 14 are needed', () => {
    const decision = decide(tally(25, 0, 0, 0, 2), 25, GOVERNMENT, 'agree');
    expect(decision).toMatchObject({ outcome: 'adopted', decidedBy: 'majority', needed: 14, base: 27, members: 27, tie: false });
  });

  it.each([
    [14, 13, 0, 'adopted'],
    [13, 14, 0, 'rejected'],
    [14, 0, 13, 'adopted'],
    [13, 0, 14, 'rejected'],
  ] as const)('%i agree, %i disagree, %i do not vote: %s', (agree, disagree, notVoted, outcome) => {
    expect(decide(tally(agree, disagree, 0, 0, notVoted), agree + disagree, GOVERNMENT, 'agree').outcome).toBe(outcome);
  });

  it.each([
    ['agree', 'adopted', 'chair'],
    ['disagree', 'rejected', 'chair'],
    ['otherOpinion', 'undecided', 'none'],
    [null, 'undecided', 'none'],
  ] as const)('13 against 13 with one absent is decided by the chair, who says %s: %s', (chairChoice, outcome, decidedBy) => {
    expect(decide(tally(13, 13, 0, 0, 1), 26, GOVERNMENT, chairChoice)).toMatchObject({ outcome, decidedBy, tie: true, needed: 14 });
  });

  it('is rejected, not tied, when nobody votes', () => {
    expect(decide(tally(0, 0, 0, 0, 27), 0, GOVERNMENT, null)).toMatchObject({ outcome: 'rejected', tie: false });
  });

  it('never counts another opinion, an abstention or silence as agreement', () => {
    expect(decide(tally(13, 0, 5, 5, 4), 23, GOVERNMENT, 'agree').outcome).toBe('rejected');
  });
});

describe('custom rule sets', () => {
  it('counts an abstention against when the base is who is present (Council of the EU)', () => {
    const rule = { adoption: { threshold: { numerator: 1, denominator: 2 }, strict: true, of: 'present' }, tie: 'rejected' } as const;
    expect(decide(tally(13, 0, 0, 14, 0), 27, rule, null).outcome).toBe('rejected');
    expect(decide(tally(14, 0, 0, 13, 0), 27, rule, null).outcome).toBe('adopted');
  });

  it('takes three fifths of all exactly', () => {
    const rule = { adoption: { threshold: { numerator: 3, denominator: 5 }, strict: false, of: 'all' }, tie: 'rejected' } as const;
    expect(decide(tally(60, 38, 0, 0, 2), 98, rule, null)).toMatchObject({ outcome: 'adopted', needed: 60 });
    expect(decide(tally(59, 39, 0, 0, 2), 98, rule, null).outcome).toBe('rejected');
  });

  it('rejects a tie where the rule set says so', () => {
    const rule = { adoption: { ...HALF_OF_ALL, of: 'cast' }, tie: 'rejected' } as const;
    expect(decide(tally(50, 50, 0, 0, 0), 100, rule, 'agree')).toMatchObject({ outcome: 'rejected', decidedBy: 'majority', tie: true });
  });
});

describe('the quorum', () => {
  it.each([
    [27, 18], [26, 18], [25, 17], [24, 16], [3, 2], [1, 1],
  ])('of %i members at two thirds is %i, and one less is none', (members, needed) => {
    const share = { numerator: 2, denominator: 3 };
    expect(neededFor(share, members)).toBe(needed);
    expect(hasQuorum(share, needed, members)).toBe(true);
    expect(hasQuorum(share, needed - 1, members)).toBe(false);
  });

  it('is never reached by a body without members', () => {
    expect(hasQuorum({ numerator: 0, denominator: 1 }, 0, 0)).toBe(false);
  });
});

describe('properties of a count', () => {
  const choices = fc.array(fc.constantFrom<Choice>(...CHOICES), { maxLength: 60 });
  const roll = fc.tuple(choices, fc.integer({ min: 0, max: 40 }));

  it('does not depend on the order of the ballots', () => {
    fc.assert(fc.property(roll, ([cast, absent]) => {
      expect(tallyOf([...cast].reverse(), cast.length + absent)).toEqual(tallyOf(cast, cast.length + absent));
    }));
  });

  it('accounts for every member of the roll exactly once', () => {
    fc.assert(fc.property(roll, ([cast, absent]) => {
      const counted = tallyOf(cast, cast.length + absent);
      expect(Object.values(counted).reduce((sum, part) => sum + part, 0)).toBe(cast.length + absent);
    }));
  });

  it('never loses by one more "agree" from who was silent, ties decided by the chair aside', () => {
    fc.assert(fc.property(roll, ([cast, absent]) => {
      fc.pre(absent > 0);
      const members = cast.length + absent;
      const before = decide(tallyOf(cast, members), cast.length, GOVERNMENT, null);
      const after = decide(tallyOf([...cast, 'agree'], members), cast.length + 1, GOVERNMENT, null);
      if (before.outcome === 'adopted') expect(after.outcome).toBe('adopted');
    }));
  });

  it('needs more than half: what is adopted by majority has more agreeing than not, of all', () => {
    fc.assert(fc.property(roll, ([cast, absent]) => {
      const members = cast.length + absent;
      const decision = decide(tallyOf(cast, members), cast.length, GOVERNMENT, null);
      expect(decision.outcome === 'adopted').toBe(decision.tally.agree * 2 > members);
    }));
  });
});
