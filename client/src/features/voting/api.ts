import { queryOptions } from '@tanstack/react-query';
import type { BallotReceipt, Choice, Motion, Proof } from '../../api/contract';
import { http } from '../../api/http';
import { isOffline } from '../../api/refusal';
import { motionKey } from './keys';

export interface MotionFields { question: string; questionEn: string | null }
export interface Vote { choice: Choice; text?: string; proof?: Proof }

export const motionQuery = (motionId: string) =>
  queryOptions({ queryKey: motionKey(motionId), queryFn: ({ signal }) => http.get<Motion>(`/motions/${motionId}`, signal) });

export const prepareMotion = (itemId: string, { question, questionEn }: MotionFields) =>
  http.post<Motion>(`/items/${itemId}/motions`, questionEn === null ? { question } : { question, questionEn });
export const changeMotion = (motionId: string, fields: MotionFields) => http.patch<Motion>(`/motions/${motionId}`, fields);
export const actOnMotion = (motionId: string, act: 'open' | 'close' | 'publish' | 'repeat') => http.post<Motion>(`/motions/${motionId}/${act}`);
export const annulMotion = (motionId: string, reason: string) => http.post<Motion>(`/motions/${motionId}/annul`, { reason });

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
