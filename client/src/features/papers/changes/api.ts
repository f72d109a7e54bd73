import { queryOptions } from '@tanstack/react-query';
import type { ChangesBrief, VersionChanges } from '../../../api/contract';
import { http } from '../../../api/http';
import { changesKey } from '../keys';

const AGAIN_MS = 4000;
/** Two versions never change: what was compared once stays right; what is still being read is asked for again. */
const waiting = ({ state: { data } }: { state: { data?: ChangesBrief | undefined } }) => (data?.state === 'beingRead' ? AGAIN_MS : false);
const addressOf = (versionId: string, since: string | null, tail = '') => `/paper-versions/${versionId}/changes${tail}${since === null ? '' : `?since=${since}`}`;

/** @param since the version to compare with; null: the one that was opened last */
export const changesQuery = (versionId: string, since: string | null) =>
  queryOptions({ queryKey: [...changesKey, versionId, since, 'all'], queryFn: ({ signal }) => http.get<VersionChanges>(addressOf(versionId, since), signal), staleTime: 300_000, refetchInterval: waiting });

export const changesBriefQuery = (versionId: string, since: string | null) =>
  queryOptions({ queryKey: [...changesKey, versionId, since, 'brief'], queryFn: ({ signal }) => http.get<ChangesBrief>(addressOf(versionId, since, '/brief'), signal), staleTime: 300_000, refetchInterval: waiting });
