import type { PDFDocumentProxy } from './engine';

/** A hit as [index of the first text piece, offset in it, index of the last piece, offset after the end]. */
export type Hit = readonly [startItem: number, startOffset: number, endItem: number, endOffset: number];
export interface PageHits { page: number; hits: readonly Hit[] }
export interface FindOptions { words: string; isAccentExact: boolean }

interface Piece { text: string; endsLine: boolean }

const MARKS = /\p{M}/gu;

function foldLetter(letter: string, isAccentExact: boolean): string {
  if (letter.charCodeAt(0) < 0x80) return letter.toLowerCase();
  const parts = letter.normalize('NFD').toLowerCase();
  return isAccentExact ? parts : parts.replace(MARKS, '').replace(/đ/g, 'd');
}

function foldWords(words: string, isAccentExact: boolean): string {
  return Array.from(words.trim().replace(/\s+/g, ' '), (letter) => foldLetter(letter, isAccentExact)).join('');
}

/** All hits on a page. Letters are compared without case, decomposed, so that both spellings of Vietnamese are one. */
function hitsIn(pieces: readonly Piece[], folded: string, isAccentExact: boolean): Hit[] {
  let text = '';
  const items: number[] = [];
  const offsets: number[] = [];
  const put = (letters: string, item: number, offset: number) => {
    for (let index = 0; index < letters.length; index += 1) {
      items.push(item);
      offsets.push(offset);
    }
    text += letters;
  };
  pieces.forEach((piece, item) => {
    for (let offset = 0; offset < piece.text.length; offset += 1) {
      const letter = piece.text.charAt(offset);
      if (!/\s/.test(letter)) put(foldLetter(letter, isAccentExact), item, offset);
      else if (!text.endsWith(' ')) put(' ', item, offset);
    }
    if (piece.endsLine && !text.endsWith(' ')) put(' ', item, piece.text.length);
  });
  const found: Hit[] = [];
  for (let at = text.indexOf(folded); at !== -1; at = text.indexOf(folded, at + folded.length)) {
    const last = at + folded.length - 1;
    found.push([items[at] ?? 0, offsets[at] ?? 0, items[last] ?? 0, (offsets[last] ?? 0) + 1]);
  }
  return found;
}

async function piecesOf(document: PDFDocumentProxy, number: number): Promise<Piece[]> {
  const page = await document.getPage(number);
  const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  return content.items.flatMap((item) => ('str' in item ? [{ text: item.str, endsLine: item.hasEOL }] : []));
}

const BREATHE_EVERY_MS = 12;

/** Reads the text of pages as it is asked for, and keeps it for the next search. */
export class PaperText {
  private readonly known = new Map<number, Piece[]>();

  constructor(private readonly document: PDFDocumentProxy) {}

  /** Searches from a page on, round to the page before it; tells each page that has hits. */
  async search(options: FindOptions, from: number, tell: (progress: { done: number; found: PageHits | null }) => void, signal: AbortSignal): Promise<void> {
    const folded = foldWords(options.words, options.isAccentExact);
    const count = this.document.numPages;
    let breathedAt = performance.now();
    for (let done = 0; done < count; done += 1) {
      const page = ((from - 1 + done) % count) + 1;
      const pieces = this.known.get(page) ?? (await piecesOf(this.document, page).catch(() => []));
      if (signal.aborted) return;
      this.known.set(page, pieces);
      const hits = hitsIn(pieces, folded, options.isAccentExact);
      tell({ done: done + 1, found: hits.length === 0 ? null : { page, hits } });
      if (performance.now() - breathedAt > BREATHE_EVERY_MS) {
        await new Promise((resolve) => window.setTimeout(resolve, 0));
        breathedAt = performance.now();
      }
    }
  }
}
