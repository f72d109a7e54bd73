import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { MyNotes, Note, NoteEntry, NoteKind, NoteReader, VersionNotes } from '../../../api/contract';
import { http } from '../../../api/http';
import { notesKey, versionNotesKey } from '../keys';

/** What is on other devices of mine is seen when the window is looked at again: notes are not in the journal, so nothing tells of them. */
export const versionNotesQuery = (versionId: string) =>
  queryOptions({ queryKey: versionNotesKey(versionId), queryFn: ({ signal }) => http.get<VersionNotes>(`/paper-versions/${versionId}/notes`, signal), staleTime: 10_000, refetchOnWindowFocus: true, refetchOnReconnect: true });

export interface NotesFilter { words: string; kind: NoteKind | ''; sessionId: string }

export const myNotesQuery = (filter: NotesFilter) =>
  infiniteQueryOptions({
    queryKey: [...notesKey, 'mine', filter], initialPageParam: 0, staleTime: 0,
    queryFn: ({ pageParam, signal }) => {
      const wanted = Object.entries({ ...filter, from: pageParam === 0 ? '' : String(pageParam) }).filter(([, value]) => value !== '');
      return http.get<MyNotes>(`/notes?${new URLSearchParams(wanted).toString()}`, signal);
    },
    getNextPageParam: (last, pages) => {
      const shown = pages.reduce((sum, page) => sum + page.notes.length, 0);
      return shown < last.total && last.notes.length > 0 ? shown : undefined;
    },
  });

export const noteReadersQuery = (versionId: string) =>
  queryOptions({ queryKey: [...notesKey, 'readers', versionId], queryFn: ({ signal }) => http.get<{ people: NoteReader[] }>(`/paper-versions/${versionId}/note-readers`, signal) });

export const putNote = (id: string, entry: NoteEntry) => http.put<Note>(`/notes/${id}`, entry);
export const dropNote = (id: string, base: number) => http.delete<Note>(`/notes/${id}?base=${base}`);
export const shareNote = (id: string, accountIds: string[]) => http.put<Note>(`/notes/${id}/readers`, { accountIds });
