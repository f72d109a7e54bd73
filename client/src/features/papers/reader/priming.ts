import type { PDFPageProxy, RenderTask } from './engine';

const primed = new WeakMap<PDFPageProxy, RenderTask>();

/**
 * Lets pdf.js fetch and read what a page consists of while the reader around it is still being built: a painting begun on one pixel. What it brings
 * serves the painting that comes (pdf.js keeps it by page and purpose).
 */
export function prime(page: PDFPageProxy): void {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [1, 1];
  const task = page.render({ canvas, viewport: page.getViewport({ scale: 0.001 }) });
  primed.set(page, task);
  // The painting that comes says what went wrong.
  task.promise.catch(() => undefined);
}

/** The painting has begun: nobody needs the other. */
export function endPriming(page: PDFPageProxy): void {
  primed.get(page)?.cancel();
  primed.delete(page);
}
