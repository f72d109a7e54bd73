/** The words of a page, as they are kept: NFC, one line of the page a line. */
export interface PageLines {
  /** From 1. */
  page: number;
  text: string;
}

/** The words of a paper one after the other, and on which page each stands. */
export interface PageFlow {
  words: string[];
  /** Page of each word. */
  pages: Int32Array;
  /** How much the text pauses before each word: 0 within a line, 1 at a line's beginning, 2 after a sentence, 3 both. */
  pauses: Uint8Array;
}

/** Lines from a page's top and bottom that may be its running head or foot. */
const EDGE = 3;
/** A head stands on so many pages. */
const LEAST_PAGES = 3;
const NUMBER = /\d{1,5}/gu;
const NUMBERS_MOST = 6;
/** "5", "- 5 -", "Trang 5/40", "Page 5 of 40". */
const PAGE_NUMBER = /^[\s.–—-]*(?:trang|page|tr\.?|p\.?)?\s*(\d{1,5})(?:\s*(?:\/|of)\s*\d{1,5})?[\s.–—-]*$/iu;
/** Dots and lines that lead from a title to its page, or are to be written on. */
const LEADER = /[.…_·‥]{4,}|(?:\. ){4,}/gu;
const ENDS_SENTENCE = /[.;:!?…]["”’)]?$/u;
const ENDS_BROKEN = /\p{L}[-\u2010]$/u;
const STARTS_SMALL = /^\p{Ll}/u;

/** The words of a paper as they are read on from page to page, without page numbers; of running heads and feet the first stays. */
export function flowOf(pages: readonly PageLines[]): PageFlow {
  const heads = runningHeads(pages);
  const told = new Set<string>();
  const flow: Growing = { words: [], places: [], pauses: [] };
  for (const { page, lines } of pages.map(linesOf)) {
    lines.forEach((line, at) => {
      const kept = isEdge(at, lines.length) ? edgeLine({ line, page, isOutermost: at === 0 || at === lines.length - 1 }, heads, told) : line;
      kept.replace(LEADER, ' ').split(/\s+/u).filter((word) => word !== '').forEach((word, index) => put(flow, { word, page, isFirst: index === 0 }));
    });
  }
  return { words: flow.words, pages: Int32Array.from(flow.places), pauses: Uint8Array.from(flow.pauses) };
}

interface Growing {
  words: string[];
  places: number[];
  pauses: number[];
}

function linesOf({ page, text }: PageLines): { page: number; lines: string[] } {
  return { page, lines: text.normalize('NFC').split('\n').filter((line) => line.trim() !== '') };
}

function isEdge(at: number, count: number): boolean {
  return at < EDGE || at >= count - EDGE;
}

/** A word that a page's end broke is whole again, where it began. */
function put({ words, places, pauses }: Growing, { word, page, isFirst }: { word: string; page: number; isFirst: boolean }): void {
  const last = words.at(-1);
  if (last !== undefined && places.at(-1) !== page && ENDS_BROKEN.test(last) && STARTS_SMALL.test(word)) {
    words[words.length - 1] = last.slice(0, -1) + word;
    return;
  }
  words.push(word);
  places.push(page);
  pauses.push((isFirst ? 1 : 0) + (last === undefined || ENDS_SENTENCE.test(last) ? 2 : 0));
}

/** Lines that stand at the edge of pages: as they are, or with one of their numbers counting with the pages. That number is left out of them. */
function runningHeads(pages: readonly PageLines[]): ReadonlySet<string> {
  const counts = new Map<string, { count: number; head: string }>();
  for (const { page, lines } of pages.map(linesOf)) {
    const onPage = new Map(lines.filter((_, at) => isEdge(at, lines.length)).flatMap((line) => keysOf(line, page).map(({ key, head }) => [key, head] as const)));
    for (const [key, head] of onPage) counts.set(key, { count: (counts.get(key)?.count ?? 0) + 1, head });
  }
  return new Set([...counts.values()].filter(({ count }) => count >= LEAST_PAGES).map(({ head }) => head));
}

function keysOf(line: string, page: number): { key: string; head: string; rest: string }[] {
  const numbered = [...line.matchAll(NUMBER)].slice(0, NUMBERS_MOST).map(({ 0: figures, index }) => {
    const [before, after] = [line.slice(0, index), line.slice(index + figures.length)];
    return { key: `${before}#${Number(figures) - page}#${after}`, head: `${before}#${after}`, rest: `${before} ${after}` };
  });
  return [{ key: line, head: line, rest: line }, ...numbered];
}

/** What an edge line has to say: nothing where it is a page's number, or a head that was said before. */
function edgeLine({ line, page, isOutermost }: { line: string; page: number; isOutermost: boolean }, heads: ReadonlySet<string>, told: Set<string>): string {
  const number = PAGE_NUMBER.exec(line)?.[1];
  if (number !== undefined && isOutermost && Number(number) === page) return '';
  const known = keysOf(line, page).find(({ head }) => heads.has(head));
  if (!known) return line;
  const rest = known.rest.replace(/\s+/gu, ' ').trim();
  if (number !== undefined || told.has(rest)) return '';
  told.add(rest);
  return rest;
}
