import type { Hit, PageHits } from './find';

/** Hits are painted with the CSS Custom Highlight API: no change to the text layer, so selection and screen readers stay right. */
const HITS = 'paper-find';
const CURRENT = 'paper-find-current';
/** By the letters of the page: two papers may lie beside one another. */
const shown = new Map<readonly HTMLElement[], { all: Range[]; current: Range | null }>();

function textNodeOf(element: HTMLElement | undefined): Text | null {
  return element?.firstChild instanceof Text ? element.firstChild : null;
}

function rangeOf(divs: readonly HTMLElement[], [startItem, startOffset, endItem, endOffset]: Hit): Range | null {
  const start = textNodeOf(divs[startItem]);
  const end = textNodeOf(divs[endItem]);
  if (!start || !end) return null;
  const range = document.createRange();
  range.setStart(start, Math.min(startOffset, start.length));
  range.setEnd(end, Math.min(endOffset, end.length));
  return range;
}

function repaint(): void {
  if (!('highlights' in CSS)) return;
  CSS.highlights.set(HITS, new Highlight(...[...shown.values()].flatMap(({ all }) => all)));
  CSS.highlights.set(CURRENT, new Highlight(...[...shown.values()].flatMap(({ current }) => (current ? [current] : []))));
}

/** Marks the hits of a page and brings the current one into sight. Returns how to take the marks away. */
export function showHits(divs: readonly HTMLElement[], { hits }: PageHits, currentHit: number | null): () => void {
  const ranges = hits.map((hit) => rangeOf(divs, hit));
  const current = currentHit === null ? null : (ranges[currentHit] ?? null);
  shown.set(divs, { all: ranges.filter((range) => range !== null), current });
  repaint();
  current?.startContainer.parentElement?.scrollIntoView({ block: 'center', inline: 'nearest' });
  return () => {
    shown.delete(divs);
    repaint();
  };
}
