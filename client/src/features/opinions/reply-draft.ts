import type { Choice, CommentWeight, OpinionRequest, Question, WrittenReply } from '../../api/contract';

export interface AnswerDraft { choice: Choice | null; text: string; selected: string[] }
export interface CommentDraft { key: number; questionId: string | null; weight: CommentWeight; text: string }
export interface ReplyDraft { answers: Readonly<Record<string, AnswerDraft>>; comments: CommentDraft[]; discussion: string | null }

export const noAnswer: AnswerDraft = { choice: null, text: '', selected: [] };

/** What an older version, or another hand, may have left on the device is looked at before it is taken. */
export function isReplyDraft(value: unknown): value is ReplyDraft {
  if (typeof value !== 'object' || value === null || !('answers' in value) || !('comments' in value) || !('discussion' in value)) return false;
  const { answers, comments } = value;
  if (typeof answers !== 'object' || answers === null || !Array.isArray(comments)) return false;
  return Object.values(answers).every((answer: unknown) => typeof answer === 'object' && answer !== null && 'text' in answer && typeof answer.text === 'string' && 'selected' in answer && Array.isArray(answer.selected));
}

export function draftOf(request: OpinionRequest): ReplyDraft {
  const answers = Object.fromEntries(request.questions.map(({ id }) => {
    const mine = request.myAnswers.find(({ questionId }) => questionId === id);
    return [id, mine ? { choice: mine.choice, text: mine.text ?? '', selected: mine.selected } : noAnswer];
  }));
  return { answers, comments: request.myComments.map((comment, key) => ({ key, ...comment })), discussion: request.myDiscussion };
}

export type Problem = 'choice' | 'text' | 'options' | 'tooMany';

export function problemOf(question: Question, answer: AnswerDraft = noAnswer): Problem | null {
  if (answer.choice === null) return question.kind === 'options' ? 'options' : 'choice';
  if (answer.choice === 'otherOpinion' && answer.text.trim() === '') return 'text';
  if (question.kind !== 'options' || answer.choice !== 'agree') return null;
  if (answer.selected.length === 0) return 'options';
  return answer.selected.length > question.most ? 'tooMany' : null;
}

export function entryOf(request: OpinionRequest, draft: ReplyDraft): WrittenReply {
  const answers = request.questions.map((question) => {
    const { choice, text, selected } = draft.answers[question.id] ?? noAnswer;
    const isChosen = question.kind === 'options' && choice === 'agree' && selected.length > 0 && selected.length <= question.most;
    return { questionId: question.id, ...(choice === null ? {} : { choice }), ...(text.trim() === '' ? {} : { text: text.trim() }), ...(isChosen ? { selected } : {}) };
  });
  const comments = draft.comments.flatMap(({ questionId, weight, text }) => (text.trim() === '' ? [] : [{ weight, text: text.trim(), ...(questionId === null ? {} : { questionId }) }]));
  return { answers, ...(comments.length > 0 ? { comments } : {}), ...(draft.discussion?.trim() ? { discussion: draft.discussion.trim() } : {}) };
}
