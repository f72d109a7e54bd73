// The process that writes who took a copy across each page of a PDF. As pdf-program.mjs it meets files sent by anybody: it runs in the sandbox and
// gives up its rights first. In by stdin: 4 bytes (length of the plan), the plan as JSON ({ mark: bytes of
// the mark }), the mark as a PDF of one square page, then the file. Out by stdout: one line
// of JSON ({ pages } or { failed: true }), then the marked file. What was there stays byte for byte; the marks are appended (ISO 32000-2, 7.5.6),
// so that signatures stay what they were: valid for the state they cover.
import { Worker } from 'node:worker_threads';
import { PDF } from '@libpdf/core';
import { giveUpRights } from './give-up-rights.mjs';

const [MEMORY_LIMIT, UID, GID] = process.argv.slice(2).map(Number);
new Worker(
  `const { workerData } = require('node:worker_threads');
   setInterval(() => { if (process.memoryUsage.rss() > workerData) process.kill(process.pid, 'SIGKILL'); }, 20);`,
  { eval: true, workerData: MEMORY_LIMIT * 1024 * 1024, resourceLimits: { maxOldGenerationSizeMb: 16 } },
).unref();
await giveUpRights(UID, GID);
process.on('disconnect', () => process.exit(0));

/** The mark is a square that covers the longer side of each page, whichever way it is turned. */
const SIDE = 600;

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const input = Buffer.concat(chunks.splice(0));
const planEnd = 4 + input.readUInt32BE(0);
const markEnd = planEnd + JSON.parse(input.subarray(4, planEnd).toString('utf8')).mark;

await answer(await stamp().catch(() => null));
process.exit(0);

async function stamp() {
  const file = await PDF.load(new Uint8Array(input.subarray(markEnd)));
  const pages = file.getPages();
  if (pages.length === 0) return null;
  const mark = await file.embedPage(await PDF.load(new Uint8Array(input.subarray(planEnd, markEnd))), 0);
  for (const page of pages) page.drawPage(mark, { x: 0, y: 0, scale: Math.max(page.width, page.height) / SIDE });
  return { pages: pages.length, bytes: await file.save({ incremental: true }) };
}

async function answer(stamped) {
  if (!stamped) return write(`${JSON.stringify({ failed: true })}\n`);
  await write(`${JSON.stringify({ pages: stamped.pages })}\n`);
  await write(stamped.bytes);
}

function write(data) {
  return new Promise((resolve, reject) => process.stdout.write(data, (error) => (error ? reject(error) : resolve())));
}
