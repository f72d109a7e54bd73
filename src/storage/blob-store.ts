import type { Readable } from 'node:stream';

/** What was stored. */
export interface StoredBlob {
  /** SHA-256 of the content, 64 small hex letters; its only name. */
  sha256: string;
  /** Bytes. */
  size: number;
}

/** First and last byte, both included, counted from 0. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * Keeps the bytes of papers by the hash of their content: the same file twice is one blob, and a blob never changes.
 * What `put` has answered for is still there after a crash.
 */
export abstract class BlobStore {
  /**
   * Stores the content of a stream, or of a file, which stays where it is.
   *
   * @throws the stream's own error when it breaks off; nothing is stored then
   */
  abstract put(source: Readable | string): Promise<StoredBlob>;

  /**
   * Opens a blob for reading, whole or a part of it.
   *
   * @throws Error when there is no such blob: a row that points at nothing is a fault, not a refusal
   */
  abstract open(sha256: string, range?: ByteRange): Promise<Readable>;

  /** Bytes of a blob. @throws Error when there is no such blob */
  abstract size(sha256: string): Promise<number>;

  abstract has(sha256: string): Promise<boolean>;

  /** Removes a blob; harmless when it is not there. */
  abstract remove(sha256: string): Promise<void>;
}

/** Refuses anything that is not a hash before it becomes part of a path or a key. @throws Error */
export function assertHash(sha256: string): void {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('Not a content hash.');
}
