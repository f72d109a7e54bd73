import { useSyncExternalStore } from 'react';

export type ConnectionState = 'live' | 'reconnecting' | 'offline';
export interface Connection { state: ConnectionState; updatedAt: number | null }

let connection: Connection = { state: navigator.onLine ? 'reconnecting' : 'offline', updatedAt: null };
const listeners = new Set<() => void>();

export function setConnection(change: Partial<Connection>): void {
  connection = { ...connection, ...change };
  for (const listener of listeners) listener();
}

/** What is shown at the start is of then. */
export const startedFrom = (at: number): void => { if (connection.updatedAt === null) setConnection({ updatedAt: at }); };

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, () => connection);
}
