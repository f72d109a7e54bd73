import { decideQuestion } from '../../../src/opinions/domain/count.js';
import { whyCannotSave, whyCannotSend } from '../../../src/opinions/domain/reply.js';
import { bucketOf, whyCannotCloseByHand, whyNotDeadline } from '../../../src/opinions/domain/request-states.js';
import { SHIPPED_RULE_SETS } from '../../../src/bodies/reference-data.js';

const ruleOf = (key: string) => {
  const found = SHIPPED_RULE_SETS.find((rule) => rule.key === key);
  if (!found) throw new Error(`no rule set ${key}`);
  return found.settings;
};
const repeat = <T>(value: T, times: number): T[] => Array.from({ length: times }, () => value);

describe('silence at the deadline', () => {
  it('is agreement under NĐ 191/2026, told apart from an answer', () => {
    const decision = decideQuestion([...repeat('agree' as const, 10), 'disagree'], 27, ruleOf('government-191-2026'), null);
    expect(decision).toMatchObject({ outcome: 'adopted', needed: 14, tally: { agree: 10, disagree: 1, deemed: 16, notAnswered: 0 } });
  });

  it('is no answer under NĐ 138/2016', () => {
    const decision = decideQuestion([...repeat('agree' as const, 13), 'disagree'], 27, ruleOf('government-138-2016'), null);
    expect(decision).toMatchObject({ outcome: 'rejected', tally: { agree: 13, disagree: 1, deemed: 0, notAnswered: 13 } });
  });
});

describe('a reply', () => {
  const answer = (questionId: string, choice: 'agree' | 'abstain' | 'otherOpinion' | null, text: string | null = null) => ({ questionId, choice, text });

  it.each([
    [[answer('q1', 'agree'), answer('q2', 'agree')], null],
    [[answer('q1', 'agree')], 'answerMissing'],
    [[answer('q1', 'agree'), answer('q2', null)], 'answerMissing'],
    [[answer('q1', 'agree'), answer('q3', 'agree')], 'questionUnknown'],
    [[answer('q1', 'agree'), answer('q1', 'agree')], 'questionUnknown'],
    [[answer('q1', 'abstain'), answer('q2', 'agree')], 'choiceNotOffered'],
    [[answer('q1', 'otherOpinion', ' '), answer('q2', 'agree')], 'otherOpinionNeedsText'],
    [[answer('q1', 'otherOpinion', 'Đề nghị bổ sung Điều 5'), answer('q2', 'agree')], null],
  ] as const)('%j may be sent: %s', (answers, expected) => {
    expect(whyCannotSend(answers, ['q1', 'q2'], ['agree', 'disagree', 'otherOpinion'])).toBe(expected);
  });

  it('may be kept half-written', () => {
    expect(whyCannotSave([answer('q1', null, 'đang soạn')], ['q1', 'q2'], ['agree'])).toBeNull();
    expect(whyCannotSave([answer('q9', null)], ['q1'], ['agree'])).toBe('questionUnknown');
  });
});

describe('deadlines', () => {
  const now = new Date('2026-11-20T03:00:00Z');
  const due = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000);

  it.each([
    [49, false, 'toAnswer'], [47, false, 'dueSoon'], [0, false, 'overdue'], [-1, false, 'overdue'], [47, true, 'answered'],
  ])('with %i hours left and answered %s it lies in "%s"', (hours, answered, bucket) => {
    expect(bucketOf({ state: 'sent', dueAt: due(hours) }, answered, now)).toBe(bucket);
  });

  it('stays overdue after the close for who never answered', () => {
    expect(bucketOf({ state: 'closed', dueAt: due(-5) }, false, now)).toBe('overdue');
    expect(bucketOf({ state: 'recalled', dueAt: due(-5) }, false, now)).toBe('closed');
  });

  it.each([[1, 'deadlineOutsideRule'], [2, null], [5, null], [6, 'deadlineOutsideRule']])('%i working days under NĐ 191/2026: %s', (days, expected) => {
    expect(whyNotDeadline(days, ruleOf('government-191-2026').opinionDays)).toBe(expected);
  });

  it('is closed early by hand only when everybody has answered', () => {
    expect(whyCannotCloseByHand(due(1), now, 1)).toBe('requestStateForbids');
    expect(whyCannotCloseByHand(due(1), now, 0)).toBeNull();
    expect(whyCannotCloseByHand(due(0), now, 3)).toBeNull();
  });
});
