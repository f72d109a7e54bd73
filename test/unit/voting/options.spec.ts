import fc from 'fast-check';
import type { Tally } from '../../../src/bodies/domain/decision.js';
import { decideOptions, whyCannotPut } from '../../../src/voting/domain/options.js';
import { decideOptions as verified } from '../../../src/verifier/decision.js';

const HALF_OF_ALL = { adoption: { threshold: { numerator: 1, denominator: 2 }, strict: true, of: 'all' as const } };
const put = (ids: string): { id: string }[] => [...ids].map((id) => ({ id }));
const times = (count: number, ...selected: string[]): string[][] => Array.from({ length: count }, () => selected);
const tallyOf = (members: number, ballots: string[][]): Tally => {
  const agree = ballots.filter((ballot) => ballot.length > 0).length;
  return { agree, disagree: 0, otherOpinion: 0, abstain: ballots.length - agree, notVoted: members - ballots.length, recused: 0 };
};
const decide = (ids: string, places: number, members: number, ballots: string[][]) => decideOptions(ballots, { options: put(ids), places, tally: tallyOf(members, ballots), present: ballots.length }, HALF_OF_ALL);
const chosen = (decision: ReturnType<typeof decide>): string => decision.options.filter((option) => option.chosen).map(({ id }) => id).join('');
const tied = (decision: ReturnType<typeof decide>): string => decision.options.filter((option) => option.tied).map(({ id }) => id).join('');

describe('a choice among options (more than half of all members; Luật Tổ chức chính quyền địa phương 2015 art. 83)', () => {
  it.each([
    ['14 of 27 elect, 13 do not', 'ab', 2, 27, [...times(14, 'a'), ...times(13, 'b')], 'a', '', 'adopted'],
    ['the two with most votes take two places', 'abc', 2, 27, [...times(20, 'a', 'b'), ...times(5, 'c'), ...times(2, 'a')], 'ab', '', 'adopted'],
    ['three reach the number, two places, no tie', 'abc', 2, 10, [...times(6, 'a', 'b', 'c'), ...times(2, 'a', 'b')], 'ab', '', 'adopted'],
    ['equal votes for the last place decide nothing between the equal', 'abc', 2, 10, [...times(6, 'a', 'b', 'c'), ...times(2, 'a')], 'a', 'bc', 'adopted'],
    ['equal votes for the only place leave it undecided', 'ab', 1, 10, times(6, 'a', 'b'), '', 'ab', 'undecided'],
    ['equal votes that all fit are all chosen', 'ab', 2, 10, times(6, 'a', 'b'), 'ab', '', 'adopted'],
    ['nobody reaches the number', 'ab', 1, 10, [...times(5, 'a'), ...times(3, 'b')], '', '', 'rejected'],
    ['blank ballots count in the base and choose nothing', 'ab', 1, 3, [...times(1, 'a'), ...times(2)], '', '', 'rejected'],
  ])('%s', (_, ids, places, members, ballots, expectedChosen, expectedTied, outcome) => {
    const decision = decide(ids, places, members, ballots);
    expect([chosen(decision), tied(decision), decision.outcome]).toEqual([expectedChosen, expectedTied, outcome]);
  });

  const ballots = fc.array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 3 }), { maxLength: 30 });

  it('never takes more than there are places, and the order of the ballots never matters', () => {
    fc.assert(fc.property(ballots, fc.integer({ min: 1, max: 4 }), (cast, places) => {
      const decision = decide('abcd', places, 30, cast);
      expect(chosen(decision).length).toBeLessThanOrEqual(places);
      expect(decide('abcd', places, 30, [...cast].reverse())).toEqual(decision);
    }));
  });

  it('one more ballot for what is chosen never loses it', () => {
    const many = fc.array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 }), { minLength: 7, maxLength: 9 });
    fc.assert(fc.property(many, fc.integer({ min: 1, max: 3 }), (cast, places) => {
      const [first] = chosen(decide('abc', places, 10, cast));
      fc.pre(first !== undefined);
      expect(chosen(decide('abc', places, 10, [...cast, [first ?? '']]))).toContain(first);
    }));
  });

  it('is counted the same by the independent verifier', () => {
    fc.assert(fc.property(ballots, fc.integer({ min: 1, max: 4 }), fc.constantFrom('all' as const, 'present' as const, 'cast' as const), (cast, places, of) => {
      const rule = { adoption: { ...HALF_OF_ALL.adoption, of }, tie: 'chair' as const };
      const tally = tallyOf(30, cast);
      const ours = { tally, members: 30, present: cast.length, ...decideOptions(cast, { options: put('abcd'), places, tally, present: cast.length }, rule) };
      const choices = cast.map((ballot) => (ballot.length > 0 ? 'agree' as const : 'abstain' as const));
      expect(verified(rule, { choices, selected: cast }, { ids: ['a', 'b', 'c', 'd'], places }, { size: 30, recused: 0, present: cast.length })).toEqual(ours);
    }));
  });

  it.each([
    [['A'], 1, 1, 'optionsBad'],
    [['A', ' a '], 1, 1, 'optionsBad'],
    [['A', ' '], 1, 1, 'optionsBad'],
    [['A', 'B'], 3, 1, 'optionLimitsBad'],
    [['A', 'B'], 1, 0, 'optionLimitsBad'],
    [['A', 'B'], 2, 2, null],
  ])('options %j, most %i, places %i: %s', (labels, most, places, expected) => {
    expect(whyCannotPut(labels, { most, places })).toBe(expected);
  });
});
