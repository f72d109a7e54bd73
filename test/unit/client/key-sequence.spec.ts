import { keySequence } from '../../../client/src/app/key-sequence.js';

describe('keys that lead somewhere', () => {
  it('are g and a letter within 1.2 seconds', () => {
    const take = keySequence();
    expect(take('g', 5_000)).toBeNull();
    expect(take('s', 6_199)).toBe('/sessions');
    expect(take('s', 6_200)).toBeNull();
    expect(take('g', 7_000)).toBeNull();
    expect(take('s', 8_200)).toBeNull();
  });

  it('a letter alone leads nowhere, not even right after the page opened', () => {
    expect(keySequence()('s', 3)).toBeNull();
  });

  it('a letter between, or one that stands for no place, ends the sequence', () => {
    const take = keySequence();
    take('g', 100);
    expect(take('x', 150)).toBeNull();
    expect(take('d', 200)).toBeNull();
  });
});
