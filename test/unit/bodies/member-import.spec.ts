import { missingColumns, plainName, readMembers } from '../../../src/bodies/domain/member-import.js';

const HEADER = ['no', 'title', 'full_name', 'since', 'vacant'];
const row = (no: string, title: string, name: string, since = '', vacant = ''): Record<string, string> => ({ no, title, full_name: name, since, vacant });

describe('reading a list of members', () => {
  it('takes NFC and NFD spellings and doubled spaces for one person', () => {
    expect(plainName('Bộ  trưởng Bộ Tài chính '.normalize('NFD'))).toBe('Bộ trưởng Bộ Tài chính');
    const { problems } = readMembers(HEADER, [row('1', 'Bộ trưởng', 'Văn An'), row('2', 'Bộ trưởng'.normalize('NFD'), 'Văn  An'.normalize('NFD'))]);
    expect(problems).toEqual([{ line: 3, code: 'csvRowDoubled', params: { line: '2' } }]);
  });

  it.each([
    [row('x', 'Bộ trưởng', 'An'), 'csvSeatNumberBad'],
    [row('0', 'Bộ trưởng', 'An'), 'csvSeatNumberBad'],
    [row('1', '', 'An'), 'csvTitleMissing'],
    [row('1', 'Bộ trưởng', ''), 'csvNameMissing'],
    [row('1', 'Bộ trưởng', 'An', '2021-02-30'), 'csvDateBad'],
    [row('1', 'Bộ trưởng', 'An', '05/04/2021'), 'csvDateBad'],
  ])('refuses the row %j with %s', (bad, code) => {
    expect(readMembers(HEADER, [bad]).problems.map((problem) => problem.code)).toEqual([code]);
  });

  it('finds a seat named twice', () => {
    const { problems } = readMembers(HEADER, [row('1', 'Bộ trưởng', 'An'), row('1', 'Thống đốc', 'Bình')]);
    expect(problems).toEqual([{ line: 3, code: 'csvSeatDoubled', params: { line: '2' } }]);
  });

  it('lets a vacant seat have no name', () => {
    const { members, problems } = readMembers(HEADER, [row('1', 'Bộ trưởng', '', '', '1')]);
    expect(problems).toEqual([]);
    expect(members[0]).toMatchObject({ vacant: true, number: 1, line: 2 });
  });

  it('names the columns it cannot do without', () => {
    expect(missingColumns(['no', 'since'])).toEqual(['title', 'name']);
    expect(missingColumns(['STT', 'Chức danh', 'Họ tên'.normalize('NFD')])).toEqual([]);
  });
});
