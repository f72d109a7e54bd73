import type { ItemKind } from '../../agenda/domain/agenda.js';
import { addDays, type Calendar, workingDaysBetween } from '../../bodies/domain/working-days.js';

/** What has to be looked at before a session is sent. */
export type ReadinessCode = 'agendaEmpty' | 'placeMissing' | 'overLong' | 'sponsorMissing' | 'paperMissing' | 'summaryMissing' | 'late' | 'lateAllowed';

/** One finding; `itemId` null: about the whole session. `blocks`: the session cannot be submitted so. */
export interface Finding {
  code: ReadinessCode;
  itemId: string | null;
  blocks: boolean;
  params: Record<string, string | number>;
}

/** What is asked of an item. */
export interface ItemFacts {
  id: string;
  kind: ItemKind;
  sponsor: string | null;
  minutes: number;
  summary: string | null;
  hasChildren: boolean;
  /** Pages of its papers, summaries apart; null: it has none. */
  pages: number | null;
  /** One of its papers is a summary. */
  hasSummary: boolean;
  /** Papers that came or would come out too late. */
  latePapers: number;
  allowedBy: string | null;
}

/** What is asked of a session. */
export interface SessionFacts {
  place: string;
  onlineLink: string | null;
  /** Minutes between its beginning and its end. */
  minutes: number;
  summaryAbovePages: number | null;
  items: readonly ItemFacts[];
}

/** The last day on which papers are in time: so many working days lie between it and the session. (NĐ 138/2016, product/rules.md §1) */
export function papersDueOn(sessionDate: string, leadDays: number, calendar: Calendar): string {
  let date = sessionDate;
  while (workingDaysBetween(date, sessionDate, calendar) < leadDays) date = addDays(date, -1);
  return date;
}

/** What is missing, too long or too late. Oral items and headings need no papers. */
export function readinessOf(session: SessionFacts): Finding[] {
  const { items } = session;
  const planned = items.reduce((sum, item) => sum + item.minutes, 0);
  const findings: Finding[] = [];
  if (items.length === 0) findings.push(about('agendaEmpty', null, true));
  if (session.place.trim() === '' && session.onlineLink === null) findings.push(about('placeMissing', null, true));
  if (planned > session.minutes) findings.push(about('overLong', null, false, { planned, minutes: session.minutes }));
  return [...findings, ...items.flatMap((item) => ofItem(item, session.summaryAbovePages))];
}

function ofItem(item: ItemFacts, summaryAbovePages: number | null): Finding[] {
  const needsPapers = (item.kind === 'decision' || item.kind === 'information') && !item.hasChildren;
  const isThick = summaryAbovePages !== null && (item.pages ?? 0) > summaryAbovePages && !item.summary?.trim() && !item.hasSummary;
  const findings: Finding[] = [];
  if (needsPapers && !item.sponsor?.trim()) findings.push(about('sponsorMissing', item.id, false));
  if (needsPapers && item.pages === null) findings.push(about('paperMissing', item.id, false));
  if (isThick) findings.push(about('summaryMissing', item.id, false, { pages: item.pages ?? 0, above: summaryAbovePages }));
  if (item.latePapers > 0) findings.push(item.allowedBy === null ? about('late', item.id, false, { count: item.latePapers }) : about('lateAllowed', item.id, false, { count: item.latePapers, name: item.allowedBy }));
  return findings;
}

function about(code: ReadinessCode, itemId: string | null, blocks: boolean, params: Finding['params'] = {}): Finding {
  return { code, itemId, blocks, params };
}
