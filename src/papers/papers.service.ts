import { Injectable } from '@nestjs/common';
import { Transactor, type Tx } from '../database/transactor.js';
import { Refusal, refuseIf } from '../http/refusal.js';
import type { SignedIn } from '../identity/session-reader.js';
import { accountRoom, officeRoom } from '../journal/audiences.js';
import { BlobVault } from '../storage/blob-vault.js';
import { type PaperStanding, whyCannotRecall, whyCannotRelease, whyCannotRemove } from './domain/paper-states.js';
import { PackService } from './pack.service.js';
import { PaperReaderService } from './paper-reader.service.js';
import { Paper, PaperReceipt } from './paper.entity.js';
import type { PaperBriefDto, ReadDto } from './papers.dto.js';
import { type HeldPaper, PapersRepository } from './papers.repository.js';

/** Turning pages is one reading: it is noted again after half an hour. */
const OPENED_SQL = `insert into paper_access (version_id, account_id, kind, at) select $1, $2, 'opened', $3::timestamptz
  where not exists (select 1 from paper_access where version_id = $1 and account_id = $2 and kind = 'opened' and abs(extract(epoch from at - $3::timestamptz)) < 1800)`;
const FURTHER_SQL = `update paper_receipt set furthest_page = greatest(furthest_page, $3), opened_at = least(opened_at, $4)
  where version_id = $1 and account_id = $2 and (furthest_page < $3 or opened_at > $4)`;

/** What happens to a paper after its upload. */
@Injectable()
export class PapersService {
  constructor(
    private readonly transactor: Transactor,
    private readonly papers: PapersRepository,
    private readonly pack: PackService,
    private readonly reader: PaperReaderService,
    private readonly vault: BlobVault,
  ) {}

  /** Lets the newest version out to the readers. */
  async release(actor: SignedIn, id: string): Promise<PaperBriefDto> {
    return this.transactor.run(async (tx) => {
      const held = await this.papers.lock(tx, actor, id);
      refuseIf(whyCannotRelease(standingOf(held)), { state: held.paper.state });
      await this.pack.releaseVersion(tx, actor, { version: held.newest, owner: held.owner });
      return this.reader.brief(tx, actor, id);
    });
  }

  /** Takes a released paper back: it is gone for its readers at once, and stays with the office. */
  async recall(actor: SignedIn, id: string, reason: string): Promise<PaperBriefDto> {
    return this.transactor.run(async (tx) => {
      const held = await this.papers.lock(tx, actor, id);
      refuseIf(whyCannotRecall(standingOf(held), reason), { state: held.paper.state });
      await this.papers.setState(tx, id, { state: 'recalled', recallReason: reason.trim() });
      await this.papers.tell(tx, actor, { owner: held.owner, type: 'paper.recalled', ids: { paperId: id }, private: { reason: reason.trim() } });
      return this.reader.brief(tx, actor, id);
    });
  }

  /** Removes a paper nobody but the office has seen, with its file. */
  async remove(actor: SignedIn, id: string): Promise<void> {
    await this.transactor.run(async (tx) => {
      const held = await this.papers.lock(tx, actor, id);
      refuseIf(whyCannotRemove({ ...standingOf(held), ownerEditable: held.owner.takesNew ?? held.owner.editable }), { state: held.paper.state });
      await tx.manager.delete(Paper, { id });
      for (const blobId of [held.newest.blobId, held.newest.originalBlobId, held.newest.firstPageBlobId]) await this.vault.release(tx, blobId);
      await this.papers.tell(tx, actor, { owner: held.owner, type: 'paper.changed', ids: { paperId: id }, facts: { act: 'removed' }, private: { sha256: held.newest.sha256 }, isOut: false });
    });
  }

  /**
   * Notes that the actor has opened a version and how far they got. The journal hears of it once; a page turned is no news.
   */
  async noteRead(actor: SignedIn, versionId: string, { page, secondsAgo = 0 }: ReadDto): Promise<void> {
    await this.transactor.run(async (tx) => {
      const { version, owner } = await this.papers.version(tx, actor, versionId);
      if (version.pages > 0 && page > version.pages) throw new Refusal('badInput', { fields: ['page:max'] });
      const at = new Date((await tx.now()).getTime() - secondsAgo * 1000);
      if (secondsAgo > 0 && (version.releasedAt === null || at < version.releasedAt)) return;
      await tx.query(OPENED_SQL, [versionId, actor.accountId, at]);
      if (!(await isFirst(tx, { versionId, accountId: actor.accountId, page, at }))) return;
      const news = { ...owner, audiences: [...(owner.draftAudiences ?? [officeRoom(owner.bodyId)]), accountRoom(actor.accountId)] };
      await this.papers.tell(tx, actor, { owner: news, type: 'paper.read', ids: { paperId: version.paperId, versionId } });
    });
  }
}

async function isFirst(tx: Tx, read: { versionId: string; accountId: string; page: number; at: Date }): Promise<boolean> {
  const { versionId, accountId, page, at } = read;
  const inserted = await tx.manager.createQueryBuilder().insert().into(PaperReceipt).values({ versionId, accountId, furthestPage: page, openedAt: at }).orIgnore().returning('version_id').execute();
  if (Array.isArray(inserted.raw) && inserted.raw.length > 0) return true;
  await tx.query(FURTHER_SQL, [versionId, accountId, page, at]);
  return false;
}

function standingOf(held: HeldPaper): PaperStanding {
  return { state: held.paper.state, hasUnreleased: held.newest.releasedAt === null, ownerEditable: held.owner.editable };
}
