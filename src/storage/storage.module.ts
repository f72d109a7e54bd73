import { Module } from '@nestjs/common';
import { join } from 'node:path';
import { Environment } from '../config/environment.js';
import { BlobStore } from './blob-store.js';
import { BlobSweeper } from './blob-sweeper.js';
import { BlobVault } from './blob-vault.js';
import { FolderBlobStore } from './folder-blob-store.js';
import { KeyCheck } from './key-check.js';
import { KeyRotation } from './key-rotation.js';
import { keySourceOf, PaperKeys } from './paper-keys.js';

/** The bucket when one is set, else the folder `papers` in the data folder. */
export async function blobStoreOf(environment: Environment): Promise<BlobStore> {
  if (environment.S3_BUCKET === undefined) return new FolderBlobStore(join(environment.ECABINET_DATA_DIR ?? '.data', 'papers'));
  // Loaded only where it is used: the SDK costs every start time and memory.
  const { S3BlobStore } = await import('./s3-blob-store.js');
  return new S3BlobStore({
    bucket: environment.S3_BUCKET,
    endpoint: environment.S3_ENDPOINT,
    region: environment.S3_REGION,
    accessKeyId: environment.S3_ACCESS_KEY_ID,
    secretAccessKey: environment.S3_SECRET_ACCESS_KEY,
  });
}

@Module({
  providers: [
    { provide: BlobStore, inject: [Environment], useFactory: blobStoreOf },
    { provide: PaperKeys, inject: [Environment], useFactory: (environment: Environment) => new PaperKeys(keySourceOf(environment)) },
    BlobVault, BlobSweeper, KeyCheck, KeyRotation,
  ],
  exports: [BlobStore, BlobVault, KeyRotation],
})
export class StorageModule {}
