import fc from 'fast-check';
import { type Opened, receiptsOf, type Recipient } from '../../../src/papers/domain/receipts.js';

const at = new Date('2026-06-01T02:00:00Z');
const opened = (accountId: string, number: number): Opened => ({ accountId, number, openedAt: at, furthestPage: 3 });
const member = (accountId: string | null, isRecused = false): Recipient => ({ kind: 'member', accountId, isRecused });

describe('receipts of a paper', () => {
  it.each([
    ['who has opened the current version', member('a'), [opened('a', 2)], 2, 'opened'],
    ['who has opened an older one and the current one', member('a'), [opened('a', 2), opened('a', 1)], 2, 'opened'],
    ['who still holds an older one', member('a'), [opened('a', 1)], 2, 'old'],
    ['who has opened nothing', member('a'), [opened('b', 2)], 2, 'delivered'],
    ['who waits for the release', member('a'), [], null, 'waiting'],
    ['who has no account', member(null), [opened('a', 2)], 2, 'noAccount'],
    ['who is recused, also after having opened it', member('a', true), [opened('a', 2)], 2, 'recused'],
  ] as const)('%s', (_name, recipient, openings, current, state) => expect(receiptsOf([recipient], openings, current).map((receipt) => receipt.state)).toEqual([state]));

  it('give every recipient one line, whatever was opened in whatever order', () => {
    const anyone = fc.constantFrom('a', 'b', 'c', 'd');
    const opening = fc.record({ accountId: anyone, number: fc.integer({ min: 1, max: 4 }), openedAt: fc.constant(at), furthestPage: fc.integer({ min: 1, max: 9 }) });
    fc.assert(fc.property(fc.array(opening), fc.uniqueArray(anyone), fc.integer({ min: 1, max: 4 }), (openings, accounts, current) => {
      const receipts = receiptsOf(accounts.map((id) => member(id)), openings, current);
      expect(receipts.map(({ accountId }) => accountId)).toEqual(accounts);
      for (const { accountId, state, opened: last } of receipts) {
        const numbers = openings.filter((each) => each.accountId === accountId).map(({ number }) => number);
        expect(last?.number ?? 0).toBe(Math.max(0, ...numbers));
        expect(state).toBe(numbers.length === 0 ? 'delivered' : Math.max(...numbers) < current ? 'old' : 'opened');
      }
    }));
  });
});
