import { describe, expect, it } from '@jest/globals';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { SEED_DOCUMENTS, SEED_PAPERS } from '../../src/database/seed/documents/catalogue.js';
import { renderDocument } from '../../src/database/seed/documents/render-document.js';

async function read(pdf: Buffer): Promise<{ pages: number; text: string; title: unknown }> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  let text = '';
  for (let page = 1; page <= document.numPages; page += 1) {
    const content = await (await document.getPage(page)).getTextContent();
    text += content.items.map((item) => ('str' in item ? item.str : '')).join('').concat('\n');
  }
  const { info } = await document.getMetadata();
  const result = { pages: document.numPages, text: text.replace(/\s+/g, ' '), title: 'Title' in info ? info.Title : null };
  await document.destroy();
  return result;
}

describe('the demo papers', () => {
  it('have keys of their own', () => {
    expect(new Set(SEED_DOCUMENTS.map((document) => document.key)).size).toBe(SEED_DOCUMENTS.length);
  });

  it.each([...SEED_PAPERS.june.eCabinet.keys()].map((index) => [SEED_PAPERS.june.eCabinet[index], [3, 5, 12, 40][index]]))('the file of the decision has its number of pages', async (document, pages) => {
    if (typeof document !== 'object') throw new Error('no document');
    expect((await read(await renderDocument(document))).pages).toBe(pages);
  });

  it.each(SEED_DOCUMENTS.map((document) => [document.key, document] as const))('%s has a text layer with right Vietnamese letters', async (_, document) => {
    const { pages, text, title } = await read(await renderDocument(document));
    // A summary is short by the regulation.
    expect(pages).toBeGreaterThanOrEqual(document.key.includes('tom-tat') ? 1 : 3);
    expect(pages).toBeLessThanOrEqual(40);
    expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(text).toContain('Nơi nhận:');
    // A long subject is broken into lines, whose joints a text layer does not tell.
    for (const word of document.subject.split(' ')) expect(text).toContain(word.split(/[()–/-]/)[0]);
    expect(title).toBe(document.title);
    expect(text).toBe(text.normalize('NFC'));
    expect(text).not.toMatch(/undefined|NaN|\uFFFD/);
  });

  it('are the same bytes every time', async () => {
    for (const document of SEED_PAPERS.june.eCabinet) expect((await renderDocument(document)).equals(await renderDocument(document))).toBe(true);
  });
});
