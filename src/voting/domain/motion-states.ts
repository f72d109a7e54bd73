import type { ErrorCode } from '../../contract/error-codes.js';
import type { SessionState } from '../../sessions/domain/session-states.js';

export type MotionState = 'prepared' | 'open' | 'closed' | 'published' | 'annulled';

export type MotionAct = 'edit' | 'open' | 'close' | 'publish' | 'annul' | 'repeat';

/** From where each act is possible. (product/rules.md §4) */
const MOTION_ACTS: Record<MotionAct, readonly MotionState[]> = {
  edit: ['prepared'],
  open: ['prepared'],
  close: ['open'],
  publish: ['closed'],
  annul: ['prepared', 'open', 'closed', 'published'],
  repeat: ['annulled', 'published'],
};

/** Why this act is not possible now; null when it is. A vote is opened only while the session runs; undecided or annulled motions are put again. */
export function whyCannotMove(act: MotionAct, motion: { state: MotionState; undecided: boolean }, session: SessionState): ErrorCode | null {
  if (!MOTION_ACTS[act].includes(motion.state)) return 'motionStateForbids';
  if (act === 'repeat' && motion.state === 'published' && !motion.undecided) return 'motionStateForbids';
  return act === 'open' && session !== 'inSession' ? 'sessionNotRunning' : null;
}
