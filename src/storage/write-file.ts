import { open } from 'node:fs/promises';

/**
 * Writes a stream into a new file and brings it to the disk before it answers.
 *
 * @param target must not exist
 * @throws the source's error; a part may be left in `target`
 */
export async function writeSynced(source: AsyncIterable<Uint8Array>, target: string): Promise<void> {
  const file = await open(target, 'wx', 0o600);
  try {
    for await (const chunk of source) {
      // One write may take less than it was given.
      for (let written = 0; written < chunk.length; ) written += (await file.write(chunk, written)).bytesWritten;
    }
    await file.sync();
  } finally {
    await file.close();
  }
}
