import { Injectable } from '@nestjs/common';
import { Transactor, type Tx } from '../database/transactor.js';
import type { SignedIn } from '../identity/session-reader.js';
import { BlobVault, type StoredBlob } from '../storage/blob-vault.js';
import type { OwnerKind } from './paper-owners.js';
import { Paper, PaperVersion } from './paper.entity.js';
import { PapersRepository } from './papers.repository.js';

/** A released paper whose file was sealed once more, for another place. */
export interface SealedCopy {
  paper: Pick<Paper, 'title' | 'part'>;
  version: PaperVersion;
  blob: StoredBlob;
}

const NEWEST_SQL = (column: string): string => `select distinct on (p.id) v.id from paper p join paper_version v on v.paper_id = p.id and v.released_at is not null where p.${column}_id = $1 and p.state = 'released' order by p.id, v.number desc`;

/**
 * Lays what was released in one place into another: a file of its own, since what is removed there must stay here. Copies are drafts until their new
 * place releases them. Sealing comes before the transaction that lays them down: it may take long.
 */
@Injectable()
export class PaperCopier {
  constructor(
    private readonly transactor: Transactor,
    private readonly papers: PapersRepository,
    private readonly vault: BlobVault,
  ) {}

  /** Of what lies where the caller has made sure that the actor may read. What is sealed and not laid down is removed a day later. */
  async seal(of: { kind: OwnerKind; id: string }): Promise<SealedCopy[]> {
    const held = await this.transactor.run(async (tx) => {
      const ids = await tx.query<{ id: string }>(NEWEST_SQL(of.kind), [of.id]);
      const versions = await Promise.all(ids.map(({ id }) => tx.manager.findOneOrFail(PaperVersion, { where: { id }, relations: { paper: true } })));
      return versions.sort((a, b) => (a.paper?.order ?? 0) - (b.paper?.order ?? 0));
    });
    const copies: SealedCopy[] = [];
    for (const version of held) {
      const blob = await this.vault.seal(await this.vault.open(version));
      copies.push({ paper: { title: version.paper?.title ?? version.fileName, part: version.paper?.part ?? null }, version, blob });
    }
    return copies;
  }

  /** Gives their hashes. */
  async lay(tx: Tx, actor: SignedIn, to: { itemId: string | null; requestId: string | null; bodyId: string; copies: readonly SealedCopy[] }): Promise<string[]> {
    const { itemId, requestId, bodyId, copies } = to;
    return tx.asSystem(async () => {
      for (const [order, { paper, version, blob }] of copies.entries()) {
        const { id: paperId } = await tx.manager.save(Paper, { bodyId, itemId, requestId, dossierId: null, ...paper, order, recallReason: null });
        await this.vault.claim(tx, blob.blobId);
        const { fileName, pages, needsPassword, hasText, signatures, signatureFacts } = version;
        await this.papers.addVersion(tx, {
          paperId, bodyId, dossierId: null, number: 1, ...blob, fileName, pages, needsPassword, hasText, signatures, signatureFacts,
          original: null, originalBlobId: null, note: null, uploadedBy: actor.accountId, releasedAt: null, releasedBy: null,
        });
      }
      return copies.map(({ blob }) => blob.sha256).sort();
    });
  }
}
