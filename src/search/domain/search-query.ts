import { SIGN, type Word, wordsOf } from './words.js';

/** Words that stand side by side: a phrase in quotes, a number such as 91/2015/QH13, or one word. */
export interface Term {
  words: readonly Pick<Word, 'plain' | 'folded' | 'isApart'>[];
  /** The last word is still being typed: its beginning is enough. */
  isPrefix: boolean;
}

export type Terms = readonly Term[];

/** As many words are looked up; the rest is passed over. */
export const WORDS_MOST = 24;
const LETTERS_MOST = 60;

/** @param isTyping whether the last word may be only begun */
export function readQuery(query: string, isTyping: boolean): Terms {
  const text = query.normalize('NFC').replace(/[“”„«»]/g, '"');
  const parts = [...text.matchAll(/"([^"]*)"?|[^"\s]+/g)];
  const all = wordsOf(text.replaceAll('"', ' '));
  let next = 0;
  return parts.flatMap(([whole, quoted], index) => {
    const words = all.slice(next, Math.min(WORDS_MOST, next + wordsOf(quoted ?? whole).length)).map(({ plain, folded, isApart }) => ({ plain: plain.slice(0, LETTERS_MOST), folded: folded.slice(0, LETTERS_MOST), isApart }));
    next += words.length;
    const isLast = index === parts.length - 1 && !/\s$/.test(text);
    return words.length === 0 ? [] : [{ words, isPrefix: isTyping && isLast && !(quoted !== undefined && whole.endsWith('"') && whole.length > 1) }];
  });
}

type Form = 'plain' | 'folded';

function joined(words: Term['words'], form: Form, isPrefix: boolean): string {
  return words.map((word, index) => `${index === 0 ? '' : word.isApart ? ` <-> '${SIGN}' <-> ` : ' <-> '}'${word[form]}'${isPrefix && index === words.length - 1 ? ':*' : ''}`).join('');
}

/** All terms, wherever they stand, as Postgres reads it. Words are letters and figures only: nothing in them can end the quotes. */
export function allOf(terms: Terms, form: Form): string {
  return terms.map(({ words, isPrefix }) => `(${joined(words, form, isPrefix)})`).join(' & ');
}

/** All words side by side, as they were written. */
export function phraseOf(terms: Terms, form: Form): string {
  return joined(terms.flatMap(({ words }) => words), form, terms.at(-1)?.isPrefix ?? false);
}
