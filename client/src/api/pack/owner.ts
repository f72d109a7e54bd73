import { useSyncExternalStore } from 'react';
import { onLeaving } from '../leaving';

export const PACK_DATABASE = 'e-cabinet-pack';
const STORED = 'pack';
const listeners = new Set<() => void>();

/** Whose papers lie on this device, or null. Known without opening anything. */
export const packOwner = (): string | null => window.localStorage.getItem(STORED);

function tell(): void {
  for (const listener of listeners) listener();
}

export function notePackOwner(accountId: string): void {
  window.localStorage.setItem(STORED, accountId);
  tell();
}

/** Everything goes, the key first of all: what stands under it is noise from then on. Open connections close when they hear of it. */
export function forgetPack(): void {
  if (packOwner() === null) return;
  window.localStorage.removeItem(STORED);
  window.indexedDB.deleteDatabase(PACK_DATABASE);
  tell();
}

/** Somebody is signed in: what others took along on this device goes. */
export function keepPackOf(accountId: string): void {
  if (packOwner() !== accountId) forgetPack();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

export const usePackOwner = (): string | null => useSyncExternalStore(subscribe, packOwner);

// Who signs out leaves nothing behind.
onLeaving(forgetPack);
