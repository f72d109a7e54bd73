import { onLeaving } from './leaving';

const PREFIX = 'draft:';
const KEPT_MS = 30 * 24 * 60 * 60_000;

const keyOf = (accountId: string, subject: string): string => `${PREFIX}${accountId}:${subject}`;

interface Kept { at: number; value: unknown }

function parse(stored: string | null): Kept | null {
  if (stored === null) return null;
  try {
    const kept: unknown = JSON.parse(stored);
    return typeof kept === 'object' && kept !== null && 'at' in kept && typeof kept.at === 'number' && 'value' in kept ? { at: kept.at, value: kept.value } : null;
  } catch {
    // Written by another version, or by hand: as if it were not there.
    return null;
  }
}

/** What this person was writing about this, on this device; undefined for nothing. */
export function readDraft(accountId: string, subject: string): unknown {
  return parse(window.localStorage.getItem(keyOf(accountId, subject)))?.value;
}

/** Whether it could be kept: a full or closed storage keeps nothing. */
export function keepDraft(accountId: string, subject: string, value: unknown): boolean {
  try {
    window.localStorage.setItem(keyOf(accountId, subject), JSON.stringify({ at: Date.now(), value } satisfies Kept));
    return true;
  } catch {
    return false;
  }
}

export function forgetDraft(accountId: string, subject: string): void {
  window.localStorage.removeItem(keyOf(accountId, subject));
}

function forgetDraftsWhere(isForgotten: (key: string, kept: Kept | null) => boolean): void {
  const keys = Object.keys(window.localStorage).filter((key) => key.startsWith(PREFIX));
  for (const key of keys) if (isForgotten(key, parse(window.localStorage.getItem(key)))) window.localStorage.removeItem(key);
}

/** Somebody is signed in: what others wrote on this device goes, and what was forgotten for a month. */
export function keepDraftsOf(accountId: string): void {
  const isOld = (kept: Kept | null) => kept === null || Date.now() - kept.at > KEPT_MS;
  forgetDraftsWhere((key, kept) => !key.startsWith(keyOf(accountId, '')) || isOld(kept));
}

// Who signs out leaves nothing behind; whose session only ran out finds it again.
onLeaving(() => forgetDraftsWhere(() => true));
