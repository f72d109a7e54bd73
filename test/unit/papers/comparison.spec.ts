import fc from 'fast-check';
import { compare, differences } from '../../../src/papers/domain/comparison.js';
import { flowOf, type PageLines } from '../../../src/papers/domain/page-flow.js';
import { MOVE_LEAST } from '../../../src/papers/domain/word-moves.js';

const pages = (...texts: string[]): PageLines[] => texts.map((text, index) => ({ page: index + 1, text }));
/** So many words that stand nowhere else. */
const prose = (name: string, count: number): string => Array.from({ length: count }, (_, index) => `${name}${index}`).join(' ');
const shown = (older: PageLines[], newer: PageLines[]): string[] =>
  compare(older, newer).changes.map(({ kind, olderPage, newerPage, parts }) => `${kind} ${olderPage}→${newerPage}: ${parts.filter((part) => part.kind !== 'before' && part.kind !== 'after').map((part) => `${{ out: '−', in: '+', same: '', before: '', after: '' }[part.kind]}${part.text}`).join(' ')}`);

const texts = fc.array(fc.array(fc.constantFrom('và', 'của', 'Điều', 'khoản', 'một', 'hai', 'ba'), { maxLength: 30 }).map((words) => words.join(' ')), { maxLength: 5 }).map((all) => pages(...all));
const words = fc.array(fc.constantFrom(...'abcdefgh'), { maxLength: 120 });
const longWords = fc.tuple(fc.integer({ min: 0, max: 900 }), fc.array(fc.integer({ min: 0, max: 2000 }), { maxLength: 30 }), fc.array(fc.tuple(fc.nat(900), fc.nat(900)), { maxLength: 4 })).map(([count, changed, swaps]) => {
  const all = Array.from({ length: count }, (_, index) => `w${index}`);
  for (const at of changed) if (at < count) all[at] = `x${at}`;
  for (const [from, to] of swaps) all.splice(to, 0, ...all.splice(from, 40));
  return all;
});

/** Every fifth word begins a line, every ninth a sentence. */
const textOf = (all: string[]) => ({ words: all, pauses: Uint8Array.from(all, (_, at) => (at % 5 === 0 ? 1 : 0) + (at % 9 === 0 ? 2 : 0)) });

