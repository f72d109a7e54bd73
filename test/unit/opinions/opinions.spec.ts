import fc from 'fast-check';
import { decideQuestion, decideQuestionOptions } from '../../../src/opinions/domain/count.js';
import { positionOf, proposedEnd, whyCannotAdopt } from '../../../src/opinions/domain/ends.js';
import { whyCannotAsk } from '../../../src/opinions/domain/question.js';
import { whyCannotSave, whyCannotSend, type WrittenReply } from '../../../src/opinions/domain/reply.js';
import { decideQuestionOptions as verified } from '../../../src/verifier/decision.js';
import { bucketOf, REQUEST_ACTS, whyCannotActOnRequest, whyCannotCloseByHand, whyNotDeadline } from '../../../src/opinions/domain/request-states.js';
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
  const answer = (questionId: string, choice: 'agree' | 'disagree' | 'abstain' | 'otherOpinion' | null, text: string | null = null, selected: string[] = []) => ({ questionId, choice, text, selected });
  const options = ['o1', 'o2', 'o3'].map((id) => ({ id, label: id, labelEn: null }));
  const plain = (id: string) => ({ id, kind: 'choices' as const, options: [], most: 1 });
  const asked = [plain('q1'), plain('q2')];
  const among = [{ id: 'q1', kind: 'options' as const, options, most: 2 }];
  const said = (answers: readonly ReturnType<typeof answer>[], comments: { questionId: string | null; weight: 'blocking'; text: string }[] = []) => ({ answers: [...answers], comments, discussion: null });

  it.each([
    [[answer('q1', 'agree'), answer('q2', 'agree')], null],
    [[answer('q1', 'agree')], 'answerMissing'],
    [[answer('q1', 'agree'), answer('q2', null)], 'answerMissing'],
    [[answer('q1', 'agree'), answer('q3', 'agree')], 'questionUnknown'],
    [[answer('q1', 'agree'), answer('q1', 'agree')], 'questionUnknown'],
    [[answer('q1', 'abstain'), answer('q2', 'agree')], 'choiceNotOffered'],
    [[answer('q1', 'otherOpinion', ' '), answer('q2', 'agree')], 'otherOpinionNeedsText'],
    [[answer('q1', 'otherOpinion', 'Đề nghị bổ sung Điều 5'), answer('q2', 'agree')], null],
    [[answer('q1', 'agree', null, ['o1']), answer('q2', 'agree')], 'selectionBad'],
  ] as const)('%j may be sent: %s', (answers, expected) => {
    expect(whyCannotSend(said(answers), asked, ['agree', 'disagree', 'otherOpinion'])).toBe(expected);
  });

  it.each([
    [answer('q1', 'agree', null, ['o1']), null], [answer('q1', 'agree', null, ['o1', 'o3']), null],
    [answer('q1', 'agree', null, ['o1', 'o2', 'o3']), 'selectionBad'], [answer('q1', 'agree', null, ['o1', 'o1']), 'selectionBad'],
    [answer('q1', 'agree', null, ['o9']), 'selectionBad'], [answer('q1', 'agree'), 'selectionBad'],
    [answer('q1', 'disagree'), 'choiceNotOffered'], [answer('q1', 'otherOpinion', 'Chọn cả ba'), null], [answer('q1', 'otherOpinion', 'Chọn cả ba', ['o1']), 'selectionBad'],
  ] as const)('of a question with at most two of three options: %j may be sent: %s', (written, expected) => {
    expect(whyCannotSend(said([written]), among, ['agree', 'disagree', 'otherOpinion'])).toBe(expected);
  });

  it('may be kept half-written, but not with what does not exist', () => {
    expect(whyCannotSave(said([answer('q1', null, 'đang soạn')]), asked, ['agree'])).toBeNull();
    expect(whyCannotSave(said([answer('q9', null)]), [plain('q1')], ['agree'])).toBe('questionUnknown');
    expect(whyCannotSave(said([], [{ questionId: 'q9', weight: 'blocking', text: 'x' }]), [plain('q1')], ['agree'])).toBe('questionUnknown');
    expect(whyCannotSave(said([answer('q1', null, null, ['o1', 'o2', 'o3'])]), among, ['agree'])).toBe('selectionBad');
    expect(whyCannotSave(said([], [{ questionId: null, weight: 'blocking', text: 'x' }]), asked, ['agree'])).toBeNull();
  });
});

