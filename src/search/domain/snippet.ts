import type { Term, Terms } from './search-query.js';
import { WordPlaces } from './words.js';

/** A piece of a text around what was found. */
export interface Snippet {
  text: string;
  /** What was found in it, as [first letter, after the last]. */
  marks: [number, number][];
  /** Whether the text goes on before it, and after it. */
  isCutBefore: boolean;
  isCutAfter: boolean;
}

const BEFORE = 70;
const LETTERS = 260;
const MARKS_MOST = 12;

/** @param asWritten accents must be the same */
export function snippetOf(text: string, terms: Terms, asWritten: boolean): Snippet {
  const words = new WordPlaces(text);
  const phrase: Term = { words: terms.flatMap((term) => term.words), isPrefix: terms.at(-1)?.isPrefix ?? false };
  const places = terms.flatMap((term) => placesOf(words, term, asWritten));
  const [first] = [placesOf(words, phrase, true)[0], placesOf(words, phrase, asWritten)[0], densest(places)].filter((place) => place !== undefined);
  const start = first === undefined ? 0 : wordStart(words, first[0] - BEFORE);
  const end = wordEnd(words, start + LETTERS, text.length);
  const marks = merged(text, places).filter(([from, to]) => from >= start && to <= end).slice(0, MARKS_MOST);
  // A line's end is a space here, so that places stay.
  const shown = text.slice(start, end).replace(/\s/g, ' ');
  return { text: shown, marks: marks.map(([from, to]) => [from - start, to - start]), isCutBefore: start > 0, isCutAfter: end < text.length };
}

function placesOf(words: WordPlaces, { words: wanted, isPrefix }: Term, asWritten: boolean): [number, number][] {
  const last = wanted.length - 1;
  const found: [number, number][] = [];
  if (last < 0) return found;
  for (let at = 0; at + last < words.count; at += 1) {
    const isHere = wanted.every((word, index) => (index === 0 || words.isApart(at + index) === word.isApart) && words.is(at + index, word, { isPrefix: isPrefix && index === last, asWritten }));
    if (isHere) found.push([words.starts[at] ?? 0, words.ends[at + last] ?? 0]);
  }
  return found;
}

/** The place after which most others follow within one piece. */
function densest(places: readonly [number, number][]): [number, number] | undefined {
  const inOrder = [...places].sort((one, other) => one[0] - other[0]);
  let best: [number, number] | undefined;
  let most = 0;
  let after = 0;
  inOrder.forEach((place, index) => {
    while (after < inOrder.length && (inOrder[after]?.[1] ?? 0) <= place[0] + LETTERS - BEFORE) after += 1;
    if (after - index > most) [best, most] = [place, after - index];
  });
  return best ?? inOrder[0];
}

/** Words side by side are one mark. */
function merged(text: string, places: readonly [number, number][]): [number, number][] {
  const result: [number, number][] = [];
  for (const [from, to] of [...places].sort((one, other) => one[0] - other[0] || other[1] - one[1])) {
    const last = result.at(-1);
    if (last && (from < last[1] || text.slice(last[1], from).trim() === '')) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}

function wordStart({ starts }: WordPlaces, wanted: number): number {
  return wanted <= 0 ? 0 : (starts.find((start) => start >= wanted) ?? 0);
}

function wordEnd({ ends }: WordPlaces, wanted: number, length: number): number {
  if (wanted >= length) return length;
  return ends.findLast((end) => end <= wanted) || wanted;
}
