import fc from 'fast-check';
import { readQuery } from '../../../src/search/domain/search-query.js';
import { snippetOf } from '../../../src/search/domain/snippet.js';

const marked = (text: string, query: string, asWritten = false, isTyping = false): string[] => {
  const snippet = snippetOf(text, readQuery(query, isTyping), asWritten);
  return snippet.marks.map(([from, to]) => snippet.text.slice(from, to));
};

describe('the piece around what was found', () => {
  it.each([
    ['with accents and without', 'Nghị quyết về nghi thức', 'nghi', false, false, ['Nghị', 'nghi']],
    ['only as written', 'Nghị quyết về nghi thức', 'nghi', true, false, ['nghi']],
    ['decomposed letters', 'Nghi\u0323 quye\u0302\u0301t', 'nghị quyết', true, false, ['Nghi\u0323 quye\u0302\u0301t']],
    ['a phrase is one mark', 'đơn vị chủ trì, đơn giá vị trí', '"đơn vị"', false, false, ['đơn vị']],
    ['a word that is being typed', 'quyết định, quyền, quyển', 'quy', false, true, ['quyết', 'quyền', 'quyển']],
    ['nothing found is the beginning, without marks', 'Điều 1', 'khác', false, false, []],
  ])('%s', (_, text, query, asWritten, isTyping, wanted) => expect(marked(text, query, asWritten, isTyping)).toEqual(wanted));

  it('shows the whole phrase rather than a word that comes earlier', () => {
    const text = `${'quyết toán ngân sách. '.repeat(40)}Chính phủ biểu quyết thông qua. ${'Khác. '.repeat(100)}`;
    const snippet = snippetOf(text, readQuery('biểu quyết', false), false);
    expect(snippet.text).toContain('Chính phủ biểu quyết thông qua');
    expect(snippet).toMatchObject({ isCutBefore: true, isCutAfter: true });
  });

  it('is short, and its marks lie within it, in order and apart', () => {
    fc.assert(fc.property(fc.lorem({ maxCount: 200 }), fc.lorem({ maxCount: 3 }), (text, query) => {
      const { text: shown, marks } = snippetOf(text, readQuery(query, true), false);
      expect(shown.length).toBeLessThanOrEqual(330);
      let last = 0;
      for (const [from, to] of marks) {
        expect(from).toBeGreaterThanOrEqual(last);
        expect(to).toBeGreaterThan(from);
        last = to;
      }
      expect(last).toBeLessThanOrEqual(shown.length);
    }));
  });
});
