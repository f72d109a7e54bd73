import fc from 'fast-check';
import { moveItem, numberAgenda, type Placed } from '../../../src/agenda/domain/agenda.js';

const item = (id: string, parentId: string | null, order: number): Placed => ({ id, parentId, order });
const AGENDA = [item('a', null, 0), item('b', null, 1), item('b1', 'b', 0), item('b2', 'b', 1), item('c', null, 2), item('b11', 'b1', 0)];
const numbers = (items: readonly Placed[]): string[] => numberAgenda(items).map(({ id, number }) => `${number} ${id}`);
const apply = (items: Placed[], changed: Placed[]): Placed[] => items.map((old) => changed.find((now) => now.id === old.id) ?? old);

describe('numbering an agenda', () => {
  it('numbers nested items in reading order', () => {
    expect(numbers(AGENDA)).toEqual(['1 a', '2 b', '2.1 b1', '2.1.1 b11', '2.2 b2', '3 c']);
  });
});

describe('moving an item', () => {
  it('renumbers by itself and touches only what changed', () => {
    const changed = moveItem(AGENDA, 'c', { parentId: null, index: 0 }) ?? [];
    expect(numbers(apply(AGENDA, changed))).toEqual(['1 c', '2 a', '3 b', '3.1 b1', '3.1.1 b11', '3.2 b2']);
    expect(changed.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c']);
  });

  it('takes its own items along below another parent and closes the gap it leaves', () => {
    const changed = moveItem(AGENDA, 'b1', { parentId: 'a', index: 5 }) ?? [];
    expect(numbers(apply(AGENDA, changed))).toEqual(['1 a', '1.1 b1', '1.1.1 b11', '2 b', '2.1 b2', '3 c']);
  });

  it.each([
    ['b', 'b', 'below itself'],
    ['b', 'b11', 'below one of its own'],
    ['a', 'nowhere', 'below an unknown item'],
    ['b', 'a', 'deeper than three levels'],
  ])('refuses %s below %s: %s', (id, parentId) => {
    expect(moveItem(AGENDA, id, { parentId, index: 0 })).toBeNull();
  });

  it('never loses or doubles an item', () => {
    fc.assert(fc.property(fc.constantFrom('a', 'b', 'b1', 'b2', 'c', 'b11'), fc.constantFrom(null, 'a', 'b', 'c'), fc.nat(6), (id, parentId, index) => {
      const changed = moveItem(AGENDA, id, { parentId, index });
      fc.pre(changed !== null);
      const after = numberAgenda(apply(AGENDA, changed ?? []));
      expect(after.map((placed) => placed.id).sort()).toEqual(AGENDA.map((placed) => placed.id).sort());
      expect(new Set(after.map((placed) => placed.number)).size).toBe(AGENDA.length);
    }));
  });
});
