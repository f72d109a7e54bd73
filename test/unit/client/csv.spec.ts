import fc from 'fast-check';
import { type Cell, toCsv } from '../../../client/src/ui/csv.js';

describe('a table as CSV', () => {
  it.each<[string, Cell, string]>([
    ['plain words', 'Nội dung quyết nghị', 'Nội dung quyết nghị'],
    ['a comma', 'a,b', '"a,b"'],
    ['a quotation mark', 'nói "có"', '"nói ""có"""'],
    ['a line break', 'a\nb', '"a\nb"'],
    ['a formula', '=1+1', `'=1+1`],
    ['a formula behind a sign', '@SUM(A1)', `'@SUM(A1)`],
    ['a formula with a comma', '-1,2', `"'-1,2"`],
    ['a number, also a negative one', -3, '-3'],
    ['nothing', null, ''],
  ])('writes %s', (_, value, expected) => {
    expect(toCsv([[value]])).toBe(`\uFEFF${expected}\r\n`);
  });

  it('never begins a cell of text with what a spreadsheet would calculate', () => {
    fc.assert(fc.property(fc.string(), (text) => {
      expect(toCsv([[text]]).slice(1)).not.toMatch(/^"?[=+\-@\t]/);
    }));
  });
});
