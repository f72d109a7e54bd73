import type { ErrorCode } from '../../contract/error-codes.js';

export const ADMIN_REQUEST_KINDS = ['recovery', 'grantAdministrator', 'removeAdministrator', 'disable', 'roles'] as const;
/** What an administrator may not do alone. */
export type AdminRequestKind = (typeof ADMIN_REQUEST_KINDS)[number];

/** What a request of an administrator is judged by. */
export interface AskFacts {
  kind: AdminRequestKind;
  isOwn: boolean;
  /** Administrators who can sign in now, with the one who asks. */
  administrators: number;
  subject: { administrator: boolean; disabled: boolean; ready: boolean };
}

/**
 * Why this may not be asked for; null when it may. Two persons are needed for a recovery, for who is an administrator, for
 * one's own rights and for those of another administrator. (engineering/security.md, "What must hold": the administrator)
 */
export function whyCannotAsk({ kind, isOwn, administrators, subject }: AskFacts): ErrorCode | null {
  if (kind === 'grantAdministrator') return subject.administrator || subject.disabled ? 'requestPointless' : null;
  if (kind === 'recovery' && !subject.ready) return 'requestPointless';
  if (kind === 'removeAdministrator' && !subject.administrator) return 'requestPointless';
  if (kind === 'disable' && (subject.disabled || !(isOwn || subject.administrator))) return 'requestPointless';
  if (kind === 'roles' && !(isOwn || subject.administrator)) return 'requestPointless';
  return administrators < 2 ? 'secondAdministratorMissing' : null;
}

/** A lone administrator may make a second one: nobody is there who could confirm it. Everything else waits. */
export function isDoneAtOnce(kind: AdminRequestKind, administrators: number): boolean {
  return kind === 'grantAdministrator' && administrators < 2;
}

export interface DecideFacts {
  isAsker: boolean;
  isOpen: boolean;
  isExpired: boolean;
}

/** Why this person may not confirm or refuse; null when they may. */
export function whyCannotDecide({ isAsker, isOpen, isExpired }: DecideFacts): ErrorCode | null {
  if (!isOpen || isExpired) return 'requestDecided';
  return isAsker ? 'ownRequest' : null;
}
