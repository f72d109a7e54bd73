/** Places on a page as shares of it, in its own rotation, whatever the reader has turned it to. */
export interface Spot { x: number; y: number }

/** Where a pointer is on a page that is shown turned by so many degrees. */
export function spotAt(event: { clientX: number; clientY: number }, page: Element, rotation: number): Spot {
  const box = page.getBoundingClientRect();
  const u = Math.min(1, Math.max(0, (event.clientX - box.left) / Math.max(1, box.width)));
  const v = Math.min(1, Math.max(0, (event.clientY - box.top) / Math.max(1, box.height)));
  switch (rotation) {
    case 90: return { x: v, y: 1 - u };
    case 180: return { x: 1 - u, y: 1 - v };
    case 270: return { x: 1 - v, y: u };
    default: return { x: u, y: v };
  }
}

const turns: Record<number, string> = { 90: 'rotate(90deg) translateY(-100%)', 180: 'rotate(180deg) translate(-100%, -100%)', 270: 'rotate(270deg) translateX(-100%)' };

/** The page as it was before it was turned: what lies on it is drawn there. */
export function layerStyle(width: number, height: number, rotation: number) {
  const isSide = rotation % 180 !== 0;
  return { width: isSide ? height : width, height: isSide ? width : height, transform: turns[rotation] ?? 'none' };
}

export const UNITS = 1000;

/** A line through all its points; x, y and pressure follow each other. */
export function pathOf(points: readonly number[], ratio: number): string {
  const places: string[] = [];
  for (let at = 0; at + 1 < points.length; at += 3) places.push(`${((points[at] ?? 0) * UNITS).toFixed(1)} ${((points[at + 1] ?? 0) * UNITS * ratio).toFixed(1)}`);
  // A dot is a line to itself.
  return places.length === 1 ? `M${places[0]} L${places[0]}` : `M${places.join(' L')}`;
}

/** A harder press draws a broader line. */
export function widthOf(points: readonly number[]): number {
  let sum = 0;
  let count = 0;
  for (let at = 2; at < points.length; at += 3) {
    sum += points[at] ?? 0.5;
    count += 1;
  }
  return 1.6 + 3 * (count === 0 ? 0.5 : sum / count);
}

const LEAST_STEP = 0.0016;
const MOST_NUMBERS = 2997;

/** Points that say nothing new are left out; the rest are rounded. */
export function thinned(points: readonly number[]): number[] {
  const kept: number[] = [];
  for (let at = 0; at + 2 < points.length; at += 3) {
    const [x = 0, y = 0, pressure = 0.5] = points.slice(at, at + 3);
    const isLast = at + 5 >= points.length;
    const far = kept.length === 0 ? Infinity : Math.hypot(x - (kept.at(-3) ?? 0), y - (kept.at(-2) ?? 0));
    if (far >= LEAST_STEP || (isLast && far > 0)) kept.push(...[x, y, pressure].map((value) => Math.round(value * 10_000) / 10_000));
  }
  return kept.slice(0, MOST_NUMBERS);
}

/** How near a line comes to a spot, as a share of the page's width. */
export function distanceTo(points: readonly number[], { x, y }: Spot): number {
  let least = Infinity;
  for (let at = 0; at + 1 < points.length; at += 3) {
    const [ax = 0, ay = 0] = points.slice(at, at + 2);
    const [bx = ax, by = ay] = points.slice(at + 3, at + 5);
    const [dx, dy] = [bx - ax, by - ay];
    const length = dx * dx + dy * dy;
    const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
    least = Math.min(least, Math.hypot(x - ax - t * dx, y - ay - t * dy));
  }
  return least;
}
