/** Minutes of a day as a time field has them: 390 is "06:30". */
export function toClock(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** The other way; an empty field is midnight. */
export function toMinute(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return (hours || 0) * 60 + (minutes || 0);
}
