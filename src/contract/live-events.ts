/** Types of news a client may hear. They carry ids and numbers only. */
export type EventType =
  | 'identity.changed'
  | 'identity.signedIn'
  | 'identity.signedOut'
  | 'identity.passwordSet'
  | 'identity.passkeyEnrolled'
  | 'identity.passkeyRemoved'
  | 'identity.codesEnrolled'
  | 'identity.codesRemoved'
  | 'identity.recoveryCodesMade'
  | 'identity.oidcLinked'
  | 'identity.oidcUnlinked'
  | 'identity.sessionsEnded'
  | 'identity.sessionRenewed'
  | 'identity.signInPaused'
  | 'identity.pauseLifted'
  | 'identity.linkMade'
  | 'identity.requestAsked'
  | 'identity.requestDecided'
  | 'body.changed'
  | 'seatPlan.drawn'
  | 'calendar.changed'
  | 'ruleSet.added'
  | 'session.changed'
  | 'session.stateChanged'
  | 'session.currentItem'
  | 'session.attendance'
  | 'session.guest'
  | 'display.made'
  | 'display.revoked'
  | 'agenda.changed'
  | 'agenda.outcome'
  | 'position.taken'
  | 'consent.pulled'
  | 'consent.restored'
  | 'turn.changed'
  | 'recusal.declared'
  | 'recusal.lifted'
  | 'comment.added'
  | 'paper.changed'
  | 'paper.released'
  | 'paper.recalled'
  | 'paper.lateAllowed'
  | 'paper.lateWithdrawn'
  | 'paper.read'
  | 'paper.sealed'
  | 'paper.keyChanged'
  | 'motion.prepared'
  | 'motion.opened'
  | 'motion.paused'
  | 'motion.continued'
  | 'motion.cast'
  | 'motion.closed'
  | 'motion.published'
  | 'motion.annulled'
  | 'motion.dated'
  | 'request.changed'
  | 'request.sent'
  | 'request.replied'
  | 'request.drafted'
  | 'request.closed'
  | 'journal.restored';

/** What a message may name. Never a title, a name or a choice. */
export type EventIds = Partial<Record<'bodyId' | 'sessionId' | 'itemId' | 'paperId' | 'versionId' | 'motionId' | 'requestId' | 'memberId' | 'accountId' | 'commentId' | 'turnId' | 'guestId' | 'displayId', string>>;

/** One message of the socket: everything of one audience between two numbers. */
export interface ChangedMessage {
  audience: string;
  /** The number of the last news before this message for the same audience; a client whose head is lower has missed some. */
  prev: number;
  seq: number;
  changes: { type: EventType; ids: EventIds }[];
}

export const SOCKET_PATH = '/socket';
export const CHANGED_EVENT = 'changed';
