import papaparse from 'papaparse';
import { Refusal } from '../../http/refusal.js';
import { type ImportedAgenda, type ImportFormat, linesOf } from '../domain/import/imported.js';
import { readCsvRows } from '../domain/import/read-csv.js';
import { readLegistarEvents, readLegistarItems, readNotubiz, readPopolo, readSections } from '../domain/import/read-json.js';

/** In this order: the more particular form first. */
const READERS: [ImportFormat, (json: unknown) => Omit<ImportedAgenda, 'format'> | null][] = [
  ['legistarItems', readLegistarItems], ['sections', readSections], ['notubiz', readNotubiz], ['legistarEvents', readLegistarEvents], ['popolo', readPopolo],
];

/** Reads an agenda by what is in the file, not by its name. Refuses what it does not know; never loses a line in silence. */
export function readAgenda(text: string): ImportedAgenda {
  const plain = text.replace(/^\uFEFF/, '');
  const read = /^\s*[[{]/.test(plain) ? readJson(plain) : readCsv(plain);
  if (linesOf(read.meetings) !== read.lines) throw new Error(`an import read ${linesOf(read.meetings)} of ${read.lines} lines`);
  return read;
}

function readJson(text: string): ImportedAgenda {
  const json = parsed(text);
  for (const [format, reader] of READERS) {
    const read = reader(json);
    if (read !== null) return { format, ...read };
  }
  throw new Refusal('agendaFormatUnknown');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refusal('agendaFormatUnknown');
  }
}

function readCsv(text: string): ImportedAgenda {
  const { data, meta } = papaparse.parse<Record<string, string>>(text, { header: true, skipEmptyLines: 'greedy' });
  const read = readCsvRows(meta.fields ?? [], data);
  if (read === null || data.length === 0) throw new Refusal('agendaFormatUnknown');
  return { format: 'csv', ...read };
}
