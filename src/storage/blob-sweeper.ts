import { Injectable, type OnModuleInit } from '@nestjs/common';
import { readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorCode } from '../config/error-code.js';
import { Transactor } from '../database/transactor.js';
import { Jobs } from '../jobs/jobs.js';
import { BlobStore } from './blob-store.js';

const TASK = 'sweepPapers';
/** Every hour, at a minute of its own. */
const WHEN = '23 * * * *';
const BATCH = 100;
const DAY_MS = 24 * 3600 * 1000;
/** Files of uploads under way, wherever they are received: see `UploadReceiver`. */
export const UPLOAD_PREFIX = 'ecabinet-upload-';

/** Removes files that no version needs: of uploads that were refused or broken off, of drafts that were removed or replaced. */
@Injectable()
export class BlobSweeper implements OnModuleInit {
  constructor(
    private readonly transactor: Transactor,
    private readonly store: BlobStore,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(TASK, () => this.sweep());
    this.jobs.repeat(TASK, WHEN);
  }

  private async sweep(): Promise<void> {
    const now = new Date();
    await this.store.removeLeftovers(now);
    await removeOldUploads(now);
    while ((await this.removeUnused()) === BATCH);
  }

  /** The file goes after its row is known to go: a row that a version still names stops the statement. After a crash in between both are tried again. */
  private async removeUnused(): Promise<number> {
    return this.transactor.run(async (tx) => {
      const rows = await tx.query<{ id: string }>(
        `select id from paper_blob where unused_since < now() - interval '1 day' order by unused_since limit ${BATCH} for update skip locked`,
      );
      const ids = rows.map(({ id }) => id);
      await tx.query('delete from paper_blob where id = any($1::uuid[])', [ids]);
      for (const id of ids) await this.store.remove(id);
      return ids.length;
    });
  }
}

/** Uploads that a crash cut short before they were sealed. */
async function removeOldUploads(now: Date): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(UPLOAD_PREFIX)) continue;
    const path = join(tmpdir(), name);
    try {
      if (now.getTime() - (await stat(path)).mtimeMs > DAY_MS) await rm(path, { force: true });
    } catch (error) {
      // Another server on this machine has removed it meanwhile.
      if (errorCode(error) !== 'ENOENT') throw error;
    }
  }
}
