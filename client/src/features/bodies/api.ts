import { queryOptions } from '@tanstack/react-query';
import type { Assistant, Body, BodyKind, Calendar, CalendarDay, ImportPreview, ImportResult, RuleSet, RuleSetEntry, Seat } from '../../api/contract';
import { http } from '../../api/http';
import { assistantsOfKey, bodiesKey, calendarKey, ruleSetsKey, seatsKey } from './keys';

export interface BodyFields { name: string; nameEn: string; shortName: string; kind: BodyKind; ruleSetId: string }
export interface SeatFields { number: number; title: string; titleEn: string | null; organisation: string | null; isChair: boolean; votes: boolean }
export interface AppointmentFields { name: string; nameEn: string | null; accountId: string | null; from: string }

export const bodiesQuery = queryOptions({ queryKey: bodiesKey, queryFn: ({ signal }) => http.get<{ bodies: Body[]; can: { create: boolean } }>('/bodies', signal) });
export const ruleSetsQuery = queryOptions({ queryKey: ruleSetsKey, queryFn: ({ signal }) => http.get<{ ruleSets: RuleSet[]; can: { create: boolean } }>('/rule-sets', signal) });
export const seatsQuery = (bodyId: string, on?: string) => queryOptions({
  queryKey: on === undefined ? seatsKey(bodyId) : [...seatsKey(bodyId), on],
  queryFn: ({ signal }) => http.get<{ seats: Seat[] }>(`/bodies/${bodyId}/seats${on === undefined ? '' : `?on=${on}`}`, signal),
});
export const calendarQuery = (year: number) => queryOptions({ queryKey: calendarKey(year), queryFn: ({ signal }) => http.get<Calendar>(`/calendar?year=${year}`, signal) });

function present<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as Partial<T>;
}

export const createBody = (fields: BodyFields) => http.post<Body>('/bodies', fields);
export const changeBody = (bodyId: string, { name, nameEn, shortName, ruleSetId }: BodyFields) => http.patch<Body>(`/bodies/${bodyId}`, { name, nameEn, shortName, ruleSetId });
export const addSeat = (bodyId: string, fields: SeatFields) => http.post<Seat>(`/bodies/${bodyId}/seats`, present(fields));
export const changeSeat = (seatId: string, { title, titleEn, organisation, isChair, votes }: SeatFields) =>
  http.patch<Seat>(`/seats/${seatId}`, { title, titleEn, organisation, isChair, votes });
export const appoint = (seatId: string, fields: AppointmentFields) => http.post<Seat>(`/seats/${seatId}/members`, present(fields));
export const endTerm = (memberId: string, on: string) => http.post<Seat>(`/members/${memberId}/end`, { on });
export const previewImport = (bodyId: string, csv: string) => http.post<ImportPreview>(`/bodies/${bodyId}/members-import/preview`, { csv });
export const importMembers = (bodyId: string, csv: string, digest: string) => http.post<ImportResult>(`/bodies/${bodyId}/members-import`, { csv, digest });
export const createRuleSet = (fields: RuleSetEntry) => http.post<RuleSet>('/rule-sets', fields);
export const putDay = ({ date, kind, name, nameEn }: CalendarDay) => http.put(`/calendar/${date}`, { kind, name, nameEn });
export const removeDay = (date: string) => http.delete(`/calendar/${date}`);

export const assistantsQuery = (bodyId: string) => queryOptions({ queryKey: assistantsOfKey(bodyId), queryFn: ({ signal }) => http.get<{ assistants: Assistant[] }>(`/bodies/${bodyId}/assistants`, signal) });
export const assignAssistant = (bodyId: string, accountId: string, memberId: string | null) => http.put(`/bodies/${bodyId}/assistants/${accountId}`, memberId === null ? {} : { memberId });