describe('a question with options', () => {
  const options = ['a', 'b', 'c'].map((id) => ({ id, label: id, labelEn: null }));
  const chose = (...selected: string[]) => ({ choice: 'agree' as const, selected });

  it.each([
    [{ kind: 'choices' as const, labels: [], most: 1 }, null], [{ kind: 'choices' as const, labels: ['Một'], most: 1 }, 'optionsBad'],
    [{ kind: 'options' as const, labels: ['Một', 'Hai'], most: 2 }, null], [{ kind: 'options' as const, labels: ['Một'], most: 1 }, 'optionsBad'],
    [{ kind: 'options' as const, labels: ['Một', ' một '], most: 1 }, 'optionsBad'], [{ kind: 'options' as const, labels: ['Một', 'Hai'], most: 3 }, 'optionLimitsBad'],
  ])('%j can be asked: %s', (question, expected) => {
    expect(whyCannotAsk(question)).toBe(expected);
  });

  it('takes what more than half of all chose, and deems nobody to have chosen', () => {
    const decision = decideQuestionOptions([...repeat(chose('a', 'b'), 14), ...repeat(chose('c'), 3), { choice: 'otherOpinion', selected: [] }], 27, ruleOf('government-191-2026'), { options, most: 2 });
    expect(decision).toMatchObject({ outcome: 'adopted', needed: 14, base: 27, members: 27, tally: { agree: 17, otherOpinion: 1, deemed: 0, notAnswered: 9 } });
    expect(decision.options).toEqual([{ id: 'a', votes: 14, chosen: true, tied: false }, { id: 'b', votes: 14, chosen: true, tied: false }, { id: 'c', votes: 3, chosen: false, tied: false }]);
  });

  it('takes never more than may be chosen, whatever is chosen; and the verifier counts the same', () => {
    const replies = fc.array(fc.record({ choice: fc.constantFrom('agree' as const, 'otherOpinion' as const), selected: fc.subarray(['a', 'b', 'c']) }), { maxLength: 40 });
    fc.assert(fc.property(replies, fc.integer({ min: 1, max: 3 }), fc.nat(10), (written, most, silent) => {
      const answers = written.filter(({ choice, selected }) => choice !== 'agree' || (selected.length > 0 && selected.length <= most)).map(({ choice, selected }) => ({ choice, selected: choice === 'agree' ? selected : [] }));
      const rule = ruleOf('government-191-2026');
      const decision = decideQuestionOptions(answers, answers.length + silent, rule, { options, most });
      expect((decision.options ?? []).filter(({ chosen }) => chosen).length).toBeLessThanOrEqual(most);
      const { agree, disagree, otherOpinion, abstain, deemed, notAnswered } = decision.tally;
      expect(agree + disagree + otherOpinion + abstain + deemed + notAnswered).toBe(answers.length + silent);
      expect(verified(rule, { choices: answers.map(({ choice }) => choice), selected: answers.map(({ selected }) => selected) }, { ids: ['a', 'b', 'c'], places: most }, answers.length + silent)).toEqual(decision);
    }));
  });
});

describe('how a request ends', () => {
  const reply = (change: Partial<WrittenReply> = {}): WrittenReply => ({ answers: [{ questionId: 'q', choice: 'agree', text: null }], comments: [], discussion: null, ...change });
  const said = (choice: 'agree' | 'disagree' | 'otherOpinion' | 'abstain', text: string | null = null) => ({ answers: [{ questionId: 'q', choice, text }] });
  const comment = (weight: 'blocking' | 'should' | 'remark') => ({ comments: [{ questionId: null, weight, text: 'Lời' }] });

  it.each([
    [['adopted'], 0, 0, null, 'adopt'], [['adopted', 'adopted'], 0, 0, null, 'adopt'],
    [['adopted', 'rejected'], 0, 0, 'notAdoptedByCount', 'toSession'], [['undecided'], 0, 0, 'notAdoptedByCount', 'toSession'],
    [['rejected'], 0, 0, 'notAdoptedByCount', 'rework'], [['rejected'], 0, 1, 'notAdoptedByCount', 'toSession'],
    [['adopted'], 1, 0, 'discussionAsked', 'toSession'], [['adopted'], 0, 1, 'discussionAsked', 'toSession'],
  ] as const)('questions %j, %i conditions, %i wishes to discuss: %s, offers %s', (outcomes, conditions, discussions, why, offered) => {
    expect(whyCannotAdopt({ outcomes, conditions, discussions })).toBe(why);
    expect(proposedEnd({ outcomes, conditions, discussions })).toBe(offered);
  });

  it.each([
    [reply(), { stand: 'noObjection', text: null }], [reply(comment('remark')), { stand: 'noObjection', text: null }], [reply(comment('should')), { stand: 'noObjection', text: null }],
    [reply(comment('blocking')), { stand: 'objection', text: null }], [reply(said('disagree', 'Chưa đủ cơ sở')), { stand: 'objection', text: 'Chưa đủ cơ sở' }],
    [reply(said('otherOpinion', 'Sửa Điều 5')), { stand: 'objection', text: 'Sửa Điều 5' }], [reply(said('abstain')), { stand: 'noObjection', text: null }],
    [reply({ ...said('otherOpinion', 'Sửa Điều 5'), discussion: 'Cần bàn' }), { stand: 'wishToSpeak', text: 'Cần bàn\nSửa Điều 5' }],
  ])('a reply %j stands on the item as %j', (written, expected) => {
    expect(positionOf(written)).toEqual(expected);
  });

  it('follows its states: what comes after the close needs the close, and an end is an end', () => {
    for (const act of REQUEST_ACTS) for (const state of ['adopted', 'toSession', 'rework', 'recalled'] as const) expect([act, whyCannotActOnRequest(act, state, 'Lý do')]).toEqual([act, 'requestStateForbids']);
    expect(whyCannotActOnRequest('summarise', 'sent', undefined)).toBe('requestStateForbids');
    expect(whyCannotActOnRequest('adopt', 'closed', undefined)).toBe('requestStateForbids');
    expect([whyCannotActOnRequest('rework', 'summarised', ' '), whyCannotActOnRequest('rework', 'summarised', 'Sửa'), whyCannotActOnRequest('summarise', 'summarised', undefined)]).toEqual(['reasonMissing', null, null]);
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
