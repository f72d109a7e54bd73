// The process that draws the first page of a PDF file sent by anybody. As pdf-program.mjs it runs in the sandbox and gives up its rights first;
// PDFium and the encoder are WebAssembly, so that no native code meets the file. In by stdin: the file, to its end. Out by stdout: one line
// of JSON ({ width, height in points, bytes } or { none: true }), then the picture (WebP). It has no password and runs no script of the file.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { init } from '@embedpdf/pdfium';
import encode, { init as initEncoder } from '@jsquash/webp/encode.js';
import { giveUpRights } from './give-up-rights.mjs';
import { isDrawable } from './picture-fonts.mjs';
import { AIM_BYTES, MOST_BYTES, pictureSize, TRIES } from './picture-size.mjs';

const [MEMORY_LIMIT, UID, GID] = process.argv.slice(2).map(Number);
new Worker(
  `const { workerData } = require('node:worker_threads');
   setInterval(() => { if (process.memoryUsage.rss() > workerData) process.kill(process.pid, 'SIGKILL'); }, 20);`,
  { eval: true, workerData: MEMORY_LIMIT * 1024 * 1024, resourceLimits: { maxOldGenerationSizeMb: 16 } },
).unref();
await giveUpRights(UID, GID);
process.on('disconnect', () => process.exit(0));

/** FPDF_ANNOT, FPDF_REVERSE_BYTE_ORDER (red first); without FPDF_LCD_TEXT, whose coloured edges are for one kind of screen. */
const FLAGS = 0x01 | 0x10;
const WHITE = 0xffffffff;
const { resolve } = createRequire(import.meta.url);

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
await answer(await draw(Buffer.concat(chunks.splice(0))).catch(() => null));
process.exit(0);

async function draw(file) {
  const pdfium = await init({ wasmBinary: readFileSync(resolve('@embedpdf/pdfium/pdfium.wasm')) });
  pdfium.PDFiumExt_Init();
  const at = pdfium.pdfium.wasmExports.malloc(file.length);
  if (at === 0) return null;
  pdfium.pdfium.HEAPU8.set(file, at);
  const document = pdfium.FPDF_LoadMemDocument64(at, file.length, '');
  const page = document === 0 ? 0 : pdfium.FPDF_LoadPage(document, 0);
  if (page === 0 || !isDrawable(pdfium, page)) return null;
  const points = { width: pdfium.FPDF_GetPageWidthF(page), height: pdfium.FPDF_GetPageHeightF(page) };
  const size = pictureSize(points);
  if (size === null) return null;
  const pixelsAt = (scale) => pixelsOf(pdfium, page, { width: size.width * scale, height: size.height * scale });
  const picture = isBlank(pixelsAt(1)) ? null : await smallEnough(pixelsAt);
  return picture === null ? null : { points, picture };
}

/** The page on white paper. */
function pixelsOf(pdfium, page, size) {
  const [width, height] = [Math.max(1, Math.round(size.width)), Math.max(1, Math.round(size.height))];
  const bitmap = pdfium.FPDFBitmap_Create(width, height, 0);
  if (bitmap === 0) throw new Error('no room');
  pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
  pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, FLAGS);
  const [from, stride] = [pdfium.FPDFBitmap_GetBuffer(bitmap), pdfium.FPDFBitmap_GetStride(bitmap)];
  if (stride !== width * 4) throw new Error('another form of pixels');
  const data = new Uint8ClampedArray(pdfium.pdfium.HEAPU8.slice(from, from + stride * height));
  // The fourth of each is not said to be anything.
  for (let index = 3; index < data.length; index += 4) data[index] = 255;
  pdfium.FPDFBitmap_Destroy(bitmap);
  return { data, width, height };
}

/** White paper tells nobody that the page is there: it may be one that could not be drawn. */
function isBlank({ data }) {
  return data.every((value) => value === 255);
}

/** The first picture that is as small as it should be, else the last when it may be kept at all. */
async function smallEnough(pixelsAt) {
  await initEncoder(await WebAssembly.compile(readFileSync(resolve('@jsquash/webp/codec/enc/webp_enc_simd.wasm'))));
  let [pixels, drawnAt, picture] = [null, 0, null];
  for (const { scale, quality } of TRIES) {
    if (scale !== drawnAt) [pixels, drawnAt] = [pixelsAt(scale), scale];
    // As libwebp's preset for text: no smoothing between blocks.
    picture = Buffer.from(await encode(pixels, { quality, sns_strength: 0, filter_strength: 0, segments: 2 }));
    if (picture.length <= AIM_BYTES) return picture;
  }
  return picture !== null && picture.length <= MOST_BYTES ? picture : null;
}

async function answer(drawn) {
  if (drawn === null) return write(`${JSON.stringify({ none: true })}\n`);
  await write(`${JSON.stringify({ ...drawn.points, bytes: drawn.picture.length })}\n`);
  await write(drawn.picture);
}

function write(data) {
  return new Promise((done, reject) => process.stdout.write(data, (error) => (error ? reject(error) : done())));
}
