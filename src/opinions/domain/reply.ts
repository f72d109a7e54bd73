import { type Choice } from '../../bodies/domain/rule-set.js';
import type { ErrorCode } from '../../contract/error-codes.js';
import type { CommentWeight } from '../../papers/domain/comment.js';
import { whyCannotSelect } from '../../voting/domain/options.js';
import type { AskedQuestion } from './question.js';

/** What a member wrote to one question. */
export interface WrittenAnswer {
  questionId: string;
  choice: Choice | null;
  text: string | null;
  /** Of a question with options: what was chosen. */
  selected?: string[];
}

/** What a member adds: a condition, something that should be addressed, or a remark; to one question or (null) to all of it. (product/rules.md §5) */
export interface WrittenComment {
  questionId: string | null;
  weight: CommentWeight;
  text: string;
}

/** A reply as it is written. `discussion`: why the member asks to discuss the matter in a session. */
export interface WrittenReply {
  answers: WrittenAnswer[];
  comments: WrittenComment[];
  discussion: string | null;
}

/** Choices of a question: of the rule set; where there are options "agree" means one chose among them, and nobody disagrees with a list. */
export function choicesOf(question: Pick<AskedQuestion, 'kind'>, choices: readonly Choice[]): Choice[] {
  return question.kind === 'choices' ? [...choices] : choices.filter((choice) => choice !== 'disagree');
}

/** Why this answer to one question may not be sent: nothing chosen, a choice or an option not offered, too many, "other opinion" without words. */
function whyNotAnswer(answer: WrittenAnswer | undefined, question: AskedQuestion, choices: readonly Choice[]): ErrorCode | null {
  if (!answer || answer.choice === null) return 'answerMissing';
  if (!choicesOf(question, choices).includes(answer.choice)) return 'choiceNotOffered';
  if (answer.choice === 'otherOpinion' && !answer.text?.trim()) return 'otherOpinionNeedsText';
  const selected = answer.selected ?? [];
  if (question.kind === 'options' && answer.choice === 'agree') return whyCannotSelect(selected, question.options, question.most);
  return selected.length === 0 ? null : 'selectionBad';
}

/** Why this reply may not be sent; null when it may. */
export function whyCannotSend(reply: WrittenReply, questions: readonly AskedQuestion[], choices: readonly Choice[]): ErrorCode | null {
  const byQuestion = new Map(reply.answers.map((answer) => [answer.questionId, answer]));
  const isKnown = (id: string): boolean => questions.some((question) => question.id === id);
  if (byQuestion.size !== reply.answers.length || !reply.answers.every((answer) => isKnown(answer.questionId))) return 'questionUnknown';
  if (reply.comments.some(({ questionId }) => questionId !== null && !isKnown(questionId))) return 'questionUnknown';
  for (const question of questions) {
    const why = whyNotAnswer(byQuestion.get(question.id), question, choices);
    if (why) return why;
  }
  return null;
}

/** Why a draft may not be kept: only for a question, a choice or an option that does not exist, or more options than may be chosen. */
export function whyCannotSave(reply: WrittenReply, questions: readonly AskedQuestion[], choices: readonly Choice[]): ErrorCode | null {
  const find = (id: string): AskedQuestion | undefined => questions.find((question) => question.id === id);
  if ([...reply.answers, ...reply.comments].some(({ questionId }) => questionId !== null && !find(questionId))) return 'questionUnknown';
  for (const { questionId, choice, selected = [] } of reply.answers) {
    const question = find(questionId);
    if (!question) continue;
    if (choice !== null && !choicesOf(question, choices).includes(choice)) return 'choiceNotOffered';
    if (selected.length > 0 && (question.kind !== 'options' || whyCannotSelect(selected, question.options, question.most) !== null)) return 'selectionBad';
  }
  return null;
}

/** The answers in one order, whoever sends them; chosen options too. */
export function sorted(answers: readonly WrittenAnswer[]): WrittenAnswer[] {
  return [...answers].sort((a, b) => (a.questionId < b.questionId ? -1 : a.questionId > b.questionId ? 1 : 0))
    .map(({ questionId, choice, text, selected = [] }) => ({ questionId, choice, text, ...(selected.length > 0 ? { selected: [...selected].sort() } : {}) }));
}
