import { useSyncExternalStore } from 'react';

export type ConnectionState = 'live' | 'reconnecting' | 'offline';
export interface Connection { state: ConnectionState; updatedAt: number | null }

let connection: Connection = { state: 'reconnecting', updatedAt: null };
const listeners = new Set<() => void>();

export function setConnection(change: Partial<Connection>): void {
  connection = { ...connection, ...change };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, () => connection);
}
