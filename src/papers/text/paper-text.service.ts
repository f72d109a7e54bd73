import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Environment } from '../../config/environment.js';
import { codeOf, Transactor, type Tx } from '../../database/transactor.js';
import { Refusal } from '../../http/refusal.js';
import { Jobs } from '../../jobs/jobs.js';
import { BlobVault } from '../../storage/blob-vault.js';
import { tidyPage } from '../domain/page-text.js';
import { type RawPage, TextReader } from './text-reader.js';
import { READ_TEXT } from './text-task.js';

const MISSING = 'papers-text-missing';
/** Pages written at once. */
const CHUNK = 40;
/** So many files in a row that cannot be opened: the store is not there, and it is tried again in an hour. */
const UNREADABLE_IN_A_ROW = 20;
const FIRST_LOOK_MS = 60_000;

interface Version {
  id: string;
  bodyId: string;
  title: string;
  sha256: string;
  size: number;
  blobId: string | null;
  readable: boolean;
}

const VERSION_SQL = `select v.id, v.body_id as "bodyId", p.title, v.sha256, v.size, v.blob_id as "blobId", v.has_text and not v.needs_password as readable
  from paper_version v join paper p on p.id = v.paper_id where v.id = $1`;

/** Those that nobody has read yet, and those that were read while words were not kept. */
const NEXT_SQL = `select v.id from paper_version v left join version_text t on t.version_id = v.id
  where v.id > $1 and (t.version_id is null or (t.kept = false and $2 and v.has_text and not v.needs_password)) order by v.id limit 1`;

const TEXT_SQL = `insert into page_text (version_id, page, text) select $1, page, text from unnest($2::int[], $3::text[]) as t (page, text)
  on conflict (version_id, page) do update set text = excluded.text`;

const WORDS_SQL = `insert into page_words (version_id, page, body_id, plain, folded) select $1, page, $4, search_words(text, false), search_words(text, true) from unnest($2::int[], $3::text[]) as t (page, text)
  on conflict (version_id, page) do update set plain = excluded.plain, folded = excluded.folded`;

const DONE_SQL = `insert into version_text (version_id, whole, kept) values ($1, $2, $3) on conflict (version_id) do update set whole = excluded.whole, kept = excluded.kept, at = now()`;

/** Reads the words of papers once they lie in the store, so that they can be found and compared. They are written to no log. */
@Injectable()
export class PaperTextService implements OnModuleInit, OnApplicationBootstrap, OnApplicationShutdown {
  private firstLook: NodeJS.Timeout | undefined;
  private readonly logger = new Logger(PaperTextService.name);

  constructor(
    private readonly transactor: Transactor,
    private readonly jobs: Jobs,
    private readonly vault: BlobVault,
    private readonly reader: TextReader,
    private readonly environment: Environment,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(READ_TEXT, async ({ versionId = '' }) => void (await this.take(versionId)));
    this.jobs.handle(MISSING, () => this.takeMissing());
    this.jobs.repeat(MISSING, '17 * * * *');
  }

  /** Where no words are to be kept, none stay; what is missing else is read soon after the start. */
  async onApplicationBootstrap(): Promise<void> {
    if (!this.environment.keepsText) await this.transactor.run((tx) => forgetText(tx));
    const look = (): Promise<void> => this.transactor.run(async (tx) => this.jobs.add(tx, { task: MISSING, payload: {}, runAt: await tx.now(), key: MISSING }));
    // A database that is away at that moment is asked again within the hour.
    this.firstLook = setTimeout(() => void look().catch(() => undefined), FIRST_LOOK_MS).unref();
  }

  onApplicationShutdown(): void {
    clearTimeout(this.firstLook);
  }

  /** Goes on where it was cut short: what was read has its row. */
  private async takeMissing(): Promise<void> {
    let last = '00000000-0000-0000-0000-000000000000';
    let unreadable = 0;
    while (unreadable < UNREADABLE_IN_A_ROW) {
      const [next] = await this.transactor.read<{ id: string }>(NEXT_SQL, [last, this.environment.keepsText]);
      if (!next) return;
      unreadable = (await this.take(next.id)) ? 0 : unreadable + 1;
      last = next.id;
    }
    this.logger.debug('files of papers cannot be opened now; their words are read later');
  }

  /** @returns false where the file cannot be opened now */
  private async take(versionId: string): Promise<boolean> {
    const [version] = await this.transactor.read<Version>(VERSION_SQL, [versionId]);
    if (!version) return true;
    try {
      await this.write(version, [{ page: 0, text: version.title }]);
      const kept = version.readable && this.environment.keepsText;
      const whole = kept ? await this.readPages(version) : true;
      await this.transactor.run((tx) => tx.query(DONE_SQL, [version.id, whole, kept]));
      return true;
    } catch (error) {
      // Replaced while it was read.
      if (codeOf(error) === FOREIGN_KEY) return true;
      if (error instanceof Refusal) return false;
      throw error;
    }
  }

  private async readPages(version: Version): Promise<boolean> {
    let pages: RawPage[] = [];
    const whole = await this.reader.read({ size: version.size, open: () => this.vault.open(version) }, async ({ page, text }) => {
      pages.push({ page, text: tidyPage(text) });
      if (pages.length < CHUNK) return;
      await this.write(version, pages);
      pages = [];
    });
    await this.write(version, pages);
    return whole;
  }

  private async write(version: Version, pages: RawPage[]): Promise<void> {
    const columns = [pages.map(({ page }) => page), pages.map(({ text }) => text)];
    await this.transactor.run(async (tx) => {
      if (pages[0] && pages[0].page > 0) await tx.query(TEXT_SQL, [version.id, ...columns]);
      await tx.query(WORDS_SQL, [version.id, ...columns, version.bodyId]);
    });
  }
}

const FOREIGN_KEY = '23503';

/** Titles stay findable. */
async function forgetText(tx: Tx): Promise<void> {
  await tx.query('delete from page_text');
  await tx.query('delete from version_comparison');
  await tx.query('delete from page_words where page > 0');
  await tx.query('update version_text set kept = false where kept');
}
