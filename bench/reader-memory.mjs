// reader-memory: what a tablet's browser holds while one goes through a paper of 1,947 pages: after 200 places over after 20. About 1: bounded.
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../bin/built.mjs';
import { addItem, openBrowser, signedInPage } from './browser-stage.mjs';
import { generated } from './first-page.mjs';
import { median, memoryOf } from './machine.mjs';
import { makeCabinet } from './stage.mjs';

const PAGES = 1947;
const FILE = path.join(root, '../shared/data/pdf/large/packet-large-fomc-2012.pdf');
const TABLET = { viewport: { width: 768, height: 1024 }, deviceScaleFactor: 2 };
/** Places at which it is measured; the first is the floor, the last is ours. */
const AT = [20, 100, 200];
/** Between two looks at memory, so many places; the largest of them counts. */
const LOOK_EVERY = 10;
const ROUNDS = 1;
const PATIENCE_MS = 20_000;

export const names = ['reader-memory', 'reader-memory-heap', 'reader-memory-canvas'];

export async function run({ stage, report }) {
  const folder = path.join(stage.folder, 'memory');
  mkdirSync(folder);
  const cabinet = await makeCabinet(stage, 27);
  const file = path.join(folder, 'paper.pdf');
  if (existsSync(FILE)) copyFileSync(FILE, file);
  else writeFileSync(file, generated(PAGES));
  const itemId = await addItem(stage, cabinet, { title: 'Large item', order: 0, file, pages: PAGES });
  const [{ id: paperId }] = await stage.query('select id from paper where item_id = $1', [itemId]);
  const server = await stage.server();
  const address = `${server.url}/sessions/${cabinet.sessionId}?item=${itemId}&paper=${paperId}`;
  try {
    const rounds = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await readThrough(server.url, address, cabinet.people[3]));
    const of = (at, what) => median(rounds.map((round) => round[at][what]));
    const [floor, between, last] = AT;
    console.log(`reader-memory: after ${floor}, ${between}, ${last} places the renderer holds ${AT.map((at) => of(at, 'resident').toFixed(0)).join(', ')} MB, heap ${AT.map((at) => of(at, 'heap').toFixed(1)).join(', ')} MB, ${AT.map((at) => of(at, 'canvases')).join(', ')} canvases of ${AT.map((at) => of(at, 'pixels').toFixed(0)).join(', ')} MB`);
    const unit = `MB, most until ${last} places over most until ${floor}`;
    report({ name: 'reader-memory', ours: of(last, 'resident'), floor: of(floor, 'resident'), goal: '<=1.5', unit: `${unit}, renderer`, rounds: ROUNDS });
    report({ name: 'reader-memory-heap', ours: of(last, 'heap'), floor: of(floor, 'heap'), goal: '<=1.5', unit: `${unit}, heap of the page`, rounds: ROUNDS });
    report({ name: 'reader-memory-canvas', ours: of(last, 'pixels'), floor: of(floor, 'pixels'), goal: '<=1.25', unit: `${unit}, canvases`, rounds: ROUNDS });
  } finally {
    await server.stop();
  }
}

/** A browser of its own for each round: memory that one gave back may stay with its process. */
async function readThrough(url, address, person) {
  const browser = await openBrowser();
  try {
    const page = await signedInPage(browser, url, person, TABLET);
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(address);
    await page.locator('[data-page="1"][data-rendered]').waitFor();
    const process = await rendererOf(browser);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const most = { resident: 0, heap: 0, canvases: 0, pixels: 0 };
    const found = {};
    for (let place = 1; place <= AT.at(-1); place += 1) {
      await goTo(page, placeOf(place));
      if (place % LOOK_EVERY !== 0) continue;
      const now = await memoryNow(page, session, process);
      for (const what of Object.keys(most)) most[what] = Math.max(most[what], now[what]);
      if (AT.includes(place)) found[place] = { ...most };
    }
    return found;
  } finally {
    await browser.close();
  }
}

/** Places all over the paper, each 787 pages from the one before, none twice. */
const placeOf = (place) => ((place * 787) % PAGES) + 1;

/** By turns the page's number is typed and the paper is scrolled fast, past pages that are begun and left. */
async function goTo(page, number) {
  if (number % 2) {
    const box = page.locator('input[inputmode="numeric"]').first();
    await box.fill(String(number));
    await box.press('Enter');
  } else {
    await page.locator('[data-reader-scroller]').evaluate(async (element, share) => {
      const [from, to] = [element.scrollTop, share * (element.scrollHeight - element.clientHeight)];
      for (let step = 1; step <= 4; step += 1) {
        element.scrollTop = from + ((to - from) * step) / 4;
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    }, number / PAGES);
  }
  await page.waitForFunction(() => document.querySelectorAll('[data-page][data-rendered]').length > 0 && [...document.querySelectorAll('[data-page]')].some((one) => {
    const { top, bottom } = one.getBoundingClientRect();
    return one.hasAttribute('data-rendered') && top < innerHeight / 2 && bottom > innerHeight / 3;
  }));
}

async function rendererOf(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => ({ id, size: memoryOf(id) }));
  return renderers.sort((one, other) => other.size - one.size)[0].id;
}

async function memoryNow(page, session, process) {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const bytes = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0;
  const { canvases, pixels } = await page.evaluate(() => {
    const all = [...document.querySelectorAll('canvas')].filter(({ width }) => width > 0);
    return { canvases: all.length, pixels: all.reduce((sum, { width, height }) => sum + width * height * 4, 0) };
  });
  return { resident: memoryOf(process), heap: bytes / 1e6, canvases, pixels: pixels / 1e6 };
}
