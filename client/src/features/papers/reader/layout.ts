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

export function layOut(count: number, sizeAt: (page: number) => PageSize, fit: Fit, frame: Frame): PageLayout {
  const tops = new Float64Array(count + 2);
  const widths = new Float64Array(count + 2);
  let top = GAP;
  for (let page = 1; page <= count; page += 1) {
    const size = sizeAt(page);
    const scale = scaleOf(size, fit, frame);
    tops[page] = top;
    widths[page] = Math.floor(size.width * scale);
    top += Math.floor(size.height * scale) + GAP;
  }
  tops[count + 1] = top;
  const sizeOf = (page: number) => ({ width: widths[page] ?? 0, height: (tops[page + 1] ?? 0) - (tops[page] ?? 0) - GAP });
  return { count, tops, sizeOf };
}

/** The page whose strip holds this height. */
export function pageAt(layout: PageLayout, y: number): number {
  let low = 1;
  let high = layout.count;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((layout.tops[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function clampPage(page: number, count: number): number {
  return Math.min(Math.max(1, Math.round(page)), Math.max(1, count));
}
