/** Types of news a client may hear. They carry ids and numbers only. */
export const EVENT_TYPES = [
  'identity.changed', 'identity.signedIn', 'identity.signedOut', 'identity.passwordSet', 'identity.passkeyEnrolled', 'identity.passkeyRemoved', 'identity.codesEnrolled', 'identity.codesRemoved', 'identity.recoveryCodesMade', 'identity.oidcLinked', 'identity.oidcUnlinked', 'identity.sessionsEnded', 'identity.sessionRenewed', 'identity.signInPaused', 'identity.pauseLifted', 'identity.linkMade', 'identity.requestAsked', 'identity.requestDecided', 'identity.deviceAdded', 'identity.deviceEnded',
  'body.changed',
  'seatPlan.drawn',
  'calendar.changed',
  'ruleSet.added',
  'session.changed', 'session.stateChanged', 'session.currentItem', 'session.attendance', 'session.printed', 'session.guest', 'session.site',
  'display.made', 'display.revoked',
  'agenda.changed', 'agenda.outcome',
  'position.taken',
  'consent.pulled', 'consent.restored',
  'turn.changed',
  'word.sent', 'word.read', 'word.answered',
  'recusal.declared', 'recusal.lifted',
  'comment.added',
  'paper.changed', 'paper.released', 'paper.recalled', 'paper.lateAllowed', 'paper.lateWithdrawn', 'paper.read', 'paper.copied', 'paper.reminded', 'paper.sealed', 'paper.keyChanged',
  'share.started', 'share.ended',
  'note.shared',
  'copy.taken', 'copy.removed',
  'library.changed',
  'register.changed',
  'dossier.changed',
  'motion.prepared', 'motion.opened', 'motion.paused', 'motion.continued', 'motion.cast', 'motion.closed', 'motion.published', 'motion.annulled', 'motion.dated',
  'request.changed', 'request.sent', 'request.replied', 'request.drafted', 'request.closed',
  'notification.made', 'notification.read', 'notification.retried', 'notification.settings',
  'journal.restored',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** First words of the types, by which one looks through the journal. */
export const ENTRY_KINDS = ['identity', 'body', 'calendar', 'ruleSet', 'seatPlan', 'session', 'display', 'agenda', 'position', 'consent', 'turn', 'word', 'recusal', 'comment', 'paper', 'share', 'note', 'copy', 'library', 'register', 'dossier', 'motion', 'request', 'notification', 'journal'] as const;

/** What a message may name. Never a title, a name or a choice. */
export type EventIds = Partial<Record<'bodyId' | 'sessionId' | 'itemId' | 'paperId' | 'versionId' | 'motionId' | 'requestId' | 'memberId' | 'accountId' | 'commentId' | 'turnId' | 'guestId' | 'displayId' | 'siteId' | 'wordId' | 'dossierId', string>>;

/** One message of the socket: everything of one audience between two numbers. */
export interface ChangedMessage {
  audience: string;
  /** The number of the last news before this message for the same audience; a client whose head is lower has missed some. */
  prev: number;
  seq: number;
  changes: { type: EventType; ids: EventIds }[];
}

/** Who shares a paper has gone to another page. It has no number of the journal: who misses one is put right by the next, or by reading the share. */
export interface PageMessage {
  shareId: string;
  page: number;
  /** Grows with each page shown. */
  step: number;
}

export const SOCKET_PATH = '/socket';
export const CHANGED_EVENT = 'changed';
export const PAGE_EVENT = 'page';
