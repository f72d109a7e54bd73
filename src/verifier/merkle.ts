import { sha256 } from './canonical.js';

/** Hash of a row in the tree. (RFC 6962 §2.1) */
export function leafHash(content: string | Uint8Array): Buffer {
  return sha256(Uint8Array.of(0), content);
}

/** Hash of two subtrees. (RFC 6962 §2.1) */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return sha256(Uint8Array.of(1), left, right);
}

/** Grows a tree leaf by leaf and tells its root at any size: only the roots of its full subtrees are kept. (RFC 6962 §2.1) */
export class GrowingTree {
  private readonly full: { hash: Buffer; leaves: number }[] = [];

  add(hash: Buffer): void {
    let [grown, leaves] = [hash, 1];
    for (let last = this.full.at(-1); last?.leaves === leaves; last = this.full.at(-1)) {
      this.full.pop();
      [grown, leaves] = [nodeHash(last.hash, grown), leaves * 2];
    }
    this.full.push({ hash: grown, leaves });
  }

  root(): Buffer {
    const [last, ...rest] = this.full.map(({ hash }) => hash).reverse();
    return rest.reduce((root, left) => nodeHash(left, root), last ?? sha256());
  }
}

const half = (value: number): number => Math.floor(value / 2);

/** The root to which a path leads from a leaf; null where the path has not the right length. (RFC 9162 §2.1.3.2) */
export function rootOfPath(leaf: { index: number; hash: Buffer }, size: number, path: readonly Buffer[]): Buffer | null {
  if (leaf.index >= size) return null;
  let [node, last, root] = [leaf.index, size - 1, leaf.hash];
  for (const sibling of path) {
    if (last === 0) return null;
    if (node % 2 === 1 || node === last) {
      root = nodeHash(sibling, root);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else root = nodeHash(root, sibling);
    [node, last] = [half(node), half(last)];
  }
  return last === 0 ? root : null;
}
