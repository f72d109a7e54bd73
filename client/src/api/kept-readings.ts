import { http } from './http';
import { onLeaving } from './leaving';
import { asRefusal } from './refusal';

/** How far a version was read without a network, and since when. */
interface Reading { page: number; at: number }
type Readings = Readonly<Record<string, Reading>>;

const PREFIX = 'readings:';
/** More than anybody reads on one journey; the oldest go first. */
const MOST = 300;
const keyOf = (accountId: string): string => `${PREFIX}${accountId}`;

const isReading = (value: unknown): value is Reading => typeof value === 'object' && value !== null && 'page' in value && typeof value.page === 'number' && 'at' in value && typeof value.at === 'number';

function parseReadings(stored: string | null): Readings {
  try {
    const kept: unknown = JSON.parse(stored ?? '{}');
    return typeof kept === 'object' && kept !== null ? Object.fromEntries(Object.entries(kept).filter((entry): entry is [string, Reading] => isReading(entry[1]))) : {};
  } catch {
    // Written by hand, or cut off: as if it were not there.
    return {};
  }
}

/** The first time counts, and the furthest page. */
function joinReading(readings: Readings, versionId: string, { page, at }: Reading): Readings {
  const { [versionId]: old, ...others } = readings;
  const joined = Object.entries({ ...others, [versionId]: { page: Math.max(page, old?.page ?? 0), at: Math.min(at, old?.at ?? at) } });
  return Object.fromEntries(joined.slice(-MOST));
}

const readingsOf = (accountId: string): Readings => parseReadings(window.localStorage.getItem(keyOf(accountId)));

/** A full or closed storage keeps nothing: a receipt is no reason to disturb a reader. */
function store(accountId: string, readings: Readings): void {
  try {
    if (Object.keys(readings).length === 0) window.localStorage.removeItem(keyOf(accountId));
    else window.localStorage.setItem(keyOf(accountId), JSON.stringify(readings));
  } catch {
    return;
  }
}

export function keepReading(accountId: string, versionId: string, page: number): void {
  store(accountId, joinReading(readingsOf(accountId), versionId, { page, at: Date.now() }));
}

const isKept = (accountId: string): boolean => window.localStorage.getItem(keyOf(accountId)) !== null;

/** The paper was recalled meanwhile, or the right is gone: nothing to be told any more. */
const OVER = [400, 403, 404];

/** Tells the server of readings that it has not heard of. @returns whether any was sent */
export async function sendReadings(accountId: string): Promise<boolean> {
  if (!isKept(accountId)) return false;
  return navigator.locks === undefined ? send(accountId) : navigator.locks.request(keyOf(accountId), () => send(accountId));
}

async function send(accountId: string): Promise<boolean> {
  const readings = readingsOf(accountId);
  for (const [versionId, sent] of Object.entries(readings)) {
    try {
      await http.put(`/paper-versions/${versionId}/read`, { page: sent.page, secondsAgo: Math.max(0, Math.floor((Date.now() - sent.at) / 1000)) });
    } catch (error) {
      if (!OVER.includes(asRefusal(error).status)) return false;
    }
    const { [versionId]: now, ...others } = readingsOf(accountId);
    // What was read further meanwhile waits for the next time.
    if (now?.page === sent.page) store(accountId, others);
  }
  return Object.keys(readings).length > 0;
}

function forgetWhere(isForgotten: (key: string) => boolean): void {
  for (const key of Object.keys(window.localStorage)) if (key.startsWith(PREFIX) && isForgotten(key)) window.localStorage.removeItem(key);
}

/** Somebody is signed in: what others read on this device is not theirs to tell. */
export const keepReadingsOf = (accountId: string): void => forgetWhere((key) => key !== keyOf(accountId));

// Who signs out leaves nothing behind.
onLeaving(() => forgetWhere(() => true));
