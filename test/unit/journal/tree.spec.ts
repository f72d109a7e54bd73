import fc from 'fast-check';
import { checkpointBody, readCheckpoint, signedNote, verifierKey } from '../../../src/journal/domain/checkpoint.js';
import { goesOn } from '../../../src/journal/domain/proof.js';
import { consistencyRanges, EMPTY_ROOT, inclusionRanges, joinHashes, leafHash, nodeHash, perfectsOf, type Range, rootOfPerfect } from '../../../src/journal/domain/tree.js';

/** The eight leaves of the Certificate Transparency reference tests, whose roots and proofs were published with RFC 6962. */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map((hex) => leafHash(Buffer.from(hex, 'hex').toString('latin1')));
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d', 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4', '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c', '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** The hash of a range as RFC 6962 2.1 defines it, and nothing cleverer. */
function plainRoot(leaves: readonly Buffer[]): Buffer {
  const [first] = leaves;
  if (first === undefined) return EMPTY_ROOT;
  if (leaves.length === 1) return first;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return nodeHash(plainRoot(leaves.slice(0, split)), plainRoot(leaves.slice(split)));
}

const hashOf = (leaves: readonly Buffer[], { start, end }: Range): Buffer => plainRoot(leaves.slice(start, end));
const leavesOf = (count: number): Buffer[] => Array.from({ length: count }, (_, index) => leafHash(`row ${index}`));

function rootFromPath(leaf: Buffer, at: { index: number; size: number }, path: readonly Buffer[]): Buffer {
  let [node, last, hash] = [at.index, at.size - 1, leaf];
  for (const sibling of path) {
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sibling, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
    } else hash = nodeHash(hash, sibling);
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return hash;
}

describe('the tree of the log (RFC 6962)', () => {
  it('has the known root when empty', () => {
    expect(EMPTY_ROOT.toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(joinHashes([])).toEqual(EMPTY_ROOT);
  });

  it.each(ROOTS.map((root, index) => [index + 1, root] as const))('has the known root with %i of the reference leaves', (size, root) => {
    const perfects = perfectsOf({ start: 0, end: size }).map(({ level, index }) => rootOfPerfect(LEAVES.slice(index * 2 ** level, (index + 1) * 2 ** level)));
    expect(joinHashes(perfects).toString('hex')).toBe(root);
  });

  it.each([
    [1, 8, ['96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7', '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e', '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4']],
    [6, 8, ['bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b', 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7']],
    [3, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
  ])('gives the published path of leaf %i in a tree of %i', (leaf, size, path) => {
    expect(inclusionRanges(leaf - 1, size).map((range) => hashOf(LEAVES, range).toString('hex'))).toEqual(path);
  });

  it.each([
    [1, 8, ['96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7', '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e', '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4']],
    [6, 8, ['0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a', 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7']],
    [2, 5, ['5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e', 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b']],
  ])('gives the published proof from %i to %i', (before, size, proof) => {
    expect(consistencyRanges(before, size).map((range) => hashOf(LEAVES, range).toString('hex'))).toEqual(proof);
  });

  it('proves every row of every size, and that each size goes on from each before it', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 70 }), fc.nat(), (size, seed) => {
      const leaves = leavesOf(size);
      const root = plainRoot(leaves);
      const index = seed % size;
      expect(rootFromPath(leaves[index] ?? EMPTY_ROOT, { index, size }, inclusionRanges(index, size).map((range) => hashOf(leaves, range)))).toEqual(root);
      const before = seed % (size + 1);
      const proof = consistencyRanges(before, size).map((range) => hashOf(leaves, range));
      const old = { size: before, root: plainRoot(leaves.slice(0, before)) };
      expect(goesOn(old, { size, root }, proof)).toBe(true);
      if (before > 0) expect(goesOn({ ...old, root: leafHash('another history') }, { size, root }, proof)).toBe(false);
    }));
  });

  it('makes a range of its perfect parts as the definition does', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 300 }), (size) => {
      const leaves = leavesOf(size);
      const parts = perfectsOf({ start: 0, end: size }).map(({ level, index }) => rootOfPerfect(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level)));
      expect(joinHashes(parts)).toEqual(plainRoot(leaves));
    }));
  });
});

describe('checkpoints (C2SP signed notes)', () => {
  const publicKey = Buffer.alloc(32, 7);

  it('are read as they were written', () => {
    const checkpoint = { origin: 'ecabinet/test', size: 8, root: LEAVES[0] ?? EMPTY_ROOT };
    expect(readCheckpoint(checkpointBody(checkpoint))).toEqual(checkpoint);
  });

  it.each(['', 'a\n1\n', 'a\n01\nAAAA\n', 'a\n-1\nbjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=\n', 'a\n1\nbjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0='])('are not %j', (body) => {
    expect(readCheckpoint(body)).toBeNull();
  });

  it('carry the name of the key and four bytes of its hash', () => {
    const note = signedNote('ecabinet/test\n1\nroot\n', 'ecabinet/test', { publicKey, bytes: Buffer.alloc(64, 9) });
    const [, id] = verifierKey('ecabinet/test', publicKey).split('+');
    expect(note).toMatch(/^ecabinet\/test\n1\nroot\n\n— ecabinet\/test [A-Za-z0-9+/=]+\n$/);
    expect(Buffer.from(note.trimEnd().split(' ').at(-1) ?? '', 'base64').subarray(0, 4).toString('hex')).toBe(id);
  });
});
