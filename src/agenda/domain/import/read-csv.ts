import { ITEM_KINDS, type ItemKind } from '../agenda.js';
import { type ImportedAgenda, type ImportedItem, itemOf, lineOf } from './imported.js';

const COLUMNS = {
  title: ['title', 'nội dung', 'tên nội dung', 'noi dung'],
  number: ['number', 'no', 'stt', 'số'],
  kind: ['kind', 'loại', 'loai'],
  sponsor: ['sponsor', 'cơ quan chủ trì', 'co quan chu tri', 'đơn vị'],
  minutes: ['minutes', 'phút', 'thời gian', 'thoi gian'],
  summary: ['summary', 'tóm tắt', 'tom tat', 'ghi chú'],
} as const;
type Column = keyof typeof COLUMNS;

const KINDS: Record<string, ItemKind> = {
  'nội dung quyết nghị': 'decision', 'quyết nghị': 'decision', 'báo cáo để biết': 'information', 'báo cáo': 'information', 'báo cáo miệng': 'oral', 'nội dung thường kỳ': 'standing',
  'decision item': 'decision', 'information note': 'information', 'oral item': 'oral', 'standing item': 'standing',
};

function kindOf(text: string): ItemKind | null {
  const plain = text.toLowerCase();
  return ITEM_KINDS.find((kind) => kind === plain) ?? KINDS[plain] ?? null;
}

/** The column of the file for each of ours; null where it has none. */
function columnsOf(header: readonly string[]): Record<Column, string | null> {
  const plain = new Map(header.map((name) => [lineOf(name).toLowerCase(), name]));
  const pick = (column: Column): string | null => COLUMNS[column].map((name) => plain.get(name)).find((name) => name !== undefined) ?? null;
  return { title: pick('title'), number: pick('number'), kind: pick('kind'), sponsor: pick('sponsor'), minutes: pick('minutes'), summary: pick('summary') };
}

/** Rows of a CSV file, header first read: "2.1" lies below "2". Null without a column of titles. */
export function readCsvRows(header: readonly string[], rows: readonly Readonly<Record<string, string>>[]): Omit<ImportedAgenda, 'format'> | null {
  const columns = columnsOf(header);
  if (columns.title === null) return null;
  const items: ImportedItem[] = [];
  const byNumber = new Map<string, ImportedItem>();
  for (const row of rows) {
    const cell = (column: Column): string => lineOf(row[columns[column] ?? '']);
    const minutes = Number.parseInt(cell('minutes'), 10);
    const item = itemOf({ text: cell('title') || Object.values(row).map(lineOf).filter((text) => text !== '').join(' · '), kind: kindOf(cell('kind')), sponsor: cell('sponsor'), minutes: Number.isNaN(minutes) ? null : Math.min(Math.max(minutes, 0), 1440), more: [cell('summary')] });
    const number = cell('number').replace(/\.$/, '');
    const parent = byNumber.get(number.split('.').slice(0, -1).join('.'));
    (parent ?? { children: items }).children.push(item);
    if (number !== '') byNumber.set(number, item);
  }
  return { meetings: [{ title: '', startsAt: null, endsAt: null, place: '', onlineLink: null, cancelled: false, items }], lines: 1 + rows.length };
}
