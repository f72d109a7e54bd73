/** In points, as the page says. */
export interface PageSize { width: number; height: number }
export type Fit = 'width' | 'page' | number;
export interface Frame { width: number; height: number }

const GAP = 12;
const CSS_PER_POINT = 96 / 72;
export const LEAST_SCALE = 0.25;
export const MOST_SCALE = 6;

export interface PageLayout {
  count: number;
  /** Top of page n (from 1) in pixels; the entry after the last is the whole height. */
  tops: Float64Array;
  sizeOf: (page: number) => Frame;
  /** Pages beside one another: 1 or 2. */
  columns: 1 | 2;
}

export function turned(size: PageSize, rotation: number): PageSize {
  return rotation % 180 === 0 ? size : { width: size.height, height: size.width };
}

/** Pixels per point for one page. A page wider than its neighbours still fits. */
export function scaleOf(size: PageSize, fit: Fit, frame: Frame): number {
  if (typeof fit === 'number') return fit * CSS_PER_POINT;
  const byWidth = Math.max(40, frame.width - 2 * GAP) / size.width;
  if (fit === 'width') return Math.min(byWidth, 2.2 * CSS_PER_POINT);
  return Math.min(byWidth, Math.max(40, frame.height - 2 * GAP) / size.height);
}

export function zoomOf(scale: number): number {
  return scale / CSS_PER_POINT;
}

/** Narrower than this two pages beside one another cannot be read. */
const LEAST_TWO_UP = 560;

function columnsIn(frame: Frame, isTwoUp: boolean): 1 | 2 {
  return isTwoUp && frame.width >= LEAST_TWO_UP ? 2 : 1;
}

export function layOut(count: number, sizeAt: (page: number) => PageSize, fit: Fit, frame: Frame, isTwoUp = false): PageLayout {
  const columns = columnsIn(frame, isTwoUp);
  const column = columns === 1 ? frame : { ...frame, width: (frame.width + GAP) / 2 };
  const tops = new Float64Array(count + 2);
  const widths = new Float64Array(count + 2);
  const heights = new Float64Array(count + 2);
  let top = GAP;
  for (let first = 1; first <= count; first += columns) {
    let highest = 0;
    for (let page = first; page < first + columns && page <= count; page += 1) {
      const size = sizeAt(page);
      // No page before the frame is known: what is painted for a frame of nothing would be painted again.
      const scale = frame.width === 0 ? 0 : scaleOf(size, fit, column);
      tops[page] = top;
      widths[page] = Math.floor(size.width * scale);
      heights[page] = Math.floor(size.height * scale);
      highest = Math.max(highest, heights[page] ?? 0);
    }
    top += highest + GAP;
  }
  tops[count + 1] = top;
  const sizeOf = (page: number) => ({ width: widths[page] ?? 0, height: heights[page] ?? 0 });
  return { count, tops, sizeOf, columns };
}

/** How wide the widest of these rows is, with what lies between its pages. */
export function widestRow(layout: PageLayout, pages: readonly number[]): number {
  const widest = Math.max(0, ...pages.map((page) => layout.sizeOf(page).width));
  return layout.columns === 1 ? widest : 2 * widest + GAP;
}

/** The page whose strip holds this height; of two beside one another the first. */
export function pageAt(layout: PageLayout, y: number): number {
  let low = 1;
  let high = layout.count;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((layout.tops[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low > 1 && layout.tops[low - 1] === layout.tops[low] ? low - 1 : low;
}

export function clampPage(page: number, count: number): number {
  return Math.min(Math.max(1, Math.round(page)), Math.max(1, count));
}
