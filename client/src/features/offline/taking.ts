import { useSyncExternalStore } from 'react';

/** What is being taken along now: it goes on whatever page is open. */
export interface Taking { sessionId: string; /** One paper, or null for all of a session. */ versionId: string | null; done: number; count: number; bytes: number; total: number }

let taking: Taking | null = null;
let stopping: AbortController | null = null;
const listeners = new Set<() => void>();

export function noteTaking(next: Taking | null, controller: AbortController | null = stopping): void {
  taking = next;
  stopping = next === null ? null : controller;
  for (const listener of listeners) listener();
}

const takingNow = (): Taking | null => taking;
export const stopTaking = (): void => stopping?.abort();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useTaking = (): Taking | null => useSyncExternalStore(subscribe, takingNow);
