import fc from 'fast-check';
import { addDays, addWorkingDays, dateOf, endOfOfficeHours, isWorkingDay, workingDaysBetween, type Calendar } from '../../../src/bodies/domain/working-days.js';
import { SHIPPED_DAYS } from '../../../src/bodies/reference-data.js';

const CALENDAR: Calendar = new Map(SHIPPED_DAYS.map((day) => [day.date, day.kind]));

describe('working days in Viet Nam', () => {
  it.each([
    ['2019-06-24', true, 'a Monday'],
    ['2019-06-22', false, 'a Saturday'],
    ['2019-04-15', false, 'the day after Hùng Kings’ Day, which was a Sunday'],
    ['2019-04-29', false, 'a Monday that was swapped'],
    ['2019-05-04', true, 'the Saturday worked instead'],
    ['2025-05-02', false, 'swapped off'],
    ['2025-04-26', true, 'the Saturday worked instead'],
    ['2026-02-17', false, 'the first day of Tết'],
    ['2026-09-02', false, 'National Day'],
  ])('%s is a working day: %s (%s)', (date, expected) => {
    expect(isWorkingDay(date, CALENDAR)).toBe(expected);
  });

  it.each([
    ['2019-06-17', 5, '2019-06-24'],
    ['2019-06-21', 1, '2019-06-24'],
    ['2019-06-22', 1, '2019-06-24'],
    ['2026-02-13', 1, '2026-02-23'],
    ['2026-02-12', 3, '2026-02-24'],
    ['2019-04-26', 1, '2019-05-02'],
    ['2019-05-03', 1, '2019-05-04'],
    ['2026-04-24', 5, '2026-05-06'],
  ])('%s plus %i working days is %s', (from, days, expected) => {
    expect(addWorkingDays(from, days, CALENDAR).date).toBe(expected);
  });

  it('says which days it passed over and why', () => {
    expect(addWorkingDays('2026-09-01', 1, CALENDAR)).toEqual({ date: '2026-09-03', skipped: [{ date: '2026-09-02', reason: 'holiday' }] });
    expect(addWorkingDays('2019-06-21', 1, CALENDAR).skipped.map((day) => day.reason)).toEqual(['weekend', 'weekend']);
  });

  it('has no holiday on a weekend and no make-up day on a weekday', () => {
    for (const { date, kind } of SHIPPED_DAYS) {
      const weekend = [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
      expect(`${date} ${kind === 'workday' ? weekend : !weekend}`).toBe(`${date} true`);
    }
  });

  it('counts back what it added', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 60 }), (offset, days) => {
      const from = addDays('2019-01-01', offset);
      expect(workingDaysBetween(from, addWorkingDays(from, days, CALENDAR).date, CALENDAR)).toBe(days);
    }));
  });

  it('knows the date in Viet Nam and the end of office hours there', () => {
    expect(dateOf(new Date('2019-06-23T17:30:00Z'))).toBe('2019-06-24');
    expect(endOfOfficeHours('2019-06-24').toISOString()).toBe('2019-06-24T10:00:00.000Z');
  });
});
