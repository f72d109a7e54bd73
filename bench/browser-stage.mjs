// What a browser bench needs: Chromium, a cabinet with a session, and papers put where an upload puts them.
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from '../bin/browser.mjs';

export const openBrowser = () => chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox', '--disable-dev-shm-usage'] });

/** A window of a member who is signed in. */
export async function signedInPage(browser, url, { cookie }) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'vi-VN' });
  const [name, value] = cookie.split('=');
  await context.addCookies([{ name, value, url }]);
  return context.newPage();
}

/** An item of the session's agenda; with a file, its only paper is that one, released. Gives the item. */
export async function addItem(stage, { bodyId, sessionId, people }, { title, order, file, pages }) {
  const [{ id }] = await stage.query(`insert into agenda_item (session_id, body_id, "order", title, title_en, kind) values ($1, $2, $3, $4, $4, 'decision') returning id`, [sessionId, bodyId, order, title]);
  if (!file) return id;
  const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
  const folder = path.join(stage.dataDir, 'papers', sha256.slice(0, 2), sha256.slice(2, 4));
  mkdirSync(folder, { recursive: true });
  copyFileSync(file, path.join(folder, sha256));
  const [{ id: paperId }] = await stage.query(`insert into paper (body_id, item_id, "order", title, state) values ($1, $2, 0, $3, 'released') returning id`, [bodyId, id, title]);
  await stage.query(
    `insert into paper_version (paper_id, number, file_name, sha256, size, pages, has_text, needs_password, signatures, uploaded_by, released_by, released_at) values ($1, 1, 'paper.pdf', $2, $3, $4, true, false, 0, $5, $5, now())`,
    [paperId, sha256, statSync(file).size, pages, people[0].accountId],
  );
  return id;
}
