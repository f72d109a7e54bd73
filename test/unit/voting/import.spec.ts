import { readFileSync } from 'node:fs';
import path from 'node:path';
import { neededToAdopt, whyCannotRule } from '../../../src/bodies/domain/rule-set.js';
import { ballotsByVote, choiceOf, problemsOf } from '../../../src/voting/import/check-set.js';
import { publishedOutcome, tallyDifferences } from '../../../src/voting/import/compare.js';
import { type PublishedSet, readSet, SET_FILES, type SetFile, SetRefused } from '../../../src/voting/import/published-set.js';
import { tableOf, unmarked } from '../../../src/voting/import/report.js';
import { planSeats, termsOf } from '../../../src/voting/import/terms.js';
import { presidingOfficerCarried, ruleOf, THRESHOLDS, toRuleSet } from '../../../src/voting/import/thresholds.js';

const folder = path.resolve(import.meta.dirname, '../../fixtures/votes');
const texts = Object.fromEntries(SET_FILES.map((file) => [file, readFileSync(path.join(folder, file), 'utf8')])) as Record<SetFile, string>;
const SENATE = 'simple majority of votes cast; tie = rejected unless the Vice President votes';

/** The fixture with one text replaced in one file. */
function changed(file: SetFile, from: string | RegExp, to: string): PublishedSet {
  const text = texts[file].replace(from, to);
  expect(text).not.toBe(texts[file]);
  return readSet({ ...texts, [file]: text });
}

describe('thresholds', () => {
  it.each([
    [SENATE, 100, 51], [SENATE, 99, 50], ['three-fifths of all members (60 of 100)', 100, 60], ['three-fifths of all sworn', 99, 60],
    ['two-thirds of votes cast', 99, 66], ['two-thirds of votes cast', 100, 67], ['two-thirds of members present', 90, 60],
    ['majority of the full board (4 of 7)', 7, 4], ['majority of the full board (4 of 7)', 6, 4],
    ['simple majority of votes cast (some zoning items: three-fourths)', 15, 8],
  ])('reads "%s": of %i, %i are needed', (threshold, base, needed) => {
    const rule = ruleOf({ threshold, title: 'A bill' });
    expect(rule).not.toBeNull();
    if (rule) expect(neededToAdopt(toRuleSet(rule, threshold).adoption, base)).toBe(needed);
  });

  it('does not guess a threshold that is not in the table', () => {
    expect(ruleOf({ threshold: 'simple majority', title: 'A bill' })).toBeNull();
    expect(ruleOf({ threshold: `${SENATE} `, title: 'A bill' })).toBeNull();
  });

  it.each([
    ['Motion To Waive CBA Re: Reed Amdt.', 'three-fifths'], ['Motion to Suspend Rule XVI', 'two-thirds-cast'],
    ['Bingaman Amdt.; To limit the waiver authority', 'simple'], ['To repeat the Motion to Suspend', 'simple'],
  ])('takes the super-majority of "%s" from its title: %s', (title, key) => {
    expect(ruleOf({ threshold: SENATE, title })?.key).toBe(key);
    expect(ruleOf({ threshold: 'two-thirds of votes cast', title })?.key).toBe('two-thirds-cast');
  });

  it('makes rule sets that can rule, and none in which a tie is carried', () => {
    for (const rule of THRESHOLDS.values()) {
      const { name, nameEn, citation, citationEn, ...settings } = toRuleSet(rule, 'x');
      expect([name, nameEn, citation, citationEn].every((text) => text.length > 0)).toBe(true);
      expect(whyCannotRule(settings)).toBeNull();
      expect(settings.tie).toBe('rejected');
    }
  });

  it('lets the presiding officer vote only where the set says so', () => {
    expect(presidingOfficerCarried({ note: 'Published tie. Carried: the Vice President (not a member) cast the deciding vote.' })).toBe(true);
    expect(presidingOfficerCarried({ note: 'Published tie. Rejected: a tie fails.' })).toBe(false);
  });
});

