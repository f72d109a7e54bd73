import { whyCannotRecuse } from '../../../src/agenda/domain/recusal.js';

describe('who may be recused from an item, and until when', () => {
  const facts = { session: 'inSession', hasRoll: false, isSelf: true, isOffice: false } as const;

  it.each([
    [{}, null], [{ session: 'draft' }, null], [{ isSelf: false, isOffice: true }, null],
    [{ isSelf: false }, 'notAllowed'], [{ hasRoll: true }, 'rollFrozen'], [{ session: 'ended' }, 'sessionStateForbids'], [{ session: 'cancelled' }, 'sessionStateForbids'],
  ] as const)('with %j: %s', (change, expected) => {
    expect(whyCannotRecuse({ ...facts, ...change })).toBe(expected);
  });
});
