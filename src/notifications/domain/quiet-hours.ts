const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;
/** Viet Nam keeps UTC+7 all year. */
const OFFSET_MINUTES = 7 * 60;

/** Minutes of the day in Viet Nam, 0 to 1439; it may go over midnight (22:00 to 6:00). */
export interface QuietHours {
  from: number;
  until: number;
}

/** The minute of the day in Viet Nam, 0 to 1439. */
export function minuteOf(instant: Date): number {
  return (Math.floor(instant.getTime() / MINUTE_MS) + OFFSET_MINUTES) % DAY_MINUTES;
}

/** Whether it is quiet: the beginning counts, the end does not. Hours that begin as they end are none. */
export function isQuiet(instant: Date, { from, until }: QuietHours): boolean {
  const minute = minuteOf(instant);
  return from <= until ? minute >= from && minute < until : minute >= from || minute < until;
}

/** The first instant, not before `instant`, at which the day in Viet Nam has this minute. */
export function nextAt(instant: Date, minute: number): Date {
  const whole = Math.ceil(instant.getTime() / MINUTE_MS) * MINUTE_MS;
  const wait = (minute - minuteOf(new Date(whole)) + DAY_MINUTES) % DAY_MINUTES;
  return new Date(whole + wait * MINUTE_MS);
}

/** When something may go out that is due now: at once, or when the quiet hours end. */
export function heldUntil(instant: Date, quiet: QuietHours | null): Date {
  return quiet !== null && isQuiet(instant, quiet) ? nextAt(instant, quiet.until) : instant;
}
