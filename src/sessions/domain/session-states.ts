import type { ErrorCode } from '../../contract/error-codes.js';
import type { Permission } from '../../contract/permissions.js';

export const SESSION_STATES = ['draft', 'pendingApproval', 'approved', 'returned', 'sent', 'inSession', 'suspended', 'ended', 'concluded', 'postponed', 'cancelled'] as const;
export type SessionState = (typeof SESSION_STATES)[number];

export const SESSION_KINDS = ['regular', 'thematic', 'adHoc'] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

export const SESSION_ACTS = ['submit', 'approve', 'return', 'send', 'open', 'suspend', 'resume', 'end', 'conclude', 'postpone', 'cancel'] as const;
export type SessionAct = (typeof SESSION_ACTS)[number];

/** One arrow of the state machine: from where, to where, by whom, and whether a reason is needed. */
export interface SessionTransition {
  from: readonly SessionState[];
  to: SessionState;
  permission: Permission;
  reason: boolean;
}

const BEFORE: readonly SessionState[] = ['draft', 'pendingApproval', 'approved', 'returned', 'sent'];

/** The life of a session. (product/rules.md §2) */
export const SESSION_TRANSITIONS: Record<SessionAct, SessionTransition> = {
  submit: { from: ['draft', 'returned', 'postponed'], to: 'pendingApproval', permission: 'session.prepare', reason: false },
  approve: { from: ['pendingApproval'], to: 'approved', permission: 'session.approve', reason: false },
  return: { from: ['pendingApproval'], to: 'returned', permission: 'session.approve', reason: true },
  send: { from: ['approved'], to: 'sent', permission: 'session.prepare', reason: false },
  open: { from: ['sent'], to: 'inSession', permission: 'session.run', reason: false },
  suspend: { from: ['inSession'], to: 'suspended', permission: 'session.run', reason: false },
  resume: { from: ['suspended'], to: 'inSession', permission: 'session.run', reason: false },
  end: { from: ['inSession', 'suspended'], to: 'ended', permission: 'session.run', reason: false },
  conclude: { from: ['ended'], to: 'concluded', permission: 'session.approve', reason: false },
  postpone: { from: BEFORE, to: 'postponed', permission: 'session.prepare', reason: true },
  cancel: { from: [...BEFORE, 'postponed'], to: 'cancelled', permission: 'session.prepare', reason: true },
};

/** Why this act is not possible now: the state forbids it or a reason is missing; null when it is. */
export function whyCannotAct(act: SessionAct, state: SessionState, reason: string | undefined): ErrorCode | null {
  const transition = SESSION_TRANSITIONS[act];
  if (!transition.from.includes(state)) return 'sessionStateForbids';
  return transition.reason && !reason?.trim() ? 'reasonMissing' : null;
}

/** States in which title, time and place may change. */
export function isEditable(state: SessionState): boolean {
  return state === 'draft' || state === 'returned' || state === 'approved' || state === 'sent' || state === 'postponed';
}

/** States in which the agenda may change: not while the chair looks at it, not after the end. */
export function isAgendaEditable(state: SessionState): boolean {
  return isEditable(state) || state === 'inSession' || state === 'suspended';
}

/** States in which people arrive and leave. */
export function takesAttendance(state: SessionState): boolean {
  return state === 'sent' || state === 'inSession' || state === 'suspended';
}

/** Without quorum only the chair may open, and says why. (NĐ 138/2016 art. 17) */
export function whyCannotOpen(quorumReached: boolean, isChair: boolean, reason: string | undefined): ErrorCode | null {
  if (quorumReached) return null;
  return isChair && reason?.trim() ? null : 'quorumMissing';
}
