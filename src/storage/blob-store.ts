import type { Readable } from 'node:stream';
import type { ByteRange } from './domain/segments.js';

/**
 * Keeps files by name; a file never changes. Knows nothing of what is in them: papers come sealed (see `BlobVault`). What `put` has
 * answered for is still there after a crash.
 */
export abstract class BlobStore {
  /**
   * Stores the content of a stream under a name that was never used before.
   *
   * @throws the stream's own error when it breaks off; nothing is stored then
   */
  abstract put(name: string, source: AsyncIterable<Uint8Array>): Promise<void>;

  /**
   * Opens a file for reading, whole or a part of it.
   *
   * @throws Error when there is no such file: a row that points at nothing is a fault, not a refusal
   */
  abstract open(name: string, range?: ByteRange): Promise<Readable>;

  abstract has(name: string): Promise<boolean>;

  /** Removes a file; harmless when it is not there. */
  abstract remove(name: string): Promise<void>;

  /** Removes what uploads cut short by a crash left behind, where a store has such things. */
  abstract removeLeftovers(now: Date): Promise<void>;
}

/** Names are ids, or the content hashes of older installations. Refuses anything else before it becomes part of a path. @throws Error */
export function assertName(name: string): void {
  if (!/^([0-9a-f]{64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.test(name)) throw new Error('Not the name of a blob.');
}
