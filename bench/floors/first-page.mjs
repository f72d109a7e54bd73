// Floor of `first-page`: bare pdf.js with ranges, auto-fetch and stream off: one button, one canvas. Files come from the folder FILES.
import { createReadStream, statSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';

const PDFJS = path.resolve(import.meta.dirname, '../../node_modules/pdfjs-dist/build');
const PAGE = `<!doctype html><title>floor</title><canvas></canvas><script type="module">
import * as pdfjs from '/pdfjs/pdf.min.mjs';
pdfjs.GlobalWorkerOptions.workerSrc = '/pdfjs/pdf.worker.min.mjs';
const workers = [new pdfjs.PDFWorker(), new pdfjs.PDFWorker(), new pdfjs.PDFWorker()];
await Promise.all(workers.map((worker) => worker.promise));
window.openPaper = async (url) => {
  const { promise } = pdfjs.getDocument({ url, worker: workers.pop(), disableAutoFetch: true, disableStream: true, rangeChunkSize: 65536 });
  const page = await (await promise).getPage(1);
  const canvas = document.querySelector('canvas');
  const viewport = page.getViewport({ scale: 800 / page.getViewport({ scale: 1 }).width });
  [canvas.width, canvas.height] = [viewport.width, viewport.height];
  await page.render({ canvas, viewport }).promise;
};
</script>`;

const server = http.createServer((request, response) => {
  const name = path.basename(request.url);
  if (request.url === '/') return response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
  const isScript = request.url.startsWith('/pdfjs/');
  const file = path.join(isScript ? PDFJS : process.env.FILES, name);
  const { size } = statSync(file, { throwIfNoEntry: false }) ?? {};
  if (size === undefined) return response.writeHead(404).end();
  const [, from, to] = /bytes=(\d+)-(\d*)/.exec(request.headers.range ?? '') ?? [];
  const start = Number(from ?? 0);
  const end = to ? Math.min(Number(to), size - 1) : size - 1;
  const headers = { 'content-type': isScript ? 'text/javascript' : 'application/pdf', 'accept-ranges': 'bytes', 'content-length': end - start + 1 };
  response.writeHead(from === undefined ? 200 : 206, from === undefined ? headers : { ...headers, 'content-range': `bytes ${start}-${end}/${size}` });
  createReadStream(file, { start, end }).pipe(response);
});
server.listen(0, '127.0.0.1', () => console.log(`floor runs at http://127.0.0.1:${server.address().port}`));
process.on('SIGTERM', () => process.exit(0));
