import type { OpinionRequest, RequestTemplate } from '../../api/contract';
import type { RequestFields } from './api';

export interface FormMember { id: string; seatNumber: number; title: string; titleEn: string | null; name: string }
export interface OptionDraft { key: number; label: string; labelEn: string }
export interface QuestionDraft { key: number; text: string; textEn: string; kind: 'choices' | 'options'; options: OptionDraft[]; most: number }
export interface RequestDraft { title: string; titleEn: string; explanation: string; questions: QuestionDraft[]; memberIds: string[]; workingDays: number; isPublic: boolean }

export const emptyOptions = (): OptionDraft[] => [0, 1].map((key) => ({ key, label: '', labelEn: '' }));
export const emptyQuestion = (key: number): QuestionDraft => ({ key, text: '', textEn: '', kind: 'choices', options: [], most: 1 });
export const nextKey = (list: readonly { key: number }[]): number => Math.max(-1, ...list.map(({ key }) => key)) + 1;

type Asked = Pick<RequestTemplate['questions'][number], 'text' | 'textEn' | 'kind' | 'options' | 'most'>;
const questionsOf = (questions: readonly Asked[]): QuestionDraft[] => questions.map(({ text, textEn, kind, options, most }, key) => ({
  key, text, textEn: textEn ?? '', kind, most, options: options.map(({ label, labelEn }, at) => ({ key: at, label, labelEn: labelEn ?? '' })),
}));

export function draftOf(request: OpinionRequest | null, members: readonly FormMember[], byDefault: number): RequestDraft {
  return {
    title: request?.title ?? '', titleEn: request?.titleEn ?? '', explanation: request?.explanation ?? '',
    questions: request ? questionsOf(request.questions) : [emptyQuestion(0)],
    memberIds: request?.members?.map(({ memberId }) => memberId) ?? members.map(({ id }) => id),
    workingDays: request?.workingDays ?? byDefault, isPublic: request?.isPublic ?? true,
  };
}

/** A new request begun from a template; the rule set of today bounds its days. */
export function draftFrom({ title, titleEn, explanation, questions, memberIds, workingDays, isPublic }: RequestTemplate, days: { least: number; most: number }): RequestDraft {
  return { title, titleEn: titleEn ?? '', explanation: explanation ?? '', questions: questionsOf(questions), memberIds, isPublic, workingDays: Math.min(days.most, Math.max(days.least, workingDays)) };
}

export function isRequestDraft(value: unknown): value is RequestDraft {
  return typeof value === 'object' && value !== null && 'title' in value && typeof value.title === 'string' && 'memberIds' in value && Array.isArray(value.memberIds)
    && 'questions' in value && Array.isArray(value.questions) && value.questions.every((question: unknown) => typeof question === 'object' && question !== null && 'options' in question && Array.isArray(question.options));
}

const orNull = (text: string) => (text.trim() === '' ? null : text.trim());

export function fieldsOf(draft: RequestDraft): RequestFields {
  return {
    title: draft.title.trim(), titleEn: orNull(draft.titleEn), explanation: orNull(draft.explanation),
    questions: draft.questions.map(({ text, textEn, kind, options, most }) => ({
      text: text.trim(), textEn: orNull(textEn), kind, most: kind === 'options' ? most : 1,
      options: kind === 'options' ? options.map(({ label, labelEn }) => ({ label: label.trim(), ...(labelEn.trim() === '' ? {} : { labelEn: labelEn.trim() }) })) : [],
    })),
    memberIds: draft.memberIds, workingDays: draft.workingDays, isPublic: draft.isPublic,
  };
}

export const steps = ['questions', 'papers', 'members', 'deadline', 'review'] as const;
export type Step = (typeof steps)[number];

const areOptionsComplete = ({ kind, options, most }: QuestionDraft): boolean => kind === 'choices' || (options.length >= 2 && options.every(({ label }) => label.trim() !== '') && most <= options.length);

export function isStepComplete(step: Step, draft: RequestDraft): boolean {
  if (step === 'questions') return draft.title.trim() !== '' && draft.questions.length > 0 && draft.questions.every((question) => question.text.trim() !== '' && areOptionsComplete(question));
  return step === 'members' ? draft.memberIds.length > 0 : true;
}
