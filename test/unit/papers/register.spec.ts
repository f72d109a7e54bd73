import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type HandedOut, handoutState, whyCannotHandOut } from '../../../src/papers/domain/register.js';

const NOW = new Date('2019-06-24T03:00:00Z');
const at = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);

describe('copies of papers that stay on paper', () => {
  it.each([
    ['no time was said', null, null, 'out'], ['the time is later', at(1), null, 'out'], ['it is this very moment', at(0), null, 'out'],
    ['it is over', at(-1), null, 'overdue'], ['it came back late', at(-60), at(-1), 'returned'],
  ] as const)('%s', (_title, dueAt, returnedAt, state) => {
    expect(handoutState({ dueAt, returnedAt }, NOW)).toBe(state);
  });

  it.each([
    ['a copy there is not', { number: 4, dueAt: null }, 'copyUnknown'], ['back before it is given', { number: 2, dueAt: at(0) }, 'copyDuePast'],
    ['what somebody has', { number: 1, dueAt: null }, 'copyOut'], ['what came back', { number: 2, dueAt: at(60) }, null], ['what nobody had', { number: 3, dueAt: null }, null],
  ] as const)('are not handed out: %s', (_title, wanted, refusal) => {
    const handouts: HandedOut[] = [{ number: 1, dueAt: null, returnedAt: null }, { number: 2, dueAt: null, returnedAt: at(-5) }];
    expect(whyCannotHandOut(3, handouts, { ...wanted, now: NOW })).toBe(refusal);
  });

  it('are with one person at a time, whatever is tried', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 8 }), fc.array(fc.record({ number: fc.integer({ min: 1, max: 10 }), isReturn: fc.boolean() }), { maxLength: 60 }), (copies, tries) => {
      const handouts: HandedOut[] = [];
      for (const { number, isReturn } of tries) {
        const out = handouts.find((handout) => handout.number === number && handout.returnedAt === null);
        if (isReturn && out) out.returnedAt = NOW;
        else if (whyCannotHandOut(copies, handouts, { number, dueAt: null, now: NOW }) === null) handouts.push({ number, dueAt: null, returnedAt: null });
      }
      const out = handouts.filter(({ returnedAt }) => returnedAt === null).map(({ number }) => number);
      return new Set(out).size === out.length && out.every((number) => number <= copies);
    }));
  });
});
