import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { io } from 'socket.io-client';
import type { Display } from '../../api/contract';
import { Refusal, refusalFrom } from '../../api/refusal';

/** Without a socket it is read as often as this; with one, only to be sure. */
const POLL_MS = 4_000;
const LIVE_MS = 15_000;
/** Many ballots at the same moment are one reading. */
const GATHER_MS = 400;

/** What the link says: the secret, and how the page is to look. It is in the fragment, which browsers send to nobody. */
export interface WallLink { token: string; language: 'vi' | 'en'; theme: 'light' | 'dark' }

export function readWallLink(hash: string): WallLink {
  const values = new URLSearchParams(hash.slice(1));
  return { token: values.get('token') ?? '', language: values.get('language') === 'en' ? 'en' : 'vi', theme: values.get('theme') === 'light' ? 'light' : 'dark' };
}

export interface WallHeard extends Display { heardAt: number }

async function readWall(token: string, signal: AbortSignal): Promise<WallHeard> {
  const response = await fetch('/api/display', { credentials: 'omit', headers: { Accept: 'application/json', Authorization: `Bearer ${token}` }, signal }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new Refusal('offline', {}, 0);
  });
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw refusalFrom(response.status, answer);
  return { ...(answer as Display), heardAt: Date.now() };
}

/** Again by the clock, and when the code to check in by is another one. */
function pauseUntilNext({ data, error }: { data: WallHeard | undefined; error: unknown }, isLive: boolean): number | false {
  if (isGone(error)) return false;
  const usual = isLive ? LIVE_MS : POLL_MS;
  return data?.checkIn ? Math.min(usual, data.checkIn.secondsLeft * 1000) : usual;
}

const isGone = (error: unknown): boolean => error instanceof Refusal && error.code === 'displayGone';

/** The wall, read again as soon as the socket says so, and by the clock. */
export function useWall(token: string): { query: UseQueryResult<WallHeard>; isLive: boolean; isGone: boolean } {
  const client = useQueryClient();
  const [isLive, setLive] = useState(false);
  const key = useMemo(() => ['wall', token], [token]);
  const query = useQuery({ queryKey: key, queryFn: ({ signal }) => readWall(token, signal), networkMode: 'always', retry: false, refetchInterval: ({ state }) => pauseUntilNext(state, isLive), refetchIntervalInBackground: true });
  const gone = isGone(query.error);
  useEffect(() => {
    if (gone) {
      client.setQueryData(key, undefined);
      return undefined;
    }
    const socket = io({ path: '/socket', transports: ['websocket', 'polling'], auth: { display: token }, reconnectionDelay: 500, reconnectionDelayMax: 4_000 });
    let timer: number | null = null;
    const readAgain = () => {
      timer ??= window.setTimeout(() => {
        timer = null;
        void client.invalidateQueries({ queryKey: key });
      }, GATHER_MS);
    };
    socket.on('connect', () => {
      setLive(true);
      readAgain();
    });
    socket.on('disconnect', () => {
      setLive(false);
      readAgain();
    });
    socket.on('changed', readAgain);
    return () => {
      if (timer !== null) window.clearTimeout(timer);
      socket.close();
    };
  }, [client, gone, key, token]);
  return { query, isLive, isGone: gone };
}
