import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { chooseForPack } from '../../../src/reports/domain/print-pack.js';

describe('what goes into a print pack', () => {
  const paper = (size: number, needsPassword = false) => ({ size, needsPassword });

  it.each([
    ['all, when they fit to the byte', [paper(6), paper(4)], [null, null]],
    ['not the one for which a byte is missing', [paper(6), paper(5)], [null, 'tooLarge']],
    ['a smaller one after one that did not fit', [paper(6), paper(5), paper(4)], [null, 'tooLarge', null]],
    ['nothing that opens only with a password, and it takes no room', [paper(9, true), paper(10)], ['password', null]],
  ])('%s', (_, papers, expected) => {
    expect(chooseForPack(papers, 10)).toEqual(expected);
  });

  it('never joins more than it may, and says a word for every paper', () => {
    fc.assert(fc.property(fc.array(fc.record({ size: fc.nat(20), needsPassword: fc.boolean() })), fc.nat(40), (papers, most) => {
      const chosen = chooseForPack(papers, most);
      expect(chosen).toHaveLength(papers.length);
      expect(papers.filter((_, index) => chosen[index] === null).reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(most);
    }));
  });

  it('says the same in both languages', () => {
    const words = JSON.parse(readFileSync(new URL('../../../src/reports/print-pack/print-pack-words.json', import.meta.url), 'utf8')) as Record<'vi' | 'en', Record<string, string>>;
    expect(Object.keys(words.en)).toEqual(Object.keys(words.vi));
  });
});
