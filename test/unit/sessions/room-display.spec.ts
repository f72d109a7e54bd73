import { isDisplayOver } from '../../../src/sessions/domain/room-display.js';
import { displayedSessions } from '../../../src/realtime/messages.js';

const ENDED = new Date('2019-06-24T10:00:00Z');

describe('a room display', () => {
  it.each([
    ['inSession', null, '2019-06-24T09:00:00Z', false],
    ['ended', ENDED, '2019-06-25T09:59:59.999Z', false],
    ['ended', ENDED, '2019-06-25T10:00:00Z', true],
    ['concluded', ENDED, '2019-06-24T10:00:00Z', false],
    ['postponed', null, '2019-06-24T09:00:00Z', true],
    ['cancelled', null, '2019-06-24T09:00:00Z', true],
  ] as const)('of a session that is %s since %s is over at %s: %s', (state, endedAt, now, isOver) => expect(isDisplayOver({ state, endedAt }, new Date(now))).toBe(isOver));

  it('is told once for each session of a batch, by the highest number, and of nothing that walls do not show', () => {
    const delivery = { audience: 'body:1', prev: 0 };
    const sessions = displayedSessions([
      { ...delivery, seq: 1, type: 'motion.cast', ids: { sessionId: 'a' } }, { ...delivery, seq: 2, type: 'comment.added', ids: { sessionId: 'b' } },
      { ...delivery, seq: 3, type: 'motion.cast', ids: { sessionId: 'a' } }, { ...delivery, seq: 4, type: 'body.changed', ids: {} },
    ]);
    expect([...sessions]).toEqual([['a', 3]]);
  });
});