describe('what changed between two versions', () => {
  it('finds words that were put in, struck out and replaced, with the page in both', () => {
    const older = pages(`${prose('a', 20)} mười triệu đồng ${prose('b', 20)}`, `${prose('c', 20)} bãi bỏ hẳn ${prose('d', 20)}`, prose('e', 20));
    const newer = pages(`${prose('a', 20)} hai mươi triệu đồng ${prose('b', 20)}`, `${prose('c', 20)} ${prose('d', 20)}`, `${prose('e', 10)} cho cả năm ${prose('e', 20).split(' ').slice(10).join(' ')}`);
    expect(shown(older, newer)).toEqual(['changed 1→1: −mười +hai mươi', 'removed 2→2: −bãi bỏ hẳn', 'added 3→3: +cho cả năm']);
    expect(compare(older, newer).counts).toEqual({ added: 1, removed: 1, changed: 1, moved: 0, wordsOut: 4, wordsIn: 5, wordsMoved: 0, pages: 3 });
  });

  it('says that one page was put in, and not that those behind it changed', () => {
    const old = Array.from({ length: 12 }, (_, index) => prose(`p${index}x`, 60));
    const older = pages(...old);
    const newer = pages(...old.slice(0, 3), 'Trang mới thêm vào', ...old.slice(3));
    expect(shown(older, newer)).toEqual(['added 4→4: +Trang mới thêm vào']);
  });

  it('says that a line went, and not the end of one and the beginning of the next', () => {
    const lines = Array.from({ length: 9 }, (_, index) => `Khoản ${index} của nghị định`);
    expect(shown(pages(lines.join('\n')), pages(lines.filter((_, index) => index !== 4).join('\n')))).toEqual(['removed 1→1: −Khoản 4 của nghị định']);
    expect(shown(pages('Một. Hai ba. Bốn.'), pages('Một. Hai ba. Hai ba. Bốn.'))).toEqual(['added 1→1: +Hai ba.']);
  });

  it('does not care where lines and pages break, nor how accents are spelled', () => {
    const older = pages('Điều 1. Phạm vi điều\nchỉnh của Nghị', 'định này');
    const newer = pages('Điều 1.\nPhạm vi'.normalize('NFD'), 'điều chỉnh của\nNghị định', 'này');
    expect(compare(older, newer).changes).toEqual([]);
  });

  it.each([
    ['page numbers below', (page: number) => ['', `${page}`]], ['numbers with strokes', (page: number) => ['', `- ${page} -`]], ['page of pages', (page: number, count: number) => ['', `Trang ${page}/${count}`]],
    ['a running head with its number', (page: number) => [`CÔNG BÁO/Số 1583/Ngày 17-11-2025 ${page + 40}`, '']], ['a running foot', () => ['', 'Lưu hành nội bộ, không sao chụp']],
  ])('passes over %s when a page is put in before them', (_, edges) => {
    const withEdges = (texts: string[]): PageLines[] => pages(...texts.map((text, index) => [edges(index + 1, texts.length)[0], text, edges(index + 1, texts.length)[1]].join('\n')));
    const old = Array.from({ length: 8 }, (_, index) => prose(`p${index}x`, 30));
    expect(shown(withEdges(old), withEdges([...old.slice(0, 4), 'Một trang mới', ...old.slice(4)]))).toEqual(['added 5→5: +Một trang mới']);
  });

  it('tells a running head that was changed once, and figures at the edge of a page that are no page numbers each time', () => {
    const old = Array.from({ length: 6 }, (_, index) => prose(`p${index}x`, 30));
    const headed = (head: string): PageLines[] => pages(...old.map((text) => `${head}\n${text}`));
    expect(shown(headed('Dự thảo lần 1'), headed('Dự thảo lần 2'))).toEqual(['changed 1→1: −1 +2']);
    const table = (total: string): PageLines[] => pages(...old.map((text, index) => `${text}\n${index === 3 ? total : `${1000 + index * 77}`}`));
    expect(shown(table('1250'), table('1350'))).toEqual(['changed 4→4: −1250 +1350']);
  });

  it.each([[MOVE_LEAST - 1, 0], [MOVE_LEAST, 1]])('calls %i words that stand elsewhere word for word %i times moved', (length, moved) => {
    const block = prose('m', length);
    const older = pages(`${prose('a', 30)} ${block} ${prose('b', 30)}`, prose('c', 30));
    const newer = pages(`${prose('a', 30)} ${prose('b', 30)}`, `${prose('c', 30)} ${block}`);
    const { counts, changes } = compare(older, newer);
    expect(counts).toMatchObject({ moved, wordsMoved: moved * length, added: 1 - moved, removed: 1 - moved });
    expect(changes.filter(({ kind }) => kind === 'moved').map(({ olderPage, newerPage }) => [olderPage, newerPage])).toEqual(moved === 1 ? [[1, 2]] : []);
  });

  it('tells what was changed within a part that moved beside it', () => {
    const [first, second] = [prose('m', 20), prose('n', 20)];
    const older = pages(`${prose('a', 60)} ${first} cũ ${second}`, prose('b', 60));
    const newer = pages(prose('a', 60), `${prose('b', 60)} ${first} mới ${second}`);
    expect(compare(older, newer).counts).toMatchObject({ moved: 2, wordsMoved: 40, wordsOut: 1, wordsIn: 1 });
  });

  it('marks the place on each page that a change covers, and where something is gone', () => {
    const older = pages(`${prose('a', 20)} bỏ đi ${prose('b', 20)}`, prose('c', 20));
    const newer = pages(`${prose('a', 20)} ${prose('b', 20)} ${prose('n', 10)}`, `${prose('o', 5)} ${prose('c', 20)}`);
    const [gone, added] = compare(older, newer).changes;
    expect(gone?.newerMarks).toEqual([{ page: 1, words: '', letters: 0, before: prose('a', 20).split(' ').slice(-8).join(' '), after: prose('b', 8), share: 20 / 50 }]);
    expect(gone?.olderMarks.map(({ page, words, letters }) => [page, words, letters])).toEqual([[1, 'bỏ đi', 4]]);
    expect(added?.newerMarks.map(({ page, words, letters }) => [page, words, letters])).toEqual([[1, prose('n', 10), 20], [2, prose('o', 5), 10]]);
  });

  it('shows the beginning and the end of what is long, and says how much is left out', () => {
    const [change] = compare(pages('a b'), pages(`a ${prose('n', 100)} b`)).changes;
    expect(change).toMatchObject({ kind: 'added', wordsIn: 100 });
    expect(change?.parts.find(({ kind }) => kind === 'in')).toMatchObject({ cut: 20, text: `${prose('n', 60)} … ${prose('n', 100).split(' ').slice(80).join(' ')}` });
  });

  it('takes a paper that was rewritten from end to end as one change, in little time', () => {
    const [older, newer] = [pages(prose('a', 20_000)), pages(prose('b', 20_000))];
    expect(compare(older, newer).counts).toMatchObject({ changed: 1, wordsOut: 20_000, wordsIn: 20_000 });
    const few = (seed: number): PageLines[] => pages(Array.from({ length: 20_000 }, (_, index) => `w${(index * index * seed) % 97}`).join(' '));
    expect(compare(few(3), few(5)).counts.wordsOut).toBeGreaterThan(0);
  });

  it('finds nothing between a version and itself', () => {
    fc.assert(fc.property(texts, (version) => compare(version, version).changes.length === 0));
  });

  it.each([['few words', words], ['long papers', longWords]] as const)('makes the newer of the older by its edits: %s', (_, some) => {
    fc.assert(fc.property(some, some, (older, newer) => {
      const { edits, moves } = differences(textOf(older), textOf(newer));
      const made: string[] = [];
      let at = 0;
      for (const { a0, a1, b0, b1 } of edits) {
        made.push(...older.slice(at, a0));
        for (let place = b0; place < b1; place += 1) {
          // What has moved comes from the older one.
          const move = moves.find((each) => each.b0 <= place && place < each.b1);
          made.push((move ? older[move.a0 + place - move.b0] : newer[place]) ?? '');
        }
        at = a1;
      }
      made.push(...older.slice(at));
      expect(made).toEqual(newer);
    }));
  });

  it('moves no word twice, and only words that were taken out', () => {
    fc.assert(fc.property(longWords, longWords, (older, newer) => {
      const { edits, moves } = differences(textOf(older), textOf(newer));
      const places = moves.flatMap(({ a0, a1 }) => Array.from({ length: a1 - a0 }, (_, index) => a0 + index));
      expect(new Set(places).size).toBe(places.length);
      for (const place of places) expect(edits.some(({ a0, a1 }) => a0 <= place && place < a1)).toBe(true);
    }));
  });

  it('counts the same both ways round', () => {
    fc.assert(fc.property(fc.oneof(texts, longWords.map((all) => pages(all.join(' ')))), fc.oneof(texts, longWords.map((all) => pages(all.join(' ')))), (older, newer) => {
      const [there, back] = [compare(older, newer).counts, compare(newer, older).counts];
      expect([there.wordsOut, there.wordsIn, there.wordsMoved, there.moved]).toEqual([back.wordsIn, back.wordsOut, back.wordsMoved, back.moved]);
    }));
  });
});

describe('the flow of a paper', () => {
  it('makes words whole that a page broke, and leaves out dots that lead to a number', () => {
    expect(flowOf(pages('Mục lục ........ 5\nthe govern-', 'ment decides')).words).toEqual(['Mục', 'lục', '5', 'the', 'government', 'decides']);
  });
  it('keeps numbers of pages that have no number line', () => {
    expect(flowOf(pages('Tổng số\n12', 'Cộng\n30')).words).toEqual(['Tổng', 'số', '12', 'Cộng', '30']);
  });
});
