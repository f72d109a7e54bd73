import { afterAll, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PdfInspector } from '../../src/papers/inspection/pdf-inspector.js';
import type { SignatureFacts } from '../../src/papers/domain/signature-facts.js';

const SHARED = process.env['ECABINET_SHARED_DATA'] ?? resolve(import.meta.dirname, '..', '..', '..', 'shared', 'data');
const TABLE = join(SHARED, 'pdf', 'signatures-poppler.tsv');
const inspector = new PdfInspector();
const folder = mkdtempSync(join(tmpdir(), 'ecabinet-signatures-'));

afterAll(() => {
  inspector.onModuleDestroy();
  rmSync(folder, { recursive: true, force: true });
});

interface Expected { signer: string; time: string; type: string; ranges: string; coverage: string; integrity: string }

/** What poppler's pdfsig says of each signature, by file. */
function poppler(): [string, Expected[]][] {
  if (!existsSync(TABLE)) return [];
  const byFile = new Map<string, Expected[]>();
  for (const line of readFileSync(TABLE, 'utf8').trim().split('\n').slice(1)) {
    const [file = '', , signer = '', time = '', type = '', ranges = '', coverage = '', integrity = ''] = line.split('\t');
    byFile.set(file, [...(byFile.get(file) ?? []), { signer, time, type, ranges, coverage, integrity }]);
  }
  return [...byFile];
}

const rangesOf = ({ byteRange: [from = 0, length = 0, next = 0, rest = 0] }: SignatureFacts): string => `[${from} - ${from + length}], [${next} - ${next + rest}]`;

/** Poppler's words for what we call otherwise; null where it could not decide and this program may. */
function integrityOf(words: string): string | null {
  if (words === 'Signature is Valid.') return 'intact';
  return words === 'Digest Mismatch.' ? 'changed' : null;
}

const table = poppler();
(table.length > 0 ? describe : describe.skip)('signatures as poppler sees them', () => {
  it.each(table)('%s', async (file, expected) => {
    const found = await inspector.inspect(join(SHARED, file)).catch((error: { code: string }) => error.code);
    // One fuzzed file is no document at all: it is refused before anybody asks for its signatures.
    if (typeof found === 'string') return void expect([file, found]).toEqual(['pdf/pdfjs/poppler-395-0-fuzzed.pdf', 'pdfDamaged']);
    expect(found.signatures.map(rangesOf).sort()).toEqual(expected.map(({ ranges }) => ranges).sort());
    for (const one of expected) {
      const ours = found.signatures.find((facts) => rangesOf(facts) === one.ranges);
      expect(ours).toMatchObject({
        signer: ['(null)', ''].includes(one.signer) ? null : one.signer,
        coversWhole: one.coverage === 'whole file',
        integrity: integrityOf(one.integrity) ?? ours?.integrity,
        subFilter: one.type === 'unknown' ? 'ETSI.RFC3161' : one.type,
      });
      // Poppler cannot read the time of a timestamp.
      if (ours?.kind === 'signature') expect(ours.claimedAt).toBe(new Date(`${one.time} UTC`).toISOString());
      if (integrityOf(one.integrity) === null) expect(ours?.integrity).toBe(ours?.kind === 'timestamp' ? 'intact' : 'unknown');
    }
  });
});

describe('a paper signed twice', () => {
  const file = readFileSync(resolve(import.meta.dirname, '..', 'fixtures', 'signed', 'two-signatures.pdf'));
  const inspect = async (bytes: Buffer): Promise<SignatureFacts[]> => {
    const path = join(folder, `${Math.random()}.pdf`);
    writeFileSync(path, bytes);
    return (await inspector.inspect(path)).signatures;
  };

  it('says which signature covers the whole file', async () => {
    const signatures = await inspect(file);
    expect(signatures.map(({ signer, coversWhole, integrity }) => ({ signer, coversWhole, integrity })).sort((a, b) => Number(a.coversWhole) - Number(b.coversWhole))).toEqual([
      { signer: 'Lord Testerino', coversWhole: false, integrity: 'intact' },
      { signer: 'Lord Testerino', coversWhole: true, integrity: 'intact' },
    ]);
  });

  it('with one bit turned in what both cover is shown as changed', async () => {
    const turned = Buffer.from(file);
    const at = turned.indexOf('Hello') >= 0 ? turned.indexOf('Hello') : 100;
    turned.writeUInt8(turned.readUInt8(at) ^ 1, at);
    expect((await inspect(turned)).map(({ integrity }) => integrity)).toEqual(['changed', 'changed']);
  });

  it('with one bit turned after the first signature keeps the first alone', async () => {
    const turned = Buffer.from(file);
    turned.writeUInt8(turned.readUInt8(27_000) ^ 1, 27_000);
    expect((await inspect(turned)).map(({ integrity, coversWhole }) => `${integrity} ${coversWhole}`).sort()).toEqual(['changed true', 'intact false']);
  });

  it('with words added behind covers the whole file no more', async () => {
    const longer = await inspect(Buffer.concat([file, Buffer.from('\n% added\n')]));
    expect(longer.map(({ coversWhole, integrity }) => `${coversWhole} ${integrity}`)).toEqual(['false intact', 'false intact']);
  });

  it('with words hidden in the gap of the signature covers nothing whole', async () => {
    const hidden = Buffer.from(file);
    hidden.write('<<evil>>', 48_279 - 20, 'latin1');
    expect((await inspect(hidden)).filter(({ coversWhole }) => coversWhole)).toEqual([]);
  });

  it('with a signature of nonsense is one that cannot be checked', async () => {
    const nonsense = Buffer.from(file);
    nonsense.write('30840fffffff', 29_542, 'latin1');
    expect((await inspect(nonsense)).find(({ coversWhole }) => coversWhole)).toMatchObject({ integrity: 'unknown', signer: null });
  });
});
