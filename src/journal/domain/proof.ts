import { nodeHash } from './tree.js';

/**
 * Whether the log of `size` and `root` goes on from that of `before` and `beforeRoot`: the later root is rebuilt from the
 * same hashes as the earlier one. (RFC 6962 2.1.2, checked as in RFC 9162 2.1.4.2)
 */
export function goesOn(before: { size: number; root: Buffer }, after: { size: number; root: Buffer }, proof: readonly Buffer[]): boolean {
  if (before.size > after.size) return false;
  if (before.size === after.size) return proof.length === 0 && before.root.equals(after.root);
  if (before.size === 0) return proof.length === 0;
  const isPower = Number.isInteger(Math.log2(before.size));
  const [first, ...rest] = isPower ? [before.root, ...proof] : proof;
  if (first === undefined) return false;
  let node = before.size - 1;
  let last = after.size - 1;
  while (node % 2 === 1) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  let [old, whole] = [first, first];
  for (const hash of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      [old, whole] = [nodeHash(hash, old), nodeHash(hash, whole)];
      while (node % 2 === 0 && node !== 0) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
    } else whole = nodeHash(whole, hash);
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 && old.equals(before.root) && whole.equals(after.root);
}
