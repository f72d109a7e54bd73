import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { JournalPage, JournalProof, LogCheckpoint } from '../../api/contract';
import { http } from '../../api/http';
import { type JournalFilter, journalKey, rowKey } from './keys';

function search(filter: JournalFilter, before: number | null): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filter, before: before === null ? null : String(before) })) if (value !== null && value !== '') params.set(name, value);
  return params.toString();
}

export const journalQuery = (filter: JournalFilter) => infiniteQueryOptions({
  queryKey: journalKey(filter),
  queryFn: ({ pageParam, signal }) => http.get<JournalPage>(`/journal?${search(filter, pageParam)}`, signal),
  initialPageParam: null as number | null,
  getNextPageParam: (page) => page.next,
});
export const proofQuery = (seq: number) => queryOptions({ queryKey: rowKey(seq), queryFn: ({ signal }) => http.get<JournalProof>(`/journal/${seq}/proof`, signal) });
export const fetchCheckpoint = () => http.get<LogCheckpoint>('/log/checkpoint');
export const fetchConsistency = (from: number, to: number) => http.get<{ proof: string[] }>(`/log/consistency?from=${from}&to=${to}`);
