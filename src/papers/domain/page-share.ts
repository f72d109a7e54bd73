import type { ErrorCode } from '../../contract/error-codes.js';
import type { SessionState } from '../../sessions/domain/session-states.js';

/** Who would share a page, and what runs already. */
export interface SharingStanding {
  state: SessionState;
  /** Runs the session: the chair, the secretariat. */
  runs: boolean;
  /** Has the floor now. */
  speaks: boolean;
  /** Somebody else shares a page now. */
  isTaken: boolean;
}

/** Why somebody cannot share a page; null when they can. Who presents shares: who has the floor, and who runs the session, who also takes over. (product/screens.md, Follow) */
export function whyCannotShare({ state, runs, speaks, isTaken }: SharingStanding): ErrorCode | null {
  if (!runs && !speaks) return 'notAllowed';
  if (state !== 'inSession') return 'sessionNotRunning';
  return isTaken && !runs ? 'pageShared' : null;
}
