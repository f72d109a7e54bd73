import type { Choice } from '../../bodies/domain/rule-set.js';
import type { ErrorCode } from '../../contract/error-codes.js';

/** What a member wrote to one question. */
export interface WrittenAnswer {
  questionId: string;
  choice: Choice | null;
  text: string | null;
}

/** Why this reply may not be sent: an unknown or unanswered question, a choice not offered, "other opinion" without words; null when it may. */
export function whyCannotSend(answers: readonly WrittenAnswer[], questionIds: readonly string[], choices: readonly Choice[]): ErrorCode | null {
  const byQuestion = new Map(answers.map((answer) => [answer.questionId, answer]));
  if (byQuestion.size !== answers.length || answers.some((answer) => !questionIds.includes(answer.questionId))) return 'questionUnknown';
  for (const id of questionIds) {
    const answer = byQuestion.get(id);
    if (!answer || answer.choice === null) return 'answerMissing';
    if (!choices.includes(answer.choice)) return 'choiceNotOffered';
    if (answer.choice === 'otherOpinion' && !answer.text?.trim()) return 'otherOpinionNeedsText';
  }
  return null;
}

/** Why a draft may not be kept: only for a question or choice that does not exist. */
export function whyCannotSave(answers: readonly WrittenAnswer[], questionIds: readonly string[], choices: readonly Choice[]): ErrorCode | null {
  if (answers.some((answer) => !questionIds.includes(answer.questionId))) return 'questionUnknown';
  return answers.some((answer) => answer.choice !== null && !choices.includes(answer.choice)) ? 'choiceNotOffered' : null;
}

/** The answers in one order, whoever sends them. */
export function sorted(answers: readonly WrittenAnswer[]): WrittenAnswer[] {
  return [...answers].sort((a, b) => (a.questionId < b.questionId ? -1 : a.questionId > b.questionId ? 1 : 0));
}
