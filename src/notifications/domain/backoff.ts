/** Seconds until the next try, after the first, the second … After the last of them it is given up. */
const WAITS = [30, 120, 600, 1_800, 7_200, 21_600, 43_200] as const;

/** How often something is tried before it is given up. */
export const MOST_TRIES = WAITS.length + 1;

/** Seconds until the next try, or null when there is none. `tries` counts those that were made, from 1; what the other side refuses for good is not tried again. */
export function waitAfter(tries: number, isFinal: boolean): number | null {
  return isFinal ? null : (WAITS[tries - 1] ?? null);
}
