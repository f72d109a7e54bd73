import { type Edit, rowHash, type WordPair } from './word-edits.js';

/** So many words side by side that were taken out here and stand there word for word have moved; fewer may be chance. */
export const MOVE_LEAST = 12;
/** Places of the same row that are tried. */
const PLACES_MOST = 8;

/** Stretches that stand elsewhere, word for word: of the same length in both texts. */
export function movesOf(pair: WordPair, edits: readonly Edit[]): Edit[] {
  const rows = removedRows(pair.a, edits);
  const isTaken = new Uint8Array(pair.a.length);
  const moves: Edit[] = [];
  for (const { b0, b1 } of edits) {
    for (let at = b0; at + MOVE_LEAST <= b1;) {
      const move = longest({ pair, isTaken, places: rows.get(rowHash(pair.b, at, MOVE_LEAST)) ?? [] }, at, b1);
      if (move) {
        isTaken.fill(1, move.a0, move.a1);
        moves.push(move);
      }
      at = move?.b1 ?? at + 1;
    }
  }
  return moves;
}

interface Place {
  at: number;
  /** Where the removed stretch ends. */
  end: number;
}

function removedRows(words: Int32Array, edits: readonly Edit[]): Map<number, Place[]> {
  const rows = new Map<number, Place[]>();
  for (const { a0, a1 } of edits) {
    for (let at = a0; at + MOVE_LEAST <= a1; at += 1) {
      const hash = rowHash(words, at, MOVE_LEAST);
      const places = rows.get(hash) ?? [];
      if (places.length < PLACES_MOST) places.push({ at, end: a1 });
      rows.set(hash, places);
    }
  }
  return rows;
}

function longest({ pair: { a, b }, isTaken, places }: { pair: WordPair; isTaken: Uint8Array; places: Place[] }, at: number, end: number): Edit | null {
  let best: Edit | null = null;
  for (const place of places) {
    let length = 0;
    while (place.at + length < place.end && at + length < end && isTaken[place.at + length] === 0 && a[place.at + length] === b[at + length]) length += 1;
    if (length >= MOVE_LEAST && (best === null || length > best.a1 - best.a0)) best = { a0: place.at, a1: place.at + length, b0: at, b1: at + length };
  }
  return best;
}
