import { queryOptions } from '@tanstack/react-query';
import type { AttendanceAct, Changed, Session, SessionAct, SessionBrief, SessionKind } from '../../api/contract';
import { http } from '../../api/http';
import { sessionKey, sessionsKey } from './keys';

export interface SessionsAnswer { sessions: SessionBrief[]; can: { create: boolean; approve: boolean } }
export interface SessionFields {
  title: string; titleEn: string | null; kind: SessionKind; startsAt: string; endsAt: string | null; place: string; onlineLink: string | null;
}
export interface AttendanceEntry { memberId: string; act: AttendanceAct; mode?: 'room' | 'online'; siteId?: string; reason?: string; substituteName?: string; substituteAccountId?: string }

export const sessionsQuery = (bodyId: string) =>
  queryOptions({ queryKey: sessionsKey(bodyId), queryFn: ({ signal }) => http.get<SessionsAnswer>(`/bodies/${bodyId}/sessions`, signal) });
export const sessionQuery = (sessionId: string) =>
  queryOptions({ queryKey: sessionKey(sessionId), queryFn: ({ signal }) => http.get<Session>(`/sessions/${sessionId}`, signal) });

/** Empty optional fields are left out on creation, and cleared with null on change. */
function present<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as Partial<T>;
}

export const createSession = (bodyId: string, fields: SessionFields) => http.post<Changed>(`/bodies/${bodyId}/sessions`, present(fields));
export const changeSession = (sessionId: string, fields: SessionFields) => http.patch<Changed>(`/sessions/${sessionId}`, fields);
export const actOnSession = (sessionId: string, entry: { act: SessionAct; reason?: string }) => http.post<Changed>(`/sessions/${sessionId}/acts`, entry);
export const setCurrentItem = (sessionId: string, itemId: string | null) => http.put<Changed>(`/sessions/${sessionId}/current-item`, { itemId });
export const recordAttendance = (sessionId: string, entry: AttendanceEntry) => http.post<Changed>(`/sessions/${sessionId}/attendance`, entry);
