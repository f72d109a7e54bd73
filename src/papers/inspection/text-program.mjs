// The process that reads the words of a PDF file sent by anybody, page after page. As pdf-program.mjs it runs in the sandbox and gives up
// its rights first. In by stdin: the file, to its end. Out by stdout: one line of JSON for each page ({ page, text }), then { end: true }.
// Lines of a page are parted as the text layer parts them. Nothing is drawn, and nothing is recognised in pictures: a scan has no words.
import { Worker } from 'node:worker_threads';
import './no-drawing.mjs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { giveUpRights } from './give-up-rights.mjs';
import { KnownCMaps } from './known-cmaps.mjs';

const [MEMORY_LIMIT, UID, GID] = process.argv.slice(2).map(Number);
new Worker(
  `const { workerData } = require('node:worker_threads');
   setInterval(() => { if (process.memoryUsage.rss() > workerData) process.kill(process.pid, 'SIGKILL'); }, 20);`,
  { eval: true, workerData: MEMORY_LIMIT * 1024 * 1024, resourceLimits: { maxOldGenerationSizeMb: 16 } },
).unref();
await giveUpRights(UID, GID);
process.on('disconnect', () => process.exit(0));

/** As the reader of the answer takes them: letters of a page, letters of a file. */
const [PAGE_MOST, FILE_MOST] = [30_000, 20_000_000];

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
await tell(Buffer.concat(chunks.splice(0))).catch(() => undefined);
process.exit(0);

async function tell(bytes) {
  const document = await getDocument({
    data: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    verbosity: 0, isEvalSupported: false, enableXfa: false, useSystemFonts: false, disableFontFace: true, useWasm: false, CMapReaderFactory: KnownCMaps,
  }).promise;
  let told = 0;
  for (let page = 1; page <= document.numPages && told < FILE_MOST; page += 1) {
    const text = await textOf(document, page);
    told += text.length;
    await write(`${JSON.stringify({ page, text })}\n`);
  }
  await write(`${JSON.stringify({ end: true })}\n`);
}

/** A page that cannot be read has no words; the others keep theirs. */
async function textOf(document, number) {
  try {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    page.cleanup();
    return items.map((item) => (typeof item.str === 'string' ? item.str + (item.hasEOL ? '\n' : '') : '')).join('').slice(0, PAGE_MOST);
  } catch {
    return '';
  }
}

function write(data) {
  return new Promise((resolve, reject) => process.stdout.write(data, (error) => (error ? reject(error) : resolve())));
}
