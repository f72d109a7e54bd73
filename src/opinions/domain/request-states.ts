import type { ErrorCode } from '../../contract/error-codes.js';
import type { Permission } from '../../contract/permissions.js';

export type RequestState = 'draft' | 'pendingApproval' | 'approved' | 'returned' | 'sent' | 'closed' | 'summarised' | 'adopted' | 'toSession' | 'rework' | 'recalled';

export const REQUEST_ACTS = ['submit', 'approve', 'return', 'send', 'extend', 'recall', 'close', 'summarise', 'adopt', 'toSession', 'rework'] as const;
export type RequestAct = (typeof REQUEST_ACTS)[number];

/** What happens to a request after its close. */
const AFTER_CLOSE = ['summarise', 'adopt', 'toSession', 'rework'] as const satisfies readonly RequestAct[];
export type ActAfterClose = (typeof AFTER_CLOSE)[number];

export function isAfterClose(act: RequestAct): act is ActAfterClose {
  return AFTER_CLOSE.some((each) => each === act);
}

interface RequestTransition {
  from: readonly RequestState[];
  to: RequestState;
  permission: Permission;
  reason: boolean;
}

/** The life of a written opinion request. (product/rules.md §5) */
export const REQUEST_TRANSITIONS: Record<RequestAct, RequestTransition> = {
  submit: { from: ['draft', 'returned'], to: 'pendingApproval', permission: 'opinion.prepare', reason: false },
  approve: { from: ['pendingApproval'], to: 'approved', permission: 'opinion.approve', reason: false },
  return: { from: ['pendingApproval'], to: 'returned', permission: 'opinion.approve', reason: true },
  send: { from: ['approved'], to: 'sent', permission: 'opinion.prepare', reason: false },
  extend: { from: ['sent'], to: 'sent', permission: 'opinion.run', reason: true },
  recall: { from: ['sent'], to: 'recalled', permission: 'opinion.run', reason: true },
  close: { from: ['sent'], to: 'closed', permission: 'opinion.run', reason: false },
  // The conclusion may be put better until the matter has ended.
  summarise: { from: ['closed', 'summarised'], to: 'summarised', permission: 'opinion.prepare', reason: false },
  adopt: { from: ['summarised'], to: 'adopted', permission: 'opinion.approve', reason: false },
  toSession: { from: ['summarised'], to: 'toSession', permission: 'opinion.conclude', reason: false },
  rework: { from: ['summarised'], to: 'rework', permission: 'opinion.conclude', reason: true },
};

/** Why this act is not possible now; null when it is. */
export function whyCannotActOnRequest(act: RequestAct, state: RequestState, reason: string | undefined): ErrorCode | null {
  const transition = REQUEST_TRANSITIONS[act];
  if (!transition.from.includes(state)) return 'requestStateForbids';
  return transition.reason && !reason?.trim() ? 'reasonMissing' : null;
}

/** By hand it is closed only when the deadline has passed or everybody has answered. */
export function whyCannotCloseByHand(dueAt: Date, now: Date, unanswered: number): ErrorCode | null {
  return now >= dueAt || unanswered === 0 ? null : 'requestStateForbids';
}

/** A deadline must lie within the days the rule set allows. (NĐ 191/2026: 2 to 5 working days) */
export function whyNotDeadline(workingDays: number, days: { least: number; most: number }): ErrorCode | null {
  return workingDays >= days.least && workingDays <= days.most ? null : 'deadlineOutsideRule';
}

/** Buckets of a member's list. Due soon: less than 48 hours are left. Overdue: the deadline passed without an answer. */
export type Bucket = 'toAnswer' | 'dueSoon' | 'overdue' | 'answered' | 'closed';

const SOON_MS = 48 * 3_600_000;

/** Where a request stands in the list of a member who was asked. */
export function bucketOf(request: { state: RequestState; dueAt: Date | null }, answered: boolean, now: Date): Bucket {
  if (answered) return 'answered';
  if (request.state === 'closed') return 'overdue';
  // Recalled, or over: nobody waits for an answer any more.
  if (request.state !== 'sent') return 'closed';
  const left = (request.dueAt?.getTime() ?? Number.POSITIVE_INFINITY) - now.getTime();
  if (left <= 0) return 'overdue';
  return left < SOON_MS ? 'dueSoon' : 'toAnswer';
}
