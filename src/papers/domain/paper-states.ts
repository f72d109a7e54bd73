import type { ErrorCode } from '../../contract/error-codes.js';
import { type Calendar, workingDaysBetween } from '../../bodies/domain/working-days.js';

export const PAPER_STATES = ['draft', 'released', 'recalled'] as const;
/** `draft`: never released. `released`: members read the newest released version. `recalled`: taken back, with a reason. */
export type PaperState = (typeof PAPER_STATES)[number];

export const PAPER_PARTS = ['main', 'summary', 'annex'] as const;
/** `main`: what is submitted, with its letter. `summary`: the short form that long papers need. `annex`: all else. (product/rules.md §1) */
export type PaperPart = (typeof PAPER_PARTS)[number];

/** What the rules need to know of a paper. */
export interface PaperStanding {
  state: PaperState;
  /** The newest version waits to be released. */
  hasUnreleased: boolean;
  /** What the paper lies on may change now. */
  ownerEditable: boolean;
}

/** How a session's pack stands before it goes out. */
export interface PackStanding {
  sent: boolean;
  frozen: boolean;
  /** The agenda may change now. */
  agendaEditable: boolean;
}

/** A frozen pack is looked over and sent as it is; after that papers come as supplements, each by itself. (product/rules.md §3) */
export const isPackEditable = ({ sent, frozen, agendaEditable }: PackStanding): boolean => agendaEditable && (sent || !frozen);

export function whyCannotFreeze({ sent, frozen, agendaEditable }: PackStanding): ErrorCode | null {
  return !sent && !frozen && agendaEditable ? null : 'packStateForbids';
}

export function whyCannotThaw({ sent, frozen }: PackStanding): ErrorCode | null {
  return !sent && frozen ? null : 'packStateForbids';
}

/** After release nothing is edited in place: a new version comes beside the old one. (product/rules.md §3) */
export function whyCannotReplace(paper: PaperStanding): ErrorCode | null {
  return paper.ownerEditable ? null : 'paperStateForbids';
}

/** Only what waits can be released. */
export function whyCannotRelease(paper: PaperStanding): ErrorCode | null {
  return paper.ownerEditable && paper.hasUnreleased ? null : 'paperStateForbids';
}

/** A wrong or secret paper is taken back at any time, also after the session. */
export function whyCannotRecall(paper: PaperStanding, reason: string): ErrorCode | null {
  if (paper.state !== 'released') return 'paperStateForbids';
  return reason.trim() === '' ? 'reasonMissing' : null;
}

/** What was read by others is never removed. */
export function whyCannotRemove(paper: PaperStanding): ErrorCode | null {
  return paper.state === 'draft' && paper.ownerEditable ? null : 'paperStateForbids';
}

/** When a paper comes out and when it is needed, as dates in the body's country. */
export interface LeadTime {
  releasedOn: string;
  neededOn: string;
  /** Working days the rule set asks for. */
  leadDays: number;
}

/** Late: fewer working days between release and the day it is needed than the regulation asks. (NĐ 138/2016, rules.md §1) */
export function isLate(lead: LeadTime, calendar: Calendar): boolean {
  return workingDaysBetween(lead.releasedOn, lead.neededOn, calendar) < lead.leadDays;
}
