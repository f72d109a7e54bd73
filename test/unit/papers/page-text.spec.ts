import fc from 'fast-check';
import { PAGE_MOST, tidyPage } from '../../../src/papers/domain/page-text.js';

describe('the words of a page as they are kept', () => {
  it.each([
    ['words that a soft hyphen or a hyphen broke are whole again', 'bảo\u00adđảm, coun-\ncil, coun\u2010\ncil, giải\u00ad\nngân', 'bảođảm, council, council, giảingân'],
    ['a hyphen that is one stays: before a figure, a large letter, or after a space', 'Nghị định 191-\n2026, Hà-\nNội, kinh tế -\nxã hội', 'Nghị định 191-\n2026, Hà-\nNội, kinh tế -\nxã hội'],
    ['decomposed letters are composed', 'Phie\u0302\u0301u', 'Phiếu'],
    ['spaces are one, lines stay, empty ones go', '  Điều  1.\t\tPhạm vi \r\n\r\n  \nĐiều 2.', 'Điều 1. Phạm vi\nĐiều 2.'],
    ['what cannot be seen goes', 'a\u0000b\u200bc\u202ed\ue000e', 'abcde'],
    ['nothing is nothing', ' \n ', ''],
  ])('%s', (_, raw, kept) => expect(tidyPage(raw)).toBe(kept));

  it('is bounded, composed, and the same when done twice', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (raw) => {
      const once = tidyPage(raw);
      expect(once.length).toBeLessThanOrEqual(PAGE_MOST);
      expect(once).toBe(once.normalize('NFC'));
      expect(once).not.toMatch(/\u0000/);
    }));
    expect(tidyPage('chữ '.repeat(20_000))).toHaveLength(PAGE_MOST);
  });
});
