import type { ErrorCode } from '../../contract/error-codes.js';
import type { PaperPart } from '../../papers/domain/paper-states.js';

export const DOSSIER_STATES = ['draft', 'submitted', 'returned', 'checked', 'placed', 'withdrawn'] as const;
/**
 * `draft`: the sponsor's alone. `submitted`: with the secretariat. `returned`: to be mended, with a reason. `checked`: accepted, waits for its
 * place. `placed`: its papers lie on an agenda item. `withdrawn`: taken back before that. (product/rules.md §3)
 */
export type DossierState = (typeof DOSSIER_STATES)[number];

export const DOSSIER_ACTS = ['submit', 'withdraw', 'return', 'check', 'place'] as const;
export type DossierAct = (typeof DOSSIER_ACTS)[number];

const FROM: Record<DossierAct, readonly DossierState[]> = {
  submit: ['draft', 'returned'],
  withdraw: ['draft', 'submitted', 'returned'],
  return: ['submitted', 'checked'],
  check: ['submitted'],
  place: ['submitted', 'checked'],
};
const TO: Record<DossierAct, DossierState> = { submit: 'submitted', withdraw: 'withdrawn', return: 'returned', check: 'checked', place: 'placed' };

/** What an act makes of a dossier, or why it cannot be. A return needs a reason. */
export function actOn(state: DossierState, act: DossierAct, reason = ''): { next: DossierState } | { refusal: ErrorCode } {
  if (!FROM[act].includes(state)) return { refusal: 'dossierStateForbids' };
  if (act === 'return' && reason.trim() === '') return { refusal: 'reasonMissing' };
  return { next: TO[act] };
}

/** The sponsor changes what nobody looks at. */
export const isDossierEditable = (state: DossierState): boolean => FROM.submit.includes(state);

export type DossierFindingCode = 'mainMissing' | 'summaryMissing' | 'summaryTooLong' | 'needsPassword' | 'noText' | 'attachments' | 'trackedChanges' | 'comments' | 'hiddenText' | 'outsideLinks';

/** `blocks`: it cannot be submitted so. `paperId` null: about the whole dossier. */
export interface DossierFinding {
  code: DossierFindingCode;
  paperId: string | null;
  blocks: boolean;
  params: Record<string, number>;
}

/** What is asked of a paper of a dossier. */
export interface DossierPaperFacts {
  id: string;
  part: PaperPart | null;
  /** 0 when the file needs a password. */
  pages: number;
  needsPassword: boolean;
  hasText: boolean;
  /** Of the Word document it was made from. */
  warnings: readonly DossierFindingCode[];
}

/** Numbers of the body's rule set. */
export interface SummaryRule {
  /** Pages of the main papers above which a summary is required; null: never. */
  summaryAbovePages: number | null;
  /** Pages a summary may have; null: any number. */
  summaryAtMostPages: number | null;
}

/** What is missing or should be looked at. A summary is required above so many pages and has at most so many. (NĐ 191/2026: 10 and 6, product/rules.md §1) */
export function findingsOf(papers: readonly DossierPaperFacts[], { summaryAbovePages, summaryAtMostPages }: SummaryRule): DossierFinding[] {
  const main = papers.filter(({ part }) => part === 'main' || part === null);
  const summaries = papers.filter(({ part }) => part === 'summary');
  const pages = main.reduce((sum, paper) => sum + paper.pages, 0);
  const findings: DossierFinding[] = [];
  if (main.length === 0) findings.push({ code: 'mainMissing', paperId: null, blocks: true, params: {} });
  if (summaryAbovePages !== null && pages > summaryAbovePages && summaries.length === 0) findings.push({ code: 'summaryMissing', paperId: null, blocks: true, params: { pages, above: summaryAbovePages } });
  return [...findings, ...papers.flatMap((paper) => ofPaper(paper, summaryAtMostPages))];
}

function ofPaper(paper: DossierPaperFacts, atMost: number | null): DossierFinding[] {
  const about = (code: DossierFindingCode, blocks: boolean, params: DossierFinding['params'] = {}): DossierFinding => ({ code, paperId: paper.id, blocks, params });
  const findings: DossierFinding[] = [];
  if (paper.part === 'summary' && atMost !== null && paper.pages > atMost) findings.push(about('summaryTooLong', true, { pages: paper.pages, atMost }));
  if (paper.needsPassword) findings.push(about('needsPassword', true));
  if (!paper.hasText && !paper.needsPassword) findings.push(about('noText', false));
  return [...findings, ...paper.warnings.map((code) => about(code, false))];
}
