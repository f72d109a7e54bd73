import { queryOptions } from '@tanstack/react-query';
import type { Body, BodyKind, Holiday, ImportPreview, ImportResult, RuleSet, Seat } from '../../api/contract';
import { http } from '../../api/http';
import { bodiesKey, calendarKey, ruleSetsKey, seatsKey } from './keys';

export interface BodyFields { name: string; nameEn: string | null; shortName: string; kind: BodyKind; ruleSetId: string }
export interface SeatFields { number: number; title: string; titleEn: string | null; organisation: string | null; isChair: boolean; votes: boolean }
export interface AppointmentFields { name: string; nameEn: string | null; accountId: string | null; from: string }
export type RuleSetFields = Omit<RuleSet, 'id' | 'key' | 'custom' | 'until'>;
export interface CalendarAnswer { holidays: Holiday[]; can: { edit: boolean }; [other: string]: unknown }

export const bodiesQuery = queryOptions({ queryKey: bodiesKey, queryFn: ({ signal }) => http.get<{ bodies: Body[]; can: { create: boolean } }>('/bodies', signal) });
export const ruleSetsQuery = queryOptions({ queryKey: ruleSetsKey, queryFn: ({ signal }) => http.get<{ ruleSets: RuleSet[]; can: { create: boolean } }>('/rule-sets', signal) });
export const seatsQuery = (bodyId: string, on?: string) => queryOptions({
  queryKey: on === undefined ? seatsKey(bodyId) : [...seatsKey(bodyId), on],
  queryFn: ({ signal }) => http.get<{ seats: Seat[] }>(`/bodies/${bodyId}/seats${on === undefined ? '' : `?on=${on}`}`, signal),
});
export const calendarQuery = (year: number) => queryOptions({ queryKey: calendarKey(year), queryFn: ({ signal }) => http.get<CalendarAnswer>(`/calendar?year=${year}`, signal) });

function present<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as Partial<T>;
}

export const createBody = (fields: BodyFields) => http.post<Body>('/bodies', present(fields));
export const changeBody = (bodyId: string, fields: BodyFields) => http.patch<Body>(`/bodies/${bodyId}`, fields);
export const addSeat = (bodyId: string, fields: SeatFields) => http.post<Seat>(`/bodies/${bodyId}/seats`, present(fields));
export const changeSeat = (seatId: string, fields: SeatFields) => http.patch<Seat>(`/seats/${seatId}`, fields);
export const appoint = (seatId: string, fields: AppointmentFields) => http.post<Seat>(`/seats/${seatId}/members`, present(fields));
export const endTerm = (memberId: string, on: string) => http.post<Seat>(`/members/${memberId}/end`, { on });
export const previewImport = (bodyId: string, csv: string) => http.post<ImportPreview>(`/bodies/${bodyId}/members-import/preview`, { csv });
export const importMembers = (bodyId: string, csv: string, digest: string) => http.post<ImportResult>(`/bodies/${bodyId}/members-import`, { csv, digest });
export const createRuleSet = (fields: RuleSetFields) => http.post<RuleSet>('/rule-sets', present(fields));
export const putDay = ({ date, kind, name, nameEn }: Holiday) => http.put(`/calendar/${date}`, present({ kind, name, nameEn }));
export const removeDay = (date: string) => http.delete(`/calendar/${date}`);
