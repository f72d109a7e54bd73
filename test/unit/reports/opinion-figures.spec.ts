import fc from 'fast-check';
import { type Asked, monthOf, monthsBetween, opinionCounts } from '../../../src/reports/domain/opinion-figures.js';

const SENT = new Date('2026-06-01T02:00:00Z');
const asked = (over: Partial<Asked> & { hours?: number } = {}): Asked => {
  const { hours, ...rest } = over;
  const answeredAt = hours === undefined ? null : new Date(SENT.getTime() + hours * 3_600_000);
  return { requestId: 'r', memberId: 'm', sentAt: SENT, isClosed: true, reply: answeredAt === null ? 'notAnswered' : 'answered', answeredAt, ...rest };
};

describe('figures of written opinions', () => {
  it('tell apart who answered, who is deemed to agree, who said nothing, and who still has time', () => {
    const list = [asked({ hours: 1 }), asked({ hours: 5 }), asked({ reply: 'deemed' }), asked(), asked({ isClosed: false }), asked({ isClosed: false, hours: 2 })];
    expect(opinionCounts(list)).toEqual({ asked: 6, answered: 3, deemed: 1, missing: 1, waiting: 1, medianHours: 2, onTime: 0.5 });
  });

  it('have no share and no hours where there is nothing to count', () => {
    expect(opinionCounts([])).toEqual({ asked: 0, answered: 0, deemed: 0, missing: 0, waiting: 0, medianHours: null, onTime: null });
    expect(opinionCounts([asked({ isClosed: false })])).toMatchObject({ waiting: 1, onTime: null });
  });

  it.each([[[3], 3], [[1, 4], 2.5], [[9, 1, 4], 4], [[1, 2, 3, 100], 2.5]])('the median of %j hours is %d', (hours, wanted) => {
    expect(opinionCounts(hours.map((each) => asked({ hours: each }))).medianHours).toBe(wanted);
  });

  it('always add up, whatever was answered', () => {
    const one = fc.record({ reply: fc.constantFrom('answered' as const, 'deemed' as const, 'notAnswered' as const), isClosed: fc.boolean(), hours: fc.integer({ min: 0, max: 200 }) });
    fc.assert(fc.property(fc.array(one), (list) => {
      const counts = opinionCounts(list.map(({ reply, isClosed, hours }) => ({ ...asked({ hours, isClosed }), reply, answeredAt: reply === 'answered' ? asked({ hours }).answeredAt : null })));
      expect(counts.answered + counts.deemed + counts.missing + counts.waiting).toBe(counts.asked);
      expect(counts.onTime === null || (counts.onTime >= 0 && counts.onTime <= 1)).toBe(true);
    }));
  });

  it('a request belongs to the month in which it was sent in Viet Nam', () => {
    expect(monthOf(new Date('2026-05-31T17:00:00Z'))).toBe('2026-06');
    expect(monthOf(new Date('2026-05-31T16:59:59Z'))).toBe('2026-05');
  });

  it.each([['2026-06-01', '2026-06-30', ['2026-06']], ['2025-11-30', '2026-02-01', ['2025-11', '2025-12', '2026-01', '2026-02']]])('months from %s to %s', (from, until, wanted) => {
    expect(monthsBetween(from, until)).toEqual(wanted);
  });
});
