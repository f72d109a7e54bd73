import { queryOptions } from '@tanstack/react-query';
import type { OfflineCheck, OfflineHolders, OfflineTaken } from '../../api/contract';
import { http } from '../../api/http';
import { packList } from './pack-list';
import { holdersKey, packListKey } from './keys';

interface Copies { deviceId: string; versionIds: string[] }

export const takeCopies = (copies: Copies) => http.post<OfflineTaken>('/offline/copies', copies);
export const noteRemoved = (copies: Copies) => http.post<undefined>('/offline/copies/removed', copies);
export const checkCopies = (copies: Copies) => http.post<OfflineCheck>('/offline/check', copies);
export const endDevice = (id: string) => http.delete(`/offline/devices/${id}`);
export const askMayKeep = async (device: { id: string; secret: string }) => (await http.post<{ mayKeep: boolean }>('/offline/standing', device)).mayKeep;

export const holdersQuery = queryOptions({ queryKey: holdersKey, queryFn: ({ signal }) => http.get<OfflineHolders>('/offline/devices', signal), staleTime: 0 });

/** What lies on this device: read without a network. */
export const packListQuery = queryOptions({ queryKey: packListKey, queryFn: packList, networkMode: 'always', staleTime: 0 });
