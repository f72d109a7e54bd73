import type { Change } from '../../api/contract';
import type { NewsTable } from '../../realtime/news';

export const dossiersKey = (bodyId: string) => ['dossiers', bodyId] as const;
export const dossierKey = (dossierId: string) => ['dossier', dossierId] as const;

const ofDossier = ({ ids }: Change) => [ids['dossierId'] === undefined ? ['dossier'] : dossierKey(ids['dossierId']), ['dossiers']];

export const dossiersNews: NewsTable = {
  dossier: ofDossier,
  paper: (change) => (change.ids['dossierId'] === undefined || change.type === 'paper.read' ? [] : ofDossier(change)),
};
