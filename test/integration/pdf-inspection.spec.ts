import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PdfInspector } from '../../src/papers/inspection/pdf-inspector.js';
import type { PdfFacts } from '../../src/papers/inspection/pdf-facts.js';
import { deepOutline, flateBomb, imageBomb, manyPages, polyglotHtml, polyglotZip, textPdf, zeroPages } from '../support/hostile-pdfs.js';

const SHARED = process.env['ECABINET_SHARED_DATA'] ?? resolve(import.meta.dirname, '..', '..', '..', 'shared', 'data');
const inspector = new PdfInspector();
const folder = mkdtempSync(join(tmpdir(), 'ecabinet-pdf-'));

afterAll(() => {
  inspector.onModuleDestroy();
  rmSync(folder, { recursive: true, force: true });
});

function inspectBytes(bytes: Buffer | string, by = inspector): Promise<PdfFacts> {
  const path = join(folder, `${Math.random()}.pdf`);
  writeFileSync(path, bytes);
  return by.inspect(path);
}

interface Sample {
  file: string;
  expected: string;
  /** As pdfinfo or pdf.js counted them when the set was made. */
  pages: number | null;
}

function samples(): Sample[] {
  if (!existsSync(join(SHARED, 'MANIFEST.tsv'))) return [];
  return readRows('MANIFEST.tsv').filter((row) => row[0]?.startsWith('pdf/') && row[0].endsWith('.pdf')).map((row) => {
    const pages = /pdfjs-dist5\.6\.205=opens (\d+)p/.exec(row[7] ?? '')?.[1];
    return { file: row[0] ?? '', expected: row[6] ?? '', pages: pages === undefined ? null : Number(pages) };
  });
}

function readRows(name: string): string[][] {
  return readFileSync(join(SHARED, name), 'utf8').trim().split('\n').slice(1).map((line) => line.split('\t'));
}

/** What the MANIFEST's words mean for an upload. */
function meant(sample: Sample): Promise<unknown> | object {
  if (sample.expected.startsWith('needs password')) return { needsPassword: true };
  const hasNoText = sample.expected.includes('no searchable text');
  return { needsPassword: false, ...(hasNoText ? { hasText: false } : {}) };
}

const all = samples();
(all.length > 0 ? describe : describe.skip)('the shared sample PDFs', () => {
  const signed = new Map<string, number>();
  beforeAll(() => {
    for (const [file] of readRows(join('pdf', 'signatures-poppler.tsv'))) signed.set(file ?? '', (signed.get(file ?? '') ?? 0) + 1);
  });

  it.each(all.filter((sample) => sample.expected !== 'must be rejected'))('$file: $expected', async (sample) => {
    const facts = await inspector.inspect(join(SHARED, sample.file));
    expect(facts).toMatchObject(meant(sample));
    // The one XFA form shows seven pages to a browser with XFA on; here XFA stays off.
    if (sample.pages !== null && !sample.file.includes('xfa_')) expect(facts.pages).toBe(sample.pages);
    expect(facts.signatures).toHaveLength(signed.get(sample.file) ?? 0);
  });

  it.each(all.filter((sample) => sample.expected === 'must be rejected'))('$file is refused as damaged', async (sample) => {
    await expect(inspector.inspect(join(SHARED, sample.file))).rejects.toMatchObject({ code: 'pdfDamaged' });
  });
});

describe('inspecting hostile files', () => {
  let bomb: Buffer;
  beforeAll(() => {
    bomb = flateBomb();
  });

  it.each([
    ['an empty file', Buffer.alloc(0), 'fileEmpty'],
    ['one byte', '%', 'notAPdf'],
    ['only the header', '%PDF-', 'pdfDamaged'],
    ['HTML named .pdf', '<!doctype html><title>x</title>', 'notAPdf'],
    ['HTML before the header', polyglotHtml(), 'notAPdf'],
    ['a program', Buffer.from('MZ\x90\0'), 'notAPdf'],
    ['a document without a page', zeroPages(), 'pdfNoPages'],
  ])('refuses %s', async (_, bytes, code) => {
    await expect(inspectBytes(bytes)).rejects.toMatchObject({ code });
  });

  it('refuses a file that unpacks to a gigabyte, and goes on with the next', async () => {
    await expect(inspectBytes(bomb)).rejects.toMatchObject({ code: 'pdfTooComplex' });
    expect(await inspectBytes(textPdf())).toEqual({ pages: 1, needsPassword: false, hasText: true, signatures: [], title: null });
  });

  it('keeps the memory of the server itself while it meets one', async () => {
    const before = process.memoryUsage.rss();
    await Promise.allSettled([inspectBytes(bomb), inspectBytes(bomb)]);
    expect(process.memoryUsage.rss() - before).toBeLessThan(100 * 1024 * 1024);
  });

  it('kills a process that takes too long', async () => {
    const hurried = PdfInspector.within({ timeMs: 1 });
    await expect(inspectBytes(textPdf(), hurried)).rejects.toMatchObject({ code: 'pdfTimeout' });
    hurried.onModuleDestroy();
  });

  it('answers for every one of many files sent at once, whatever some do to the process', async () => {
    const results = await Promise.allSettled(Array.from({ length: 12 }, (_, n) => inspectBytes(n % 4 === 0 ? bomb : textPdf())));
    expect(results.map((result) => result.status === 'fulfilled')).toEqual(Array.from({ length: 12 }, (_, n) => n % 4 !== 0));
  });

  it.each([
    ['10,000 pages', manyPages(), 10_000],
    ['an outline 5,000 levels deep', deepOutline(), 1],
    ['an image of 900 million dots, which is not drawn', imageBomb(), 1],
    ['a ZIP behind it', polyglotZip(), 1],
    ['a launch action', textPdf('x', '/OpenAction<</S/Launch/F(calc.exe)>>'), 1],
    ['a script', textPdf('x', '/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>'), 1],
  ])('takes a PDF with %s as what it is', async (_, bytes, pages) => {
    expect(await inspectBytes(bytes)).toMatchObject({ pages });
  });

  it('opens a truncated file by repair or refuses it', async () => {
    const whole = manyPages(50);
    const outcome = await inspectBytes(whole.subarray(0, Math.floor(whole.length * 0.6))).then(() => 'opens', (error: { code: string }) => error.code);
    expect(['opens', 'pdfDamaged', 'pdfNoPages']).toContain(outcome);
  });

  it('cleans the title a file gives itself', async () => {
    const bytes = textPdf().toString('latin1').replace('%%EOF', '').replace('/Root 1 0 R', '/Root 1 0 R/Info<</Title(To\\ntrinh \\t so 1)>>');
    expect(await inspectBytes(Buffer.from(`${bytes}%%EOF`, 'latin1'))).toMatchObject({ title: 'To trinh so 1' });
  });
});
