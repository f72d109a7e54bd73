/** Days that differ from the plain week: holidays, and Saturdays or Sundays that are worked instead. Keys are `YYYY-MM-DD`. */
export type Calendar = ReadonlyMap<string, 'holiday' | 'workday'>;

const DAY_MS = 86_400_000;
/** Viet Nam keeps UTC+7 all year. */
const OFFSET_MS = 7 * 3_600_000;

/** The date in Viet Nam of an instant, `YYYY-MM-DD`. */
export function dateOf(instant: Date): string {
  return new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 10);
}

/** The date so many days later (or earlier, when negative). */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Monday to Friday less public holidays, plus swapped days. (Bộ luật Lao động 2019 art. 112) */
export function isWorkingDay(date: string, calendar: Calendar): boolean {
  const exception = calendar.get(date);
  if (exception) return exception === 'workday';
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** A deadline with the days it passed over and why. */
export interface Deadline {
  date: string;
  skipped: { date: string; reason: 'weekend' | 'holiday' }[];
}

/** The date `days` working days after `from`; the day itself does not count. `days` from 0 to 366. */
export function addWorkingDays(from: string, days: number, calendar: Calendar): Deadline {
  const skipped: Deadline['skipped'] = [];
  let date = from;
  let left = days;
  while (left > 0) {
    date = addDays(date, 1);
    if (isWorkingDay(date, calendar)) left -= 1;
    else skipped.push({ date, reason: calendar.get(date) === 'holiday' ? 'holiday' : 'weekend' });
  }
  return { date, skipped };
}

/** Working days after `from` up to and with `until`; 0 when `until` is not later. */
export function workingDaysBetween(from: string, until: string, calendar: Calendar): number {
  let count = 0;
  for (let date = addDays(from, 1); date <= until; date = addDays(date, 1)) if (isWorkingDay(date, calendar)) count += 1;
  return count;
}

/** The instant at which a day's office hours end: 17:00 in Viet Nam. */
export function endOfOfficeHours(date: string): Date {
  return new Date(Date.parse(`${date}T17:00:00Z`) - OFFSET_MS);
}
