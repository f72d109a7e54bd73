import { isTooOld } from '../../../client/src/api/pack/age.js';

const DAY = 86_400_000;

describe('papers that were taken along', () => {
  it.each<[string, number, number, boolean]>([
    ['stay on the last moment', 0, 7 * DAY, false],
    ['go a moment later', 0, 7 * DAY + 1, true],
    ['go although the clock was turned back', 8 * DAY, 2 * DAY, true],
    ['stay when it was turned back within their days', 3 * DAY, 2 * DAY, false],
  ])('%s', (_, latestAt, now, expected) => {
    expect(isTooOld({ contactAt: 0, latestAt, keepMs: 7 * DAY }, now)).toBe(expected);
  });

  it('go at once where the operator takes taking along away', () => {
    expect(isTooOld({ contactAt: 5, latestAt: 5, keepMs: 0 }, 6)).toBe(true);
  });
});
