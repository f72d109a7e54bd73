import { queryOptions } from '@tanstack/react-query';
import type { AccessLog, Paper, PaperBrief, PaperReceipts, PaperSignatures, HandOutEntry, Register, RegisteredPaper, RegisterEntry, SessionReceipts } from '../../api/contract';
import { http } from '../../api/http';
import { upload } from '../../api/upload';
import { paperKey, receiptsKey, registerKey } from './keys';

/** Where papers hang: an agenda item, a written opinion request or a dossier. */
export interface PaperOwner { kind: 'items' | 'opinion-requests' | 'dossiers'; id: string }
/** A file on its way, and what is said of it. */
export interface Sending { file: File; fields: Readonly<Record<string, string>> }

export const paperQuery = (paperId: string) =>
  queryOptions({ queryKey: paperKey(paperId), queryFn: ({ signal }) => http.get<Paper>(`/papers/${paperId}`, signal) });

/** A version never changes: what was read once stays right. */
export const signaturesQuery = (versionId: string) =>
  queryOptions({ queryKey: ['paper-signatures', versionId], queryFn: ({ signal }) => http.get<PaperSignatures>(`/paper-versions/${versionId}/signatures`, signal), staleTime: Infinity });

export const addPaper = (owner: PaperOwner, sending: Sending, onProgress: (share: number) => void, signal: AbortSignal) =>
  upload<unknown>(`/${owner.kind}/${owner.id}/papers`, sending, onProgress, signal);
export const addVersion = (paperId: string, file: File, note: string, onProgress: (share: number) => void) =>
  upload<PaperBrief>(`/papers/${paperId}/versions`, { file, fields: note === '' ? {} : { note } }, onProgress);
export const releasePaper = (paperId: string) => http.post<PaperBrief>(`/papers/${paperId}/release`);
export const recallPaper = (paperId: string, reason: string) => http.post<PaperBrief>(`/papers/${paperId}/recall`, { reason });
export const removePaper = (paperId: string) => http.delete(`/papers/${paperId}`);

export const receiptsQuery = (paperId: string) => queryOptions({ queryKey: [...receiptsKey, paperId], queryFn: ({ signal }) => http.get<PaperReceipts>(`/papers/${paperId}/receipts`, signal) });
export const sessionReceiptsQuery = (sessionId: string) => queryOptions({ queryKey: [...receiptsKey, sessionId], queryFn: ({ signal }) => http.get<SessionReceipts>(`/sessions/${sessionId}/receipts`, signal) });
export const remindReaders = (paperId: string) => http.post<{ people: number }>(`/papers/${paperId}/reminders`);

export const registerQuery = (sessionId: string) => queryOptions({ queryKey: registerKey(sessionId), queryFn: ({ signal }) => http.get<Register>(`/sessions/${sessionId}/register`, signal) });
export const registerPaper = (itemId: string, entry: RegisterEntry) => http.post<RegisteredPaper>(`/items/${itemId}/registered-papers`, entry);
export const strikeOut = (paperId: string) => http.delete(`/registered-papers/${paperId}`);
export const handOut = (paperId: string, entry: HandOutEntry) => http.post<RegisteredPaper>(`/registered-papers/${paperId}/handouts`, entry);
export const takeBack = (handoutId: string) => http.post<RegisteredPaper>(`/paper-handouts/${handoutId}/return`);
export const accessQuery = (paperId: string) => queryOptions({ queryKey: ['paper', paperId, 'access'], queryFn: ({ signal }) => http.get<AccessLog>(`/papers/${paperId}/access`, signal) });
