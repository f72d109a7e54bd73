import { decideMotion, decideQuestion, type Rule } from '../../../src/verifier/decision.js';
import type { Choice } from '../../../src/verifier/format.js';

const HALF: Rule = { adoption: { threshold: { numerator: 1, denominator: 2 }, strict: true, of: 'all' }, tie: 'chair' };
const times = (agree: number, disagree: number, otherOpinion = 0, abstain = 0): Choice[] => [
  ...Array<Choice>(agree).fill('agree'), ...Array<Choice>(disagree).fill('disagree'), ...Array<Choice>(otherOpinion).fill('otherOpinion'), ...Array<Choice>(abstain).fill('abstain'),
];
const of = (adoption: Partial<Rule['adoption']>, tie: Rule['tie'] = 'rejected'): Rule => ({ adoption: { ...HALF.adoption, ...adoption }, tie });

describe('what the verifier decides by itself', () => {
  it.each<[string, Rule, Choice[], Choice | null, { size: number; recused: number; present: number }, string, number, string]>([
    ['14 of 27 are more than half', HALF, times(14, 13), 'agree', { size: 27, recused: 0, present: 27 }, 'adopted', 14, 'majority'],
    ['13 of 27 are not', HALF, times(13, 12), 'agree', { size: 27, recused: 0, present: 27 }, 'rejected', 14, 'majority'],
    ['13 to 13 with one absent: the chair agrees', HALF, times(13, 13), 'agree', { size: 27, recused: 0, present: 26 }, 'adopted', 14, 'chair'],
    ['13 to 13: the chair disagrees', HALF, times(13, 13), 'disagree', { size: 27, recused: 0, present: 26 }, 'rejected', 14, 'chair'],
    ['13 to 13: the chair did not vote', HALF, times(13, 13), null, { size: 27, recused: 0, present: 26 }, 'undecided', 14, 'none'],
    ['13 to 13 under a rule that rejects a tie', of({}), times(13, 13), 'agree', { size: 27, recused: 0, present: 26 }, 'rejected', 14, 'majority'],
    ['half of 26 is not more than half', of({}), times(13, 12), 'agree', { size: 26, recused: 0, present: 26 }, 'rejected', 14, 'majority'],
    ['half of 26 is at least half', of({ strict: false }), times(13, 12), 'agree', { size: 26, recused: 0, present: 26 }, 'adopted', 13, 'majority'],
    ['the recused count among all', HALF, times(13, 0), 'agree', { size: 25, recused: 2, present: 25 }, 'rejected', 14, 'majority'],
    ['of those present', of({ of: 'present' }), times(11, 9), 'agree', { size: 27, recused: 0, present: 21 }, 'adopted', 11, 'majority'],
    ['more ballots than people present', of({ of: 'present' }), times(11, 9, 2), 'agree', { size: 27, recused: 0, present: 21 }, 'rejected', 12, 'majority'],
    ['of those cast other opinions and abstentions are none', of({ of: 'cast' }), times(3, 2, 10, 5), 'agree', { size: 27, recused: 0, present: 20 }, 'adopted', 3, 'majority'],
    ['nobody voted', of({ of: 'cast' }), [], null, { size: 27, recused: 0, present: 0 }, 'rejected', 1, 'majority'],
    ['two thirds of 27, at least', of({ threshold: { numerator: 2, denominator: 3 }, strict: false }), times(18, 9), 'agree', { size: 27, recused: 0, present: 27 }, 'adopted', 18, 'majority'],
    ['two thirds of 28, at least', of({ threshold: { numerator: 2, denominator: 3 }, strict: false }), times(18, 9), 'agree', { size: 28, recused: 0, present: 27 }, 'rejected', 19, 'majority'],
  ])('%s', (_, rule, choices, chair, roll, outcome, needed, decidedBy) => {
    expect(decideMotion(rule, { choices, chair }, roll)).toMatchObject({ outcome, needed, decidedBy });
  });

  it.each([
    ['deemed' as const, 'adopted', { deemed: 10, notAnswered: 0 }],
    ['notAnswered' as const, 'rejected', { deemed: 0, notAnswered: 10 }],
  ])('silence that is %s: %s', (silence, outcome, tally) => {
    expect(decideQuestion({ ...HALF, silence }, { choices: times(10, 7), chair: null }, 27)).toMatchObject({ outcome, tally, present: 17, members: 27 });
  });

  it('a silent chair decides no tie, although deemed to agree', () => {
    expect(decideQuestion({ ...of({ threshold: { numerator: 2, denominator: 3 } }, 'chair'), silence: 'deemed' }, { choices: times(1, 2), chair: null }, 4)).toMatchObject({ tie: true, outcome: 'undecided' });
  });
});
