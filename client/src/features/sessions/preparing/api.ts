import { queryOptions } from '@tanstack/react-query';
import type { AgendaImported, AgendaPreview, Changed, Delegations, ItemKind, Play, Readiness, SeriesMade, SessionTemplate, UndecidedItem } from '../../../api/contract';
import { http } from '../../../api/http';

export const readinessQuery = (sessionId: string) => queryOptions({ queryKey: ['readiness', sessionId], queryFn: ({ signal }) => http.get<Readiness>(`/sessions/${sessionId}/readiness`, signal) });
export const undecidedQuery = (sessionId: string) => queryOptions({ queryKey: ['undecided', sessionId], queryFn: ({ signal }) => http.get<{ items: UndecidedItem[] }>(`/sessions/${sessionId}/carry-forward`, signal) });
export const templatesQuery = (bodyId: string) => queryOptions({ queryKey: ['session-templates', bodyId], queryFn: ({ signal }) => http.get<{ templates: SessionTemplate[] }>(`/bodies/${bodyId}/session-templates`, signal) });
export const delegationsQuery = (bodyId: string) => queryOptions({ queryKey: ['delegations', bodyId], queryFn: ({ signal }) => http.get<Delegations>(`/bodies/${bodyId}/chair-delegations`, signal) });

export const cloneSession = (sessionId: string, entry: { title: string; startsAt: string }) => http.post<Changed>(`/sessions/${sessionId}/clone`, entry);
export const makeSeries = (sessionId: string, entry: { rhythm: 'week' | 'month'; count: number }) => http.post<SeriesMade>(`/sessions/${sessionId}/series`, entry);
export const saveTemplate = (sessionId: string, name: string) => http.post<Changed>(`/sessions/${sessionId}/template`, { name });
export const removeTemplate = (templateId: string) => http.delete(`/session-templates/${templateId}`);
export const sessionFromTemplate = (bodyId: string, entry: { templateId: string; title: string; startsAt: string }) => http.post<Changed>(`/bodies/${bodyId}/sessions/from-template`, entry);
export const carryForward = (sessionId: string, itemIds: string[]) => http.post<Changed>(`/sessions/${sessionId}/carry-forward`, { itemIds });
export const allowLate = (itemId: string, reason: string) => http.put<Changed>(`/items/${itemId}/late-allowance`, { reason });
export const withdrawLate = (itemId: string) => http.delete(`/items/${itemId}/late-allowance`);

export interface ImportEntry { text: string; digest: string; meetings: number[]; kind: ItemKind; sessionId?: string }
export const previewAgenda = (bodyId: string, text: string) => http.post<AgendaPreview>(`/bodies/${bodyId}/agenda-import/preview`, { text });
export const importAgenda = (bodyId: string, entry: ImportEntry) => http.post<AgendaImported>(`/bodies/${bodyId}/agenda-import`, entry);

export const delegateChair = (bodyId: string, entry: { memberId: string; fromDate: string; untilDate: string }) => http.post<Changed>(`/bodies/${bodyId}/chair-delegations`, entry);
export const endDelegation = (id: string) => http.delete(`/chair-delegations/${id}`);

export const startRehearsal = (sessionId: string) => http.post<Changed>(`/sessions/${sessionId}/rehearsal`, {});
export const playRehearsal = (sessionId: string, act: Play) => http.post<{ count: number }>(`/sessions/${sessionId}/rehearsal/acts`, { act });
export const endRehearsal = (sessionId: string) => http.delete(`/sessions/${sessionId}/rehearsal`);
export const freezePack = (sessionId: string, isFrozen: boolean) => (isFrozen ? http.put<undefined>(`/sessions/${sessionId}/pack-freeze`, {}) : http.delete(`/sessions/${sessionId}/pack-freeze`));
