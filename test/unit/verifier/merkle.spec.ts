import { GrowingTree, leafHash, nodeHash, rootOfPath } from '../../../src/verifier/merkle.js';

/** Certificate Transparency's reference leaves, roots and paths (transparency-dev/merkle, testonly). */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map((hex) => Buffer.from(hex, 'hex'));
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125', 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7', '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef', 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const PATHS: [number, number, string[]][] = [
  [0, 1, []],
  [0, 8, ['96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7', '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e', '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4']],
  [5, 8, ['bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b', 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7']],
  [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
];

const hashes = LEAVES.map((leaf) => leafHash(leaf));

function grown(size: number): GrowingTree {
  const tree = new GrowingTree();
  for (const hash of hashes.slice(0, size)) tree.add(hash);
  return tree;
}

/** RFC 6962 §2.1.1, as it is written there. */
function pathOf(index: number, leaves: Buffer[]): Buffer[] {
  if (leaves.length <= 1) return [];
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return index < split ? [...pathOf(index, left), rootOf(right)] : [...pathOf(index - split, right), rootOf(left)];
}
function rootOf(leaves: Buffer[]): Buffer {
  const tree = new GrowingTree();
  for (const leaf of leaves) tree.add(leaf);
  return tree.root();
}

describe('the tree of RFC 6962', () => {
  it.each(ROOTS.map((root, size) => [size, root] as const))('has the published root at size %i', (size, root) => {
    expect(grown(size).root().toString('hex')).toBe(root);
  });

  it.each(PATHS)('leads from leaf %i of %i to the published root, by the published path', (index, size, path) => {
    const leaf = { index, hash: hashes[index] ?? Buffer.alloc(0) };
    const siblings = path.map((hex) => Buffer.from(hex, 'hex'));
    expect(rootOfPath(leaf, size, siblings)?.toString('hex')).toBe(ROOTS[size]);
    expect(rootOfPath({ ...leaf, index: index + 1 }, size, siblings)?.toString('hex')).not.toBe(ROOTS[size]);
    expect(rootOfPath(leaf, size, [...siblings, Buffer.alloc(32)])).toBeNull();
    if (siblings.length > 0) expect(rootOfPath(leaf, size, siblings.slice(1))?.toString('hex') ?? null).not.toBe(ROOTS[size]);
  });

  it('leads every leaf of every tree up to 33 to its root, and no other leaf', () => {
    const many = Array.from({ length: 33 }, (_, index) => leafHash(`row ${index}`));
    for (let size = 1; size <= many.length; size += 1) {
      const leaves = many.slice(0, size);
      const root = rootOf(leaves).toString('hex');
      leaves.forEach((hash, index) => {
        const path = pathOf(index, leaves);
        expect(rootOfPath({ index, hash }, size, path)?.toString('hex')).toBe(root);
        expect(rootOfPath({ index, hash: nodeHash(hash, hash) }, size, path)?.toString('hex')).not.toBe(root);
      });
    }
  });
});
