import type { ErrorCode } from '../../contract/error-codes.js';
import type { SessionState } from '../../sessions/domain/session-states.js';

/** A word is for the meeting: it is sent while the session runs or is suspended. */
function takesWords(state: SessionState): boolean {
  return state === 'inSession' || state === 'suspended';
}

/** Why a word cannot be sent: nobody presides who has an account, or it is oneself who presides. */
export function whyCannotSend(of: { state: SessionState; isParticipant: boolean; chairAccountId: string | null; accountId: string }): ErrorCode | null {
  if (!of.isParticipant) return 'notAllowed';
  if (!takesWords(of.state)) return 'sessionNotRunning';
  if (of.chairAccountId === null) return 'chairMissing';
  return of.chairAccountId === of.accountId ? 'notAllowed' : null;
}

/** An answer is given once: what was read is not changed behind somebody's back. */
export function whyCannotReply(answeredAt: Date | null): ErrorCode | null {
  return answeredAt === null ? null : 'wordAnswered';
}
