import { http } from './http';
import { isOffline } from './refusal';

const STORED = 'leaving';
const listeners = new Set<() => void>();

/** What this page holds of the person goes with them. */
export function onLeaving(act: () => void): void {
  listeners.add(act);
}

/**
 * Signs out. Where the server is away the browser forgets all the same, and the server is told as soon as it answers again: the
 * cookie is HttpOnly, so that only the server can take it away.
 */
export async function signOut(): Promise<void> {
  window.localStorage.setItem(STORED, 'yes');
  for (const act of listeners) act();
  await finishLeaving().catch((error: unknown) => {
    if (!isOffline(error)) throw error;
  });
}

/** Before anybody is taken for signed in: a sign-out that did not reach the server comes first. */
export async function finishLeaving(): Promise<void> {
  if (!isLeaving()) return;
  await http.post<undefined>('/auth/sign-out').catch((error: unknown) => {
    // Not signed in any more is what was wanted.
    if (isOffline(error)) throw error;
  });
  window.localStorage.removeItem(STORED);
}

/** Whether a sign-out still waits for the server. */
export const isLeaving = (): boolean => window.localStorage.getItem(STORED) !== null;

// The network is back: the server is told, whatever page is open.
window.addEventListener('online', () => {
  if (isLeaving()) void finishLeaving().catch(() => undefined);
});

/** Somebody signs in: what was to be left is replaced. */
export const forgetLeaving = (): void => window.localStorage.removeItem(STORED);
