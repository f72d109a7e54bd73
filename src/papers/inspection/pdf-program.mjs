// The process that parses PDF files sent by anybody. Plain JavaScript, so that it can be started as it is from src (tests) and from
// dist. It knows nothing of the product: one message in ({ id, path, textMs }), one message out ({ id, facts } or { id, failure }).
// Hostile files are expected: whoever started it kills it when it takes too long, and the thread below ends it when it grows.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const MEMORY_LIMIT = Number(process.argv[2]) * 1024 * 1024;

// A bomb grows outside the JavaScript heap, where --max-old-space-size does not see it, and keeps the main thread busy while it
// does: only another thread notices in time.
new Worker(
  `const { workerData } = require('node:worker_threads');
   setInterval(() => { if (process.memoryUsage.rss() > workerData) process.kill(process.pid, 'SIGKILL'); }, 20);`,
  { eval: true, workerData: MEMORY_LIMIT, resourceLimits: { maxOldGenerationSizeMb: 16 } },
).unref();

const CMAPS = fileURLToPath(new URL('../../cmaps/', import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')));

process.on('disconnect', () => process.exit(0));
process.on('message', ({ id, path, textMs }) => {
  inspect(path, textMs)
    .then((facts) => process.send({ id, facts }))
    .catch((error) => process.send({ id, failure: failureOf(error) }));
});

async function inspect(path, textMs) {
  const bytes = await readFile(path);
  const signatures = countSignatures(bytes);
  const task = getDocument({
    // Nothing in the file runs, nothing is fetched, nothing is drawn.
    data: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    verbosity: 0, isEvalSupported: false, enableXfa: false, useSystemFonts: false, disableFontFace: true, useWasm: false,
    cMapUrl: CMAPS, cMapPacked: true,
  });
  try {
    const document = await task.promise;
    if (!(document.numPages > 0)) throw new Error('noPages');
    const deadline = Date.now() + textMs;
    return { pages: document.numPages, needsPassword: false, hasText: await hasText(document, deadline), signatures, title: await titleOf(document) };
  } catch (error) {
    if (error?.name === 'PasswordException') return { pages: 0, needsPassword: true, hasText: false, signatures, title: null };
    throw error;
  } finally {
    await task.destroy().catch(() => undefined);
  }
}

/**
 * Signed ranges are written out in plain bytes, as they must be for a signature to be made; a template has no numbers yet.
 * The "usage rights" of an Adobe form (UR3) are made like a signature but are nobody's.
 */
function countSignatures(bytes) {
  const ranges = new Set();
  for (let at = bytes.indexOf('/ByteRange'); at >= 0; at = bytes.indexOf('/ByteRange', at + 1)) {
    const range = /^\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/.exec(bytes.toString('latin1', at, at + 120));
    if (range && !isUsageRights(bytes, at)) ranges.add(range.slice(1).join(' '));
  }
  return ranges.size;
}

function isUsageRights(bytes, at) {
  const start = Math.max(bytes.lastIndexOf(' obj', at), at - 65_536);
  const end = bytes.indexOf('endobj', at);
  return /\/TransformMethod\s*\/UR3?\b/.test(bytes.toString('latin1', start, Math.min(end < 0 ? at : end, at + 262_144)));
}

async function titleOf(document) {
  const { info } = await document.getMetadata().catch(() => ({ info: {} }));
  return typeof info?.Title === 'string' ? info.Title : null;
}

/** Looks at a few pages within a time; a page that cannot be read counts as one without text. */
async function hasText(document, deadline) {
  const last = document.numPages;
  const pages = [...new Set([1, 2, 3, Math.ceil(last / 2), last])].filter((page) => page <= last);
  for (const number of pages) {
    if (Date.now() > deadline) return false;
    if (await within(deadline, pageHasText(document, number), false)) return true;
  }
  return false;
}

async function pageHasText(document, number) {
  try {
    const page = await document.getPage(number);
    const content = await page.getTextContent();
    return content.items.some((item) => typeof item.str === 'string' && item.str.trim() !== '');
  } catch {
    // Some real files open but have a broken page: the reader shows that page's error, the upload is none.
    return false;
  }
}

function within(deadline, work, otherwise) {
  return Promise.race([work, new Promise((resolve) => setTimeout(() => resolve(otherwise), Math.max(0, deadline - Date.now())).unref())]);
}

function failureOf(error) {
  if (error?.message === 'noPages' || /page (count|dictionary)|Kids/i.test(String(error?.message))) return 'noPages';
  return 'damaged';
}
