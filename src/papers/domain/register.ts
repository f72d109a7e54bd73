import type { ErrorCode } from '../../contract/error-codes.js';

export const REGISTERED_CLASSES = ['mat', 'toiMat', 'tuyetMat'] as const;
/** What may not be uploaded and stays on paper. (product/rules.md §3) */
export type RegisteredClass = (typeof REGISTERED_CLASSES)[number];

/** A copy in somebody's hands, or that was. */
export interface HandedOut {
  /** Of the copy, from 1. */
  number: number;
  dueAt: Date | null;
  returnedAt: Date | null;
}

export type HandoutState = 'out' | 'overdue' | 'returned';

/** Overdue once the time it was to be back is over. */
export function handoutState({ dueAt, returnedAt }: Pick<HandedOut, 'dueAt' | 'returnedAt'>, now: Date): HandoutState {
  if (returnedAt !== null) return 'returned';
  return dueAt !== null && dueAt.getTime() < now.getTime() ? 'overdue' : 'out';
}

/** A copy is with one person at a time, and only copies that there are. */
export function whyCannotHandOut(copies: number, handouts: readonly HandedOut[], wanted: { number: number; dueAt: Date | null; now: Date }): ErrorCode | null {
  if (wanted.number > copies) return 'copyUnknown';
  if (wanted.dueAt !== null && wanted.dueAt.getTime() <= wanted.now.getTime()) return 'copyDuePast';
  return handouts.some(({ number, returnedAt }) => number === wanted.number && returnedAt === null) ? 'copyOut' : null;
}
