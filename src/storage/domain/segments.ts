/**
 * How a paper lies in the store: cut into segments, each sealed for itself, so that a part can be read without the rest. The
 * construction is STREAM (Hoang, Reyhanitabar, Rogaway, Vizár: "Online Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance",
 * 2015), as in Tink's streaming AEAD: the nonce holds the segment's number and whether it is the last, so that segments left out,
 * moved or added, and a file cut off, do not open.
 */

/** Bytes of the paper in a segment; the last may have fewer. */
export const SEGMENT = 65_536;
/** Bytes that sealing adds to each segment. */
export const SEAL = 16;
/** Random bytes at the start of each nonce of a file. */
export const PREFIX = 7;

/** First and last byte, both included, counted from 0. */
export interface ByteRange {
  start: number;
  end: number;
}

/** Where a part of a paper lies in its sealed file. */
export interface Cover {
  /** Number of the first sealed segment needed. */
  first: number;
  /** Sealed bytes to fetch. */
  sealed: ByteRange;
  /** Bytes of the first segment that were not asked for. */
  skip: number;
  /** Bytes asked for. */
  length: number;
}

/** Segments of a paper of so many bytes: at least one, since an empty paper too must be known to be whole. */
export function segmentsOf(size: number): number {
  return Math.max(1, Math.ceil(size / SEGMENT));
}

/** Bytes of the sealed file. */
export function sealedSize(size: number): number {
  return size + segmentsOf(size) * SEAL;
}

/**
 * The whole segments that hold a part.
 *
 * @param range within the paper: 0 ≤ start ≤ end < size; the whole paper when left out
 */
export function coverOf(size: number, range?: ByteRange): Cover {
  const { start, end } = range ?? { start: 0, end: size - 1 };
  const first = Math.floor(start / SEGMENT);
  const last = Math.max(first, Math.floor(end / SEGMENT));
  const step = SEGMENT + SEAL;
  return { first, sealed: { start: first * step, end: Math.min((last + 1) * step, sealedSize(size)) - 1 }, skip: start - first * SEGMENT, length: Math.max(0, end - start + 1) };
}

/** The nonce of a segment, 12 bytes: prefix, number (big-endian), 1 for the last. (STREAM, §7) */
export function nonceOf(prefix: Uint8Array, index: number, isLast: boolean): Uint8Array {
  const nonce = new Uint8Array(PREFIX + 5);
  nonce.set(prefix.subarray(0, PREFIX));
  const view = new DataView(nonce.buffer);
  view.setUint32(PREFIX, index);
  view.setUint8(PREFIX + 4, isLast ? 1 : 0);
  return nonce;
}
