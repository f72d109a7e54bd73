import fc from 'fast-check';
import { PACES } from '../../../src/http/costs.js';
import { isFull, type Pace, type Purse, spend } from '../../../src/http/domain/pace.js';

const PACE: Pace = { most: 3, perSecond: 0.5 };

/** Who of so many requests, each at its second, passes. */
function passed(pace: Pace, seconds: number[]): boolean[] {
  let purse: Purse | undefined;
  return seconds.map((second) => {
    const spent = spend(purse, pace, second * 1000);
    purse = spent.purse;
    return spent.waitSeconds === 0;
  });
}

describe('a pace', () => {
  it.each<[string, number[], boolean[]]>([
    ['lets so many through at once, and not one more', [0, 0, 0, 0], [true, true, true, false]],
    ['lets the next through when it is due, not a moment earlier', [0, 0, 0, 1.999, 2], [true, true, true, false, true]],
    ['forgets after a pause, and never saves up more than its most', [0, 0, 0, 3600, 3600, 3600, 3600], [true, true, true, true, true, true, false]],
    ['is not fooled by a clock that goes back', [10, 10, 10, 0], [true, true, true, false]],
  ])('%s', (_, seconds, expected) => {
    expect(passed(PACE, seconds)).toEqual(expected);
  });

  it('says after how many whole seconds it may be tried again, and keeps its word', () => {
    let purse: Purse | undefined;
    for (let n = 0; n < 3; n += 1) purse = spend(purse, PACE, 0).purse;
    const { waitSeconds, purse: refused } = spend(purse, PACE, 500);
    expect(waitSeconds).toBe(2);
    expect(spend(refused, PACE, 500 + waitSeconds * 1000).waitSeconds).toBe(0);
  });

  it('never lets more through than its most and what has grown since', () => {
    fc.assert(fc.property(fc.array(fc.nat(60_000), { minLength: 1, maxLength: 200 }), (moments) => {
      const sorted = [...moments].sort((left, right) => left - right).map((moment) => moment / 1000);
      const through = passed(PACE, sorted).filter(Boolean).length;
      expect(through).toBeLessThanOrEqual(PACE.most + ((sorted.at(-1) ?? 0) - (sorted[0] ?? 0)) * PACE.perSecond + 1e-9);
    }));
  });

  it('is full again when nothing of it is remembered', () => {
    const { purse } = spend(undefined, PACE, 0);
    expect([isFull(purse, PACE, 1999), isFull(purse, PACE, 2000)]).toEqual([false, true]);
  });

  it('lets a whole room of 2,000 that is not signed in yet through one address at one moment, twice', () => {
    expect(passed(PACES.anonymous, Array.from({ length: 4000 }, () => 0)).every(Boolean)).toBe(true);
  });
});
