import type { PlacedSeat } from '../../../api/contract';

const MOST_COLUMNS = 60;
const MOST_ROWS = 300;

/** A seat at another place; who sat there takes the old one. The same list where the place is outside of the room. */
export function moveSeat(seats: readonly PlacedSeat[], seatId: string, to: { row: number; column: number }): PlacedSeat[] {
  const moved = seats.find((seat) => seat.seatId === seatId);
  if (!moved || to.row < 1 || to.column < 1 || to.row > MOST_ROWS || to.column > MOST_COLUMNS) return [...seats];
  return seats.map((seat) => {
    if (seat.seatId === seatId) return { ...seat, ...to };
    return seat.row === to.row && seat.column === to.column ? { ...seat, row: moved.row, column: moved.column } : seat;
  });
}

/** Rows and columns to draw: all that are used, and one more to grow into. */
export function sizeOf(seats: readonly PlacedSeat[]): { rows: number; columns: number } {
  return { rows: Math.min(MOST_ROWS, 1 + Math.max(1, ...seats.map(({ row }) => row))), columns: Math.min(MOST_COLUMNS, 1 + Math.max(1, ...seats.map(({ column }) => column))) };
}
