import { KeptPieces } from '../../../client/src/features/papers/reader/kept-pieces.js';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe('pieces of papers that were read', () => {
  it('gives neighbouring pieces together, and nothing where one is missing', () => {
    const kept = new KeptPieces(2);
    kept.keep('a', 3, bytes(1, 2, 3, 4, 5));
    expect(kept.read('a', 3, 6)).toEqual(bytes(1, 2, 3, 4, 5));
    expect(kept.read('a', 5, 6)).toEqual(bytes(5));
    expect(kept.read('a', 2, 4)).toBeNull();
    expect(kept.read('b', 3, 4)).toBeNull();
  });

  it('gives copies: what the worker takes away stays here', () => {
    const kept = new KeptPieces(2);
    kept.keep('a', 0, bytes(1, 2));
    kept.read('a', 0, 1)?.fill(9);
    expect(kept.read('a', 0, 1)).toEqual(bytes(1, 2));
  });

  it('holds no more than it may: the oldest go first, and what is kept again is young', () => {
    const kept = new KeptPieces(2, 4);
    kept.keep('a', 0, bytes(1, 2));
    kept.keep('b', 0, bytes(3, 4));
    kept.keep('a', 0, bytes(1, 2));
    kept.keep('c', 0, bytes(5, 6));
    expect([kept.read('a', 0, 1), kept.read('b', 0, 1), kept.read('c', 0, 1)]).toEqual([bytes(1, 2), null, bytes(5, 6)]);
  });

  it('forgets everything when the person leaves', () => {
    const kept = new KeptPieces(2);
    kept.keep('a', 0, bytes(1));
    kept.forget();
    expect(kept.read('a', 0, 1)).toBeNull();
  });
});
