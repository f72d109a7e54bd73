import fc from 'fast-check';
import { horseshoe, isCrowded, placesOf } from '../../../src/bodies/domain/seat-plan.js';

describe('where the seats of a body stand', () => {
  it('is a horseshoe in protocol order: the first in the middle of the head', () => {
    const places = horseshoe(27);
    expect(places[0]).toEqual({ row: 1, column: 6 });
    expect(places.slice(1, 3)).toEqual([{ row: 1, column: 7 }, { row: 1, column: 5 }]);
    expect(places.filter(({ row }) => row === 1)).toHaveLength(9);
    expect(places.slice(9, 11)).toEqual([{ row: 2, column: 11 }, { row: 2, column: 1 }]);
  });

  it('never puts two at one place, nor anybody outside of the room, however many there are', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 600 }), (seats) => {
      const places = horseshoe(seats);
      expect(places).toHaveLength(seats);
      expect(isCrowded(places)).toBe(false);
      expect(places.every(({ row, column }) => row >= 1 && column >= 1 && row <= 300 && column <= 60)).toBe(true);
    }));
  });

  it('is as it was drawn; seats that came later stand behind, each at a place of its own', () => {
    const drawn = [{ number: 2, place: { row: 1, column: 2 } }, { number: 1, place: { row: 1, column: 1 } }];
    const places = placesOf([...drawn, ...[5, 3, 4].map((number) => ({ number, place: null }))]);
    expect(places.map(({ number, place }) => [number, place.row, place.column])).toEqual([[1, 1, 1], [2, 1, 2], [3, 2, 1], [4, 2, 2], [5, 3, 1]]);
  });
});
