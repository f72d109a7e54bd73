import type { ErrorCode } from '../../contract/error-codes.js';
import { type SessionState, takesAttendance } from './session-states.js';

export type GuestState = 'invited' | 'confirmed' | 'declined' | 'checkedIn' | 'left';

export const GUEST_ACTS = ['confirm', 'decline', 'checkIn', 'leave'] as const;
export type GuestAct = (typeof GUEST_ACTS)[number];

/** The way of an invitee or a substitute through a session: both come or do not, neither asks for absence. (product/rules.md §2, Participant) */
export const GUEST_TRANSITIONS: Record<GuestAct, { from: readonly GuestState[]; to: GuestState }> = {
  confirm: { from: ['invited', 'declined'], to: 'confirmed' },
  decline: { from: ['invited', 'confirmed'], to: 'declined' },
  checkIn: { from: ['invited', 'confirmed', 'declined', 'left'], to: 'checkedIn' },
  leave: { from: ['checkedIn'], to: 'left' },
};

/** Why a guest cannot answer, come or go so; null when they can. */
export function whyCannotAnswer(act: GuestAct, state: GuestState, of: { session: SessionState; mode: 'room' | 'online' | undefined }): ErrorCode | null {
  if (!takesAttendance(of.session)) return 'sessionStateForbids';
  if (!GUEST_TRANSITIONS[act].from.includes(state)) return 'attendanceStateForbids';
  return act === 'checkIn' && of.mode === undefined ? 'checkInModeMissing' : null;
}

/** Guests are invited until the session ends, also while it runs. */
export function takesGuests(session: SessionState): boolean {
  return session !== 'ended' && session !== 'concluded' && session !== 'cancelled';
}

/** Who is invited: a person, or at first only the organisation that will say whom it sends. */
export function whyCannotInvite(guest: { name: string | null; organisation: string | null; hasContact: boolean; items: number }): ErrorCode | null {
  if (!guest.name?.trim() && !guest.organisation?.trim()) return 'guestUnnamed';
  if (guest.hasContact && !guest.organisation?.trim()) return 'contactWithoutUnit';
  return guest.items === 0 ? 'guestItemsMissing' : null;
}

/** Why the contact of an invited unit cannot say now whom it sends; null when they can: until the deadline, and until the session begins. */
export function whyCannotNameForUnit(session: SessionState, until: Date | null, now: Date): ErrorCode | null {
  return session === 'sent' && (until === null || now.getTime() <= until.getTime()) ? null : 'unitNamingOver';
}
