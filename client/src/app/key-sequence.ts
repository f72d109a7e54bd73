const PLACES: Readonly<Record<string, string>> = { d: '/desk', s: '/sessions', o: '/opinion-requests' };
const SEQUENCE_MS = 1_200;

/**
 * `g` and then a letter, soon after one another.
 * @returns takes each key with its time (ms) and says where it leads, or null
 */
export function keySequence(): (key: string, at: number) => string | null {
  // Not 0: an event's time counts from the page's opening, and a first `s` would be taken for the end of `g s`.
  let startedAt = -Infinity;
  return (key, at) => {
    const isSecond = at - startedAt < SEQUENCE_MS;
    startedAt = key === 'g' ? at : -Infinity;
    return isSecond ? (PLACES[key] ?? null) : null;
  };
}
