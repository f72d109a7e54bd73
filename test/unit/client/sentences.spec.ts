import fc from 'fast-check';
import { languageOf, sentencesOf, spokenWords } from '../../../client/src/features/papers/aloud/sentences.js';

const read = (text: string): string[] => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

describe('the sentences of a page', () => {
  it.each([
    ['Một câu. Hai câu? Ba câu!', ['Một câu.', 'Hai câu?', 'Ba câu!']],
    ['Điều 5. Phạm vi áp dụng. 1. Nghị định này quy định.', ['Điều 5. Phạm vi áp dụng.', '1. Nghị định này quy định.']],
    ['Tăng 6,5% so với năm 2018 (GDP). “Đúng.” Hết', ['Tăng 6,5% so với năm 2018 (GDP).', '“Đúng.”', 'Hết']],
    ['...... ––– 5', ['5']], ['', []], ['. . .', []],
  ])('of %j are read one by one', (text, expected) => {
    expect(read(text).filter((part) => /[\p{L}\p{N}]/u.test(part)).map((part) => part.replace(/^[.\s–]+/u, ''))).toEqual(expected);
  });

  it('are parted at a pause where they are too long for a voice, and no word is lost or torn', () => {
    const long = `${'chữ '.repeat(40)}, ${'số '.repeat(60)}hết.`;
    const parts = read(long);
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) expect(part.length).toBeLessThanOrEqual(220);
    expect(parts.join(' ').match(/\p{L}+/gu)).toEqual(long.match(/\p{L}+/gu));
  });

  it('hold every letter of the page once, in order', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('a', 'bé.', 'Điều 5.', ';', '…', '12', 'c'.repeat(300), ' ', 'x!'), { maxLength: 60 }), (words) => {
      const text = words.join(' ');
      const letters = (part: string): string => part.replace(/[^\p{L}\p{N}]/gu, '');
      const sentences = sentencesOf(text);
      expect(sentences.every(({ start, end }, index) => start < end && start >= (sentences[index - 1]?.end ?? 0))).toBe(true);
      expect(read(text).map(letters).join('')).toBe(letters(text));
    }));
  });
});

describe('what a voice is given', () => {
  it.each([['Nghị quyết của Chính phủ', 'vi'], ['Nghị quyết'.normalize('NFD'), 'vi'], ['The minutes of the meeting, naïve café', 'en'], ['', 'en']] as const)('%j is read as %s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });
  it('makes words whole that a line broke, and leaves out leaders', () => {
    expect(spokenWords('the govern- ment  de\u00adcides: thu - chi ........ 5')).toBe('the government decides: thu - chi 5');
  });
});
