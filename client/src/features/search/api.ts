import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Search } from '../../api/contract';
import { http } from '../../api/http';
import { type SearchFilter, searchKey } from './keys';

function address(filter: SearchFilter, after: string | null): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filter, after })) if (value !== null && value !== '') params.set(name, value);
  return `/search?${params.toString()}`;
}

const isAsked = ({ q }: SearchFilter): boolean => q.trim() !== '';

/** The first of each kind. */
export const searchQuery = (filter: SearchFilter) => queryOptions({ queryKey: searchKey(filter), queryFn: ({ signal }) => http.get<Search>(address(filter, null), signal), enabled: isAsked(filter) });

/** One kind, page after page. */
export const kindQuery = (filter: SearchFilter) => infiniteQueryOptions({
  queryKey: [...searchKey(filter), 'pages'], enabled: isAsked(filter),
  queryFn: ({ pageParam, signal }) => http.get<Search>(address(filter, pageParam), signal),
  initialPageParam: null as string | null,
  getNextPageParam: ({ groups }) => groups[0]?.next ?? null,
});
