import { queryOptions } from '@tanstack/react-query';
import type { Desk } from '../../api/contract';
import { http } from '../../api/http';
import { deskKey } from './keys';

export const deskQuery = (bodyId: string) =>
  queryOptions({ queryKey: deskKey(bodyId), queryFn: ({ signal }) => http.get<Desk>(`/desk?bodyId=${encodeURIComponent(bodyId)}`, signal) });
