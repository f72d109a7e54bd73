/** A place of the room's grid, from 1. Row 1 is the head of the table. */
export interface Place {
  row: number;
  column: number;
}

/** Widest and deepest room that can be drawn. */
export const MOST_ROWS = 300;
export const MOST_COLUMNS = 60;

/** So many seats at the head, if there are enough, so that it is not a lane. */
const HEAD_LEAST = 3;

/**
 * A horseshoe in protocol order: the first sits in the middle of the head, the next to the right and left of them, then down both sides in turn.
 * Returns places in the order of seats. The head is odd, so that one sits in the middle.
 */
export function horseshoe(seats: number): Place[] {
  const third = Math.ceil(seats / 3);
  const head = Math.min(seats, MOST_COLUMNS - 3, Math.max(HEAD_LEAST, third + (third % 2 === 0 ? 1 : 0)));
  const middle = Math.ceil(head / 2);
  const atHead = Array.from({ length: head }, (_, index) => ({ row: 1, column: 1 + middle + (index % 2 === 1 ? (index + 1) / 2 : -index / 2) }));
  const atSides = Array.from({ length: seats - head }, (_, index) => ({ row: 2 + Math.floor(index / 2), column: index % 2 === 0 ? head + 2 : 1 }));
  return [...atHead, ...atSides];
}

/** Whether two seats are put at one place. */
export function isCrowded(places: readonly Place[]): boolean {
  return new Set(places.map(({ row, column }) => `${row} ${column}`)).size < places.length;
}

/** A seat with where it stands in the plan that was drawn; null where it is newer than the plan. */
export interface Seated {
  number: number;
  place: Place | null;
}

/** Where everybody sits: as it was drawn, else by the horseshoe; seats that came later stand in rows of their own behind. */
export function placesOf<T extends Seated>(seats: readonly T[]): (T & { place: Place })[] {
  const ordered = [...seats].sort((left, right) => left.number - right.number);
  const drawn = ordered.flatMap(({ place }) => (place ? [place] : []));
  const byDefault = horseshoe(ordered.length);
  if (drawn.length === 0) return ordered.flatMap((seat, index) => (byDefault[index] ? [{ ...seat, place: byDefault[index] }] : []));
  const [back, width] = [Math.max(...drawn.map(({ row }) => row)), Math.max(...drawn.map(({ column }) => column))];
  let late = 0;
  return ordered.map((seat) => ({ ...seat, place: seat.place ?? { row: back + 1 + Math.floor(late / width), column: 1 + (late++ % width) } }));
}
