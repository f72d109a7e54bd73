import { markedText, placeMark } from '../../../client/src/features/papers/changes/place-mark.js';
import { compare } from '../../../src/papers/domain/comparison.js';

const mark = (words: string, around: { before?: string; after?: string; letters?: number; share?: number } = {}) => ({ words, before: '', after: '', letters: words.replace(/[\s.-]/g, '').length, share: 0, ...around });
const found = (text: string, wanted: ReturnType<typeof mark>): string | null => {
  const place = placeMark(markedText(text), wanted);
  return place === null ? null : `${text.slice(0, place.start)}[${text.slice(place.start, place.end)}]${text.slice(place.end)}`;
};

describe('where a change stands on its page', () => {
  it.each([
    ['by its words', 'Giá là mười triệu đồng', mark('mười triệu'), 'Giá là [mười triệu] đồng'],
    ['in the other spelling of Vietnamese', 'Giá là mười triệu'.normalize('NFD'), mark('mười'), 'Giá là [mười] triệu'.normalize('NFD')],
    ['by what stands around it', 'một hai ba một hai bốn', mark('hai', { before: 'một', after: 'bốn' }), 'một hai ba một [hai] bốn'],
    ['as far down the page, where all else is alike', 'hai . hai . hai', mark('hai', { share: 0.5 }), 'hai . [hai] . hai'],
    ['where a line broke a word', 'the govern- ment decides', mark('government', { before: 'the', after: 'decides' }), 'the [govern- ment] decides'],
    ['where letters are joined in the file', 'the oﬃce works', mark('office', { before: 'the' }), 'the [oﬃce] works'],
    ['over dots that lead to a number', 'Chương I ........ 5 Chương II', mark('Chương I 5'), '[Chương I ........ 5] Chương II'],
    ['to its end, though its first words alone are told', 'a b c d e f', mark('b c', { letters: 4, before: 'a', after: 'f' }), 'a [b c d e] f'],
    ['between two words, where something is gone', 'một hai ba', mark('', { before: 'một', after: 'hai ba' }), 'một []hai ba'],
    ['before the first word', 'hai ba', mark('', { after: 'hai ba' }), '[]hai ba'],
    ['though what stood around it is on another page', 'hai ba', mark('hai', { before: 'không có', after: 'ở đây' }), '[hai] ba'],
  ])('is found %s', (_, text, wanted, expected) => {
    expect(found(text, wanted)).toBe(expected);
  });

  it('is nowhere on a page without it', () => {
    expect(found('một hai ba', mark('bốn năm'))).toBeNull();
    expect(found('', mark('', { before: 'x' }))).toBeNull();
  });

  it('is where the comparison means it', () => {
    const [older, newer] = ['Điều 1. Hiệu lực từ ngày 01-01-2026 theo quy định .......... 3', 'Điều 1. Hiệu lực từ ngày 15-03-2027 theo quy định .......... 3'];
    const [change] = compare([{ page: 1, text: older }], [{ page: 1, text: newer }]).changes;
    expect(found(newer, change?.newerMarks[0] ?? mark(''))).toBe('Điều 1. Hiệu lực từ ngày [15-03-2027] theo quy định .......... 3');
    expect(found(older, change?.olderMarks[0] ?? mark(''))).toBe('Điều 1. Hiệu lực từ ngày [01-01-2026] theo quy định .......... 3');
  });
});
