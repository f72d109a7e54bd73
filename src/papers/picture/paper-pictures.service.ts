import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Readable } from 'node:stream';
import { Transactor } from '../../database/transactor.js';
import { Refusal } from '../../http/refusal.js';
import { Jobs } from '../../jobs/jobs.js';
import { BlobVault, type StoredBlob } from '../../storage/blob-vault.js';
import { type Picture, PictureMaker } from './picture-maker.js';
import { DRAW_FIRST_PAGE } from './picture-task.js';

const MISSING = 'papers-first-page-missing';
/** So many files in a row that cannot be opened: the store is not there, and it is tried again in an hour. */
const UNREADABLE_IN_A_ROW = 20;
const FIRST_LOOK_MS = 90_000;

interface Version {
  id: string;
  paperId: string;
  sha256: string;
  size: number;
  blobId: string | null;
  needsPassword: boolean;
}

const VERSION_SQL = `select id, paper_id as "paperId", sha256, size, blob_id as "blobId", needs_password as "needsPassword" from paper_version where id = $1 and first_page_at is null`;
const NEXT_SQL = 'select id from paper_version where id > $1 and first_page_at is null order by id limit 1';
/** A version goes with its paper held: what is written down here is seen by who removes it, or is not written. */
const HOLD_SQL = 'select 1 from paper where id = $1 for share';
const DONE_SQL = `update paper_version set first_page_at = now(), first_page = $2, first_page_blob_id = $3, first_page_bytes = $4 where id = $1 and first_page_at is null returning id`;

/** Draws the first page of each version once it lies in the store, so that it stands before the reader at once. */
@Injectable()
export class PaperPicturesService implements OnModuleInit, OnApplicationBootstrap, OnApplicationShutdown {
  private firstLook: NodeJS.Timeout | undefined;
  private readonly logger = new Logger(PaperPicturesService.name);

  constructor(
    private readonly transactor: Transactor,
    private readonly jobs: Jobs,
    private readonly vault: BlobVault,
    private readonly maker: PictureMaker,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(DRAW_FIRST_PAGE, async ({ versionId = '' }) => void (await this.take(versionId)));
    this.jobs.handle(MISSING, () => this.takeMissing());
    this.jobs.repeat(MISSING, '41 * * * *');
  }

  onApplicationBootstrap(): void {
    const look = (): Promise<void> => this.transactor.run(async (tx) => this.jobs.add(tx, { task: MISSING, payload: {}, runAt: await tx.now(), key: MISSING }));
    // A database that is away at that moment is asked again within the hour.
    this.firstLook = setTimeout(() => void look().catch(() => undefined), FIRST_LOOK_MS).unref();
  }

  onApplicationShutdown(): void {
    clearTimeout(this.firstLook);
  }

  /** Goes on where it was cut short: what was tried is written down. */
  private async takeMissing(): Promise<void> {
    let last = '00000000-0000-0000-0000-000000000000';
    let unreadable = 0;
    while (unreadable < UNREADABLE_IN_A_ROW) {
      const [next] = await this.transactor.read<{ id: string }>(NEXT_SQL, [last]);
      if (!next) return;
      unreadable = (await this.take(next.id)) ? 0 : unreadable + 1;
      last = next.id;
    }
    this.logger.debug('files of papers cannot be opened now; their first pages are drawn later');
  }

  /** @returns false where the file cannot be opened now */
  private async take(versionId: string): Promise<boolean> {
    const [version] = await this.transactor.read<Version>(VERSION_SQL, [versionId]);
    if (!version) return true;
    try {
      const picture = version.needsPassword ? null : await this.maker.draw({ size: version.size, open: () => this.vault.open(version) });
      await this.keep(version, picture);
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }

  /** Written down either way, so that nobody asks for it again. What was sealed for a version that is gone is removed a day later. */
  private async keep({ id, paperId }: Version, picture: Picture | null): Promise<void> {
    const blob: StoredBlob | null = picture === null ? null : await this.vault.seal(Readable.from([picture.bytes]));
    await this.transactor.run(async (tx) => {
      await tx.query(HOLD_SQL, [paperId]);
      const [done] = await tx.query(DONE_SQL, [id, picture?.points ?? null, blob?.blobId ?? null, blob?.size ?? null]);
      if (done && blob) await this.vault.claim(tx, blob.blobId);
    });
  }
}
