import { stepAt } from '../../identity/domain/one-time-codes.js';

/** Where a code says that somebody is: in the room of the session, or at one of its sites. */
export interface CheckInPlace {
  sessionId: string;
  /** Null: the room itself. */
  siteId: string | null;
}

/** Of the HMAC as many bytes as nobody guesses within a minute: 96 bits, 16 letters. (RFC 2104 5: at least half of the hash and 80 bits; here the short life stands for the rest) */
const BYTES = 12;
const STEP_SECONDS = 30;

/** What is hashed with the secret for one place and one step of 30 seconds. */
function checkInContent(place: CheckInPlace, step: number): string {
  return `${place.sessionId}\n${place.siteId ?? ''}\n${step}`;
}

/** A code as it is put into an address. */
function writeCheckInCode(hash: Buffer): string {
  return hash.subarray(0, BYTES).toString('base64url');
}

/** The code of a place at this moment. */
export function checkInCodeAt(place: CheckInPlace, now: Date, hash: (content: string) => Buffer): string {
  return writeCheckInCode(hash(checkInContent(place, stepAt(now.getTime()))));
}

/** Whole seconds, 1 to 30, until another code is shown. */
export function secondsOfCode(now: Date): number {
  return STEP_SECONDS - (Math.floor(now.getTime() / 1000) % STEP_SECONDS);
}

/** Of which of these places the code is, in this step or the one before it; null for one that is old, to come, or of elsewhere. */
export function placeOfCheckInCode(code: string, places: readonly CheckInPlace[], of: { now: Date; hashes: (content: string) => Buffer[]; isSame: (given: string, right: string) => boolean }): CheckInPlace | null {
  const step = stepAt(of.now.getTime());
  const isOf = (place: CheckInPlace): boolean => [step, step - 1].some((each) => of.hashes(checkInContent(place, each)).some((hash) => of.isSame(code, writeCheckInCode(hash))));
  return places.find(isOf) ?? null;
}
