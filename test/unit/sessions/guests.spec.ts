import fc from 'fast-check';
import { GUEST_ACTS, GUEST_TRANSITIONS, takesGuests, whyCannotAnswer, whyCannotInvite, whyCannotNameForUnit, type GuestState } from '../../../src/sessions/domain/guests.js';
import { SESSION_STATES, takesAttendance } from '../../../src/sessions/domain/session-states.js';

describe('the way of an invitee or a substitute', () => {
  it.each([
    ['confirm', 'invited', 'sent', undefined, null],
    ['confirm', 'declined', 'inSession', undefined, null],
    ['confirm', 'confirmed', 'sent', undefined, 'attendanceStateForbids'],
    ['confirm', 'invited', 'approved', undefined, 'sessionStateForbids'],
    ['decline', 'confirmed', 'sent', undefined, null],
    ['decline', 'checkedIn', 'inSession', undefined, 'attendanceStateForbids'],
    ['checkIn', 'invited', 'sent', undefined, 'checkInModeMissing'],
    ['checkIn', 'invited', 'sent', 'room', null],
    ['checkIn', 'checkedIn', 'inSession', 'online', 'attendanceStateForbids'],
    ['checkIn', 'left', 'suspended', 'online', null],
    ['checkIn', 'confirmed', 'ended', 'room', 'sessionStateForbids'],
    ['leave', 'checkedIn', 'inSession', undefined, null],
    ['leave', 'confirmed', 'inSession', undefined, 'attendanceStateForbids'],
  ] as const)('%s from %s in a session that is %s (%s): %s', (act, state, session, mode, expected) => {
    expect(whyCannotAnswer(act, state, { session, mode })).toBe(expected);
  });

  it('comes back to being there from every state, whatever was answered before', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...GUEST_ACTS)), (acts) => {
      let state: GuestState = 'invited';
      for (const act of acts) if (whyCannotAnswer(act, state, { session: 'inSession', mode: 'room' }) === null) state = GUEST_TRANSITIONS[act].to;
      return state === 'checkedIn' || whyCannotAnswer('checkIn', state, { session: 'inSession', mode: 'room' }) === null;
    }));
  });

  it('invites until the end, and takes answers only while people come and go', () => {
    expect(SESSION_STATES.filter((state) => !takesGuests(state))).toEqual(['ended', 'concluded', 'cancelled']);
    for (const session of SESSION_STATES) expect([session, whyCannotAnswer('confirm', 'invited', { session, mode: undefined })]).toEqual([session, takesAttendance(session) ? null : 'sessionStateForbids']);
  });

  it.each([
    [{ name: null, organisation: null, hasContact: false, items: 1 }, 'guestUnnamed'],
    [{ name: '  ', organisation: ' ', hasContact: false, items: 1 }, 'guestUnnamed'],
    [{ name: null, organisation: 'Bộ Công Thương', hasContact: false, items: 0 }, 'guestItemsMissing'],
    [{ name: null, organisation: 'Bộ Công Thương', hasContact: false, items: 1 }, null],
    [{ name: null, organisation: 'Bộ Công Thương', hasContact: true, items: 1 }, null],
    [{ name: 'Vụ trưởng', organisation: ' ', hasContact: true, items: 1 }, 'contactWithoutUnit'],
    [{ name: 'Vụ trưởng', organisation: null, hasContact: false, items: 2 }, null],
  ])('%j: %s', (guest, expected) => {
    expect(whyCannotInvite(guest)).toBe(expected);
  });

  const deadline = new Date('2019-06-20T10:00:00Z');
  it.each([
    ['sent', null, deadline, null],
    ['sent', deadline, deadline, null],
    ['sent', deadline, new Date(deadline.getTime() + 1), 'unitNamingOver'],
    ['inSession', null, deadline, 'unitNamingOver'],
    ['postponed', null, deadline, 'unitNamingOver'],
  ] as const)('lets a unit say whom it sends, in a session that is %s, until %s, at %s: %s', (session, until, now, expected) => {
    expect(whyCannotNameForUnit(session, until, now)).toBe(expected);
  });
});
