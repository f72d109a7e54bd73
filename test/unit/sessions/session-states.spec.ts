import { SESSION_ACTS, SESSION_STATES, SESSION_TRANSITIONS, whyCannotAct, whyCannotOpen, type SessionState } from '../../../src/sessions/domain/session-states.js';
import { mayAttend, whyCannotAttend } from '../../../src/sessions/domain/attendance.js';

describe('the life of a session', () => {
  it('reaches every state from a draft', () => {
    const reached = new Set<SessionState>(['draft']);
    for (let before = 0; before !== reached.size;) {
      before = reached.size;
      for (const act of SESSION_ACTS) if (SESSION_TRANSITIONS[act].from.some((state) => reached.has(state))) reached.add(SESSION_TRANSITIONS[act].to);
    }
    expect(SESSION_STATES.filter((state) => !reached.has(state))).toEqual([]);
  });

  it.each([
    ['submit', 'draft', undefined, null],
    ['submit', 'sent', undefined, 'sessionStateForbids'],
    ['return', 'pendingApproval', undefined, 'reasonMissing'],
    ['return', 'pendingApproval', '  ', 'reasonMissing'],
    ['return', 'pendingApproval', 'Thiếu báo cáo thẩm định', null],
    ['open', 'approved', undefined, 'sessionStateForbids'],
    ['end', 'suspended', undefined, null],
    ['cancel', 'inSession', 'x', 'sessionStateForbids'],
  ] as const)('%s from %s with reason %s: %s', (act, state, reason, expected) => {
    expect(whyCannotAct(act, state, reason)).toBe(expected);
  });

  it.each([
    [true, false, undefined, null],
    [false, false, 'cần họp gấp', 'quorumMissing'],
    [false, true, undefined, 'quorumMissing'],
    [false, true, 'cần họp gấp', null],
  ] as const)('opens with quorum %s, by the chair %s, reason %s: %s', (quorum, chair, reason, expected) => {
    expect(whyCannotOpen(quorum, chair, reason)).toBe(expected);
  });
});

describe('attendance', () => {
  it.each([
    ['nameSubstitute', 'checkedIn', { substituteName: 'Thứ trưởng' }, 'substituteAfterCheckIn'],
    ['nameSubstitute', 'absenceApproved', {}, 'substituteNameMissing'],
    ['nameSubstitute', 'absenceApproved', { substituteName: 'Thứ trưởng' }, null],
    ['requestAbsence', 'invited', {}, 'reasonMissing'],
    ['checkIn', 'invited', {}, 'checkInModeMissing'],
    ['checkIn', 'checkedIn', { mode: 'room' }, 'attendanceStateForbids'],
    ['leave', 'invited', {}, 'attendanceStateForbids'],
  ] as const)('%s from %s with %j: %s', (act, state, details, expected) => {
    expect(whyCannotAttend(act, state, details)).toBe(expected);
  });

  it('lets nobody approve their own absence', () => {
    expect(mayAttend('approveAbsence', { isSelf: true, runsSession: false })).toBe(false);
    expect(mayAttend('approveAbsence', { isSelf: false, runsSession: true })).toBe(true);
    expect(mayAttend('checkIn', { isSelf: false, runsSession: false })).toBe(false);
  });
});
