import type { ErrorCode } from '../../contract/error-codes.js';
import type { SessionState } from '../../sessions/domain/session-states.js';

const OVER: readonly SessionState[] = ['ended', 'concluded', 'cancelled'];

/** What a recusal is judged by. */
export interface RecusalFacts {
  session: SessionState;
  /** Whether a vote on the item is open or was counted: its roll is frozen. */
  hasRoll: boolean;
  /** Whether who asks is the member, or of the office. */
  isSelf: boolean;
  isOffice: boolean;
}

/** Why nobody may now be recused from an item, or no longer: after its vote has begun the roll stands. (product/rules.md §4; Luật Phòng, chống tham nhũng 2018 art. 23) */
export function whyCannotRecuse({ session, hasRoll, isSelf, isOffice }: RecusalFacts): ErrorCode | null {
  if (!isSelf && !isOffice) return 'notAllowed';
  if (OVER.includes(session)) return 'sessionStateForbids';
  return hasRoll ? 'rollFrozen' : null;
}
