import { queryOptions } from '@tanstack/react-query';
import type { BallotReceipt, Changed, Choice, ConsentList, Motion, NewMotion, Proof, RollCallEntry } from '../../api/contract';
import { http } from '../../api/http';
import { isOffline } from '../../api/refusal';
import { consentKey, motionKey } from './keys';

export interface Vote { choice: Choice; text?: string; selected?: string[]; proof?: Proof }

export const motionQuery = (motionId: string) =>
  queryOptions({ queryKey: motionKey(motionId), queryFn: ({ signal }) => http.get<Motion>(`/motions/${motionId}`, signal) });

export const prepareMotion = (itemId: string, motion: NewMotion) => http.post<Motion>(`/items/${itemId}/motions`, motion);
export const changeMotion = (motionId: string, { question, questionEn, options, most, places }: NewMotion) =>
  http.patch<Motion>(`/motions/${motionId}`, { question, questionEn: questionEn ?? '', ...(options ? { options, most, places } : {}) });
export const openMotion = (motionId: string, rollCall: boolean) => http.post<Motion>(`/motions/${motionId}/open`, { rollCall });
export const actOnMotion = (motionId: string, act: 'pause' | 'continue' | 'close' | 'publish' | 'repeat') => http.post<Motion>(`/motions/${motionId}/${act}`);
export const annulMotion = (motionId: string, reason: string) => http.post<Motion>(`/motions/${motionId}/annul`, { reason });
export const putItem = (itemId: string, rollCall: boolean) => http.post<Motion>(`/items/${itemId}/vote`, { rollCall });
export const enterRollCall = (motionId: string, entry: RollCallEntry) => http.post<Motion>(`/motions/${motionId}/roll-call`, entry);

export const consentQuery = (sessionId: string) =>
  queryOptions({ queryKey: consentKey(sessionId), queryFn: ({ signal }) => http.get<ConsentList>(`/sessions/${sessionId}/consent-list`, signal) });
export const adoptList = (sessionId: string, entry: { itemIds: string[]; question: string; questionEn?: string }) => http.post<Motion>(`/sessions/${sessionId}/consent-list/vote`, entry);
export const pullItem = (itemId: string) => http.put<Changed>(`/items/${itemId}/consent-pull`, {});
export const restoreItem = (itemId: string) => http.delete(`/items/${itemId}/consent-pull`);

const RETRY_MS = 1_500;
const RETRIES = 40;

const pause = (milliseconds: number) => new Promise((resolve) => window.setTimeout(resolve, milliseconds));

/**
 * Sends a ballot until the server answers. Safe to repeat: the server keeps one ballot per member and gives the same
 * receipt for the same choice, so an answer lost on the way costs nothing.
 */
export async function castBallot(motionId: string, vote: Vote, onRetry: () => void, left = RETRIES): Promise<BallotReceipt> {
  try {
    return await http.post<BallotReceipt>(`/motions/${motionId}/ballots`, vote);
  } catch (error) {
    if (!isOffline(error) || left === 0) throw error;
    onRetry();
    await pause(RETRY_MS);
    return castBallot(motionId, vote, onRetry, left - 1);
  }
}
