import fc from 'fast-check';
import { fold, type Folded, isCertain, placeQuote } from '../../../client/src/features/papers/notes/place-quote.js';

const pages = (...texts: string[]): Map<number, Folded> => new Map(texts.map((text, index) => [index + 1, fold(text)]));
const at = (exact: string, more: object = {}): Parameters<typeof placeQuote>[1] => ({ exact, prefix: '', suffix: '', page: 1, start: null, ...more });

describe('the place of a quote in another version', () => {
  it.each<[string, string[], string, [number, string] | null]>([
    ['where it stood', ['Điều 5. Hiệu lực'], 'Điều 5', [1, 'Điều 5']],
    ['on another page', ['Mở đầu', 'theo Điều 5 của'], 'Điều 5', [2, 'Điều 5']],
    ['with other breaks', ['có hiệu\u00a0lực   từ'], 'hiệu lực từ', [1, 'hiệu\u00a0lực   từ']],
    ['in the other spelling', ['hi\u0065\u0323\u0302u lực'], 'hiệu', [1, 'hi\u0065\u0323\u0302u'.slice(1)]],
    ['nowhere', ['Điều 6'], 'Điều 5', null],
    ['nowhere, since accents tell words apart', ['dieu 5'], 'Điều 5', null],
    ['nowhere, since there are no words', ['abc'], ' ', null],
  ])('is found %s', (_, texts, exact, expected) => {
    const place = placeQuote(pages(...texts), at(exact));
    const words = place && texts[place.page - 1]?.slice(place.start, place.end);
    expect(place && [place.page, words]).toEqual(expected && [expected[0], _ === 'in the other spelling' ? 'hi\u0065\u0323\u0302u' : expected[1]]);
  });

  it('is the one with its surroundings, among several', () => {
    const found = placeQuote(pages('a) đồng ý với b', 'c) đồng ý không d'), at('đồng ý', { prefix: 'c) ', suffix: ' không d' }));
    expect(found).toMatchObject({ page: 2, start: 3, end: 9 });
  });

  it('is the nearest one, where the surroundings say nothing more', () => {
    expect(placeQuote(pages('x k y', 'x k y', 'x k y'), at('k', { prefix: 'x ', suffix: ' y', page: 2, start: 2 }))).toMatchObject({ page: 2 });
  });

  it('is lost where the words stand in several places and nothing of the old surroundings is there', () => {
    expect(placeQuote(pages('1 kết luận 2', '3 kết luận 4'), at('kết luận', { prefix: 'ab', suffix: 'cd' }))).toBeNull();
  });

  const words = fc.array(fc.constantFrom('Điều', 'khoản', 'nghị', 'quyết', 'Chính', 'phủ', '2026', 'số', 'đầu tư', 'và'), { minLength: 30, maxLength: 80 });

  it('stands where it stood in a text that was not changed, or where the very same words with the same surroundings stand', () => {
    fc.assert(fc.property(words, fc.nat(), fc.integer({ min: 4, max: 40 }), (list, from, length) => {
      const text = list.join(' ');
      const start = from % Math.max(1, text.length - length);
      const selector = at(text.slice(start, start + length), { prefix: text.slice(Math.max(0, start - 32), start), suffix: text.slice(start + length, start + length + 32), start });
      const place = placeQuote(pages(text), selector);
      expect(place && text.slice(place.start, place.end).replace(/\s/g, '')).toBe(selector.exact.replace(/\s/g, ''));
    }));
  });

  it('follows its words when pages are put before them, and whatever breaks the lines', () => {
    fc.assert(fc.property(words, fc.integer({ min: 1, max: 5 }), (list, before) => {
      const text = list.join(' ');
      const unique = 'Điểm riêng biệt duy nhất';
      const page = `${text} ${unique} ${text}`;
      const others = Array.from({ length: before }, (_, index) => `Trang chèn ${index}`);
      const place = placeQuote(pages(...others, page.replaceAll(' ', '\n').normalize('NFD')), at(unique, { prefix: text.slice(-32), suffix: text.slice(0, 32) }));
      expect(place?.page).toBe(before + 1);
    }));
  });

  it('is certain only with all that stood around it', () => {
    const selector = at('đồng ý', { prefix: 'mười chữ cái đây ', suffix: ' rồi thêm nữa đây' });
    const whole = placeQuote(pages('mười chữ cái đây đồng ý rồi thêm nữa đây'), selector);
    const part = placeQuote(pages('chữ cái đây đồng ý rồi thêm nữa đây'), selector);
    expect([whole && isCertain(whole, selector), part && isCertain(part, selector)]).toEqual([true, false]);
  });
});
