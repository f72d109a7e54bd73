import fc from 'fast-check';
import { randomBytes, randomUUID } from 'node:crypto';
import { coverOf, SEAL, sealedSize, SEGMENT, segmentsOf } from '../../../src/storage/domain/segments.js';
import { masterKeyOf, newDataKey, unwrapKey, wrapKey } from '../../../src/storage/key-wrapping.js';
import { openSegments, sealSegments, Unreadable } from '../../../src/storage/segment-cipher.js';

const STEP = SEGMENT + SEAL;
const blobId = randomUUID();
const dataKey = newDataKey();

async function all(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const piece of pieces) parts.push(piece);
  return Buffer.concat(parts);
}
const seal = (plain: Buffer, id = blobId): Promise<Buffer> => all(sealSegments([plain], dataKey, id));
const open = (sealed: Buffer, size: number, id = blobId): Promise<Buffer> => all(openSegments([sealed], dataKey, { blobId: id, size, cover: coverOf(size) }));
/** Cuts bytes as a network would. */
function* cut(bytes: Buffer, lengths: number[]): Generator<Buffer> {
  let at = 0;
  for (let turn = 0; at < bytes.length; turn += 1) {
    const next = at + (lengths[turn % lengths.length] ?? 1);
    yield bytes.subarray(at, next);
    at = next;
  }
}

describe('a paper in segments', () => {
  it.each([
    [0, 1], [1, 1], [SEGMENT - 1, 1], [SEGMENT, 1], [SEGMENT + 1, 2], [2 * SEGMENT, 2], [2 * SEGMENT + 1, 3],
  ])('of %i bytes has %i of them, and comes back as it was', async (size, count) => {
    const plain = randomBytes(size);
    const sealed = await seal(plain);
    expect(segmentsOf(size)).toBe(count);
    expect(sealed).toHaveLength(sealedSize(size));
    expect((await open(sealed, size)).equals(plain)).toBe(true);
    if (size > 100) expect(sealed.includes(plain.subarray(0, 32))).toBe(false);
  });

  it('gives any part of any paper, however its bytes arrive', async () => {
    const paper = randomBytes(3 * SEGMENT + 777);
    await fc.assert(fc.asyncProperty(
      fc.oneof(fc.constantFrom(1, SEGMENT - 1, SEGMENT, SEGMENT + 1, 2 * SEGMENT, paper.length), fc.integer({ min: 1, max: paper.length })),
      fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 4 }), fc.nat(), fc.nat(),
      async (size, lengths, a, b) => {
        const plain = paper.subarray(0, size);
        const [start, end] = [a % size, b % size].sort((x, y) => x - y) as [number, number];
        const sealed = await all(sealSegments(cut(plain, lengths.map((length) => length + 1000)), dataKey, blobId));
        const cover = coverOf(size, { start, end });
        const part = sealed.subarray(cover.sealed.start, cover.sealed.end + 1);
        expect(part).toHaveLength(cover.sealed.end - cover.sealed.start + 1);
        const opened = await all(openSegments(cut(part, lengths.map((length) => length + 1000)), dataKey, { blobId, size, cover }));
        expect(opened.equals(plain.subarray(start, end + 1))).toBe(true);
      },
    ), { numRuns: 60 });
  });
});

describe('a sealed file that somebody changed does not open', () => {
  const plain = randomBytes(2 * SEGMENT + 500);
  let sealed: Buffer;
  beforeAll(async () => {
    sealed = await seal(plain);
  });
  const segment = (index: number): Buffer => sealed.subarray(index * STEP, (index + 1) * STEP);

  it('any bit', async () => {
    await fc.assert(fc.asyncProperty(fc.nat({ max: 2 * STEP + 515 }), fc.integer({ min: 0, max: 7 }), async (at, bit) => {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(at) ^ (1 << bit), at);
      await expect(open(changed, plain.length)).rejects.toBeInstanceOf(Unreadable);
    }), { numRuns: 60 });
  });

  it.each<[string, () => [Buffer, number]]>([
    ['cut off after a segment', () => [sealed.subarray(0, STEP), plain.length]],
    ['cut off after a segment, and the size in the row too', () => [sealed.subarray(0, STEP), SEGMENT]],
    ['cut off within a segment', () => [sealed.subarray(0, STEP + 1000), plain.length]],
    ['cut off within the seal of the last', () => [sealed.subarray(0, sealed.length - 1), plain.length]],
    ['all gone', () => [Buffer.alloc(0), plain.length]],
    ['two segments exchanged', () => [Buffer.concat([segment(1), segment(0), segment(2)]), plain.length]],
    ['a segment doubled', () => [Buffer.concat([segment(0), segment(0), segment(2)]), plain.length]],
    ['a segment left out', () => [Buffer.concat([segment(0), segment(2)]), SEGMENT + 500]],
    ['bytes added', () => [Buffer.concat([sealed, Buffer.alloc(100)]), plain.length]],
    ['a segment added, and the size in the row too', () => [Buffer.concat([sealed, segment(1)]), plain.length + SEGMENT]],
  ])('%s', async (_, change) => {
    const [bytes, size] = change();
    await expect(open(bytes, size)).rejects.toBeInstanceOf(Unreadable);
  });

  it('the file of another row', async () => {
    await expect(open(await seal(plain, randomUUID()), plain.length)).rejects.toBeInstanceOf(Unreadable);
  });

  it('an empty paper made of a full one', async () => {
    await expect(open(Buffer.alloc(SEAL), 0)).rejects.toBeInstanceOf(Unreadable);
    await expect(open(sealed, 0)).rejects.toBeInstanceOf(Unreadable);
  });
});

describe('a wrapped key', () => {
  const [one, other] = [masterKeyOf(randomBytes(32)), masterKeyOf(randomBytes(32))];

  it('opens by the key that wrapped it, for the file it was wrapped for', () => {
    const opened = unwrapKey(wrapKey(dataKey, one, blobId), one, blobId);
    expect(opened.key.equals(dataKey.key) && opened.prefix.equals(dataKey.prefix)).toBe(true);
  });

  it('does not open by another key, for another file, or with any bit changed', () => {
    const wrapped = wrapKey(dataKey, one, blobId);
    expect(() => unwrapKey(wrapped, other, blobId)).toThrow(Unreadable);
    expect(() => unwrapKey(wrapped, { ...other, id: one.id }, blobId)).toThrow(Unreadable);
    expect(() => unwrapKey(wrapped, one, randomUUID())).toThrow(Unreadable);
    fc.assert(fc.property(fc.nat({ max: wrapped.length * 8 - 1 }), (bit) => {
      const changed = Buffer.from(wrapped);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(() => unwrapKey(changed, one, blobId)).toThrow(Unreadable);
    }));
    expect(() => unwrapKey(wrapped.subarray(1), one, blobId)).toThrow(Unreadable);
  });

  it('is never wrapped twice in the same words', () => {
    expect(wrapKey(dataKey, one, blobId).equals(wrapKey(dataKey, one, blobId))).toBe(false);
  });
});
