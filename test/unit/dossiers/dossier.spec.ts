import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { actOn, DOSSIER_ACTS, DOSSIER_STATES, type DossierPaperFacts, findingsOf, isDossierEditable, type SummaryRule } from '../../../src/dossiers/domain/dossier.js';

const RULE: SummaryRule = { summaryAbovePages: 10, summaryAtMostPages: 6 };
const paper = (facts: Partial<DossierPaperFacts>): DossierPaperFacts => ({ id: 'p', part: 'main', pages: 3, needsPassword: false, hasText: true, warnings: [], ...facts });
const codes = (papers: DossierPaperFacts[], rule = RULE): string[] => findingsOf(papers, rule).map(({ code }) => code);

describe('a dossier on its way', () => {
  it.each([
    ['draft', 'submit', 'submitted'], ['returned', 'submit', 'submitted'], ['submitted', 'check', 'checked'], ['submitted', 'place', 'placed'],
    ['checked', 'place', 'placed'], ['checked', 'return', 'returned'], ['submitted', 'withdraw', 'withdrawn'],
  ] as const)('%s: %s makes it %s', (state, act, next) => {
    expect(actOn(state, act, 'Thiếu báo cáo thẩm định')).toEqual({ next });
  });

  it('is not returned without a reason', () => {
    expect(actOn('submitted', 'return', ' \n')).toEqual({ refusal: 'reasonMissing' });
  });

  it('never leaves the agenda or comes back after it was withdrawn', () => {
    fc.assert(fc.property(fc.constantFrom('placed' as const, 'withdrawn' as const), fc.constantFrom(...DOSSIER_ACTS), (state, act) => 'refusal' in actOn(state, act, 'x')));
  });

  it('is changed only while its sponsor could submit it', () => {
    for (const state of DOSSIER_STATES) expect(isDossierEditable(state)).toBe(!('refusal' in actOn(state, 'submit')));
  });
});

describe('the summary rule (NĐ 191/2026: above 10 pages, at most 6)', () => {
  it.each([
    ['10 pages need none', [paper({ pages: 10 })], []],
    ['11 pages need one', [paper({ pages: 11 })], ['summaryMissing']],
    ['pages of all main papers count together', [paper({ pages: 6 }), paper({ id: 'q', pages: 5, part: null })], ['summaryMissing']],
    ['annexes do not count', [paper({ pages: 9 }), paper({ id: 'q', pages: 300, part: 'annex' })], []],
    ['a summary of 6 pages will do', [paper({ pages: 11 }), paper({ id: 'q', pages: 6, part: 'summary' })], []],
    ['one of 7 pages is too long', [paper({ pages: 11 }), paper({ id: 'q', pages: 7, part: 'summary' })], ['summaryTooLong']],
    ['a summary alone is no dossier', [paper({ part: 'summary' })], ['mainMissing']],
  ])('%s', (_title, papers, wanted) => {
    expect(codes(papers)).toEqual(wanted);
  });

  it('asks for nothing under regulations without it', () => {
    expect(codes([paper({ pages: 900 }), paper({ id: 'q', pages: 90, part: 'summary' })], { summaryAbovePages: null, summaryAtMostPages: null })).toEqual([]);
  });
});

describe('what else is looked at', () => {
  it('stops what only its sponsor can open, and lets a scan pass with a word', () => {
    expect(findingsOf([paper({ needsPassword: true, hasText: false, pages: 0 })], RULE)).toMatchObject([{ code: 'needsPassword', blocks: true, paperId: 'p' }]);
    expect(findingsOf([paper({ hasText: false })], RULE)).toMatchObject([{ code: 'noText', blocks: false }]);
  });

  it('tells what a Word document had in it', () => {
    expect(findingsOf([paper({ warnings: ['trackedChanges', 'attachments'] })], RULE)).toMatchObject([{ code: 'trackedChanges', blocks: false }, { code: 'attachments', blocks: false }]);
  });
});