describe('reading a set', () => {
  it('takes doubled spaces and both spellings of Unicode for one person', () => {
    const set = readSet(texts);
    expect(problemsOf(set)).toEqual([]);
    expect(set.members.find((member) => member.id === 'm4')?.name).toBe('Phạm Dũng');
    const decomposed = Object.fromEntries(SET_FILES.map((file) => [file, texts[file].normalize('NFD')])) as Record<SetFile, string>;
    expect(readSet(decomposed).members).toEqual(set.members);
  });

  it('maps options, and results to outcomes', () => {
    expect(['yes', 'no', 'abstain', 'absent', 'not_applicable', 'maybe'].map((option) => choiceOf(option))).toEqual(['agree', 'disagree', 'abstain', null, null, undefined]);
    expect(['passed', 'failed', 'motion-carried:DENIED', 'other', 'won'].map((result) => publishedOutcome(result))).toEqual(['adopted', 'rejected', 'adopted', null, undefined]);
  });

  it('turns a term round and widens it to the days in the rolls', () => {
    const set = readSet(texts);
    const { holders, widened } = termsOf(set);
    expect(holders.get('m4')).toMatchObject({ from: '2024-01-10', until: '2024-02-01' });
    expect(widened).toEqual(['Phạm Dũng']);
  });

  it('gives a successor the seat of the predecessor, and none to who is no member', () => {
    const set = readSet(texts);
    const seats = planSeats(set.members, termsOf(set).holders);
    expect(seats.map((seat) => seat.holders.map((holder) => holder.memberId))).toEqual([['m1'], ['m2'], ['m3'], ['m4', 'm5']]);
  });
});

describe('bad rows', () => {
  const firstBallot = 'f-1,m1,Nguyễn Thị An,YES,yes\n';
  it.each<[string, SetFile, string | RegExp, string, number, RegExp]>([
    ['a ballot twice', 'ballots.csv', firstBallot, firstBallot + firstBallot, 3, /m1 has a ballot already, in row 2/],
    ['a ballot by somebody unknown', 'ballots.csv', firstBallot, 'f-1,m9,Nobody,YES,yes\n', 2, /"m9" is not a member/],
    ['a ballot by who has no vote', 'ballots.csv', firstBallot, 'f-1,m6,Đỗ Giang,YES,yes\n', 2, /no right to vote/],
    ['a ballot under another name', 'ballots.csv', firstBallot, 'f-1,m1,Somebody Else,YES,yes\n', 2, /the ballot says "Somebody Else"/],
    ['an unknown option', 'ballots.csv', firstBallot, 'f-1,m1,Nguyễn Thị An,MAYBE,maybe\n', 2, /the option "maybe" is not known/],
    ['a ballot of an unknown vote', 'ballots.csv', firstBallot, `f-99,m1,Nguyễn Thị An,YES,yes\n${firstBallot}`, 2, /votes.csv does not have it/],
    ['a vote without ballots', 'ballots.csv', /^f-8.*\n/gm, '', 9, /it has no ballots/],
    ['a vote twice', 'votes.csv', 'f-2,2024', 'f-1,2024', 3, /stands already in row 2/],
    ['an unknown threshold', 'votes.csv', 'two-thirds of votes cast', 'two-thirds', 7, /threshold "two-thirds" is not known/],
    ['an unknown result', 'votes.csv', 'PASSED,passed', 'PASSED,won', 2, /the result "won" is not known/],
    ['a bad date', 'votes.csv', '2024-01-10', '2024-13-10', 2, /"2024-13-10" is no date/],
    ['a member twice', 'members.csv', 'm2,', 'm1,', 3, /member m1 stands already in row 2/],
  ])('refuses %s with its row', (_, file, from, to, row, why) => {
    const problems = problemsOf(changed(file, from, to));
    expect(problems.some((problem) => problem.row === row && why.test(problem.why))).toBe(true);
  });

  it('refuses a file without a column, and a file that is no JSON', () => {
    expect(() => changed('votes.csv', 'threshold', 'treshold')).toThrow(SetRefused);
    expect(() => changed('expected.json', '{', '[')).toThrow(SetRefused);
  });

  it('flags a published tally that is one off, marked only where the set says so', () => {
    const differencesOf = (set: PublishedSet) => tallyDifferences(set, ballotsByVote(set));
    expect(differencesOf(readSet(texts))).toEqual([]);
    const off = changed('votes.csv', ',passed,3,1,', ',passed,4,1,');
    expect(unmarked(differencesOf(off))).toMatchObject([{ voteId: 'f-1', row: 2, kind: 'tally' }]);
    expect(tableOf(differencesOf(off))).toHaveLength(2);
    const marked = { ...off, anomalies: new Map([['f-1', 'known']]) };
    expect(differencesOf(marked)).toHaveLength(1);
    expect(unmarked(differencesOf(marked))).toEqual([]);
  });
});
