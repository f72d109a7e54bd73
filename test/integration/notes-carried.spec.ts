import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { fold, placeQuote } from '../../client/src/features/papers/notes/place-quote.js';
import { samplePdf } from '../support/screen.js';

const SHARED = process.env['ECABINET_SHARED_DATA'] ?? resolve(import.meta.dirname, '..', '..', '..', 'shared', 'data');
const REAL = ['pdf/vn/CongBao-1583-1584_282-2025-ND-CP.pdf', 'pdf/vn/49-2026-ND-CP.pdf', 'pdf/vn/an-le-55-2022-AL.pdf'].map((file) => join(SHARED, file)).filter((file) => existsSync(file));

/** The text of each page as the reader reads it. */
async function textsOf(bytes: Uint8Array): Promise<string[]> {
  const paper = await getDocument({ data: bytes, verbosity: 0, isEvalSupported: false, disableFontFace: true }).promise;
  const texts: string[] = [];
  for (let number = 1; number <= paper.numPages; number += 1) {
    const { items } = await (await paper.getPage(number)).getTextContent({ disableNormalization: true });
    texts.push(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : '')).join('').replace(/\s+/g, ' '));
  }
  await paper.destroy();
  return texts;
}

const LENGTH = 48;
const AROUND = 64;
const CHANGED = '[đã sửa]';

describe('notes of a version on the next one', () => {
  const papers: [string, () => Uint8Array][] = [['a small paper', () => new Uint8Array(samplePdf('a.pdf', 'Noi dung rieng cua tung trang trong tai lieu dai hon mot dong', 12).buffer)], ...REAL.map((file): [string, () => Uint8Array] => [file.slice(SHARED.length + 1), () => new Uint8Array(readFileSync(file))])];

  it.each(papers)('%s: at least 95 of 100 whose words stand are carried, to the very place', async (_, bytes) => {
    const old = await textsOf(bytes());
    // Two pages come before, every ninth page is taken out, the third and fourth change places, every seventh has its middle rewritten, and another program made the file.
    const kept = old.map((text, index) => ({ text, page: index + 1 })).filter(({ page }) => page % 9 !== 0);
    const [third, fourth] = [kept[2], kept[3]];
    if (third && fourth) [kept[2], kept[3]] = [fourth, third];
    const middleOf = (text: string): number => Math.floor(text.length / 2);
    const isRewritten = (page: number): boolean => page % 7 === 0;
    const rewritten = kept.map(({ text, page }) => (isRewritten(page) ? `${text.slice(0, middleOf(text))}${CHANGED}${text.slice(middleOf(text) + 40)}` : text));
    const next = new Map(['Tờ bìa', 'Mục lục', ...rewritten].map((text, index) => [index + 1, fold(text.normalize('NFD').replace(/ /g, '\n'))]));
    const newPage = new Map(kept.map(({ page }, index) => [page, index + 3]));
    let [standing, carried, wrong, gone] = [0, 0, 0, 0];
    for (const [index, text] of old.entries()) {
      const page = index + 1;
      for (let start = 0; start + LENGTH < text.length; start += 137) {
        const exact = text.slice(start, start + LENGTH);
        if (exact.trim().length < 12) continue;
        const place = placeQuote(next, { exact, prefix: text.slice(Math.max(0, start - AROUND), start), suffix: text.slice(start + LENGTH, start + LENGTH + AROUND), page, start });
        const stands = newPage.has(page) && (!isRewritten(page) || start + LENGTH <= middleOf(text) || start >= middleOf(text) + 40);
        if (!stands) {
          gone += place === null ? 1 : 0;
          continue;
        }
        standing += 1;
        if (place?.page === newPage.get(page)) carried += 1;
        else if (place) wrong += 1;
      }
    }
    process.stdout.write(`${standing} notes whose words stand: ${carried} carried, ${wrong} to another page; ${gone} whose words are gone are listed\n`);
    expect(standing).toBeGreaterThan(5);
    expect(carried / standing).toBeGreaterThanOrEqual(0.95);
  });
});
