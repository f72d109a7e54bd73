import { queryOptions } from '@tanstack/react-query';
import type { CheckedIn, CheckInCode } from '../../../api/contract';
import { http } from '../../../api/http';

export interface HeardCode extends CheckInCode { heardAt: number }

/** Asked again when another code is to be shown; when the server does not answer, every few seconds. */
const AGAIN_MS = 3_000;

export const checkInCodeQuery = (sessionId: string, siteId: string | null) =>
  queryOptions({
    queryKey: ['check-in-code', sessionId, siteId],
    queryFn: async ({ signal }): Promise<HeardCode> => ({ ...(await http.get<CheckInCode>(`/sessions/${sessionId}/check-in-code${siteId === null ? '' : `?siteId=${siteId}`}`, signal)), heardAt: Date.now() }),
    staleTime: 0, gcTime: 0, retry: false, networkMode: 'always', refetchIntervalInBackground: true,
    refetchInterval: ({ state: { data, status } }) => (status === 'success' && data ? data.secondsLeft * 1000 : AGAIN_MS),
  });

export const checkIn = (sessionId: string, code: string) => http.post<CheckedIn>(`/sessions/${sessionId}/check-in`, { code });
