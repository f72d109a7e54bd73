const FREE_FAILURES = 9;
const FIRST_PAUSE_MINUTES = 15;
const LONGEST_PAUSE_MINUTES = 24 * 60;

/**
 * Minutes for which a name may not be tried after so many failures in a row: none up to 9; 15 after the tenth, twice as long
 * after each further one, at most a day. (OWASP ASVS 5.0 6.3.1: against guessing, without a lock that only a person can open)
 */
export function pauseMinutesAfter(failures: number): number {
  if (failures <= FREE_FAILURES) return 0;
  return Math.min(LONGEST_PAUSE_MINUTES, FIRST_PAUSE_MINUTES * 2 ** Math.min(20, failures - FREE_FAILURES - 1));
}
