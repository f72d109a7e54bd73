import { queryOptions } from '@tanstack/react-query';
import type { Statistics } from '../../api/contract';
import { http } from '../../api/http';

/** Below the session's own key: what changes the session makes its figures stale. */
export const statisticsQuery = (sessionId: string) =>
  queryOptions({ queryKey: ['session', sessionId, 'statistics'], queryFn: ({ signal }) => http.get<Statistics>(`/sessions/${sessionId}/statistics`, signal), staleTime: 10_000 });
