import fc from 'fast-check';
import { attendanceFigures, type Attended } from '../../../src/reports/domain/attendance-figures.js';

const states = ['invited', 'confirmed', 'absenceRequested', 'absenceApproved', 'absenceRefused', 'substituted', 'checkedIn', 'left'] as const;
const entry = fc.record<Attended>({ state: fc.constantFrom(...states), mode: fc.constantFrom('room', 'online', null) });

describe('counting a list of attendance', () => {
  it.each<[string, Attended[], Partial<ReturnType<typeof attendanceFigures>>]>([
    ['nobody', [], { members: 0, room: 0, online: 0, missing: 0 }],
    ['who left counts where they sat', [{ state: 'left', mode: 'online' }], { online: 1, room: 0, left: 1, missing: 0 }],
    ['an absence that was asked for and not approved is missing', [{ state: 'absenceRequested', mode: null }], { absenceApproved: 0, missing: 1 }],
    ['a member with a substitute is not missing', [{ state: 'substituted', mode: null }], { substituted: 1, missing: 0 }],
  ])('%s', (_, list, expected) => {
    expect(attendanceFigures(list)).toMatchObject(expected);
  });

  it('adds up to all members, in any order', () => {
    fc.assert(fc.property(fc.array(entry), (list) => {
      const figures = attendanceFigures(list);
      expect(figures.room + figures.online + figures.absenceApproved + figures.substituted + figures.missing).toBe(list.length);
      expect(attendanceFigures([...list].reverse())).toEqual(figures);
    }));
  });
});
