import { queryOptions } from '@tanstack/react-query';
import type { Choice, Deadline, OpinionRequest, Proof, RequestAct, RequestBrief } from '../../api/contract';
import { http } from '../../api/http';
import { requestKey, requestsKey } from './keys';

export interface RequestsAnswer { requests: RequestBrief[]; can: { create: boolean } }
export interface RequestFields {
  title: string; titleEn: string | null; explanation: string | null; questions: { text: string; textEn: string | null }[]; memberIds: string[]; workingDays: number; isPublic: boolean;
}
export interface ReplyAnswer { questionId: string; choice?: Choice; text?: string }
export interface ActEntry { act: RequestAct; reason?: string; workingDays?: number }

export const requestsQuery = (bodyId: string) =>
  queryOptions({ queryKey: requestsKey(bodyId), queryFn: ({ signal }) => http.get<RequestsAnswer>(`/bodies/${bodyId}/opinion-requests`, signal) });
export const requestQuery = (requestId: string) =>
  queryOptions({ queryKey: requestKey(requestId), queryFn: ({ signal }) => http.get<OpinionRequest>(`/opinion-requests/${requestId}`, signal) });
export const deadlineQuery = (bodyId: string, workingDays: number) =>
  queryOptions({ queryKey: ['deadline', bodyId, workingDays], staleTime: 60_000, queryFn: ({ signal }) => http.get<Deadline>(`/calendar/deadline?bodyId=${bodyId}&workingDays=${workingDays}`, signal) });

function bodyOf(fields: RequestFields, isNew: boolean): object {
  const questions = fields.questions.map(({ text, textEn }) => (textEn === null ? { text } : { text, textEn }));
  const entries = Object.entries({ ...fields, questions }).filter(([, value]) => !isNew || value !== null);
  return Object.fromEntries(entries);
}

export const createRequest = (bodyId: string, fields: RequestFields) => http.post<OpinionRequest>(`/bodies/${bodyId}/opinion-requests`, bodyOf(fields, true));
export const changeRequest = (requestId: string, fields: RequestFields) => http.patch<OpinionRequest>(`/opinion-requests/${requestId}`, bodyOf(fields, false));
export const actOnRequest = (requestId: string, entry: ActEntry) => http.post<OpinionRequest>(`/opinion-requests/${requestId}/acts`, entry);
export const reply = (requestId: string, entry: { answers: ReplyAnswer[]; send: boolean; proof?: Proof }) => http.put<OpinionRequest>(`/opinion-requests/${requestId}/reply`, entry);
