import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { io } from 'socket.io-client';
import type { Change, ChangedMessage, ChangesAnswer, PageMessage } from '../api/contract';
import { http } from '../api/http';
import { meKey } from '../api/query-client';
import { isOffline, Refusal } from '../api/refusal';
import { setConnection } from './connection';
import { Head } from './head';
import { type NewsTable, staleKeys } from './news';

const GATHER_MS = 250;
const POLL_WHILE_NOT_LIVE_MS = 4_000;

/** One socket for the signed-in person; it says `changed`, and `page` of a paper that is shared. Returns how to stop it. */
export function startRealtime(client: QueryClient, tables: readonly NewsTable[], onPage: (message: PageMessage) => void): () => void {
  const head = new Head();
  const socket = io({ path: '/socket', transports: ['websocket', 'polling'], reconnectionDelay: 250, reconnectionDelayMax: 1_000, timeout: 5_000 });
  let running: Promise<void> | null = null;
  let again = false;

  const stale = gatherStaleKeys(client);
  const apply = (changes: readonly Change[]) => stale.add(changes.flatMap((change) => staleKeys(tables, change)));

  async function fetchMissed(): Promise<void> {
    const since = head.since;
    const answer = await http.get<ChangesAnswer>(since === null ? '/changes' : `/changes?since=${since}`);
    if (answer.reset || since === null) void client.invalidateQueries();
    else apply(answer.changes);
    head.caughtUpTo(answer.upTo);
    setConnection({ updatedAt: Date.now(), ...(socket.connected ? { state: 'live' as const } : {}) });
    void client.refetchQueries({ type: 'active', predicate: (query) => isOffline(query.state.error) });
  }

  function catchUp(): void {
    if (running) {
      again = true;
      return;
    }
    running = fetchMissed()
      .catch((error: unknown) => {
        setConnection({ state: navigator.onLine ? 'reconnecting' : 'offline' });
        // Signed out from elsewhere: the page asks who one is, and finds out.
        if (error instanceof Refusal && error.status === 401) void client.invalidateQueries({ queryKey: meKey });
      })
      .finally(() => {
        running = null;
        if (again) {
          again = false;
          catchUp();
        }
      });
  }

  const stopWatching = watchDevice(socket, catchUp);
  socket.on('connect', catchUp);
  socket.on('disconnect', (reason) => {
    setConnection({ state: navigator.onLine ? 'reconnecting' : 'offline' });
    if (reason === 'io server disconnect') socket.connect();
  });
  socket.on('changed', (message: ChangedMessage) => {
    setConnection({ updatedAt: Date.now() });
    apply(message.changes);
    if (head.hasGapBefore(message)) catchUp();
  });

  socket.on('page', onPage);

  return () => {
    stopWatching();
    socket.close();
  };
}

/** A burst of news (a vote) refetches at once and then at most four times a second, not once a ballot. */
function gatherStaleKeys(client: QueryClient) {
  const waiting = new Map<string, QueryKey>();
  let timer: number | null = null;
  const flush = () => {
    for (const queryKey of waiting.values()) void client.invalidateQueries({ queryKey });
    timer = waiting.size > 0 ? window.setTimeout(flush, GATHER_MS) : null;
    waiting.clear();
  };
  const add = (keys: readonly QueryKey[]) => {
    for (const key of keys) waiting.set(JSON.stringify(key), key);
    if (timer === null && waiting.size > 0) flush();
  };
  return { add };
}

/** Wakes the socket as soon as the device has a network again, and asks for news while there is no socket. */
function watchDevice(socket: ReturnType<typeof io>, catchUp: () => void): () => void {
  const onOnline = () => {
    setConnection({ state: 'reconnecting' });
    if (!socket.connected) socket.disconnect().connect();
    catchUp();
  };
  const onOffline = () => setConnection({ state: 'offline' });
  const onVisible = () => {
    if (document.visibilityState === 'visible') catchUp();
  };
  const timer = window.setInterval(() => {
    if (!socket.connected && navigator.onLine && document.visibilityState === 'visible') catchUp();
  }, POLL_WHILE_NOT_LIVE_MS);
  window.addEventListener('online', onOnline);
  window.addEventListener('offline', onOffline);
  document.addEventListener('visibilitychange', onVisible);
  return () => {
    window.clearInterval(timer);
    window.removeEventListener('online', onOnline);
    window.removeEventListener('offline', onOffline);
    document.removeEventListener('visibilitychange', onVisible);
  };
}
