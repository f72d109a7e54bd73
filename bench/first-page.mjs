// first-page: from the click on a large paper until its first page stands on screen, over bare pdf.js with ranges; requests and bytes of file and
// picture before it. Besides, without a goal: until the page that pdf.js paints has taken the picture's place.
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../bin/built.mjs';
import { addItem, openBrowser, signedInPage } from './browser-stage.mjs';
import { inTurn, median } from './machine.mjs';
import { makeCabinet } from './stage.mjs';

const ROUNDS = 5;
const SHARED = path.join(root, '../shared/data/pdf');
const SIZES = [
  { pages: 245, file: path.join(SHARED, 'council/fomc-20120125-transcript.pdf') },
  { pages: 1947, file: path.join(SHARED, 'large/packet-large-fomc-2012.pdf') },
];

export const names = SIZES.flatMap(({ pages }) => [`first-page-${pages}`, `first-page-${pages}-requests`, `first-page-${pages}-bytes`]);

export async function run({ stage, wants, report }) {
  const folder = path.join(stage.folder, 'pdf');
  mkdirSync(folder);
  const cabinet = await makeCabinet(stage, 27);
  const small = path.join(folder, 'small.pdf');
  writeFileSync(small, generated(2));
  await addItem(stage, cabinet, { title: 'Empty item', order: 0 });
  await addItem(stage, cabinet, { title: 'Small item', order: 1, file: small, pages: 2 });
  for (const [index, size] of SIZES.entries()) {
    const file = path.join(folder, `${size.pages}.pdf`);
    if (existsSync(size.file)) copyFileSync(size.file, file);
    else writeFileSync(file, generated(size.pages));
    await addItem(stage, cabinet, { title: `Large item ${size.pages}`, order: index + 2, file, pages: size.pages });
  }
  const programs = { ours: await drawing(stage, cabinet), floor: await stage.floor('first-page', { FILES: folder }) };
  const browser = await openBrowser();
  try {
    for (const { pages } of SIZES) {
      if (![`first-page-${pages}`, `first-page-${pages}-requests`, `first-page-${pages}-bytes`].some(wants)) continue;
      const ours = () => openOurs(browser, programs.ours.url, { cabinet, pages });
      const floor = () => openFloor(browser, programs.floor.url, pages);
      await inTurn(1, ours, floor);
      const all = await inTurn(ROUNDS, ours, floor);
      const of = (turns, what) => median(turns.map((turn) => turn[what]));
      report({ name: `first-page-${pages}`, ours: of(all.ours, 'ms'), floor: of(all.floor, 'ms'), goal: '<=1.35', unit: 'ms from click to paint', rounds: ROUNDS });
      console.log(`${''.padEnd(26)} the page itself, without a goal: ${of(all.ours, 'renderedMs').toFixed(0)} ms, ${(of(all.ours, 'renderedMs') / of(all.floor, 'ms')).toFixed(2)} of the floor`);
      report({ name: `first-page-${pages}-requests`, ours: of(all.ours, 'requests'), floor: of(all.floor, 'requests'), ratio: of(all.ours, 'requests'), goal: '<=6', unit: 'requests of file and picture before it', rounds: ROUNDS });
      report({ name: `first-page-${pages}-bytes`, ours: of(all.ours, 'bytes') / 1e6, floor: of(all.floor, 'bytes') / 1e6, ratio: of(all.ours, 'bytes') / 1e6, goal: '<=0.5', unit: 'MB of file and picture before it', rounds: ROUNDS });
    }
  } finally {
    await browser.close();
    for (const one of Object.values(programs)) await one.stop();
  }
}

