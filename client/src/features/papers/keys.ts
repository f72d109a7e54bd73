import type { QueryClient } from '@tanstack/react-query';
import type { Change, PageMessage, Sharing } from '../../api/contract';
import type { NewsTable } from '../../realtime/news';

export const paperKey = (paperId: string) => ['paper', paperId] as const;

export const receiptsKey = ['receipts'] as const;
export const changesKey = ['changes'] as const;
export const notesKey = ['notes'] as const;
export const versionNotesKey = (versionId: string) => ['notes', 'version', versionId] as const;

export const registerKey = (sessionId: string) => ['register', sessionId] as const;

export const sharingKey = (sessionId: string) => ['sharing', sessionId] as const;

const sharing = ({ ids }: Change) => [ids['sessionId'] === undefined ? ['sharing'] : sharingKey(ids['sessionId'])];

/** A page shown goes into what is known of the share; what arrives late is passed over. */
export function notePage(client: QueryClient, { shareId, page, step }: PageMessage): void {
  client.setQueriesData<Sharing>({ queryKey: ['sharing'] }, (old) => (old?.share?.id === shareId && step > old.share.step ? { ...old, share: { ...old.share, page, step } } : old));
}

export const papersNews: NewsTable = {
  paper: ({ ids, type }) => [[...receiptsKey], ...(type === 'paper.read' ? [] : [ids['paperId'] === undefined ? ['paper'] : paperKey(ids['paperId'])])],
  note: () => [notesKey],
  register: () => [['register']],
  share: sharing, turn: sharing, session: (change) => (change.type === 'session.stateChanged' ? sharing(change) : []),
};
