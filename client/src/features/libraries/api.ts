import { queryOptions } from '@tanstack/react-query';
import type { Library } from '../../api/contract';
import { http } from '../../api/http';
import { libraryKey } from './keys';

const pathOf = (bodyId: string | null): string => (bodyId === null ? '/library' : `/bodies/${bodyId}/library`);

/** One's own is not in the journal, so nothing tells of other devices: it is asked again when the window is looked at. */
export const libraryQuery = (bodyId: string | null) =>
  queryOptions({ queryKey: libraryKey(bodyId), queryFn: ({ signal }) => http.get<Library>(pathOf(bodyId), signal), staleTime: 10_000, refetchOnWindowFocus: true });

export const addFolder = (bodyId: string | null, name: string) => http.post<Library>(`${pathOf(bodyId)}/folders`, { name });
export const renameFolder = (id: string, name: string) => http.patch<Library>(`/library-folders/${id}`, { name });
export const removeFolder = (id: string) => http.delete<Library>(`/library-folders/${id}`);
export const addLink = (folderId: string, paperId: string) => http.post<Library>(`/library-folders/${folderId}/links`, { paperId });
export const moveLink = (id: string, folderId: string) => http.patch<Library>(`/library-links/${id}`, { folderId });
export const removeLink = (id: string) => http.delete<Library>(`/library-links/${id}`);
