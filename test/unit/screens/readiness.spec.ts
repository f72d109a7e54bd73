import fc from 'fast-check';
import { workingDaysBetween } from '../../../src/bodies/domain/working-days.js';
import { type ItemFacts, papersDueOn, readinessOf, type SessionFacts } from '../../../src/screens/domain/readiness.js';

const TET: ReadonlyMap<string, 'holiday' | 'workday'> = new Map([['2026-02-16', 'holiday'], ['2026-02-17', 'holiday'], ['2026-02-18', 'holiday'], ['2026-02-19', 'holiday'], ['2026-02-20', 'holiday']]);
const ITEM: ItemFacts = { id: 'a', kind: 'decision', sponsor: 'Bộ Tài chính', minutes: 10, summary: null, hasChildren: false, hasSummary: false, pages: 4, latePapers: 0, allowedBy: null };
const codes = (item: Partial<ItemFacts>, session: Partial<SessionFacts> = {}): string[] =>
  readinessOf({ place: 'Phòng họp', onlineLink: null, minutes: 120, summaryAbovePages: 10, items: [{ ...ITEM, ...item }], ...session }).map(({ code, blocks }) => (blocks ? `${code}!` : code));

describe('whether a session is ready', () => {
  it.each([
    [{}, {}, []],
    [{}, { items: [] }, ['agendaEmpty!']],
    [{}, { place: ' ' }, ['placeMissing!']],
    [{}, { place: ' ', onlineLink: 'https://example.test' }, []],
    [{ minutes: 120 }, {}, []],
    [{ minutes: 121 }, {}, ['overLong']],
    [{ sponsor: ' ' }, {}, ['sponsorMissing']],
    [{ pages: null }, {}, ['paperMissing']],
    [{ pages: null, kind: 'oral' }, {}, []],
    [{ pages: null, hasChildren: true, sponsor: null }, {}, []],
    [{ pages: 10 }, {}, []],
    [{ pages: 11 }, {}, ['summaryMissing']],
    [{ pages: 11 }, { summaryAbovePages: null }, []],
    [{ pages: 11, summary: 'Tóm tắt' }, {}, []],
    [{ latePapers: 1 }, {}, ['late']],
    [{ latePapers: 1, allowedBy: 'Thủ tướng Chính phủ' }, {}, ['lateAllowed']],
  ] as const)('%j %j: %j', (item, session, expected) => {
    expect(codes(item, session)).toEqual(expected);
  });

  it.each([
    ['2019-06-24', 5, '2019-06-17'],
    ['2019-06-24', 3, '2019-06-19'],
    ['2019-06-24', 0, '2019-06-24'],
    ['2026-02-24', 3, '2026-02-12'],
  ])('a session on %s with %i working days has its papers by %s', (date, days, expected) => {
    expect(papersDueOn(date, days, TET)).toBe(expected);
  });

  it('is the last such day: one day later is too late', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 10 }), (offset, days) => {
      const session = new Date(Date.UTC(2026, 0, 5 + offset)).toISOString().slice(0, 10);
      const due = papersDueOn(session, days, TET);
      const next = new Date(Date.parse(due) + 86_400_000).toISOString().slice(0, 10);
      expect(workingDaysBetween(due, session, TET)).toBeGreaterThanOrEqual(days);
      expect(workingDaysBetween(next, session, TET)).toBeLessThan(days);
    }));
  });
});
