import fc from 'fast-check';
import { allOf, phraseOf, readQuery, WORDS_MOST } from '../../../src/search/domain/search-query.js';
import { wordsOf } from '../../../src/search/domain/words.js';

describe('what is looked for', () => {
  it.each([
    ['words, each', 'phê duyệt', false, `('phe') & ('duyet')`],
    ['a phrase', '"phê duyệt" dự án', false, `('phe' <-> 'duyet') & ('du') & ('an')`],
    ['quotes as word processors set them', '“Đơn vị”', false, `('don' <-> 'vi')`],
    ['a phrase that is not closed yet', '"phê duy', true, `('phe' <-> 'duy':*)`],
    ['a closed phrase is not a beginning', '"phê duy"', true, `('phe' <-> 'duy')`],
    ['a number with its parts side by side', '91/2015/QH13', false, `('91' <-> 'ǃ' <-> '2015' <-> 'ǃ' <-> 'qh13')`],
    ['the last word while typing', 'nghị quy', true, `('nghi') & ('quy':*)`],
    ['after a space nothing is typed', 'nghị quyết ', true, `('nghi') & ('quyet')`],
    ['nothing but signs', '" - & ! : *', true, ''],
    ['letters that end quotes elsewhere', `o'brien\\ a:b`, false, `('o' <-> 'ǃ' <-> 'brien') & ('a' <-> 'ǃ' <-> 'b')`],
  ])('%s', (_, query, isTyping, wanted) => expect(allOf(readQuery(query, isTyping), 'folded')).toBe(wanted));

  it('is the same in both spellings of Vietnamese, and tells accents apart where they are asked for', () => {
    expect(allOf(readQuery('Đề\u0301'.normalize('NFD'), false), 'plain')).toBe(allOf(readQuery('Đề\u0301'.normalize('NFC'), false), 'plain'));
    expect(allOf(readQuery('ĐƯỜNG', false), 'plain')).toBe(`('đường')`);
    expect(phraseOf(readQuery('Thủ tướng "Chính phủ"', false), 'plain')).toBe(`'thủ' <-> 'tướng' <-> 'chính' <-> 'phủ'`);
  });

  it('holds nothing but letters and figures between the quotes, whatever is typed, and not too many words', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.boolean(), (query, isTyping) => {
      const terms = readQuery(query, isTyping);
      expect(terms.flatMap(({ words }) => words).length).toBeLessThanOrEqual(WORDS_MOST);
      for (const form of ['plain', 'folded'] as const) expect(allOf(terms, form).replace(/'[^'\\\s]+'(:\*)?|[()&\s]|<->/g, '')).toBe('');
    }));
  });

  it('knows where words stand', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (text) => {
      for (const { start, end } of wordsOf(text)) expect(wordsOf(text.slice(start, end))).toHaveLength(1);
    }));
  });
});
