import { type PDFDocumentProxy, type PDFPageProxy, RenderingCancelledException, TextLayer } from './engine';
import type { PageSize } from './layout';
import { endPriming } from './priming';
import { whilePainting } from './upkeep';
import { drawWatermark, freeCanvas } from './watermark';

const MOST_PIXELS = 12_000_000;

export interface PageLink { url: string | null; dest: unknown; left: number; top: number; width: number; height: number }

export interface Painting {
  document: PDFDocumentProxy; number: number; width: number; rotation: number; host: HTMLElement;
  /** Who reads, and when; written across the page. */
  mark: string;
  onSize: (number: number, size: PageSize) => void;
  onPainted: () => void;
  onText: (divs: HTMLElement[]) => void;
  onLinks: (links: PageLink[]) => void;
  onFailed: () => void;
}

/** Paints one page, then lays its text and links over it. Returns how to stop. */
export function paintPage(painting: Painting): () => void {
  let isStopped = false;
  const stops: (() => void)[] = [];
  const whenStopped = (stop: () => void) => (isStopped ? stop() : stops.push(stop));
  const paint = async () => {
    if (isStopped) return;
    const page = await painting.document.getPage(painting.number);
    if (isStopped) return;
    painting.onSize(painting.number, sizeOf(page));
    await paintCanvas(page, painting, whenStopped);
    if (isStopped) return;
    painting.onPainted();
    await Promise.allSettled([layText(page, painting, whenStopped), layLinks(page, painting, () => isStopped)]);
  };
  whilePainting(painting.document, paint).catch((error: unknown) => {
    if (!isStopped && !(error instanceof RenderingCancelledException)) painting.onFailed();
  });
  return () => {
    isStopped = true;
    for (const stop of stops) stop();
  };
}

function sizeOf(page: PDFPageProxy): PageSize {
  const { width, height } = page.getViewport({ scale: 1 });
  return { width, height };
}

function viewportOf(page: PDFPageProxy, { width, rotation }: Painting) {
  const turn = (page.rotate + rotation) % 360;
  return page.getViewport({ scale: width / page.getViewport({ scale: 1, rotation: turn }).width, rotation: turn });
}

async function paintCanvas(page: PDFPageProxy, painting: Painting, whenStopped: (stop: () => void) => void): Promise<void> {
  const viewport = viewportOf(page, painting);
  const density = Math.min(window.devicePixelRatio || 1, Math.sqrt(MOST_PIXELS / (viewport.width * viewport.height)));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.floor(viewport.width * density));
  canvas.height = Math.max(1, Math.floor(viewport.height * density));
  const task = page.render({ canvas, viewport, ...(density === 1 ? {} : { transform: [density, 0, 0, density, 0, 0] }) });
  endPriming(page);
  whenStopped(() => task.cancel());
  try {
    await task.promise;
  } catch (error) {
    freeCanvas(canvas);
    throw error;
  }
  drawWatermark(canvas, painting.mark);
  const layer = painting.host.querySelector<HTMLElement>('[data-layer="canvas"]');
  for (const old of layer?.querySelectorAll('canvas') ?? []) freeCanvas(old);
  layer?.append(canvas);
}

async function layText(page: PDFPageProxy, painting: Painting, whenStopped: (stop: () => void) => void): Promise<void> {
  const container = painting.host.querySelector<HTMLElement>('[data-layer="text"]');
  if (!container) return;
  const viewport = viewportOf(page, painting);
  painting.host.style.setProperty('--total-scale-factor', String(viewport.scale));
  container.replaceChildren();
  const layer = new TextLayer({ textContentSource: page.streamTextContent({ includeMarkedContent: true, disableNormalization: true }), container, viewport });
  whenStopped(() => layer.cancel());
  await layer.render();
  const end = document.createElement('div');
  end.className = 'endOfContent';
  container.append(end);
  painting.onText(layer.textDivs);
}

async function layLinks(page: PDFPageProxy, painting: Painting, isStopped: () => boolean): Promise<void> {
  const viewport = viewportOf(page, painting);
  const annotations: Record<string, unknown>[] = await page.getAnnotations({ intent: 'display' });
  if (isStopped()) return;
  const links = annotations.filter(({ subtype }) => subtype === 'Link').map(({ rect, url, unsafeUrl, dest }) => {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0]: number[] = Array.isArray(rect) ? viewport.convertToViewportRectangle(rect) : [];
    const address = [url, unsafeUrl].find((each) => typeof each === 'string' && /^https?:\/\//i.test(each));
    return { url: typeof address === 'string' ? address : null, dest, left: Math.min(x1, x2), top: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) };
  });
  painting.onLinks(links.filter((link) => link.url !== null || (link.dest !== null && link.dest !== undefined)));
}
