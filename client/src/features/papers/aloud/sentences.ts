/** A stretch of a page's text that is read at one go. */
export interface Sentence { start: number; end: number }

/** Voices of some browsers fall silent after 15 seconds: what is longer is read in parts. */
const LONGEST = 220;
const ENDS = /[.!?…;:]["”’)\]]*(?=\s)/gu;
const PAUSES = /[,;:–—]\s/gu;
const SAID = /[\p{L}\p{N}]/u;

/** The sentences of a page, each without spaces around it; what has neither letters nor figures is not read. */
export function sentencesOf(text: string): Sentence[] {
  const ends = [...text.matchAll(ENDS)].map(({ 0: end, index }) => index + end.length);
  const sentences: Sentence[] = [];
  let from = 0;
  for (const to of [...ends, text.length]) {
    // "Điều 5. Phạm vi": a number with its point belongs to what follows.
    if (to < text.length && /(?:^|\s)\p{N}+\.$/u.test(text.slice(from, to)) && to - from < 12) continue;
    sentences.push(...partsOf(text, from, to));
    from = to;
  }
  return sentences;
}

function partsOf(text: string, from: number, to: number): Sentence[] {
  const start = from + (text.slice(from, to).length - text.slice(from, to).trimStart().length);
  const end = from + text.slice(from, to).trimEnd().length;
  if (start >= end || !SAID.test(text.slice(start, end))) return [];
  if (end - start <= LONGEST) return [{ start, end }];
  const at = breakIn(text, start);
  return [...partsOf(text, start, at), ...partsOf(text, at, end)];
}

/** The last pause before it gets too long, else the last space. */
function breakIn(text: string, start: number): number {
  const part = text.slice(start, start + LONGEST);
  const pause = [...part.matchAll(PAUSES)].at(-1)?.index ?? -1;
  const at = pause > LONGEST / 3 ? pause + 1 : part.lastIndexOf(' ');
  return start + (at > 0 ? at : LONGEST);
}

/** Letters that Vietnamese has and its neighbours on a page, English and French, have not. */
const VIETNAMESE = /[ăđơưảãạấầẩẫậắằẳẵặẻẽẹếềểễệỉĩịỏõọốồổỗộớờởỡợủũụứừửữựỷỹỵ]/giu;
const LETTERS = /\p{L}/gu;
/** Vietnamese has such a letter in every other word. */
const LEAST_SHARE = 0.03;

export function languageOf(text: string): 'vi' | 'en' {
  const composed = text.normalize('NFC');
  const letters = composed.match(LETTERS)?.length ?? 0;
  return (composed.match(VIETNAMESE)?.length ?? 0) > letters * LEAST_SHARE ? 'vi' : 'en';
}

/** What the voice is given: words that a line broke are whole again. */
export function spokenWords(text: string): string {
  return text.normalize('NFC').replace(/\u00AD\s?/gu, '').replace(/(?<=\p{L})[-\u2010]\s(?=\p{Ll})/gu, '').replace(/[.…_·]{4,}/gu, ' ').replace(/\s+/gu, ' ').trim();
}
