import { answerOf, arrives } from '../../../src/rehearsal/domain/made-up.js';

const ALL = Array.from({ length: 26 }, (_, index) => index);

describe('made-up members', () => {
  it('come in such a number that there is a quorum of 27 and somebody is missing', () => {
    const there = ALL.filter(arrives).length;
    expect(there).toBeGreaterThanOrEqual(18);
    expect(there).toBeLessThan(26);
  });

  it('give every kind of answer, and most agree', () => {
    const answers = ALL.map((index) => answerOf(index, { choices: ['agree', 'disagree', 'otherOpinion'], options: null, most: 1 }));
    const count = (choice: string | null): number => answers.filter((answer) => (answer?.choice ?? null) === choice).length;
    expect([count('disagree'), count('otherOpinion'), count(null)].every((times) => times > 0)).toBe(true);
    expect(count('agree')).toBeGreaterThan(14);
    expect(answers.filter((answer) => answer?.choice === 'otherOpinion').every((answer) => answer?.text)).toBe(true);
  });

  it('choose no more options than a ballot may, each once', () => {
    const options = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
    for (const most of [1, 2, 3]) {
      for (const index of ALL) {
        const selected = answerOf(index, { choices: ['agree', 'abstain'], options, most })?.selected ?? [];
        expect(selected.length).toBeLessThanOrEqual(most);
        expect(new Set(selected).size).toBe(selected.length);
      }
    }
  });
});
