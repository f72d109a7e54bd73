import { queryOptions } from '@tanstack/react-query';
import type { Changed, Sharing } from '../../../api/contract';
import { http } from '../../../api/http';
import { sharingKey } from '../keys';

export const sharingQuery = (sessionId: string) => queryOptions({
  queryKey: sharingKey(sessionId),
  queryFn: ({ signal }) => http.get<Sharing>(`/sessions/${sessionId}/share`, signal),
  structuralSharing: (old, next) => newerOf(old as Sharing | undefined, next as Sharing),
});

/** An answer that was under way while a page was told must not lead back to the page before. */
function newerOf(old: Sharing | undefined, next: Sharing): Sharing {
  return old?.share && next.share && old.share.id === next.share.id && old.share.step > next.share.step ? { ...next, share: old.share } : next;
}

export const sharePage = (sessionId: string, entry: { versionId: string; page: number }) => http.post<Changed>(`/sessions/${sessionId}/share`, entry);
export const showPage = (shareId: string, page: number) => http.put(`/page-shares/${shareId}/page`, { page });
export const stopSharing = (shareId: string) => http.delete(`/page-shares/${shareId}`);
