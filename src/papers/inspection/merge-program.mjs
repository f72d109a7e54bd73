// The process that joins PDF files into one. As pdf-program.mjs it meets files sent by anybody: it runs in the sandbox and gives up its
// rights first. In by stdin: 4 bytes (length of the plan), the plan as JSON, then the files one after the other. Out by stdout: one line
// of JSON ({ pages } or { failed: true }), then the joined file.
//
// Plan: { sizes: bytes of each file; sheets: how many of the last pages of the first file stand before one of the other files each }.
import { Worker } from 'node:worker_threads';
import './no-drawing.mjs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { giveUpRights } from './give-up-rights.mjs';

const [MEMORY_LIMIT, UID, GID] = process.argv.slice(2).map(Number);
new Worker(
  `const { workerData } = require('node:worker_threads');
   setInterval(() => { if (process.memoryUsage.rss() > workerData) process.kill(process.pid, 'SIGKILL'); }, 20);`,
  { eval: true, workerData: MEMORY_LIMIT * 1024 * 1024, resourceLimits: { maxOldGenerationSizeMb: 16 } },
).unref();
await giveUpRights(UID, GID);
process.on('disconnect', () => process.exit(0));

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const input = Buffer.concat(chunks.splice(0));
const planEnd = 4 + input.readUInt32BE(0);
const { sizes, sheets } = JSON.parse(input.subarray(4, planEnd).toString('utf8'));

await answer(await join().catch(() => null));
process.exit(0);

async function join() {
  const files = filesOf();
  const first = await getDocument({ data: files[0], verbosity: 0, isEvalSupported: false, enableXfa: false, useSystemFonts: false, disableFontFace: true, useWasm: false }).promise;
  const front = first.numPages - sheets;
  const parts = [{ document: null, includePages: [[0, front - 1]] }];
  files.slice(1).forEach((document, index) => parts.push({ document: null, includePages: [front + index] }, { document }));
  return first.extractPages(parts);
}

function filesOf() {
  let at = planEnd;
  return sizes.map((size) => new Uint8Array(input.subarray(at, (at += size))));
}

async function answer(joined) {
  if (!joined) return write(`${JSON.stringify({ failed: true })}\n`);
  const { numPages } = await getDocument({ data: joined.slice(), verbosity: 0, isEvalSupported: false, useSystemFonts: false, disableFontFace: true, useWasm: false }).promise;
  await write(`${JSON.stringify({ pages: numPages })}\n`);
  await write(joined);
}

function write(data) {
  return new Promise((resolve, reject) => process.stdout.write(data, (error) => (error ? reject(error) : resolve())));
}
