import { queryOptions } from '@tanstack/react-query';
import type { Dossier, DossierAct, DossierEntry, DossierPart, Dossiers, PlaceEntry, Session, SessionBrief } from '../../api/contract';
import { http } from '../../api/http';
import { upload } from '../../api/upload';
import { dossierKey, dossiersKey } from './keys';

export const dossiersQuery = (bodyId: string) =>
  queryOptions({ queryKey: dossiersKey(bodyId), queryFn: ({ signal }) => http.get<Dossiers>(`/bodies/${bodyId}/dossiers`, signal) });
export const dossierQuery = (dossierId: string) =>
  queryOptions({ queryKey: dossierKey(dossierId), queryFn: ({ signal }) => http.get<Dossier>(`/dossiers/${dossierId}`, signal) });

export const createDossier = (bodyId: string, entry: DossierEntry) => http.post<Dossier>(`/bodies/${bodyId}/dossiers`, entry);
export const editDossier = (dossierId: string, entry: DossierEntry) => http.patch<Dossier>(`/dossiers/${dossierId}`, entry);
export const actOnDossier = (dossierId: string, act: DossierAct, reason?: string) => http.post<Dossier>(`/dossiers/${dossierId}/acts`, { act, ...(reason === undefined ? {} : { reason }) });
export const placeDossier = (dossierId: string, where: PlaceEntry) => http.post<Dossier>(`/dossiers/${dossierId}/place`, where);

export interface FileOf { dossierId: string; paperId: string }
export const editFile = ({ dossierId, paperId }: FileOf, entry: { title?: string; part?: DossierPart }) => http.patch<Dossier>(`/dossiers/${dossierId}/papers/${paperId}`, entry);
export const removeFile = ({ dossierId, paperId }: FileOf) => http.delete(`/dossiers/${dossierId}/papers/${paperId}`);
export const replaceFile = ({ dossierId, paperId }: FileOf, file: File, onProgress: (share: number) => void) =>
  upload<Dossier>(`/dossiers/${dossierId}/papers/${paperId}/versions`, { file, fields: {} }, onProgress);

const PREPARED = ['draft', 'returned', 'approved', 'sent', 'postponed', 'inSession', 'suspended'];

/** Sessions whose agenda may still change, next one first. */
export const placesQuery = (bodyId: string) =>
  queryOptions({ queryKey: ['sessions', bodyId, 'places'], queryFn: async ({ signal }) => (await http.get<{ sessions: SessionBrief[] }>(`/bodies/${bodyId}/sessions`, signal)).sessions.filter(({ state }) => PREPARED.includes(state)) });
export const sessionItemsQuery = (sessionId: string) =>
  queryOptions({ queryKey: ['session', sessionId], queryFn: ({ signal }) => http.get<Session>(`/sessions/${sessionId}`, signal) });
