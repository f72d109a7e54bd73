import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { assertHash, BlobStore, type ByteRange, type StoredBlob } from './blob-store.js';
import { copyHashing } from './hashing-copy.js';
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

  async put(source: Readable | string): Promise<StoredBlob> {
    await mkdir(this.incoming, { recursive: true, mode: 0o700 });
    const arriving = join(this.incoming, randomUUID());
    try {
      const stored = await copyHashing(source, arriving);
      await this.moveIn(arriving, stored);
      return stored;
    } finally {
      await rm(arriving, { force: true });
    }
  }

  async open(sha256: string, range?: ByteRange): Promise<Readable> {
    const file = await open(this.pathOf(sha256), 'r');
    return file.createReadStream(range);
  }

  async size(sha256: string): Promise<number> {
    return (await stat(this.pathOf(sha256))).size;
  }

  async has(sha256: string): Promise<boolean> {
    return (await this.sizeIfThere(sha256)) !== null;
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.pathOf(sha256), { force: true });
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

  private async moveIn(arriving: string, stored: StoredBlob): Promise<void> {
    const target = this.pathOf(stored.sha256);
    const shard = dirname(target);
    await mkdir(shard, { recursive: true, mode: 0o700 });
    // The same content is there already, or it is put in place now; either way its name must be on the disk before we answer.
    if ((await this.sizeIfThere(stored.sha256)) !== stored.size) await rename(arriving, target);
    for (const folder of [shard, dirname(shard), this.folder]) await syncFolder(folder);
  }

  private async sizeIfThere(sha256: string): Promise<number | null> {
    try {
      return await this.size(sha256);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return null;
      throw error;
    }
  }

  private pathOf(sha256: string): string {
    assertHash(sha256);
    return join(this.folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
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
