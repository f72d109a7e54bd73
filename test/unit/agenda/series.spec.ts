import { seriesAfter } from '../../../src/agenda/domain/series.js';

const TET: ReadonlyMap<string, 'holiday' | 'workday'> = new Map([['2026-02-16', 'holiday'], ['2026-02-17', 'holiday'], ['2026-02-18', 'holiday'], ['2026-02-19', 'holiday'], ['2026-02-20', 'holiday'], ['2026-08-22', 'workday']]);
const dates = (...args: Parameters<typeof seriesAfter>): string[] => seriesAfter(...args).map(({ date, moved }) => (moved ? `${date} moved` : date));

describe('a series of sessions', () => {
  it('is held each week on the same day', () => {
    expect(dates('2026-03-02', 'week', 3, TET)).toEqual(['2026-03-09', '2026-03-16', '2026-03-23']);
  });

  it('goes past Tết to the next working day', () => {
    expect(dates('2026-02-09', 'week', 2, TET)).toEqual(['2026-02-23 moved', '2026-02-23']);
  });

  it('is held each month on the same day, or the last where a month is shorter', () => {
    expect(dates('2026-03-31', 'month', 3, TET)).toEqual(['2026-04-30', '2026-06-01 moved', '2026-06-30']);
    expect(dates('2027-12-31', 'month', 2, new Map())).toEqual(['2028-01-31', '2028-02-29']);
  });

  it('counts a Saturday that is worked instead', () => {
    expect(dates('2026-07-22', 'month', 1, TET)).toEqual(['2026-08-22']);
  });
});
