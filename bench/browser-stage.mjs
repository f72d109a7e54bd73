// What a browser bench needs: Chromium, a cabinet with a session, and papers put where an upload puts them.
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from '../bin/browser.mjs';

export const openBrowser = () => chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox', '--disable-dev-shm-usage'] });

/** A window of a member who is signed in. */
export async function signedInPage(browser, url, { cookie }, screen = { viewport: { width: 1440, height: 900 } }) {
  const context = await browser.newContext({ ...screen, locale: 'vi-VN' });
  const [name, value] = cookie.split('=');
  await context.addCookies([{ name, value, url }]);
  return context.newPage();
}

/** An item of the session's agenda; with a file, its only paper is that one, released. Gives the item. */
export async function addItem(stage, { bodyId, sessionId, people }, { title, order, file, pages }) {
  const [{ id }] = await stage.query(`insert into agenda_item (session_id, body_id, "order", title, title_en, kind) values ($1, $2, $3, $4, $4, 'decision') returning id`, [sessionId, bodyId, order, title]);
  if (!file) return id;
  const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
  const blobId = await sealInto(stage, file);
  const [{ id: paperId }] = await stage.query(`insert into paper (body_id, item_id, "order", title, state) values ($1, $2, 0, $3, 'released') returning id`, [bodyId, id, title]);
  await stage.query(
    `insert into paper_version (paper_id, number, file_name, sha256, size, pages, has_text, needs_password, signatures, uploaded_by, released_by, released_at, blob_id, body_id) values ($1, 1, 'paper.pdf', $2, $3, $4, true, false, 0, $5, $5, now(), $6, $7)`,
    [paperId, sha256, statSync(file).size, pages, people[0].accountId, blobId, bodyId],
  );
  return id;
}

/** Stores a file as an upload does: sealed by a key of its own, which the key of the installation wraps. */
async function sealInto(stage, file) {
  const load = (name) => import(`../dist/server/storage/${name}.js`);
  const [{ PaperKeys }, { newDataKey, wrapKey }, { sealSegments }, { FolderBlobStore }] = await Promise.all(['paper-keys', 'key-wrapping', 'segment-cipher', 'folder-blob-store'].map(load));
  const by = await new PaperKeys({ file: path.join(stage.dataDir, 'keys', 'papers.key'), mayMake: true }).active();
  const [blobId, dataKey] = [randomUUID(), newDataKey()];
  await new FolderBlobStore(path.join(stage.dataDir, 'papers')).put(blobId, sealSegments(createReadStream(file), dataKey, blobId));
  await stage.query('insert into paper_blob (id, key_id, wrapped_key, unused_since) values ($1, $2, $3, null)', [blobId, by.id, wrapKey(dataKey, by, blobId)]);
  return blobId;
}
