/** What the server tells of a place on a page. */
export interface MarkWords { words: string; before: string; after: string; letters: number; share: number }
/** Letters of a page as marks count them, with where each began and ended in its text. */
export interface MarkedText { letters: string; from: number[]; to: number[] }
/** Offsets in the text of the page; the same twice where something is gone. */
export interface MarkPlace { start: number; end: number }

const CLUSTERS = /\P{M}\p{M}*|\p{M}+/gu;
/** What a file may have and its text not, or the other way round: spaces, hyphens, leaders, invisible letters. As in `change-words.ts` of the server. */
const NO_LETTERS = /[\s\p{C}\u2010.…_·‥-]/gu;

const lettersOf = (words: string) => words.normalize('NFKC').replace(NO_LETTERS, '');

export function markedText(text: string): MarkedText {
  let letters = '';
  const from: number[] = [];
  const to: number[] = [];
  for (const { 0: cluster, index } of text.matchAll(CLUSTERS)) {
    const own = lettersOf(cluster);
    for (let at = 0; at < own.length; at += 1) {
      from.push(index);
      to.push(index + cluster.length);
    }
    letters += own;
  }
  return { letters, from, to };
}

function placesOf(letters: string, wanted: string): number[] {
  const places: number[] = [];
  if (wanted !== '') for (let at = letters.indexOf(wanted); at !== -1; at = letters.indexOf(wanted, at + 1)) places.push(at);
  return places;
}

/** Where a mark stands on its page: with as much of its surroundings as is there, and of several places the one as far down the page. */
export function placeMark({ letters, from, to }: MarkedText, mark: MarkWords): MarkPlace | null {
  const [before, words, after] = [lettersOf(mark.before), lettersOf(mark.words), lettersOf(mark.after)];
  // Words are shown in full only where they are few.
  const isWhole = words.length === mark.letters;
  const tries: [text: string, skip: number][] = [[before + words + (isWhole ? after : ''), before.length], [before + words, before.length], [words + (isWhole ? after : ''), 0], [words, 0]];
  if (words === '') tries.push([before, before.length], [after, 0]);
  for (const [text, skip] of tries) {
    const places = placesOf(letters, text);
    if (places.length === 0) continue;
    const aim = mark.share * letters.length;
    const place = places.reduce((best, at) => (Math.abs(at + skip - aim) < Math.abs(best + skip - aim) ? at : best)) + skip;
    const last = Math.min(letters.length, place + mark.letters) - 1;
    const start = from[place] ?? to[place - 1] ?? 0;
    return { start, end: mark.letters === 0 ? start : (to[last] ?? start) };
  }
  return null;
}
