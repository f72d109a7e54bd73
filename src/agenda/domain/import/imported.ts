import type { ItemKind } from '../agenda.js';

/** An item as a file has it; `kind` null: the file does not say. */
export interface ImportedItem {
  title: string;
  kind: ItemKind | null;
  sponsor: string | null;
  minutes: number | null;
  /** Everything that has no field of its own: the rest of a long title, links of papers, remarks. */
  summary: string | null;
  children: ImportedItem[];
}

/** A meeting as a file has it. Times are instants, or wall clock without a zone; null: not said. */
export interface ImportedMeeting {
  title: string;
  startsAt: string | null;
  endsAt: string | null;
  place: string;
  onlineLink: string | null;
  cancelled: boolean;
  items: ImportedItem[];
}

export type ImportFormat = 'legistarEvents' | 'legistarItems' | 'sections' | 'notubiz' | 'popolo' | 'csv';

/** A whole file: its meetings, and how many lines (meetings and items) it had. None is lost: see `linesOf`. */
export interface ImportedAgenda {
  format: ImportFormat;
  meetings: ImportedMeeting[];
  lines: number;
}

/** A record of JSON whose fields are not known yet. */
export type Json = Readonly<Record<string, unknown>>;

export const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
export const listOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isJson) : []);

/** One line of text: NFC, single spaces, trimmed; empty for what is no text. */
export function lineOf(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value.normalize('NFC').replace(/\s+/gu, ' ').trim() : '';
}

const LONGEST_TITLE = 300;

/** An item from its words: what is too long for a title goes whole into the summary. */
export function itemOf(words: { text: string; kind?: ItemKind | null; sponsor?: string; minutes?: number | null; more?: readonly string[]; children?: ImportedItem[] }): ImportedItem {
  const { text, kind = null, sponsor = '', minutes = null, more = [], children = [] } = words;
  const isLong = text.length > LONGEST_TITLE;
  const cut = text.slice(0, LONGEST_TITLE - 1);
  const title = isLong ? `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_TITLE / 2))}…` : text;
  const summary = [isLong ? text : '', ...more].filter((part) => part !== '').join('\n');
  return { title, kind, sponsor: sponsor === '' ? null : sponsor, minutes, summary: summary === '' ? null : summary, children };
}

/** Meetings and items of what was read: the same number as the file had lines, or something was lost. */
export function linesOf(meetings: readonly ImportedMeeting[]): number {
  const count = (items: readonly ImportedItem[]): number => items.reduce((sum, item) => sum + 1 + count(item.children), 0);
  return meetings.reduce((sum, { items }) => sum + 1 + count(items), 0);
}
