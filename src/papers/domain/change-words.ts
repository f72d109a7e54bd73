import type { PageFlow } from './page-flow.js';
import type { Edit } from './word-edits.js';

export const PART_KINDS = ['before', 'same', 'out', 'in', 'after'] as const;

/** Words of a change: those that stand around it, stay within it, were struck out, or put in. */
export interface Part {
  kind: (typeof PART_KINDS)[number];
  text: string;
  /** Words in the middle that are not shown, as there are too many. */
  cut: number;
}

/** A place on one page: its first words, and what stands around it; the page's text is looked through for them. */
export interface Mark {
  page: number;
  /** Up to twelve words; empty where something is gone. */
  words: string;
  before: string;
  after: string;
  /** Letters from the first word on, without spaces and what `lettersOf` leaves out. */
  letters: number;
  /** How far down the page's words it stands, 0–1: of several like it the nearest is meant. */
  share: number;
}

/** What a file may have and its text not, or the other way round: hyphens, leaders, invisible letters. */
const NO_LETTERS = /[\s\p{C}\u2010.…_·‥-]/gu;

const AROUND = 8;
const SHOWN_FIRST = 60;
const SHOWN_LAST = 20;
const MARK_WORDS = 12;
/** Marks of one stretch: as many pages. */
const MARKS_MOST = 40;

export function partOf(kind: Part['kind'], flow: PageFlow, [from, to]: readonly [number, number]): Part {
  if (kind === 'before') return { kind, text: flow.words.slice(Math.max(0, from - AROUND), from).join(' '), cut: 0 };
  if (kind === 'after') return { kind, text: flow.words.slice(to, to + AROUND).join(' '), cut: 0 };
  const cut = Math.max(0, to - from - SHOWN_FIRST - SHOWN_LAST);
  const words = flow.words.slice(from, to);
  return { kind, text: (cut === 0 ? words : [...words.slice(0, SHOWN_FIRST), '…', ...words.slice(-SHOWN_LAST)]).join(' '), cut };
}

/** One mark for each page of a stretch. */
export function marksOf(flow: PageFlow, [from, to]: readonly [number, number]): Mark[] {
  const marks: Mark[] = [];
  for (let at = from; at < to && marks.length < MARKS_MOST;) {
    const page = flow.pages[at] ?? 1;
    const [pageStart, pageEnd] = boundsOf(flow, page);
    const end = Math.min(to, pageEnd);
    marks.push({
      page, words: flow.words.slice(at, Math.min(end, at + MARK_WORDS)).join(' '), letters: lettersOf(flow.words.slice(at, end)),
      before: flow.words.slice(Math.max(pageStart, at - AROUND), at).join(' '), after: flow.words.slice(end, Math.min(pageEnd, end + AROUND)).join(' '),
      share: (at - pageStart) / Math.max(1, pageEnd - pageStart),
    });
    at = end;
  }
  return marks;
}

/** As the reader counts them on the page (client: changes/place-mark.ts). */
function lettersOf(words: readonly string[]): number {
  return words.join('').normalize('NFKC').replace(NO_LETTERS, '').length;
}

/** Between two words, where others stood or will stand. */
export function markOfNothing(flow: PageFlow, place: number): Mark {
  const at = Math.min(place, Math.max(0, flow.words.length - 1));
  const page = flow.pages[at] ?? 1;
  const [start, end] = boundsOf(flow, page);
  return { page, words: '', letters: 0, before: flow.words.slice(Math.max(start, place - AROUND), place).join(' '), after: flow.words.slice(place, Math.min(end, place + AROUND)).join(' '), share: (place - start) / Math.max(1, end - start) };
}

/** The first word of a page and the first after it: pages rise along the flow. */
function boundsOf({ pages }: PageFlow, page: number): [number, number] {
  return [firstFrom(pages, page), firstFrom(pages, page + 1)];
}

function firstFrom(pages: Int32Array, page: number): number {
  let [low, high] = [0, pages.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pages[middle] ?? 0) < page) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function wordsBetween(edits: readonly Edit[], side: 'a' | 'b'): number {
  return edits.reduce((sum, { a0, a1, b0, b1 }) => sum + (side === 'a' ? a1 - a0 : b1 - b0), 0);
}
