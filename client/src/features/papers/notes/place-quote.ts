/** Words with what stands before and after them, and where they stood. */
export interface QuoteSelector { exact: string; prefix: string; suffix: string; page: number; start: number | null }
/** Offsets in the text of the page. */
export interface Place { page: number; start: number; end: number; score: number }

/** Letters of a text as they are compared, with where each began and ended in it. */
export interface Folded { text: string; from: number[]; to: number[] }

const CLUSTERS = /\P{M}\p{M}*|\p{M}+/gu;
/** Spaces of all kinds, and hyphens that only show at the end of a line. */
const NOTHING = /^[\s\u00AD\u200B\uFEFF]/;

/** Letters as they are compared: both spellings of Vietnamese alike, and no spaces, since another program breaks lines elsewhere. */
export function fold(text: string): Folded {
  let folded = '';
  const from: number[] = [];
  const to: number[] = [];
  for (const { 0: cluster, index } of text.matchAll(CLUSTERS)) {
    if (NOTHING.test(cluster)) continue;
    const letters = cluster.normalize('NFC');
    for (let at = 0; at < letters.length; at += 1) {
      from.push(index);
      to.push(index + cluster.length);
    }
    folded += letters;
  }
  return { text: folded, from, to };
}

/** Pages that move keep the place of their words: of places that are alike in all else, the one as far down its page is nearer than one on a nearer page. */
const LETTERS_FOR_A_PAGE = 60;

function alikeBefore(text: string, end: number, prefix: string): number {
  let count = 0;
  while (count < prefix.length && count < end && text.charAt(end - 1 - count) === prefix.charAt(prefix.length - 1 - count)) count += 1;
  return count;
}

function alikeAfter(text: string, start: number, suffix: string): number {
  let count = 0;
  while (count < suffix.length && start + count < text.length && text.charAt(start + count) === suffix.charAt(count)) count += 1;
  return count;
}

/**
 * Where the quoted words stand now, by themselves and by what surrounds them (W3C Web Annotation, TextQuoteSelector): the page may have moved
 * and lines may break elsewhere. Among several places the one with the most of its surroundings wins, then the nearest to where it was. Words that
 * stand in several places, none of which has anything of the old surroundings, have lost their place: null.
 *
 * @param pages folded texts by page number; pages that are not in it are not looked at
 */
export function placeQuote(pages: ReadonlyMap<number, Folded>, selector: QuoteSelector): Place | null {
  const exact = fold(selector.exact).text;
  if (exact === '') return null;
  const prefix = fold(selector.prefix).text;
  const suffix = fold(selector.suffix).text;
  const found: (Place & { far: number })[] = [];
  for (const [page, { text, from, to }] of pages) {
    for (let at = text.indexOf(exact); at !== -1; at = text.indexOf(exact, at + 1)) {
      const start = from[at] ?? 0;
      const end = to[at + exact.length - 1] ?? start;
      const score = alikeBefore(text, at, prefix) + alikeAfter(text, at + exact.length, suffix);
      found.push({ page, start, end, score, far: Math.abs(page - selector.page) * LETTERS_FOR_A_PAGE + Math.abs(start - (selector.start ?? start)) });
    }
  }
  const [best, ...rest] = found.sort((left, right) => right.score - left.score || left.far - right.far);
  if (!best) return null;
  const hadSurroundings = prefix.length + suffix.length > 0;
  if (rest.length > 0 && best.score === 0 && hadSurroundings) return null;
  return { page: best.page, start: best.start, end: best.end, score: best.score };
}

/** Whether everything that stood around the words still does: nothing better can be elsewhere. */
export function isCertain(place: Place, { prefix, suffix }: QuoteSelector): boolean {
  const whole = fold(prefix).text.length + fold(suffix).text.length;
  return whole >= 16 && place.score === whole;
}
