import { createHash } from 'node:crypto';

/** Leaves `start` to `end` (not included) of the log, counted from 0. */
export interface Range {
  start: number;
  end: number;
}

/** Hash of nothing: the root of the empty log (RFC 6962 2.1). */
export const EMPTY_ROOT = createHash('sha256').digest();

/** Hash of a leaf: SHA-256 of a zero byte and the content (RFC 6962 2.1). */
export function leafHash(content: string): Buffer {
  return createHash('sha256').update(Buffer.of(0)).update(content, 'utf8').digest();
}

/** Hash of a node: SHA-256 of a one byte and both children (RFC 6962 2.1). */
export function nodeHash(left: Buffer, right: Buffer): Buffer {
  return createHash('sha256').update(Buffer.of(1)).update(left).update(right).digest();
}

/** Largest power of two below `count` (count ≥ 2): where a subtree is split (RFC 6962 2.1). */
function splitOf(count: number): number {
  let split = 1;
  while (split * 2 < count) split *= 2;
  return split;
}

/** The subtrees whose hashes show that leaf `index` is in the log of `size`, from the leaf upwards (RFC 6962 2.1.1). */
export function inclusionRanges(index: number, size: number): Range[] {
  return pathOf(index, { start: 0, end: size });
}

function pathOf(index: number, { start, end }: Range): Range[] {
  if (end - start <= 1) return [];
  const middle = start + splitOf(end - start);
  return index < middle ? [...pathOf(index, { start, end: middle }), { start: middle, end }] : [...pathOf(index, { start: middle, end }), { start, end: middle }];
}

/** The subtrees whose hashes show that the log of `size` goes on from that of `before` (RFC 6962 2.1.2); none for 0 and for `size`. */
export function consistencyRanges(before: number, size: number): Range[] {
  return before === 0 || before >= size ? [] : subproofOf(before, { start: 0, end: size }, true);
}

function subproofOf(before: number, { start, end }: Range, isWhole: boolean): Range[] {
  const count = end - start;
  if (before === count) return isWhole ? [] : [{ start, end }];
  const split = splitOf(count);
  const middle = start + split;
  if (before <= split) return [...subproofOf(before, { start, end: middle }, isWhole), { start: middle, end }];
  return [...subproofOf(before - split, { start: middle, end }, false), { start, end: middle }];
}

/** A perfect subtree: 2^level leaves from index · 2^level. */
export interface Perfect {
  level: number;
  index: number;
}

/** The perfect subtrees a range is made of, left to right: those of the binary digits of its length. The range starts at a multiple of a power of two not below its length, as RFC 6962's do. */
export function perfectsOf({ start, end }: Range): Perfect[] {
  const perfects: Perfect[] = [];
  for (let at = start; at < end;) {
    let level = 0;
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= end) level += 1;
    perfects.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return perfects;
}

/** The hash of a range from those of its perfect subtrees, left to right: joined from the right (RFC 6962 2.1). */
export function joinHashes(hashes: readonly Buffer[]): Buffer {
  const joined = hashes.reduceRight<Buffer | null>((right, left) => (right === null ? left : nodeHash(left, right)), null);
  return joined ?? EMPTY_ROOT;
}

/** The root over a power of two of equal-level hashes. */
export function rootOfPerfect(hashes: readonly Buffer[]): Buffer {
  let level = [...hashes];
  while (level.length > 1) level = level.flatMap((left, at) => (at % 2 === 0 ? [nodeHash(left, level[at + 1] ?? left)] : []));
  return level[0] ?? EMPTY_ROOT;
}
