// The process that parses PDF files sent by anybody. Plain JavaScript, so that it can be started as it is from src (tests) and from
// dist. It knows nothing of the product. In by stdin: 12 bytes (number of the question, milliseconds for text, length of the file),
// then the file; out by a message: { id, facts } or { id, failure }. Hostile files are expected: the process is started with hard limits
// (see sandbox.ts), gives up its rights below, is killed when it takes too long, and a thread ends it when it grows.
import { Worker } from 'node:worker_threads';
import './no-drawing.mjs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { giveUpRights } from './give-up-rights.mjs';
import { KnownCMaps } from './known-cmaps.mjs';
import { findSignatures } from './signatures.mjs';

const [MEMORY_LIMIT, UID, GID] = process.argv.slice(2).map(Number);

// A bomb grows outside the JavaScript heap, where --max-old-space-size does not see it, and keeps the main thread busy while it
// does: only another thread notices in time.
new Worker(
  `const { workerData } = require('node:worker_threads');
   setInterval(() => { if (process.memoryUsage.rss() > workerData) process.kill(process.pid, 'SIGKILL'); }, 20);`,
  { eval: true, workerData: MEMORY_LIMIT * 1024 * 1024, resourceLimits: { maxOldGenerationSizeMb: 16 } },
).unref();

await giveUpRights(UID, GID);

process.on('disconnect', () => process.exit(0));

const head = Buffer.alloc(12);
let headLength = 0;
let file = null;
let length = 0;
process.stdin.on('data', (chunk) => {
  let rest = chunk;
  while (rest.length > 0) {
    if (!file) {
      const taken = rest.copy(head, headLength);
      headLength += taken;
      rest = rest.subarray(taken);
      if (headLength < 12) return;
      file = Buffer.allocUnsafe(head.readUInt32BE(8));
      length = 0;
    }
    const taken = rest.copy(file, length);
    length += taken;
    rest = rest.subarray(taken);
    if (length === file.length) answer();
  }
});

function answer() {
  const [id, textMs, bytes] = [head.readUInt32BE(0), head.readUInt32BE(4), file];
  headLength = 0;
  file = null;
  inspect(bytes, textMs)
    .then((facts) => process.send({ id, facts }))
    .catch((error) => process.send({ id, failure: failureOf(error) }));
}

async function inspect(bytes, textMs) {
  const signatures = findSignatures(bytes, Date.now() + textMs);
  const task = getDocument({
    // Nothing in the file runs, nothing is fetched, nothing is drawn.
    data: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    verbosity: 0, isEvalSupported: false, enableXfa: false, useSystemFonts: false, disableFontFace: true, useWasm: false,
    CMapReaderFactory: KnownCMaps,
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
