import { queryOptions } from '@tanstack/react-query';
import type { Changed, Comment, CommentWeight, ItemKind, ItemOutcome, MemberPosition, PositionStand } from '../../api/contract';
import { http } from '../../api/http';
import { commentsKey, positionsKey } from './keys';

export interface ItemFields { title: string; titleEn: string | null; kind: ItemKind; sponsor: string | null; minutes: number; summary: string | null; withheld: boolean }
export interface NewComment { text: string; weight: CommentWeight; parentId?: string; paperVersionId?: string; page?: number }

export const commentsQuery = (itemId: string) =>
  queryOptions({ queryKey: commentsKey(itemId), queryFn: ({ signal }) => http.get<{ comments: Comment[] }>(`/items/${itemId}/comments`, signal) });
export const positionsQuery = (itemId: string) =>
  queryOptions({ queryKey: positionsKey(itemId), queryFn: ({ signal }) => http.get<{ positions: MemberPosition[] }>(`/items/${itemId}/positions`, signal) });

function present<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as Partial<T>;
}

export const addItem = (sessionId: string, parentId: string | null, fields: ItemFields) => http.post<Changed>(`/sessions/${sessionId}/items`, present({ ...fields, parentId }));
export const changeItem = (itemId: string, fields: ItemFields) => http.patch<Changed>(`/items/${itemId}`, fields);
export const removeItem = (itemId: string) => http.delete(`/items/${itemId}`);
export const placeItem = (itemId: string, place: { parentId: string | null; index: number }) => http.put<Changed>(`/items/${itemId}/place`, place);
export const setOutcome = (itemId: string, outcome: ItemOutcome) => http.put<Changed>(`/items/${itemId}/outcome`, { outcome });
export const recuse = (itemId: string, entry: { memberId: string; reason: string }) => http.post<Changed>(`/items/${itemId}/recusals`, entry);
export const liftRecusal = (itemId: string, memberId: string) => http.delete(`/items/${itemId}/recusals/${memberId}`);
export const takePosition = (itemId: string, entry: { stand: PositionStand | null; text?: string }) => http.put<Changed>(`/items/${itemId}/position`, entry);
export const addComment = (itemId: string, comment: NewComment) => http.post<Comment>(`/items/${itemId}/comments`, comment);
