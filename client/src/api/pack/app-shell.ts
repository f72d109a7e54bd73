const PROGRAM = '/service-worker.js';

/** The program itself, kept by the browser so that it starts without a network (client/src/service-worker.ts). */
export async function prepareApp(): Promise<void> {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  const registration = await navigator.serviceWorker.register(PROGRAM, { updateViaCache: 'none' }).catch(() => undefined);
  // A newer program was fetched while an older one was open: it is this start's.
  registration?.waiting?.postMessage('start');
}

export type AppState = 'ready' | 'coming' | 'impossible';

export async function appState(): Promise<AppState> {
  if (!('serviceWorker' in navigator)) return 'impossible';
  const registration = await navigator.serviceWorker.getRegistration().catch(() => undefined);
  if (registration === undefined) return 'impossible';
  return registration.active === null ? 'coming' : 'ready';
}

/** Asks the browser not to throw away what is kept when the device runs short. It may say no. */
export async function askToPersist(): Promise<void> {
  await navigator.storage.persist().catch(() => false);
}
