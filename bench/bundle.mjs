// bundle: JavaScript that a browser has fetched when agenda and voting work, gzip; pdf.js must not be among it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../bin/built.mjs';
import { addItem, openBrowser, signedInPage } from './browser-stage.mjs';
import { makeCabinet, openMotions } from './stage.mjs';

const WITH_PDF = /pdf\.?worker|getDocument\(|GlobalWorkerOptions/;

export const names = ['bundle'];

export async function run({ stage, report }) {
  const cabinet = await makeCabinet(stage, 27);
  await addItem(stage, cabinet, { title: 'Empty item', order: 0 });
  await openMotions(stage, cabinet, 1);
  const program = await stage.server();
  const browser = await openBrowser();
  try {
    const page = await signedInPage(browser, program.url, cabinet.people[3]);
    const scripts = new Set();
    page.on('response', (response) => void (/\/assets\/.*\.m?js$/.test(new URL(response.url()).pathname) && scripts.add(new URL(response.url()).pathname)));
    await page.goto(`${program.url}/sessions/${cabinet.sessionId}`);
    await page.getByText('Empty item').first().waitFor();
    await page.getByText('Item 0').first().click();
    await page.getByRole('tab', { name: /Biểu quyết|Voting/ }).click();
    await page.getByRole('button', { name: /^(Tán thành|Agree|Đồng ý)/ }).first().waitFor();
    const texts = [...scripts].map((script) => readFileSync(path.join(root, 'dist/client', script)));
    if (texts.some((text) => WITH_PDF.test(text.toString()))) throw new Error('pdf.js was fetched before a paper was opened');
    const size = texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0) / 1000;
    report({ name: 'bundle', ours: size, goal: '<=200', unit: `kB gzip of JavaScript, ${scripts.size} files, no pdf.js`, rounds: 1 });
  } finally {
    await browser.close();
    await program.stop();
  }
}
