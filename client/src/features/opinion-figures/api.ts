import { queryOptions } from '@tanstack/react-query';
import type { OpinionFigures } from '../../api/contract';
import { http } from '../../api/http';

export interface Period { from: string | null; until: string | null }

export const opinionFiguresQuery = (bodyId: string, { from, until }: Period) => {
  const query = new URLSearchParams(Object.entries({ from, until }).flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
  return queryOptions({ queryKey: ['opinion-figures', bodyId, from, until], queryFn: ({ signal }) => http.get<OpinionFigures>(`/bodies/${bodyId}/opinion-figures?${query.toString()}`, signal) });
};
