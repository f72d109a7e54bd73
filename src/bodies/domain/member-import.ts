import type { ErrorCode } from '../../contract/error-codes.js';

/** A line of the file, as it is read: column name → text. */
export type CsvRow = Record<string, string>;

/** A member the file names. */
export interface ImportedMember {
  line: number;
  number: number;
  title: string;
  name: string;
  vacant: boolean;
  /** `YYYY-MM-DD`; null: not said. */
  from: string | null;
}

export interface RowProblem {
  line: number;
  code: ErrorCode;
  params: Record<string, string>;
}

/** NFC, single spaces, trimmed: NFC and NFD spellings and doubled spaces are one person. */
export function plainName(name: string): string {
  return name.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

const COLUMNS: Record<'number' | 'title' | 'name' | 'since' | 'vacant', string[]> = {
  number: ['no', 'number', 'stt', 'seat'],
  title: ['title', 'chức danh', 'chuc danh', 'office', 'role'],
  name: ['full_name', 'name', 'họ tên', 'họ và tên', 'ho ten'],
  since: ['since', 'from', 'start', 'từ ngày'],
  vacant: ['vacant', 'khuyết'],
};

/** Which of the file's columns is what; null where it has none. */
function columnsOf(header: string[]): Record<keyof typeof COLUMNS, string | null> {
  const plain = new Map(header.map((name) => [plainName(name).toLowerCase(), name]));
  const pick = (names: string[]): string | null => names.map((name) => plain.get(name)).find((name) => name !== undefined) ?? null;
  return { number: pick(COLUMNS.number), title: pick(COLUMNS.title), name: pick(COLUMNS.name), since: pick(COLUMNS.since), vacant: pick(COLUMNS.vacant) };
}

/** Needed columns that are not in the header, by their English names. */
export function missingColumns(header: string[]): string[] {
  const columns = columnsOf(header);
  return (['number', 'title', 'name'] as const).filter((name) => columns[name] === null);
}

/** Reads every row; each problem names its line (the header is line 1). No row is dropped in silence. */
export function readMembers(header: string[], rows: CsvRow[]): { members: ImportedMember[]; problems: RowProblem[] } {
  const columns = columnsOf(header);
  const cell = (row: CsvRow, name: string | null): string => plainName(name === null ? '' : (row[name] ?? ''));
  const members = rows.map((row, index) => {
    const vacantMark = cell(row, columns.vacant).toLowerCase();
    return {
      line: index + 2,
      number: cell(row, columns.number),
      title: cell(row, columns.title),
      name: cell(row, columns.name),
      vacant: ['1', 'true', 'yes', 'x', 'có', 'vacant'].includes(vacantMark),
      from: cell(row, columns.since) || null,
    };
  });
  const problems = members.flatMap((member) => problemsOf(member)).concat(doublesOf(members));
  return { members: members.map((member) => ({ ...member, number: Number(member.number) })), problems };
}

interface ReadRow {
  line: number;
  number: string;
  title: string;
  name: string;
  vacant: boolean;
  from: string | null;
}

function problemsOf(row: ReadRow): RowProblem[] {
  const problems: RowProblem[] = [];
  if (!/^\d{1,4}$/.test(row.number) || Number(row.number) < 1) problems.push({ line: row.line, code: 'csvSeatNumberBad', params: { value: row.number.slice(0, 40) } });
  if (row.title === '') problems.push({ line: row.line, code: 'csvTitleMissing', params: {} });
  if (row.name === '' && !row.vacant) problems.push({ line: row.line, code: 'csvNameMissing', params: {} });
  if (row.from !== null && !isDate(row.from)) problems.push({ line: row.line, code: 'csvDateBad', params: { value: row.from.slice(0, 40) } });
  return problems;
}

function doublesOf(rows: ReadRow[]): RowProblem[] {
  const people = new Map<string, number>();
  const seats = new Map<string, number>();
  return rows.flatMap((row): RowProblem[] => {
    const person = `${row.name} ${row.title}`.toLowerCase();
    const before = row.vacant ? undefined : people.get(person);
    people.set(person, before ?? row.line);
    if (before !== undefined) return [{ line: row.line, code: 'csvRowDoubled', params: { line: String(before) } }];
    const taken = seats.get(row.number);
    seats.set(row.number, taken ?? row.line);
    return taken === undefined ? [] : [{ line: row.line, code: 'csvSeatDoubled', params: { line: String(taken) } }];
  });
}

/** A real calendar date, `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
