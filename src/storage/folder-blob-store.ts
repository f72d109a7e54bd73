import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { assertName, BlobStore } from './blob-store.js';
import type { ByteRange } from './domain/segments.js';
import { writeSynced } from './write-file.js';
import { errorCode } from '../config/error-code.js';

const LEFTOVER_MS = 24 * 3600 * 1000;

/** Blobs as files of a local folder: `ab/cd/abcd…`. Written beside, synced, renamed: there is never half a blob under its name. */
export class FolderBlobStore extends BlobStore {
  private readonly folder: string;
  private readonly incoming: string;

  /** @param folder made when it is not there, readable by its owner alone */
  constructor(folder: string) {
    super();
    this.folder = resolve(folder);
    this.incoming = join(this.folder, 'incoming');
  }

  async put(name: string, source: AsyncIterable<Uint8Array>): Promise<void> {
    const target = this.pathOf(name);
    await mkdir(this.incoming, { recursive: true, mode: 0o700 });
    const arriving = join(this.incoming, randomUUID());
    try {
      await writeSynced(source, arriving);
      const shard = dirname(target);
      await mkdir(shard, { recursive: true, mode: 0o700 });
      await rename(arriving, target);
      for (const folder of [shard, dirname(shard), this.folder]) await syncFolder(folder);
    } finally {
      await rm(arriving, { force: true });
    }
  }

  async open(name: string, range?: ByteRange): Promise<Readable> {
    const file = await open(this.pathOf(name), 'r');
    return file.createReadStream(range);
  }

  async has(name: string): Promise<boolean> {
    try {
      await stat(this.pathOf(name));
      return true;
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return false;
      throw error;
    }
  }

  async remove(name: string): Promise<void> {
    await rm(this.pathOf(name), { force: true });
  }

  /** Removes uploads that a crash cut short. A day old: another server may be writing into the same folder. */
  async removeLeftovers(now: Date): Promise<void> {
    await mkdir(this.incoming, { recursive: true, mode: 0o700 });
    for (const name of await readdir(this.incoming)) {
      const path = join(this.incoming, name);
      const found = await stat(path);
      if (now.getTime() - found.mtimeMs > LEFTOVER_MS) await rm(path, { force: true });
    }
  }

  private pathOf(name: string): string {
    assertName(name);
    return join(this.folder, name.slice(0, 2), name.slice(2, 4), name);
  }
}

/** A new name in a folder survives a power cut only once the folder itself was synced. */
async function syncFolder(path: string): Promise<void> {
  // Windows cannot open a folder for this, and keeps names in its own journal.
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
