import type { SessionState } from './session-states.js';

/** A wall goes on showing how it ended for a day; then its address opens nothing more. */
const HOURS_AFTER_THE_END = 24;

/** Whether displays of a session show nothing any more: it is off, or over for a day. */
export function isDisplayOver(session: { state: SessionState; endedAt: Date | null }, now: Date): boolean {
  if (session.state === 'cancelled' || session.state === 'postponed') return true;
  return session.endedAt !== null && now.getTime() - session.endedAt.getTime() >= HOURS_AFTER_THE_END * 3_600_000;
}
