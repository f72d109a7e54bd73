import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { checkInCodeAt, placeOfCheckInCode, secondsOfCode } from '../../../src/sessions/domain/check-in-code.js';

const hash = (content: string): Buffer => createHmac('sha256', 'a secret').update(content).digest();
const hashes = (content: string): Buffer[] => [createHmac('sha256', 'a newer secret').update(content).digest(), hash(content)];
const isSame = (given: string, right: string): boolean => given === right;
const ROOM = { sessionId: 'a', siteId: null };
const at = (time: string): Date => new Date(`2019-06-24T${time}Z`);

describe('the code to check in by', () => {
  it.each([
    ['in its own step', '01:00:00.000', '01:00:29.999', true],
    ['in the step after it, at its first moment', '01:00:00.000', '01:00:30.000', true],
    ['in the step after it, at its last moment', '01:00:29.999', '01:00:59.999', true],
    ['two steps later', '01:00:29.999', '01:01:00.000', false],
    ['before its step', '01:00:30.000', '01:00:29.999', false],
  ])('shown at one moment counts at another %s: %s, %s', (_, shown, given, counts) => {
    expect(placeOfCheckInCode(checkInCodeAt(ROOM, at(shown), hash), [ROOM], { now: at(given), hashes, isSame })).toEqual(counts ? ROOM : null);
  });

  it.each([['01:00:00.000', 30], ['01:00:00.999', 30], ['01:00:29.000', 1], ['01:00:29.999', 1], ['01:00:30.000', 30]])('changes, seen from %s, in %i seconds', (time, seconds) => expect(secondsOfCode(at(time))).toBe(seconds));

  it('has 96 bits in 16 letters that an address may hold', () => expect(checkInCodeAt(ROOM, at('01:00:00.000'), hash)).toMatch(/^[\w-]{16}$/));

  it('says where it hangs, and is of no other session or site', () => {
    const id = fc.string({ minLength: 1, maxLength: 8 });
    fc.assert(fc.property(id, id, id, (sessionId, siteId, other) => {
      const [room, site] = [{ sessionId, siteId: null }, { sessionId, siteId }];
      const now = at('01:00:00.000');
      const code = checkInCodeAt(site, now, hash);
      expect(placeOfCheckInCode(code, [room, site], { now, hashes, isSame })).toEqual(site);
      expect(placeOfCheckInCode(code, [room], { now, hashes, isSame })).toBeNull();
      if (other !== sessionId) expect(placeOfCheckInCode(code, [{ sessionId: other, siteId }], { now, hashes, isSame })).toBeNull();
    }));
  });

  it('is refused whatever its length when it is another', () => {
    fc.assert(fc.property(fc.string({ maxLength: 40 }), (code) => expect(placeOfCheckInCode(code, [ROOM], { now: at('01:00:00.000'), hashes, isSame })).toBeNull()));
  });
});
