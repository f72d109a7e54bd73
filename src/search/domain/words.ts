/** A word of a text, where it stands, and how it is looked up. */
export interface Word {
  /** Small letters, NFC. */
  plain: string;
  /** The same without accents, đ as d. */
  folded: string;
  start: number;
  end: number;
  /** A sign stands between it and the word before: they are not side by side. */
  isApart: boolean;
}

/** How a sign between words is kept by `search_words()`. */
export const SIGN = 'ǃ';

/** What stands between words, and which of it are signs; the same sets as in `search_words()` of migration 0025. */
const BETWEEN = /[\u0000-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u206f\u2190-\u2bff\u3000-\u303f\ue000-\uf8ff\ufeff]/;
const SIGNS = /[\u0021-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007e\u00a1-\u00bf\u00d7\u00f7\u2010-\u2027\u2030-\u205e\u2190-\u2bff\u3001-\u303f\ue000-\uf8ff]/;
const [LETTER, GAP, MARK] = [0, 1, 2];
/** Each UTF-16 unit's kind, made once: looking it up is a tenth of the time of matching. */
const KINDS = Uint8Array.from({ length: 0x10000 }, (_, unit) => (SIGNS.test(String.fromCharCode(unit)) ? MARK : BETWEEN.test(String.fromCharCode(unit)) ? GAP : LETTER));
const ACCENTS = /[\u0300-\u036f]/g;

/** The same syllables come again and again: how they are looked up is kept for so many. */
const KEPT_MOST = 20_000;
const kept = new Map<string, Pick<Word, 'plain' | 'folded'>>();

function formsOf(word: string): Pick<Word, 'plain' | 'folded'> {
  const known = kept.get(word);
  if (known !== undefined) return known;
  const letters = word.normalize('NFD').replace(/[A-Z]+/g, (large) => large.toLowerCase());
  const forms = { plain: letters.normalize('NFC').replaceAll('Đ', 'đ'), folded: letters.replace(ACCENTS, '').replace(/[Đđ]/g, 'd') };
  if (kept.size >= KEPT_MOST) kept.clear();
  kept.set(word, forms);
  return forms;
}

/** The first letter of a word that begins with each UTF-16 unit, as it is looked up; 0 where the next unit decides, -1 while nobody asked. */
const FIRST = new Int32Array(0x10000).fill(-1);

function firstOf(unit: number): number {
  const known = FIRST[unit] ?? -1;
  if (known >= 0) return known;
  const [letter = ''] = formsOf(String.fromCharCode(unit)).folded;
  return (FIRST[unit] = letter === '' ? 0 : letter.charCodeAt(0));
}

/** Where the words of a text stand. How they are looked up is found out for those alone that are asked for: a page has hundreds, of which a handful match. */
export class WordPlaces {
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  private readonly apart: boolean[] = [];

  constructor(private readonly text: string) {
    let isApart = false;
    for (let at = 0; at < text.length; at += 1) {
      const kind = KINDS[text.charCodeAt(at)];
      if (kind !== LETTER) {
        isApart ||= kind === MARK;
        continue;
      }
      this.apart.push(isApart && this.starts.length > 0);
      this.starts.push(at);
      while (at < text.length && KINDS[text.charCodeAt(at)] === LETTER) at += 1;
      this.ends.push(at);
      at -= 1;
      isApart = false;
    }
  }

  get count(): number {
    return this.starts.length;
  }

  /** Whether a word is this one. @param isPrefix its beginning is enough @param asWritten accents must be the same */
  is(index: number, wanted: Pick<Word, 'plain' | 'folded'>, { isPrefix, asWritten }: { isPrefix: boolean; asWritten: boolean }): boolean {
    const start = this.starts[index] ?? 0;
    const first = firstOf(this.text.charCodeAt(start));
    if (first !== 0 && first !== wanted.folded.charCodeAt(0)) return false;
    const forms = formsOf(this.text.slice(start, this.ends[index]));
    const [here, looked] = asWritten ? [forms.plain, wanted.plain] : [forms.folded, wanted.folded];
    return isPrefix ? here.startsWith(looked) : here === looked;
  }

  /** A sign stands between it and the word before. */
  isApart(index: number): boolean {
    return this.apart[index] ?? false;
  }
}

/** Words as the database splits and folds them: by decomposition, so that both spellings of Vietnamese are one. (Unicode TR15) */
export function wordsOf(text: string): Word[] {
  const places = new WordPlaces(text);
  return places.starts.map((start, index) => {
    const end = places.ends[index] ?? start;
    return { ...formsOf(text.slice(start, end)), start, end, isApart: places.isApart(index) };
  });
}
