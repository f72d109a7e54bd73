import { Injectable, Logger } from '@nestjs/common';
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { errorCode } from '../config/error-code.js';
import { Transactor, type Tx } from '../database/transactor.js';
import { Refusal } from '../http/refusal.js';
import { BlobStore } from './blob-store.js';
import { type ByteRange, coverOf } from './domain/segments.js';
import { newDataKey, unwrapKey, wrapKey } from './key-wrapping.js';
import { PaperKeys } from './paper-keys.js';
import { type DataKey, openSegments, sealSegments, Unreadable } from './segment-cipher.js';

/** Held while a row is written with the key in use, so that no key is dropped in between. */
export const KEYS_LOCK = 7_225_009;

/** Keys of files kept in memory: those of a pack that many read at once. */
const MOST_OPENED = 256;

/** What was stored. */
export interface StoredBlob {
  /** Its name in the store. */
  blobId: string;
  /** SHA-256 of the content before it was sealed, 64 small hex letters. */
  sha256: string;
  /** Bytes of the content. */
  size: number;
}

/** A file as its version knows it. Without a blob it lies unsealed under its hash, as older installations stored it. */
export type KnownFile = Omit<StoredBlob, 'blobId'> & { blobId: string | null };

/** Stores files sealed, each by a key of its own, and opens them again, whole or in parts. */
@Injectable()
export class BlobVault {
  private readonly logger = new Logger(BlobVault.name);
  private readonly opened = new Map<string, DataKey>();

  constructor(
    private readonly transactor: Transactor,
    private readonly store: BlobStore,
    private readonly keys: PaperKeys,
  ) {}

  /**
   * Seals and stores a file, or a stream. Until `claim` it counts as unused, and is removed after a day.
   *
   * @throws the stream's own error when it breaks off
   */
  async seal(source: string | Readable): Promise<StoredBlob> {
    const blobId = randomUUID();
    const dataKey = newDataKey();
    await this.transactor.run(async (tx) => {
      await tx.query('select pg_advisory_xact_lock_shared($1)', [KEYS_LOCK]);
      const by = await this.keys.active();
      await tx.query('insert into paper_blob (id, key_id, wrapped_key) values ($1, $2, $3)', [blobId, by.id, wrapKey(dataKey, by, blobId)]);
    });
    const hash = createHash('sha256');
    let size = 0;
    const counted = async function* (): AsyncGenerator<Uint8Array> {
      for await (const chunk of (typeof source === 'string' ? createReadStream(source) : source) as AsyncIterable<Uint8Array>) {
        hash.update(chunk);
        size += chunk.length;
        yield chunk;
      }
    };
    await this.store.put(blobId, sealSegments(counted(), dataKey, blobId));
    return { blobId, sha256: hash.digest('hex'), size };
  }

  /** A row needs it from now on. In the transaction that writes that row. */
  async claim(tx: Tx, blobId: string): Promise<void> {
    await tx.query('update paper_blob set unused_since = null where id = $1', [blobId]);
  }

  /** No row needs it any more; a day later it is gone. */
  async release(tx: Tx, blobId: string | null): Promise<void> {
    await tx.query('update paper_blob set unused_since = now() where id = $1', [blobId]);
  }

  /**
   * The content, whole or a part. Its first segment is opened before this answers.
   *
   * @throws Refusal paperUnreadable: the key is not there, or the file is not what was stored
   */
  async open(file: KnownFile, range?: ByteRange): Promise<Readable> {
    if (file.blobId === null) return this.store.open(file.sha256, range);
    const { blobId, size } = file;
    try {
      const dataKey = await this.dataKeyOf(blobId);
      const cover = coverOf(size, range);
      const sealed = await this.store.open(blobId, range ? cover.sealed : undefined);
      const opened = openSegments(sealed as AsyncIterable<Uint8Array>, dataKey, { blobId, size, cover });
      return await startReading(opened, sealed, (error) => this.note(blobId, error));
    } catch (error) {
      throw this.refusalOf(blobId, error);
    }
  }

  /** A reader asks for a file in many parts: its key is looked up for the first. */
  private async dataKeyOf(blobId: string): Promise<DataKey> {
    const known = this.opened.get(blobId);
    if (known) return known;
    const dataKey = await this.unwrappedKeyOf(blobId);
    const [oldest] = this.opened.keys();
    if (this.opened.size >= MOST_OPENED && oldest !== undefined) this.opened.delete(oldest);
    this.opened.set(blobId, dataKey);
    return dataKey;
  }

  private async unwrappedKeyOf(blobId: string): Promise<DataKey> {
    const [row] = await this.transactor.query<{ keyId: string; wrappedKey: Buffer }>('select key_id as "keyId", wrapped_key as "wrappedKey" from paper_blob where id = $1', [blobId]);
    if (!row) throw new Unreadable('its row is gone');
    const by = await this.keys.find(row.keyId);
    if (!by) throw new Unreadable(`the key ${row.keyId} is not there`);
    return unwrapKey(row.wrappedKey, by, blobId);
  }

  private refusalOf(blobId: string, error: unknown): unknown {
    const isMissing = errorCode(error) === 'ENOENT' || (error instanceof Error && error.name === 'NoSuchKey');
    if (!(error instanceof Unreadable) && !isMissing) return error;
    this.note(blobId, isMissing ? new Unreadable('the file is gone') : error);
    return new Refusal('paperUnreadable');
  }

  private note(blobId: string, error: unknown): void {
    if (error instanceof Unreadable) this.logger.error(`file ${blobId} cannot be opened: ${error.message}`);
  }
}

/** A stream whose first piece is there already: what fails there can still be refused in words. */
async function startReading(opened: AsyncGenerator<Buffer>, source: Readable, note: (error: unknown) => void): Promise<Readable> {
  try {
    const first = await opened.next();
    const pieces = async function* (): AsyncGenerator<Buffer> {
      if (!first.done) yield first.value;
      yield* opened;
    };
    const stream = Readable.from(pieces(), { objectMode: false });
    stream.once('error', note).once('close', () => source.destroy());
    return stream;
  } catch (error) {
    source.destroy();
    throw error;
  }
}
