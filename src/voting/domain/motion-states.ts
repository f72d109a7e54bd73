import type { ErrorCode } from '../../contract/error-codes.js';
import type { SessionState } from '../../sessions/domain/session-states.js';

export type MotionState = 'prepared' | 'open' | 'paused' | 'closed' | 'published' | 'annulled';

/** What is put: one question; options of which at most n are chosen; persons for so many places; several items at once; the consent list. */
export const MOTION_KINDS = ['question', 'options', 'election', 'block', 'consentList'] as const;
export type MotionKind = (typeof MOTION_KINDS)[number];

export type MotionAct = 'edit' | 'open' | 'pause' | 'continue' | 'enter' | 'close' | 'publish' | 'annul' | 'repeat';

/** From where each act is possible. (product/rules.md §4) */
const MOTION_ACTS: Record<MotionAct, readonly MotionState[]> = {
  edit: ['prepared'],
  open: ['prepared'],
  pause: ['open'],
  continue: ['paused'],
  enter: ['open'],
  close: ['open', 'paused'],
  publish: ['closed'],
  annul: ['prepared', 'open', 'paused', 'closed', 'published'],
  repeat: ['annulled', 'published'],
};

/** Acts that need the session to be running: nothing is voted on while it is suspended. */
const IN_SESSION: readonly MotionAct[] = ['open', 'continue', 'enter'];

/** Why this act is not possible now; null when it is. A vote is opened only while the session runs; undecided or annulled motions are put again. */
export function whyCannotMove(act: MotionAct, motion: { state: MotionState; undecided: boolean }, session: SessionState): ErrorCode | null {
  if (!MOTION_ACTS[act].includes(motion.state)) return 'motionStateForbids';
  if (act === 'repeat' && motion.state === 'published' && !motion.undecided) return 'motionStateForbids';
  return IN_SESSION.includes(act) && session !== 'inSession' ? 'sessionNotRunning' : null;
}

/** Whether a vote is under way: ballots may still come, now or after a pause. */
export function isUnderWay(state: MotionState): boolean {
  return state === 'open' || state === 'paused';
}
