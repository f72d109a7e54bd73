import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { StoredBlob } from './blob-store.js';

/**
 * Writes a new file from a stream or another file, hashing on the way, and brings it to the disk before it answers.
 *
 * @param target must not exist
 * @throws the source's error; a part may be left in `target`
 */
export async function copyHashing(source: Readable | string, target: string): Promise<StoredBlob> {
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(target, 'wx', 0o600);
  try {
    await pipeline(typeof source === 'string' ? createReadStream(source) : source, async (chunks: AsyncIterable<Uint8Array>) => {
      for await (const chunk of chunks) {
        hash.update(chunk);
        size += chunk.length;
        await writeAll(file, chunk);
      }
    });
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), size };
}

/** One write may take less than it was given. */
async function writeAll(file: { write(chunk: Uint8Array, offset: number): Promise<{ bytesWritten: number }> }, chunk: Uint8Array): Promise<void> {
  for (let written = 0; written < chunk.length; ) written += (await file.write(chunk, written)).bytesWritten;
}
