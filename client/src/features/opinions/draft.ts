import type { OpinionRequest } from '../../api/contract';
import type { RequestFields } from './api';

export interface FormMember { id: string; seatNumber: number; title: string; titleEn: string | null; name: string }
export interface QuestionDraft { key: number; text: string; textEn: string }
export interface RequestDraft { title: string; titleEn: string; explanation: string; questions: QuestionDraft[]; files: File[]; memberIds: string[]; workingDays: number; isPublic: boolean }

export function draftOf(request: OpinionRequest | null, members: readonly FormMember[], byDefault: number): RequestDraft {
  return {
    title: request?.title ?? '', titleEn: request?.titleEn ?? '', explanation: request?.explanation ?? '', files: [],
    questions: request?.questions.map(({ text, textEn }, key) => ({ key, text, textEn: textEn ?? '' })) ?? [{ key: 0, text: '', textEn: '' }],
    memberIds: request?.members?.map(({ memberId }) => memberId) ?? members.map(({ id }) => id),
    workingDays: request?.workingDays ?? byDefault, isPublic: request?.isPublic ?? true,
  };
}

const orNull = (text: string) => (text.trim() === '' ? null : text.trim());

export function fieldsOf(draft: RequestDraft): RequestFields {
  return {
    title: draft.title.trim(), titleEn: orNull(draft.titleEn), explanation: orNull(draft.explanation),
    questions: draft.questions.map(({ text, textEn }) => ({ text: text.trim(), textEn: orNull(textEn) })),
    memberIds: draft.memberIds, workingDays: draft.workingDays, isPublic: draft.isPublic,
  };
}

export function isStepComplete(step: number, draft: RequestDraft): boolean {
  if (step === 0) return draft.title.trim() !== '' && draft.questions.length > 0 && draft.questions.every(({ text }) => text.trim() !== '');
  return step === 2 ? draft.memberIds.length > 0 : true;
}
