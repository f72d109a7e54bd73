import { DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { assertName, BlobStore } from './blob-store.js';
import type { ByteRange } from './domain/segments.js';
import { writeSynced } from './write-file.js';

/** Where the bucket is. */
export interface S3Place {
  bucket: string;
  /** Without it, Amazon's own for the region. */
  endpoint?: string;
  region?: string;
  /** Without both, the SDK looks for them where it usually does (role of the machine, profile). */
  accessKeyId?: string;
  secretAccessKey?: string;
}

/** What fails is thrown, and told by who asked for it; without a logger the SDK writes warnings of its own to the console. */
const nothing = (): undefined => undefined;
const SILENT = { trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing };

/** Blobs as objects of an S3 bucket, for several servers that share no disk. */
export class S3BlobStore extends BlobStore {
  private readonly client: S3Client;
  private readonly bucket: string;

  constructor(place: S3Place) {
    super();
    this.bucket = place.bucket;
    const { accessKeyId, secretAccessKey } = place;
    this.client = new S3Client({
      region: place.region ?? 'us-east-1',
      ...(place.endpoint ? { endpoint: place.endpoint, forcePathStyle: true } : {}),
      ...(accessKeyId && secretAccessKey ? { credentials: { accessKeyId, secretAccessKey } } : {}),
      // The SDK's default trailing checksums corrupt uploads on servers that do not know them.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      logger: SILENT,
    });
  }

  /** An object's length must be known before it is sent: it goes through a local file first, sealed as it is. */
  async put(name: string, source: AsyncIterable<Uint8Array>): Promise<void> {
    const arriving = join(tmpdir(), `ecabinet-${randomUUID()}`);
    try {
      await writeSynced(source, arriving);
      const { size } = await stat(arriving);
      await this.client.send(new PutObjectCommand({ ...this.at(name), Body: createReadStream(arriving), ContentLength: size, ContentType: 'application/octet-stream' }));
    } finally {
      await rm(arriving, { force: true });
    }
  }

  async open(name: string, range?: ByteRange): Promise<Readable> {
    const part = range ? { Range: `bytes=${range.start}-${range.end}` } : {};
    const { Body } = await this.client.send(new GetObjectCommand({ ...this.at(name), ...part }));
    if (Body instanceof Readable) return Body;
    throw new Error(`The object store answered without content for ${name}.`);
  }

  async has(name: string): Promise<boolean> {
    try {
      await this.client.send(new HeadObjectCommand(this.at(name)));
      return true;
    } catch (error) {
      if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return false;
      throw error;
    }
  }

  async remove(name: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand(this.at(name)));
  }

  /** An object is there whole or not at all. */
  async removeLeftovers(): Promise<void> {
    await Promise.resolve();
  }

  /** Closes the connections. */
  close(): void {
    this.client.destroy();
  }

  private at(name: string): { Bucket: string; Key: string } {
    assertName(name);
    return { Bucket: this.bucket, Key: `papers/${name}` };
  }
}
