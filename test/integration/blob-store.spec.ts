import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { BlobStore } from '../../src/storage/blob-store.js';
import { coverOf } from '../../src/storage/domain/segments.js';
import { FolderBlobStore } from '../../src/storage/folder-blob-store.js';
import { newDataKey } from '../../src/storage/key-wrapping.js';
import { openSegments, sealSegments } from '../../src/storage/segment-cipher.js';
import { S3BlobStore } from '../../src/storage/s3-blob-store.js';

const CONTENT = Buffer.from('Tờ trình về dự thảo Nghị quyết. '.repeat(5000));
const NAME = randomUUID();
const UNKNOWN = 'a'.repeat(64);

/** The four calls of S3 that are used, in memory. */
function fakeBucket(): { server: Server; objects: Map<string, Buffer> } {
  const objects = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const key = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
    const held = objects.get(key);
    void buffer(request).then((body) => {
      if (request.method === 'PUT') objects.set(key, body);
      if (request.method === 'DELETE') objects.delete(key);
      if (request.method === 'PUT' || request.method === 'DELETE') return response.writeHead(200).end();
      if (!held) return response.writeHead(404, { 'content-type': 'application/xml' }).end(request.method === 'HEAD' ? '' : '<Error><Code>NoSuchKey</Code></Error>');
      const range = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '');
      const part = range ? held.subarray(Number(range[1]), Number(range[2]) + 1) : held;
      response.writeHead(range ? 206 : 200, { 'content-length': part.length });
      return response.end(request.method === 'HEAD' ? undefined : part);
    });
  });
  return { server, objects };
}

const folder = mkdtempSync(join(tmpdir(), 'ecabinet-blobs-'));
const bucket = fakeBucket();
const stores: Record<string, BlobStore> = {};

beforeAll(async () => {
  await new Promise<void>((done) => bucket.server.listen(0, '127.0.0.1', done));
  const address = bucket.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  stores['folder'] = new FolderBlobStore(join(folder, 'papers'));
  stores['S3'] = new S3BlobStore({ bucket: 'papers', endpoint: `http://127.0.0.1:${port}`, accessKeyId: 'x', secretAccessKey: 'y' });
});
afterAll(async () => {
  if (stores['S3'] instanceof S3BlobStore) stores['S3'].close();
  bucket.server.closeAllConnections();
  await new Promise((done) => bucket.server.close(done));
  rmSync(folder, { recursive: true, force: true });
});

describe.each(['folder', 'S3'])('the blob store in a %s', (kind) => {
  const store = (): BlobStore => {
    const found = stores[kind];
    if (!found) throw new Error('no store');
    return found;
  };
  afterEach(() => store().remove(NAME));

  it('keeps a file under its name and gives it back', async () => {
    await store().put(NAME, Readable.from([CONTENT.subarray(0, 100), CONTENT.subarray(100)]));
    expect(await store().has(NAME)).toBe(true);
    expect((await buffer(await store().open(NAME))).equals(CONTENT)).toBe(true);
  });

  it('gives a part, both ends included', async () => {
    await store().put(NAME, Readable.from([CONTENT]));
    expect((await buffer(await store().open(NAME, { start: 10, end: 19 }))).equals(CONTENT.subarray(10, 20))).toBe(true);
  });

  it('keeps a sealed paper, of which any part can be opened', async () => {
    const dataKey = newDataKey();
    await store().put(NAME, sealSegments([CONTENT], dataKey, NAME));
    const cover = coverOf(CONTENT.length, { start: 65_000, end: 140_000 });
    const part = openSegments(await store().open(NAME, cover.sealed) as AsyncIterable<Uint8Array>, dataKey, { blobId: NAME, size: CONTENT.length, cover });
    expect((await buffer(Readable.from(part))).equals(CONTENT.subarray(65_000, 140_001))).toBe(true);
    expect((await buffer(await store().open(NAME))).includes('Nghị quyết')).toBe(false);
  });

  it('stores nothing when the upload breaks off', async () => {
    const broken = Readable.from((async function* () {
      yield CONTENT;
      throw new Error('connection lost');
    })());
    await expect(store().put(NAME, broken)).rejects.toThrow('connection lost');
    expect(await store().has(NAME)).toBe(false);
  });

  it('says what it does not have and removes twice without harm', async () => {
    expect(await store().has(UNKNOWN)).toBe(false);
    await expect(store().open(UNKNOWN)).rejects.toThrow();
    await store().remove(UNKNOWN);
  });

  it('takes nothing for a name that could lead elsewhere', async () => {
    await expect(store().open('../../etc/passwd')).rejects.toThrow('Not the name of a blob');
  });
});

describe('the folder after a crash', () => {
  it('is cleared of old half uploads only', async () => {
    const store = new FolderBlobStore(join(folder, 'other'));
    const now = new Date();
    await store.removeLeftovers(now);
    for (const name of ['old', 'new']) writeFileSync(join(folder, 'other', 'incoming', name), 'half');
    utimesSync(join(folder, 'other', 'incoming', 'old'), 0, 0);
    await store.removeLeftovers(now);
    expect(readdirSync(join(folder, 'other', 'incoming'))).toEqual(['new']);
  });
});
