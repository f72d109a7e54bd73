import { addDays, type Calendar, dateOf, isWorkingDay } from '../../bodies/domain/working-days.js';

/** So long before the deadline: hours as they pass, or working days. */
export interface Reminder {
  unit: 'hours' | 'workingDays';
  count: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const OVERDUE_FIRST_MS = 15 * 60_000;

/** The day so many working days before; the day itself does not count. */
export function workingDaysBefore(date: string, count: number, calendar: Calendar): string {
  let day = date;
  for (let left = count; left > 0; ) {
    day = addDays(day, -1);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
}

/** When this reminder goes out. Working days keep the hour of the deadline. */
export function remindAt(dueAt: Date, { unit, count }: Reminder, calendar: Calendar): Date {
  if (unit === 'hours') return new Date(dueAt.getTime() - count * HOUR_MS);
  const date = dateOf(dueAt);
  return new Date(dueAt.getTime() - (Date.parse(date) - Date.parse(workingDaysBefore(date, count, calendar))));
}

/** What the deadline of a request is, and since when. */
export interface Deadline {
  dueAt: Date;
  /** When the deadline was set: what would have gone out before is left out. */
  since: Date;
}

/** The reminder to send now, if any: the last that is due. Of several that were missed (the server was off) only the last goes out. (rules.md §5) */
export function reminderNow(now: Date, { dueAt, since }: Deadline, { reminders, calendar }: { reminders: readonly Reminder[]; calendar: Calendar }): Reminder | null {
  if (now >= dueAt) return null;
  const due = reminders.map((reminder) => ({ reminder, at: remindAt(dueAt, reminder, calendar) })).filter(({ at }) => at <= now && at > since);
  due.sort((one, other) => other.at.getTime() - one.at.getTime());
  return due[0]?.reminder ?? null;
}

/** Which reminder after the deadline is due: 1 a quarter of an hour after it, then one a day on working days; 0 for none, and when `most` have gone out. */
export function overdueNow(now: Date, dueAt: Date, { most, calendar }: { most: number; calendar: Calendar }): number {
  if (most === 0 || now.getTime() < dueAt.getTime() + OVERDUE_FIRST_MS) return 0;
  let count = 1;
  for (let at = dueAt.getTime() + DAY_MS; at <= now.getTime() && count < most; at += DAY_MS) if (isWorkingDay(dateOf(new Date(at)), calendar)) count += 1;
  return count;
}
