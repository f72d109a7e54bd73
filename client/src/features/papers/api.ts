import { queryOptions } from '@tanstack/react-query';
import type { Paper, PaperBrief, PaperSignatures } from '../../api/contract';
import { http } from '../../api/http';
import { upload } from '../../api/upload';
import { paperKey } from './keys';

/** Where papers hang: an agenda item or a written opinion request. */
export interface PaperOwner { kind: 'items' | 'opinion-requests'; id: string }

export const paperQuery = (paperId: string) =>
  queryOptions({ queryKey: paperKey(paperId), queryFn: ({ signal }) => http.get<Paper>(`/papers/${paperId}`, signal) });

/** A version never changes: what was read once stays right. */
export const signaturesQuery = (versionId: string) =>
  queryOptions({ queryKey: ['paper-signatures', versionId], queryFn: ({ signal }) => http.get<PaperSignatures>(`/paper-versions/${versionId}/signatures`, signal), staleTime: Infinity });

export const addPaper = (owner: PaperOwner, file: File, onProgress: (share: number) => void, signal: AbortSignal) =>
  upload<PaperBrief>(`/${owner.kind}/${owner.id}/papers`, { file, fields: {} }, onProgress, signal);
export const addVersion = (paperId: string, file: File, note: string, onProgress: (share: number) => void) =>
  upload<PaperBrief>(`/papers/${paperId}/versions`, { file, fields: note === '' ? {} : { note } }, onProgress);
export const releasePaper = (paperId: string) => http.post<PaperBrief>(`/papers/${paperId}/release`);
export const recallPaper = (paperId: string, reason: string) => http.post<PaperBrief>(`/papers/${paperId}/recall`, { reason });
export const removePaper = (paperId: string) => http.delete(`/papers/${paperId}`);
