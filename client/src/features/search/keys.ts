import type { SearchKind } from '../../api/contract';
import type { NewsTable } from '../../realtime/news';

export interface SearchFilter { q: string; kind: SearchKind | null; bodyId: string | null; sessionId: string | null; from: string | null; until: string | null; exact: '1' | null; hasText: '1' | null; typing: '1' | null }

export const NO_FILTER: SearchFilter = { q: '', kind: null, bodyId: null, sessionId: null, from: null, until: null, exact: null, hasText: null, typing: null };
export const searchKey = (filter: SearchFilter) => ['search', filter] as const;

const all = () => [['search']];
/** What was found may be gone, or there may be more: what is on screen is asked again. */
export const searchNews: NewsTable = { paper: all, recusal: all, request: ({ type }) => (type === 'request.replied' || type === 'request.drafted' ? [] : all()) };
