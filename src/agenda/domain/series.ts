import { addDays, type Calendar, isWorkingDay } from '../../bodies/domain/working-days.js';

export const RHYTHMS = ['week', 'month'] as const;
/** How often a session is held. */
export type Rhythm = (typeof RHYTHMS)[number];

/** One date of a series; `moved` when the day it fell on is no working day. */
export interface SeriesDate {
  date: string;
  moved: boolean;
}

/** The same day `count` months later; the month's last day where it has no such day. `date` is `YYYY-MM-DD`. */
function monthsLater(date: string, count: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + count, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(day, last))).toISOString().slice(0, 10);
}

/** The dates that follow `from` in a rhythm; a date on a holiday or weekend goes to the next working day. `count` from 1 to 52. */
export function seriesAfter(from: string, rhythm: Rhythm, count: number, calendar: Calendar): SeriesDate[] {
  return Array.from({ length: count }, (_, index) => {
    const planned = rhythm === 'week' ? addDays(from, 7 * (index + 1)) : monthsLater(from, index + 1);
    let date = planned;
    while (!isWorkingDay(date, calendar)) date = addDays(date, 1);
    return { date, moved: date !== planned };
  });
}