/** The server, once it has drawn the first pages as it does after each upload. */
async function drawing(stage, { sessionId }) {
  const server = await stage.server();
  const missing = () => stage.query('select v.id from paper_version v join paper p on p.id = v.paper_id join agenda_item i on i.id = p.item_id where i.session_id = $1 and v.first_page_at is null', [sessionId]);
  for (const { id } of await missing()) await stage.query(`select graphile_worker.add_job('papers-first-page', payload := $1::json)`, [JSON.stringify({ versionId: id })]);
  for (let left = 600; (await missing()).length > 0; left -= 1) {
    if (left === 0) throw new Error('the first pages were not drawn');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return server;
}

/** What was asked of file and picture while `work` ran. A file announced whole but cut off counts what was asked for next. */
async function counting(page, pattern, work) {
  const seen = [];
  const listen = (response) => void (pattern.test(response.url()) && seen.push({ counts: response.status() === 206 || response.url().endsWith('/first-page'), size: Number(response.headers()['content-length'] ?? 0) }));
  page.on('response', listen);
  const ms = await work();
  page.off('response', listen);
  return { ms, requests: seen.length, bytes: seen.filter(({ counts }) => counts).reduce((sum, { size }) => sum + size, 0) };
}

async function openOurs(browser, url, { cabinet, pages }) {
  const page = await signedInPage(browser, url, cabinet.people[3]);
  try {
    await page.goto(`${url}/sessions/${cabinet.sessionId}`);
    // The reader has been used once, as by anybody who reads a pack; then an item without papers, so that no page is there.
    await page.getByText('Small item').first().click();
    await page.locator('[data-page="1"][data-rendered]').waitFor();
    await page.getByText('Empty item').first().click();
    await page.locator('[data-page]').first().waitFor({ state: 'detached' });
    const title = `Large item ${pages}`;
    const painted = await counting(page, /\/api\/.*(file|content|first-page)/, () => page.evaluate(clickAndWait, title));
    return { ...painted, renderedMs: await page.evaluate(() => window.rendered) };
  } finally {
    await page.context().close();
  }
}

/** Runs in the page. */
function clickAndWait(title) {
  const found = document.evaluate(`//*[normalize-space(text())=${JSON.stringify(title)}]`, document, null, XPathResult.FIRST_ORDERED_NODE_TYPE, null).singleNodeValue;
  const started = performance.now();
  const until = (mark) => new Promise((resolve) => {
    // What is on screen counts once it is as sharp as its place is wide.
    const isSharp = (canvas) => canvas !== null && canvas.width >= 0.9 * canvas.clientWidth;
    const look = () => (isSharp(document.querySelector(`[data-page="1"][${mark}] canvas`)) ? resolve(performance.now() - started) : requestAnimationFrame(look));
    look();
  });
  found.click();
  window.rendered = until('data-rendered');
  return until('data-painted');
}

async function openFloor(browser, url, pages) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(url);
    await page.waitForFunction('window.openPaper');
    await page.evaluate(() => window.openPaper('/small.pdf'));
    return await counting(page, /\d\.pdf/, () => page.evaluate(async (name) => {
      const started = performance.now();
      await window.openPaper(name);
      return performance.now() - started;
    }, `/${pages}.pdf`));
  } finally {
    await context.close();
  }
}

/** A plain file of so many pages, for where ../shared/data is absent. */
export function generated(pages) {
  const parts = ['%PDF-1.7\n'];
  const offsets = [];
  let length = parts[0].length;
  const add = (text) => {
    const object = `${offsets.length + 1} 0 obj\n${text}\nendobj\n`;
    offsets.push(length);
    length += object.length;
    parts.push(object);
  };
  add('<</Type/Catalog/Pages 2 0 R>>');
  add(`<</Type/Pages/Count ${pages}/Kids[${Array.from({ length: pages }, (_, index) => `${4 + 2 * index} 0 R`).join(' ')}]>>`);
  add('<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>');
  for (let page = 1; page <= pages; page += 1) {
    const text = Array.from({ length: 40 }, (_, line) => `BT /F 11 Tf 50 ${780 - line * 18} Td (Page ${page}, line ${line + 1} of a long paper) Tj ET`).join('\n');
    add(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents ${3 + 2 * page} 0 R>>`);
    add(`<</Length ${text.length}>>stream\n${text}\nendstream`);
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return `${parts.join('')}xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${offsets.length + 1}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF`;
}
