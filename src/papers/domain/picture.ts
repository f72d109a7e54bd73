/** The size of a page as its file says it, in points. */
export interface PagePoints {
  width: number;
  height: number;
}

/** Sides of a page in points: PDF 32000-1, annex C. */
const POINTS_MOST = 14_400;
/** What a picture may have at most, whoever says that it has less. */
export const PICTURE_BYTES_MOST = 250_000;
const PIXELS_MOST = 2_600_000;

/**
 * Pixels of a picture, read from its first bytes: one lossy frame without anything around it (RFC 9649, 2.5; RFC 6386, 9.1).
 *
 * @returns null for anything else, also for a picture that is longer or shorter than it says
 */
export function webpSize(bytes: Uint8Array): { width: number; height: number } | null {
  if (bytes.length < 30) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const letters = (at: number, count: number): string => String.fromCharCode(...bytes.subarray(at, at + count));
  if (letters(0, 4) !== 'RIFF' || letters(8, 8) !== 'WEBPVP8 ' || view.getUint32(4, true) !== bytes.length - 8) return null;
  const inFrame = view.getUint32(16, true);
  // A chunk of odd length has a zero behind it.
  if (inFrame + (inFrame % 2) !== bytes.length - 20) return null;
  const isKeyFrame = ((bytes[20] ?? 1) & 1) === 0;
  if (!isKeyFrame || letters(23, 3) !== '\u009d\u0001*') return null;
  return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
}

/** Whether this is a picture of a page of that size, as it is kept: nothing that the drawing process says is believed. */
export function isPictureOf(bytes: Uint8Array, { width, height }: PagePoints): boolean {
  const size = bytes.length <= PICTURE_BYTES_MOST ? webpSize(bytes) : null;
  if (size === null || size.width === 0 || size.height === 0 || size.width * size.height > PIXELS_MOST) return false;
  // A page of one point by a thousand has a picture of one pixel at least.
  return Math.abs(size.width - (size.height * width) / height) <= 1.5 + width / height && isSide(width) && isSide(height);
}

function isSide(points: number): boolean {
  return points > 0 && points <= POINTS_MOST;
}

/** As the file says it: PDFium counts in numbers of 32 bits, where 595.32 is 595.3200073242188. */
export function tidyPoints({ width, height }: PagePoints): PagePoints {
  const tidy = (points: number): number => Math.round(points * 1000) / 1000;
  return { width: tidy(width), height: tidy(height) };
}
