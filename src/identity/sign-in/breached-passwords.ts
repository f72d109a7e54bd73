import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';

const HASH_LENGTH = 40;
/** More than two lines: one that was begun before, and a whole one. */
const CHUNK = 256;

/**
 * Whether a password stands in a file of hashes ordered by hash, `HASH:COUNT` a line. Halves the file until the line is found, so that
 * 40 GB cost 40 short reads. SHA-1 is the file's; nothing here rests on its strength.
 */
export async function isBreached(password: string, file: string): Promise<boolean> {
  const wanted = createHash('sha1').update(password.normalize('NFC')).digest('hex').toUpperCase();
  const handle = await open(file, 'r');
  try {
    return await stands(wanted, handle);
  } finally {
    await handle.close();
  }
}

async function stands(wanted: string, handle: FileHandle): Promise<boolean> {
  const { size } = await handle.stat();
  let [from, to] = [0, size];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const line = await lineFrom(handle, middle);
    if (line === null || line.start >= to) {
      to = middle;
      continue;
    }
    if (line.hash === wanted) return true;
    if (line.hash < wanted) from = line.start + HASH_LENGTH;
    else to = middle;
  }
  return false;
}

/** The first line that begins at this place or later; null where none does. */
async function lineFrom(handle: FileHandle, place: number): Promise<{ start: number; hash: string } | null> {
  const before = Math.max(0, place - 1);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(CHUNK), 0, CHUNK, before);
  const text = buffer.subarray(0, bytesRead).toString('latin1');
  const offset = place === 0 ? 0 : text.indexOf('\n') + 1;
  if ((place > 0 && offset === 0) || text.length < offset + HASH_LENGTH) return null;
  return { start: before + offset, hash: text.slice(offset, offset + HASH_LENGTH).toUpperCase() };
}
