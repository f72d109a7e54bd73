import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Transactor } from '../database/transactor.js';
import { PaperKeys } from './paper-keys.js';

/** Says at the start which keys are missing, so that it is not a reader who finds out. */
@Injectable()
export class KeyCheck implements OnApplicationBootstrap {
  private readonly logger = new Logger('papers');

  constructor(
    private readonly transactor: Transactor,
    private readonly keys: PaperKeys,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const used = await this.transactor.query<{ id: string; papers: number }>('select key_id as id, count(*)::int as papers from paper_blob group by key_id');
    const there = new Set((await this.keys.all()).map(({ id }) => id));
    for (const { id, papers } of used) {
      if (!there.has(id)) this.logger.error(`the key ${id} is missing: ${papers} files of papers cannot be opened. Put it back into ECABINET_PAPERS_KEY or the key file.`);
    }
  }
}
