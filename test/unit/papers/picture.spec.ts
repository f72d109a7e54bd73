import fc from 'fast-check';
import { isPictureOf, PICTURE_BYTES_MOST, tidyPoints, webpSize } from '../../../src/papers/domain/picture.js';
import { AIM_BYTES, MOST_BYTES, pictureSize, TRIES } from '../../../src/papers/inspection/picture-size.mjs';

/** A WebP file of one lossy frame, as far as its first bytes tell. */
function webp(width: number, height: number, frame = 40): Buffer {
  const bytes = Buffer.alloc(20 + frame);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write('WEBPVP8 ', 8, 'latin1');
  bytes.writeUInt32LE(frame, 16);
  bytes.set([0x10, 0, 0, 0x9d, 0x01, 0x2a], 20);
  bytes.writeUInt16LE(width, 26);
  bytes.writeUInt16LE(height, 28);
  return bytes;
}
const changed = (change: (bytes: Buffer) => void): Buffer => {
  const bytes = webp(1240, 1754);
  change(bytes);
  return bytes;
};
const A4 = { width: 595.32, height: 842.04 };

describe('how large the picture of a page is', () => {
  it.each([
    ['A4', 595, 842, 1240, 1755], ['A4 on its side', 842, 595, 1240, 876], ['US letter', 612, 792, 1240, 1605], ['A0 is drawn no larger', 2384, 3370, 1240, 1753],
    ['the largest page there is', 14_400, 14_400, 1240, 1240], ['one point', 1, 1, 4, 4], ['a strip', 14_400, 1, 1240, 1], ['a strip that stands', 1, 14_400, 1, 2480], ['a receipt', 200, 2_000, 248, 2480],
    ['a small page is not blown up', 100, 100, 400, 400],
  ])('%s', (_, width, height, wide, high) => {
    expect(pictureSize({ width, height })).toEqual({ width: wide, height: high });
  });

  it.each([[0, 842], [595, 0], [-595, 842], [NaN, 842], [Infinity, 842]])('%s × %s has none', (width, height) => {
    expect(pictureSize({ width, height })).toBeNull();
  });

  it('is never more than the server keeps, and has the form of the page', () => {
    const side = fc.double({ min: 0.01, max: 14_400, noNaN: true });
    fc.assert(fc.property(side, side, (width, height) => {
      const size = pictureSize({ width, height });
      expect(size).not.toBeNull();
      expect(size === null || isPictureOf(webp(size.width, size.height), { width, height })).toBe(true);
    }));
  });

  it('is aimed below what is kept at most, by less and less', () => {
    expect(MOST_BYTES).toBe(PICTURE_BYTES_MOST);
    expect(AIM_BYTES).toBeLessThan(MOST_BYTES);
    for (const [index, { scale, quality }] of TRIES.entries()) if (index > 0) expect(scale * quality).toBeLessThan((TRIES[index - 1]?.scale ?? 0) * (TRIES[index - 1]?.quality ?? 0));
  });
});

describe('what the drawing process sends', () => {
  it('is a picture of the page it names', () => {
    expect(webpSize(webp(1240, 1754))).toEqual({ width: 1240, height: 1754 });
    expect(isPictureOf(webp(1240, 1754), A4)).toBe(true);
    // Two bits beside the width say how a viewer should blow it up.
    expect(webpSize(webp(1240 | 0x4000, 1754))).toEqual({ width: 1240, height: 1754 });
  });

  it.each<[string, Buffer]>([
    ['nothing', Buffer.alloc(0)], ['a script', Buffer.from('<script>alert(1)</script>'.padEnd(60))], ['a PNG', Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(60)])],
    ['one that is cut off', webp(1240, 1754).subarray(0, 50)], ['one with something behind it', Buffer.concat([webp(1240, 1754), Buffer.from('<html>')])],
    ['another kind of frame', changed((bytes) => bytes.write('VP8X', 12, 'latin1'))], ['a frame that is longer than the file', changed((bytes) => bytes.writeUInt32LE(4_000, 16))],
    ['a frame that builds on another', changed((bytes) => (bytes[20] = 0x11))], ['another start of a frame', changed((bytes) => (bytes[23] = 0))],
    ['no width', webp(0, 1754)], ['another form', webp(1754, 1240)], ['too many pixels', webp(12_400, 17_540 & 0x3fff)], ['too many bytes', webp(1240, 1754, PICTURE_BYTES_MOST)],
  ])('is not taken when it is %s', (_, bytes) => {
    expect(isPictureOf(bytes, A4)).toBe(false);
  });

  it.each([[0, 842], [-1, 842], [20_000, 28_000], [NaN, NaN]])('is not taken for a page of %s × %s', (width, height) => {
    expect(isPictureOf(webp(1240, 1754), { width, height })).toBe(false);
  });

  it('may be anything at all without harm', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => !isPictureOf(bytes, A4)));
  });

  it('tells sizes as the file has them', () => {
    expect(tidyPoints({ width: 595.3200073242188, height: 841.9199829101562 })).toEqual({ width: 595.32, height: 841.92 });
  });
});
