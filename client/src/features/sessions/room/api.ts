import { queryOptions } from '@tanstack/react-query';
import type { DisplayEntry, MadeDisplay, SeatPlan } from '../../../api/contract';
import { http } from '../../../api/http';
import { displaysKey, seatPlanKey } from '../keys';

export const displaysQuery = (sessionId: string) =>
  queryOptions({ queryKey: displaysKey(sessionId), queryFn: ({ signal }) => http.get<{ displays: DisplayEntry[] }>(`/sessions/${sessionId}/displays`, signal) });

export const makeDisplay = (sessionId: string, entry: { name: string; siteId?: string }) => http.post<MadeDisplay>(`/sessions/${sessionId}/displays`, entry);
export const revokeDisplay = (displayId: string) => http.delete(`/displays/${displayId}`);

export interface DrawnPlace { seatId: string; row: number; column: number }

export const seatPlanQuery = (bodyId: string) =>
  queryOptions({ queryKey: seatPlanKey(bodyId), queryFn: ({ signal }) => http.get<SeatPlan>(`/bodies/${bodyId}/seat-plan`, signal) });
export const drawSeatPlan = (bodyId: string, places: DrawnPlace[]) => http.put<undefined>(`/bodies/${bodyId}/seat-plan`, { places });
