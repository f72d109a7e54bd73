import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { Transactor } from '../../database/transactor.js';
import { Refusal } from '../../http/refusal.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { officeRoom } from '../../journal/audiences.js';
import { Journal } from '../../journal/journal.js';
import { CopyMarkerService } from '../../papers/copies/copy-marker.service.js';
import type { Made } from '../../papers/inspection/made-file.js';
import { joinPdfs } from '../../papers/inspection/pdf-merger.js';
import type { InspectedFile } from '../../papers/inspection/pdf-process.js';
import { BlobVault } from '../../storage/blob-vault.js';
import { chooseForPack, type LeftOut } from '../domain/print-pack.js';
import type { PackLanguage } from './pack-content.js';
import type { PaperRow } from './pack-queries.js';
import { PackReader, type PackSources, toPackContent } from './pack-reader.service.js';
import { setPages } from './set-pages.js';

export interface PrintPack {
  content: Readable;
  pages: number;
  leftOut: number;
  title: string;
}

/** One PDF with which a meeting goes on by paper. */
@Injectable()
export class PrintPackService {
  /** One after the other: each takes the memory of a whole pack. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly transactor: Transactor,
    private readonly reader: PackReader,
    private readonly vault: BlobVault,
    private readonly journal: Journal,
    private readonly marker: CopyMarkerService,
  ) {}

  /** @throws Refusal printPackFailed */
  async make(actor: SignedIn, sessionId: string, language: PackLanguage): Promise<PrintPack> {
    const sources = await this.reader.read(actor, sessionId);
    const work = this.last.then(() => this.join(sources, language));
    this.last = work.catch(() => undefined);
    const { joined, leftOut } = await work;
    const marked = await this.marker.mark(actor, { open: () => Promise.resolve(joined.content) });
    if (!marked) throw new Refusal('printPackFailed');
    const { code, pages, content } = marked;
    const { id, bodyId, title, titleEn } = sources.session;
    const facts = { papers: sources.papers.length - leftOut.size, leftOut: leftOut.size, pages };
    const versionIds = sources.papers.flatMap((paper) => (leftOut.has(paper.id) ? [] : [paper.versionId]));
    await this.transactor.run(async (tx) => {
      await this.marker.note(tx, actor, { versionIds, kind: 'printed', code });
      await this.journal.append(tx, { type: 'session.printed', actorId: actor.accountId, bodyId, audiences: [officeRoom(bodyId)], ids: { bodyId, sessionId: id }, facts, private: { code } });
    });
    return { content, pages, leftOut: leftOut.size, title: language === 'en' && titleEn ? titleEn : title };
  }

  private async join(sources: PackSources, language: PackLanguage): Promise<{ joined: Made; leftOut: ReadonlyMap<string, LeftOut> }> {
    const { papers } = sources;
    const leftOut = new Map<string, LeftOut>();
    chooseForPack(papers).forEach((why, index) => {
      if (why) leftOut.set(papers[index]?.id ?? '', why);
    });
    const first = await this.tryJoin(sources, language, leftOut);
    if (first) return { joined: first, leftOut };
    await this.leaveOutDamaged(sources, language, leftOut);
    const second = await this.tryJoin(sources, language, leftOut);
    if (second) return { joined: second, leftOut };
    throw new Refusal('printPackFailed');
  }

  /** Some file is in the way: each is joined alone, to find out which. */
  private async leaveOutDamaged(sources: PackSources, language: PackLanguage, leftOut: Map<string, LeftOut>): Promise<void> {
    for (const paper of sources.papers.filter(({ id }) => !leftOut.has(id))) {
      const alone = await this.tryJoin({ ...sources, papers: [paper] }, language, leftOut);
      alone?.content.destroy();
      if (!alone) leftOut.set(paper.id, 'damaged');
    }
  }

  private async tryJoin(sources: PackSources, language: PackLanguage, leftOut: ReadonlyMap<string, LeftOut>): Promise<Made | null> {
    const made = await setPages(toPackContent(sources, language, leftOut));
    return joinPdfs(made, sources.papers.filter(({ id }) => !leftOut.has(id)).map((paper) => this.fileOf(paper)));
  }

  private fileOf({ blobId, sha256, size }: PaperRow): InspectedFile {
    return { size, open: () => this.vault.open({ blobId, sha256, size }) };
  }
}
