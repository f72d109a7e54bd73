import type { ErrorCode } from '../../contract/error-codes.js';

export type AttendanceState =
  | 'invited'
  | 'confirmed'
  | 'absenceRequested'
  | 'absenceApproved'
  | 'absenceRefused'
  | 'substituted'
  | 'checkedIn'
  | 'left';

export const ATTENDANCE_ACTS = ['confirm', 'requestAbsence', 'approveAbsence', 'refuseAbsence', 'nameSubstitute', 'checkIn', 'leave'] as const;
export type AttendanceAct = (typeof ATTENDANCE_ACTS)[number];

/** Who may do it: the member, or those who run the session. */
type By = 'member' | 'office' | 'both';

interface AttendanceTransition {
  from: readonly AttendanceState[];
  to: AttendanceState;
  by: By;
}

/** A participant's way through a session. (product/rules.md §2) */
export const ATTENDANCE_TRANSITIONS: Record<AttendanceAct, AttendanceTransition> = {
  confirm: { from: ['invited', 'absenceRequested', 'absenceApproved', 'absenceRefused', 'substituted'], to: 'confirmed', by: 'both' },
  requestAbsence: { from: ['invited', 'confirmed', 'absenceRefused'], to: 'absenceRequested', by: 'both' },
  approveAbsence: { from: ['absenceRequested'], to: 'absenceApproved', by: 'office' },
  refuseAbsence: { from: ['absenceRequested'], to: 'absenceRefused', by: 'office' },
  nameSubstitute: { from: ['invited', 'confirmed', 'absenceRequested', 'absenceApproved', 'absenceRefused', 'substituted'], to: 'substituted', by: 'both' },
  checkIn: { from: ['invited', 'confirmed', 'absenceRequested', 'absenceApproved', 'absenceRefused', 'substituted', 'left'], to: 'checkedIn', by: 'both' },
  leave: { from: ['checkedIn'], to: 'left', by: 'both' },
};

/** What comes with an attendance act. */
export interface AttendanceDetails {
  mode?: 'room' | 'online' | undefined;
  reason?: string | undefined;
  substituteName?: string | undefined;
  /** A substitute with an account is known by the account's name. */
  substituteAccountId?: string | undefined;
}

/** Why this attendance act is not possible; null when it is. A substitute cannot be named after the member has checked in. */
export function whyCannotAttend(act: AttendanceAct, state: AttendanceState, details: AttendanceDetails): ErrorCode | null {
  if (act === 'nameSubstitute' && (state === 'checkedIn' || state === 'left')) return 'substituteAfterCheckIn';
  if (!ATTENDANCE_TRANSITIONS[act].from.includes(state)) return 'attendanceStateForbids';
  if (act === 'requestAbsence' && !details.reason?.trim()) return 'reasonMissing';
  if (act === 'nameSubstitute' && !details.substituteName?.trim() && details.substituteAccountId === undefined) return 'substituteNameMissing';
  if (act === 'checkIn' && details.mode === undefined) return 'checkInModeMissing';
  return null;
}

/** Whether this person may do it: the member for themselves, those who run the session for everybody. */
export function mayAttend(act: AttendanceAct, who: { isSelf: boolean; runsSession: boolean }): boolean {
  const { by } = ATTENDANCE_TRANSITIONS[act];
  return (who.runsSession && by !== 'member') || (who.isSelf && by !== 'office');
}
