import { queryOptions } from '@tanstack/react-query';
import type { Assistant, Deadline, MemberReminders, OpinionRequest, Proof, ReplyFile, RequestAct, RequestBrief, RequestTemplate, SessionBrief, SessionRequests, WrittenReply } from '../../api/contract';
import { http } from '../../api/http';
import { upload } from '../../api/upload';
import { assistantsKey, remindersKey, requestKey, requestsKey, templatesKey } from './keys';

export interface RequestsAnswer { requests: RequestBrief[]; can: { create: boolean; approve: boolean; figures: boolean } }
export interface QuestionFields { text: string; textEn: string | null; kind: 'choices' | 'options'; options: { label: string; labelEn?: string }[]; most: number }
export interface RequestFields {
  title: string; titleEn: string | null; explanation: string | null; questions: QuestionFields[]; memberIds: string[]; workingDays: number; isPublic: boolean;
}
export interface ActEntry { act: RequestAct; reason?: string; workingDays?: number; conclusion?: string; conclusionEn?: string; sessionId?: string }

export const requestsQuery = (bodyId: string) =>
  queryOptions({ queryKey: requestsKey(bodyId), queryFn: ({ signal }) => http.get<RequestsAnswer>(`/bodies/${bodyId}/opinion-requests`, signal) });
export const requestQuery = (requestId: string) =>
  queryOptions({ queryKey: requestKey(requestId), queryFn: ({ signal }) => http.get<OpinionRequest>(`/opinion-requests/${requestId}`, signal) });
export const deadlineQuery = (bodyId: string, workingDays: number) =>
  queryOptions({ queryKey: ['deadline', bodyId, workingDays], staleTime: 60_000, queryFn: ({ signal }) => http.get<Deadline>(`/calendar/deadline?bodyId=${bodyId}&workingDays=${workingDays}`, signal) });

function bodyOf(fields: RequestFields, isNew: boolean): object {
  const questions = fields.questions.map(({ textEn, ...question }) => (textEn === null ? question : { ...question, textEn }));
  const entries = Object.entries({ ...fields, questions }).filter(([, value]) => !isNew || value !== null);
  return Object.fromEntries(entries);
}

export const createRequest = (bodyId: string, fields: RequestFields) => http.post<OpinionRequest>(`/bodies/${bodyId}/opinion-requests`, bodyOf(fields, true));
export const changeRequest = (requestId: string, fields: RequestFields) => http.patch<OpinionRequest>(`/opinion-requests/${requestId}`, bodyOf(fields, false));
export const actOnRequest = (requestId: string, entry: ActEntry) => http.post<OpinionRequest>(`/opinion-requests/${requestId}/acts`, entry);
export const reply = (requestId: string, entry: WrittenReply & { send: boolean; proof?: Proof }) => http.put<OpinionRequest>(`/opinion-requests/${requestId}/reply`, entry);
export const prepareDraft = (requestId: string, entry: WrittenReply & { handUp: boolean }) => http.put<OpinionRequest>(`/opinion-requests/${requestId}/draft`, entry);
export const addReplyFile = (requestId: string, file: File, onProgress: (share: number) => void) => upload<ReplyFile>(`/opinion-requests/${requestId}/reply-files`, { file, fields: {} }, onProgress);
export const removeReplyFile = (fileId: string) => http.delete(`/reply-files/${fileId}`);
export const replyFileAddress = (fileId: string) => `/api/reply-files/${fileId}/file`;

export const templatesQuery = (bodyId: string) => queryOptions({ queryKey: templatesKey(bodyId), queryFn: ({ signal }) => http.get<{ templates: RequestTemplate[] }>(`/bodies/${bodyId}/opinion-templates`, signal) });
export const keepTemplate = (requestId: string, name: string) => http.post(`/opinion-requests/${requestId}/template`, { name });
export const renameTemplate = (id: string, name: string) => http.patch(`/opinion-templates/${id}`, { name });
export const removeTemplate = (id: string) => http.delete(`/opinion-templates/${id}`);

export const myAssistantsQuery = (bodyId: string) => queryOptions({ queryKey: assistantsKey(bodyId), queryFn: ({ signal }) => http.get<{ assistants: Assistant[] }>(`/bodies/${bodyId}/my-assistants`, signal) });
export const chooseAssistants = (bodyId: string, accountIds: string[]) => http.put<{ assistants: Assistant[] }>(`/bodies/${bodyId}/my-assistants`, { accountIds });

/** Sessions that a matter may be put to: the query is the session list's own. */
export const sessionsToChooseQuery = (bodyId: string) => queryOptions({ queryKey: ['sessions', bodyId, 'toChoose'], queryFn: ({ signal }) => http.get<{ sessions: SessionBrief[] }>(`/bodies/${bodyId}/sessions`, signal) });
export const requestsOfSessionQuery = (sessionId: string) => queryOptions({ queryKey: ['requests', 'ofSession', sessionId], staleTime: 60_000, queryFn: ({ signal }) => http.get<SessionRequests>(`/sessions/${sessionId}/opinion-requests`, signal) });

export const remindersQuery = (requestId: string) =>
  queryOptions({ queryKey: remindersKey(requestId), queryFn: ({ signal }) => http.get<MemberReminders>(`/opinion-requests/${requestId}/reminders`, signal) });
export const remindMembers = (requestId: string) => (memberIds: string[] | null) => http.post<{ people: number }>(`/opinion-requests/${requestId}/reminders`, memberIds === null ? {} : { memberIds });
