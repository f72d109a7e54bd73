import { Injectable } from '@nestjs/common';
import { CalendarService } from '../bodies/calendar.service.js';
import { dateOf } from '../bodies/domain/working-days.js';
import { RuleSetsService } from '../bodies/rule-sets.service.js';
import type { Tx } from '../database/transactor.js';
import type { SignedIn } from '../identity/session-reader.js';
import { isLate } from './domain/paper-states.js';
import { type OwnerKind, type PaperOwner, PaperOwners } from './paper-owners.js';
import { PaperVersion } from './paper.entity.js';
import { PapersRepository } from './papers.repository.js';

const releasedOf = (column: 'item_id' | 'request_id' | 'dossier_id'): string => `select distinct on (p.id) v.sha256 from paper p join paper_version v on v.paper_id = p.id and v.released_at is not null
  where p.${column} = $1 and p.state = 'released' order by p.id, v.number desc`;
const RELEASED_SQL: Record<OwnerKind, string> = { item: releasedOf('item_id'), request: releasedOf('request_id'), dossier: releasedOf('dossier_id') };

/** Lets papers out to their readers, and says which came late. */
@Injectable()
export class PackService {
  constructor(
    private readonly papers: PapersRepository,
    private readonly owners: PaperOwners,
    private readonly ruleSets: RuleSetsService,
    private readonly calendar: CalendarService,
  ) {}

  /** Releases everything that waits on one owner, within the act that sends it out; the caller has checked the right to that act. */
  async releaseAll(tx: Tx, actor: SignedIn, of: { kind: OwnerKind; id: string }): Promise<void> {
    const waiting = await this.papers.waitingOf(tx, of);
    if (waiting.length === 0) return;
    const owner = await this.owners.load(tx, actor, { ...of, need: 'read' });
    for (const version of waiting) await this.releaseVersion(tx, actor, { version, owner });
  }

  /** Releases one version, which waits. */
  async releaseVersion(tx: Tx, actor: SignedIn, what: { version: PaperVersion; owner: PaperOwner }): Promise<void> {
    const { version, owner } = what;
    const releasedAt = await tx.now();
    const late = await this.isLate(tx, owner, releasedAt);
    await tx.manager.update(PaperVersion, { id: version.id }, { releasedAt, releasedBy: actor.accountId, late });
    await this.papers.setState(tx, version.paperId, { state: 'released', recallReason: null });
    const { paperId, id: versionId, number, sha256 } = version;
    await this.papers.tell(tx, actor, { owner, type: 'paper.released', ids: { paperId, versionId }, facts: { number, late }, private: { versionId, sha256 } });
  }

  /** SHA-256 of what readers of an item or request have before them now, sorted. */
  async hashesOf(tx: Tx, { kind, id }: { kind: OwnerKind; id: string }): Promise<string[]> {
    const rows = await tx.query<{ sha256: string }>(RELEASED_SQL[kind], [id]);
    return rows.map(({ sha256 }) => sha256).sort();
  }

  /** The same of several items, each paper once. */
  async hashesOfItems(tx: Tx, itemIds: readonly string[]): Promise<string[]> {
    const hashes: string[] = [];
    for (const id of itemIds) hashes.push(...(await this.hashesOf(tx, { kind: 'item', id })));
    return [...new Set(hashes)].sort();
  }

  private async isLate(tx: Tx, owner: PaperOwner, releasedAt: Date): Promise<boolean> {
    if (owner.neededAt === null) return false;
    const { papersLeadDays } = await this.ruleSets.read(tx, owner.ruleSetId);
    const leadDays = owner.adHoc ? papersLeadDays.adHoc : papersLeadDays.regular;
    return isLate({ releasedOn: dateOf(releasedAt), neededOn: dateOf(owner.neededAt), leadDays }, await this.calendar.load(tx));
  }
}
