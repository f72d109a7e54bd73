import fc from 'fast-check';
import { moveTurn, queueOf, type Queued, secondsOf, TURN_KINDS, whyCannotSpeak } from '../../../src/agenda/domain/speakers.js';

const turn = (id: string, kind: Queued['kind'], order: number): Queued => ({ id, kind, order });

describe('the speaker queue', () => {
  it('hears a point of order first, then an answer, then who presents, then the others as they asked', () => {
    const waiting = [turn('second', 'speech', 1), turn('presents', 'presentation', 0), turn('first', 'speech', 0), turn('order', 'pointOfOrder', 0), turn('answers', 'intervention', 0)];
    expect(queueOf(waiting).map(({ id }) => id)).toEqual(['order', 'answers', 'presents', 'first', 'second']);
  });

  it('puts a turn elsewhere among those of its kind, and tells only what changed', () => {
    const waiting = [turn('a', 'speech', 0), turn('b', 'speech', 1), turn('c', 'speech', 2), turn('p', 'pointOfOrder', 0)];
    expect(moveTurn(waiting, 'c', 0).map(({ id, order }) => [id, order])).toEqual([['c', 0], ['a', 1], ['b', 2]]);
    expect(moveTurn(waiting, 'b', 1)).toEqual([]);
    expect(moveTurn(waiting, 'nobody', 0)).toEqual([]);
  });

  it('loses and doubles nobody, wherever a turn goes', () => {
    const turns = fc.uniqueArray(fc.record({ id: fc.uuid(), kind: fc.constantFrom(...TURN_KINDS), order: fc.nat(20) }), { selector: ({ id }) => id, minLength: 1, maxLength: 20 });
    fc.assert(fc.property(turns, fc.nat(30), (waiting, index) => {
      const [moved] = waiting;
      const changed = new Map(moveTurn(waiting, moved?.id ?? '', index).map((one) => [one.id, one]));
      const after = queueOf(waiting.map((one) => changed.get(one.id) ?? one));
      expect(after.map(({ id }) => id).sort()).toEqual(waiting.map(({ id }) => id).sort());
      expect(new Set(after.filter(({ kind }) => kind === moved?.kind).map(({ order }) => order)).size).toBe(after.filter(({ kind }) => kind === moved?.kind).length);
    }));
  });

  it('measures whole seconds, until the end or until now, and never less than none', () => {
    const startedAt = new Date('2019-06-24T02:00:00Z');
    expect(secondsOf({ startedAt, endedAt: new Date('2019-06-24T02:04:59.600Z') }, startedAt)).toBe(300);
    expect(secondsOf({ startedAt, endedAt: null }, new Date('2019-06-24T02:00:07Z'))).toBe(7);
    expect(secondsOf({ startedAt, endedAt: null }, new Date('2019-06-24T01:59:00Z'))).toBe(0);
    expect(secondsOf({ startedAt: null, endedAt: null }, startedAt)).toBe(0);
  });

  it.each([['inSession', null], ['suspended', 'sessionNotRunning'], ['sent', 'sessionNotRunning'], ['ended', 'sessionNotRunning']] as const)('while the session is %s: %s', (state, expected) => {
    expect(whyCannotSpeak(state)).toBe(expected);
  });
});
