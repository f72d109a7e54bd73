import { queryOptions } from '@tanstack/react-query';
import type { Changed, Floor, FloorEntry, TurnAct } from '../../../api/contract';
import { http } from '../../../api/http';
import { floorKey } from '../keys';

/** The floor, and when this screen heard of it, so that its timers agree with the server's clock. */
export interface FloorHeard extends Floor { heardAt: number }

export const floorQuery = (sessionId: string) => queryOptions({
  queryKey: floorKey(sessionId),
  queryFn: async ({ signal }): Promise<FloorHeard> => ({ ...(await http.get<Floor>(`/sessions/${sessionId}/floor`, signal)), heardAt: Date.now() }),
});

export const askFloor = (itemId: string, entry: FloorEntry) => http.post<Changed>(`/items/${itemId}/turns`, entry);
export const actOnTurn = (turnId: string, act: TurnAct) => http.post<Changed>(`/turns/${turnId}/acts`, act);
