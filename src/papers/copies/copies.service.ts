import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { Transactor, type Tx } from '../../database/transactor.js';
import { Refusal } from '../../http/refusal.js';
import { guestIn, guestPermits, permits } from '../../identity/domain/policy.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { accountRoom, officeRoom } from '../../journal/audiences.js';
import { BlobVault } from '../../storage/blob-vault.js';
import type { AccessKind } from '../domain/watermark.js';
import { ownerFor, type PaperOwner } from '../paper-owners.js';
import type { Paper, PaperVersion } from '../paper.entity.js';
import { PapersRepository } from '../papers.repository.js';
import type { AccessDto, AccessLogDto } from './copies.dto.js';
import { CopyMarkerService } from './copy-marker.service.js';

const MOST = 1_000;
const ACCESS_SQL = `select x.at, a.name, a.name_en as "nameEn", x.kind, v.number as version, x.code from paper_access x join paper_version v on v.id = x.version_id join account a on a.id = x.account_id
  where v.paper_id = $1 order by x.id desc limit ${MOST}`;
const TOTAL_SQL = 'select count(*)::int as total from paper_access x join paper_version v on v.id = x.version_id where v.paper_id = $1';

export interface TakenCopy {
  fileName: string;
  content: Readable;
}

/** Copies that leave: each page says who took it; and the log of who opened and took what. */
@Injectable()
export class CopiesService {
  constructor(
    private readonly transactor: Transactor,
    private readonly papers: PapersRepository,
    private readonly vault: BlobVault,
    private readonly marker: CopyMarkerService,
  ) {}

  /** @throws Refusal notFound, copyNotAllowed, copyNotMarked */
  async take(actor: SignedIn, versionId: string, kind: 'kept' | 'printed'): Promise<TakenCopy> {
    const { version } = await this.allowed(actor, versionId);
    const marked = await this.marker.mark(actor, { open: () => this.vault.open(version) });
    if (!marked) throw new Refusal('copyNotMarked');
    await this.transactor.run((tx) => this.note(tx, actor, { versionId, kind, code: marked.code }));
    return { fileName: version.fileName, content: marked.content };
  }

  /** The file itself, for who prepares papers: for archives, and for checking signatures elsewhere. */
  async takeUnmarked(actor: SignedIn, versionId: string): Promise<TakenCopy & { size: number }> {
    const { version, paper } = await this.transactor.run((tx) => this.papers.version(tx, actor, versionId));
    if (!permits(actor, 'paper.prepare', paper.bodyId)) throw new Refusal('notAllowed');
    const content = await this.vault.open(version);
    await this.transactor.run((tx) => this.note(tx, actor, { versionId, kind: 'unmarked', code: null }));
    return { fileName: version.fileName, content, size: version.size };
  }

  async logOf(actor: SignedIn, paperId: string): Promise<AccessLogDto> {
    return this.transactor.run(async (tx) => {
      await this.papers.prepared(tx, actor, paperId);
      const rows = await tx.query<Omit<AccessDto, 'at'> & { at: Date }>(ACCESS_SQL, [paperId]);
      const [row] = await tx.query<{ total: number }>(TOTAL_SQL, [paperId]);
      return { entries: rows.map((entry) => ({ ...entry, at: entry.at.toISOString() })), total: row?.total ?? 0 };
    });
  }

  private async allowed(actor: SignedIn, versionId: string): Promise<{ version: PaperVersion; paper: Paper }> {
    return this.transactor.run(async (tx) => {
      const held = await this.papers.version(tx, actor, versionId);
      if (!mayCopy(actor, held.paper, held.owner)) throw new Refusal('copyNotAllowed');
      return held;
    });
  }

  private async note(tx: Tx, actor: SignedIn, { versionId, kind, code }: { versionId: string; kind: AccessKind; code: string | null }): Promise<void> {
    // Once more, within the transaction that writes: a paper that was recalled meanwhile is not given out.
    const { version, owner } = await this.papers.version(tx, actor, versionId);
    await this.marker.note(tx, actor, { versionIds: [versionId], kind, code });
    const news = { ...owner, audiences: [...(owner.draftAudiences ?? [officeRoom(owner.bodyId)]), accountRoom(actor.accountId)] };
    await this.papers.tell(tx, actor, { owner: news, type: 'paper.copied', ids: { paperId: version.paperId, versionId }, facts: { kind }, private: { code, sha256: version.sha256 } });
  }
}

/** Who reads a body's papers takes copies with their name; of guests, substitutes do; sponsors of their own dossier. */
export function mayCopy(actor: SignedIn, paper: Paper, owner: PaperOwner): boolean {
  if (ownerFor(actor, paper).kind === 'dossier' || permits(actor, 'paper.copy', paper.bodyId)) return true;
  const { sessionId } = owner.ids;
  const guest = sessionId === undefined ? null : guestIn(actor, { id: sessionId, bodyId: paper.bodyId });
  return guest !== null && guestPermits(guest, 'paper.copy', paper.itemId);
}
