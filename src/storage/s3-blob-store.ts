import { DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { assertHash, BlobStore, type ByteRange, type StoredBlob } from './blob-store.js';
import { copyHashing } from './hashing-copy.js';

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
    });
  }

  /** The name is the hash, so the content goes through a local file first. */
  async put(source: Readable | string): Promise<StoredBlob> {
    const arriving = join(tmpdir(), `ecabinet-${randomUUID()}`);
    try {
      const stored = await copyHashing(source, arriving);
      const { sha256, size } = stored;
      await this.client.send(new PutObjectCommand({ ...this.at(sha256), Body: createReadStream(arriving), ContentLength: size, ContentType: 'application/octet-stream' }));
      return stored;
    } finally {
      await rm(arriving, { force: true });
    }
  }

  async open(sha256: string, range?: ByteRange): Promise<Readable> {
    const part = range ? { Range: `bytes=${range.start}-${range.end}` } : {};
    const { Body } = await this.client.send(new GetObjectCommand({ ...this.at(sha256), ...part }));
    if (Body instanceof Readable) return Body;
    throw new Error(`The object store answered without content for ${sha256}.`);
  }

  async size(sha256: string): Promise<number> {
    const { ContentLength } = await this.client.send(new HeadObjectCommand(this.at(sha256)));
    if (ContentLength === undefined) throw new Error(`The object store did not say the size of ${sha256}.`);
    return ContentLength;
  }

  async has(sha256: string): Promise<boolean> {
    try {
      await this.size(sha256);
      return true;
    } catch (error) {
      if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return false;
      throw error;
    }
  }

  async remove(sha256: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand(this.at(sha256)));
  }

  /** Closes the connections. */
  close(): void {
    this.client.destroy();
  }

  private at(sha256: string): { Bucket: string; Key: string } {
    assertHash(sha256);
    return { Bucket: this.bucket, Key: `papers/${sha256}` };
  }
}
