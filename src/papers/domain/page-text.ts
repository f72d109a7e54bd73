/** Letters of a page that are kept; a page in small print has 6,000. */
export const PAGE_MOST = 30_000;
/** Pages of a file whose words are kept. */
export const PAGES_MOST = 20_000;

/** A line that ends within a word: a soft hyphen, or a hyphen after a letter with a small letter on the next line. (Unicode TR14, classes BA and HY) */
const BROKEN_WORD = /\u00ad[ \t]*\n?|(?<=\p{L})[-\u2010]\n(?=\p{Ll})/gu;
/** Neither control nor formatting characters, nor halves of a pair, nor private use: fonts put their bullets there. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu;

/** The words of a page as they are kept and searched: NFC, words that a line's end broke are whole again, one space between words, lines kept. */
export function tidyPage(raw: string): string {
  const lines = raw.replace(/\r\n?/g, '\n').replace(BROKEN_WORD, '').split('\n');
  const tidy = lines.map((line) => line.replace(/\t/g, ' ').replace(UNSEEN, '').replace(/\s+/g, ' ').trim()).filter((line) => line !== '');
  return tidy.join('\n').normalize('NFC').slice(0, PAGE_MOST);
}
