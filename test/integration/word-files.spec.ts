import { afterAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { loadEnvironment } from '../../src/config/environment.js';
import { WordConverter } from '../../src/papers/conversion/word-converter.js';
import type { OfficeWarning } from '../../src/papers/domain/office-file.js';
import { OfficeInspector } from '../../src/papers/inspection/office-inspector.js';
import { PdfInspector } from '../../src/papers/inspection/pdf-inspector.js';
import { documentXml, wordFile, zip, type ZipPart } from '../support/word-files.js';

const SHARED = process.env['ECABINET_SHARED_DATA'] ?? resolve(import.meta.dirname, '..', '..', '..', 'shared', 'data');
const folder = mkdtempSync(join(tmpdir(), 'ecabinet-word-'));
const documents = new OfficeInspector();
const pdfs = new PdfInspector();
const converter = new WordConverter(loadEnvironment({}));

afterAll(() => {
  documents.onModuleDestroy();
  pdfs.onModuleDestroy();
  rmSync(folder, { recursive: true, force: true });
});

function inspect(bytes: Buffer): Promise<OfficeWarning[]> {
  const path = join(folder, randomUUID());
  writeFileSync(path, bytes);
  return documents.inspect(path);
}

interface Sample { file: string; expected: string }

function samples(): Sample[] {
  const manifest = join(SHARED, 'MANIFEST.tsv');
  if (!existsSync(manifest)) return [];
  const rows = readFileSync(manifest, 'utf8').trim().split('\n').map((line) => line.split('\t'));
  return rows.filter(([file]) => file?.startsWith('docx/')).map((row) => ({ file: row[0] ?? '', expected: row[6] ?? '' }));
}

/** What the MANIFEST's words mean: refused, or taken with what readers should know. */
function meant({ file, expected }: Sample): { refused: string } | { warnings: string[] } {
  if (expected.startsWith('must be refused')) return { refused: 'docMacros' };
  if (expected.startsWith('refuse: encrypted')) return { refused: 'docEncrypted' };
  if (expected.startsWith('legacy .doc')) return { refused: 'docLegacy' };
  // A document with an entity of a file elsewhere is not taken at all.
  if (expected.startsWith('must not resolve')) return { refused: 'docEntities' };
  return { warnings: expected.includes('warn about attachments') ? ['attachments'] : file.includes('changeTracking') ? ['trackedChanges'] : file.includes('testComment') ? ['comments'] : [] };
}

const all = samples();
const taken = all.filter((sample) => 'warnings' in meant(sample));

(all.length > 0 ? describe : describe.skip)('the shared Word files', () => {
  it('are the whole list', () => {
    expect(all).toHaveLength(22);
    expect(taken).toHaveLength(18);
  });

  it.each(all.filter((sample) => 'refused' in meant(sample)))('$file: $expected', async (sample) => {
    await expect(documents.inspect(join(SHARED, sample.file))).rejects.toMatchObject({ code: (meant(sample) as { refused: string }).refused });
  });

  it.each(taken)('$file: $expected', async (sample) => {
    expect(await documents.inspect(join(SHARED, sample.file))).toEqual(expect.arrayContaining((meant(sample) as { warnings: string[] }).warnings));
  });

  // Debian: libreoffice-writer-nogui.
  (converter.isThere ? it.each(taken) : it.skip.each(taken))('$file becomes a PDF that can be read and searched', async ({ file }) => {
    const facts = await converter.convert(join(SHARED, file), (path) => pdfs.inspect(path));
    expect(facts).toMatchObject({ needsPassword: false, hasText: !file.includes('zero-length') });
    expect(facts.pages).toBeGreaterThan(0);
  }, 60_000);
});

describe('looking into Word files', () => {
  const CLEAN = wordFile('Tờ trình về việc ban hành Nghị quyết');
  const macro: ZipPart = { name: 'word/vbaProject.bin', content: 'x' };

  it('takes a clean one and says nothing of it', async () => {
    expect(await inspect(CLEAN)).toEqual([]);
  });

  it.each<[string, Buffer, string]>([
    ['an executable named .docx', Buffer.from('MZ\x90\x00 not a document at all'), 'docDamaged'],
    ['a ZIP that is no document', zip([{ name: 'readme.txt', content: 'x' }]), 'notADocx'],
    ['macros', wordFile('x', [macro]), 'docMacros'],
    ['macros by another name', wordFile('x', [{ name: 'word/VBADATA.xml', content: '<x/>' }]), 'docMacros'],
    ['a billion laughs', wordFile('x', [{ name: 'word/document.xml', content: documentXml('&lol9;', '<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol9 "&lol;&lol;">]>') }]), 'docEntities'],
    ['an entity of a file elsewhere', wordFile('x', [{ name: 'word/document.xml', content: documentXml('&x;', '<!DOCTYPE x SYSTEM "file:///etc/hostname">') }]), 'docEntities'],
    ['entities in UTF-16', wordFile('x', [{ name: 'word/document.xml', content: Buffer.from(documentXml('&x;', '<!DOCTYPE x [<!ENTITY x "y">]>'), 'utf16le') }]), 'docEntities'],
    ['an entry outside of the folder', wordFile('x', [{ name: '../../evil.txt', content: 'x' }]), 'docDamaged'],
    ['two of one name', zip([{ name: '[Content_Types].xml', content: '<Types/>' }, { name: 'word/document.xml', content: documentXml('one') }, { name: 'word/document.xml', content: documentXml('two') }]), 'docDamaged'],
    ['a part larger than it says', wordFile('x', [{ name: 'word/document.xml', content: ' '.repeat(5_000_000), saidSize: 100 }]), 'docDamaged'],
    ['a part that says it is 2 GiB', wordFile('x', [{ name: 'word/document.xml', content: ' '.repeat(1000), saidSize: 2 ** 31 }]), 'docTooComplex'],
    ['a broken one', CLEAN.subarray(0, CLEAN.length * 0.6), 'docDamaged'],
  ])('refuses %s', async (_what, bytes, code) => {
    await expect(inspect(bytes)).rejects.toMatchObject({ code });
  });

  it('refuses what unpacks to hundreds of megabytes, within its memory', async () => {
    const bomb = wordFile('x', [{ name: 'word/document.xml', content: Buffer.alloc(150 * 1024 * 1024, 32) }]);
    expect(bomb.length).toBeLessThan(1024 * 1024);
    await expect(inspect(bomb)).rejects.toMatchObject({ code: 'docTooComplex' });
  }, 30_000);

  it.each<[OfficeWarning, ZipPart]>([
    ['attachments', { name: 'word/embeddings/oleObject1.bin', content: 'x' }],
    ['trackedChanges', { name: 'word/document.xml', content: documentXml('<w:ins w:id="1" w:author="x"/>') }],
    ['comments', { name: 'word/comments.xml', content: '<w:comments><w:comment w:id="1"/></w:comments>' }],
    ['hiddenText', { name: 'word/document.xml', content: documentXml('<w:rPr><w:vanish/></w:rPr>') }],
    ['outsideLinks', { name: 'word/_rels/settings.xml.rels', content: '<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://example.org/t.dotm" TargetMode="External"/></Relationships>' }],
  ])('tells of %s', async (warning, part) => {
    expect(await inspect(wordFile('x', [part]))).toEqual([warning]);
  });

  it('says nothing of links that people follow', async () => {
    const link: ZipPart = { name: 'word/_rels/document.xml.rels', content: '<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://example.org/" TargetMode="External"/></Relationships>' };
    expect(await inspect(wordFile('x', [link]))).toEqual([]);
  });
});

describe('converting Word files', () => {
  it('is refused in words where LibreOffice is switched off', async () => {
    const off = new WordConverter(loadEnvironment({ ECABINET_LIBREOFFICE: 'off' }));
    expect(off.isThere).toBe(false);
    await expect(off.convert(join(folder, 'x'), () => Promise.resolve())).rejects.toMatchObject({ code: 'converterMissing' });
  });

  it('says so when the program ends without a PDF', async () => {
    const failing = new WordConverter(loadEnvironment({ ECABINET_LIBREOFFICE: '/bin/true' }));
    const path = join(folder, 'clean.docx');
    writeFileSync(path, wordFile('x'));
    await expect(failing.convert(path, () => Promise.resolve())).rejects.toMatchObject({ code: 'docNotConverted' });
  });
});
