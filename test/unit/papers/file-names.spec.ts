import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanFileName, contentDisposition, titleFromName } from '../../../src/papers/domain/file-names.js';

describe('the name of a file', () => {
  it.each([
    ['Tờ trình về Nghị quyết.pdf', 'Tờ trình về Nghị quyết.pdf'],
    ['Tờ trình về Nghị quyết.pdf'.normalize('NFD'), 'Tờ trình về Nghị quyết.pdf'],
    ['a/b\\c:d;e.pdf', 'a-b-c-d;e.pdf'],
    ['x\r\nSet-Cookie: a.pdf', 'xSet-Cookie- a.pdf'],
    ['bao cao\u202Efdp.exe', 'bao caofdp.exe.pdf'],
    ['bao cao...pdf', 'bao cao.pdf'],
    ['bao cao. ', 'bao cao.pdf'],
    ['CON.pdf', '_CON.pdf'],
    ['', '_.pdf'],
    ['.pdf', '_.pdf'],
    ['../../etc/passwd', '-..-etc-passwd.pdf'],
  ])('%j is kept as %j', (given, kept) => {
    expect(cleanFileName(given)).toBe(kept);
  });

  it('is always safe: short, one line, one spelling, and clean a second time', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
      const name = cleanFileName(given);
      expect([...name].length).toBeLessThanOrEqual(200);
      expect(name).not.toMatch(/[\p{Cc}\p{Cf}/\\:"<>|?*]/u);
      expect(name.endsWith('.pdf')).toBe(true);
      expect(cleanFileName(name)).toBe(name);
    }));
  });

  it('gives a title', () => {
    expect(titleFromName('Bao_cao_so_1.pdf')).toBe('Bao cao so 1');
    expect(titleFromName('_.pdf')).toBe('_.pdf');
  });

  it('goes into a header in both spellings and never breaks out of it', () => {
    expect(contentDisposition('attachment', `Đề án (bản 2) 100%'".pdf`)).toBe(`attachment; filename="De an (ban 2) 100_'_.pdf"; filename*=UTF-8''%C4%90%E1%BB%81%20%C3%A1n%20%28b%E1%BA%A3n%202%29%20100%25%27%22.pdf`);
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (given) => expect(contentDisposition('inline', cleanFileName(given))).toMatch(/^inline; filename="[\x20-\x21\x23-\x5b\x5d-\x7e]*"; filename\*=UTF-8''[\w.%!~-]*$/)));
  });
});
