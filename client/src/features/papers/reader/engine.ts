import * as pdfjs from 'pdfjs-dist';
import { PIECE, type SourceFailure, sourceOf } from './range-source';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

export type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy, RenderTask } from 'pdfjs-dist';
export { PasswordResponses, RenderingCancelledException, TextLayer } from 'pdfjs-dist';

pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;

/** One worker is always ready, so that no paper waits for its start: the first begins together with this module. */
let spare: pdfjs.PDFWorker | null = pdfjs.PDFWorker.create({});
const SPARE_AFTER_MS = 250;

/** Once the first page stands there: until then all there is works for that. */
export function prepareSpare(): void {
  window.setTimeout(() => { spare ??= pdfjs.PDFWorker.create({}); }, SPARE_AFTER_MS);
}

interface OpenPdf { task: pdfjs.PDFDocumentLoadingTask; opened: () => void; close: () => void }
interface Source { url: string; size: number; onFailed: (code: SourceFailure) => void }

/** Opens a paper by ranges: only what is looked at is fetched. Each paper has a worker of its own, so that a bad one harms no other. */
export function openPdf({ url, size, onFailed }: Source): OpenPdf {
  const range = sourceOf(url, size);
  range.onFailed = onFailed;
  const worker = spare ?? pdfjs.PDFWorker.create({});
  spare = null;
  const task = pdfjs.getDocument({
    range, worker,
    disableAutoFetch: true, disableStream: true, rangeChunkSize: PIECE,
    isEvalSupported: false, enableXfa: false, maxImageSize: 64 * 1024 * 1024, canvasMaxAreaInBytes: 256 * 1024 * 1024,
    cMapUrl: '/pdfjs/cmaps/', cMapPacked: true, standardFontDataUrl: '/pdfjs/standard_fonts/', wasmUrl: '/pdfjs/wasm/', iccUrl: '/pdfjs/iccs/',
  });
  const close = () => {
    range.abort();
    void task.destroy().catch(() => undefined).then(() => worker.destroy());
  };
  return { task, opened: () => range.opened(), close };
}

/** Opens a file that is here whole. */
export function openBytes(data: ArrayBuffer): pdfjs.PDFDocumentLoadingTask {
  return pdfjs.getDocument({ data, isEvalSupported: false, enableXfa: false });
}
