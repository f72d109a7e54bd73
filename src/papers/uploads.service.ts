import { Injectable } from '@nestjs/common';
import { Transactor, type Tx } from '../database/transactor.js';
import { Refusal, refuseIf } from '../http/refusal.js';
import type { SignedIn } from '../identity/session-reader.js';
import { BlobVault } from '../storage/blob-vault.js';
import { titleFromName } from './domain/file-names.js';
import { whyCannotReplace } from './domain/paper-states.js';
import { type OwnerKind, type PaperOwner, PaperOwners } from './paper-owners.js';
import { PaperReaderService } from './paper-reader.service.js';
import { type KeptFile, PaperIntake } from './paper-intake.js';
import { Paper, PaperVersion } from './paper.entity.js';
import type { PaperBriefDto } from './papers.dto.js';
import { PapersRepository } from './papers.repository.js';
import type { ReceivedFile } from './upload-receiver.js';

/** New papers and new versions. A file is checked and stored first, then written down: a row never points at nothing. */
@Injectable()
export class UploadsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly owners: PaperOwners,
    private readonly papers: PapersRepository,
    private readonly reader: PaperReaderService,
    private readonly intake: PaperIntake,
    private readonly vault: BlobVault,
  ) {}

  /** Refuses before the file is sent, so that nobody uploads for nothing. */
  async checkAdd(actor: SignedIn, to: { kind: OwnerKind; id: string }): Promise<void> {
    await this.transactor.run(async (tx) => void (await this.editableOwner(tx, actor, to)));
  }

  async checkReplace(actor: SignedIn, paperId: string): Promise<void> {
    await this.transactor.run(async (tx) => {
      const { owner, paper, newest } = await this.papers.lock(tx, actor, paperId);
      refuseIf(whyCannotReplace({ state: paper.state, hasUnreleased: newest.releasedAt === null, ownerEditable: owner.editable }), { state: paper.state });
    });
  }

  /** A new paper, last in its list; a draft until it is released. */
  async add(actor: SignedIn, to: { kind: OwnerKind; id: string }, received: ReceivedFile): Promise<PaperBriefDto> {
    const file = await this.intake.keep(received);
    return this.transactor.run(async (tx) => {
      const owner = await this.editableOwner(tx, actor, to);
      // One upload at a time for an owner: many files sent at once get an order each, and a file sent twice is noticed.
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [to.id]);
      const order = await nextOrder(tx, to, file.blob.sha256);
      const ids = { itemId: to.kind === 'item' ? to.id : null, requestId: to.kind === 'request' ? to.id : null, dossierId: to.kind === 'dossier' ? to.id : null };
      const title = file.fields.title ?? titleFromName(file.fileName);
      const paper = await tx.manager.save(Paper, { bodyId: owner.bodyId, ...ids, title, order, part: file.fields.part ?? null, recallReason: null });
      const version = await this.insertVersion(tx, actor, { bodyId: owner.bodyId, paperId: paper.id, dossierId: paper.dossierId, number: 1, file });
      await this.papers.tell(tx, actor, { owner, type: 'paper.changed', ids: { paperId: paper.id, versionId: version.id }, facts: { act: 'added' }, private: { versionId: version.id, sha256: version.sha256 }, isOut: false });
      return this.reader.brief(tx, actor, paper.id);
    });
  }

  /** A new version. One that still waits for release is replaced; a released one stays beside it. */
  async replace(actor: SignedIn, paperId: string, received: ReceivedFile): Promise<PaperBriefDto> {
    const file = await this.intake.keep(received);
    return this.transactor.run(async (tx) => {
      const { owner, paper, newest } = await this.papers.lock(tx, actor, paperId);
      const waits = newest.releasedAt === null;
      refuseIf(whyCannotReplace({ state: paper.state, hasUnreleased: waits, ownerEditable: owner.editable }), { state: paper.state });
      if (newest.sha256 === file.blob.sha256) throw new Refusal('sameFile', { title: paper.title });
      if (waits) {
        await tx.manager.delete(PaperVersion, { id: newest.id });
        for (const blobId of [newest.blobId, newest.originalBlobId, newest.firstPageBlobId]) await this.vault.release(tx, blobId);
      }
      if (file.fields.title) await tx.manager.update(Paper, { id: paperId }, { title: file.fields.title });
      const version = await this.insertVersion(tx, actor, { bodyId: owner.bodyId, paperId, dossierId: paper.dossierId, number: waits ? newest.number : newest.number + 1, file });
      await this.papers.tell(tx, actor, { owner, type: 'paper.changed', ids: { paperId, versionId: version.id }, facts: { act: 'replaced', number: version.number }, private: { versionId: version.id, sha256: version.sha256 }, isOut: false });
      return this.reader.brief(tx, actor, paperId);
    });
  }

  private async editableOwner(tx: Tx, actor: SignedIn, to: { kind: OwnerKind; id: string }): Promise<PaperOwner> {
    const owner = await this.owners.load(tx, actor, { ...to, need: 'prepare' });
    if (!(owner.takesNew ?? owner.editable)) throw new Refusal('paperStateForbids');
    return owner;
  }

  private async insertVersion(tx: Tx, actor: SignedIn, of: { paperId: string; bodyId: string; dossierId: string | null; number: number; file: KeptFile }): Promise<PaperVersion> {
    const { paperId, bodyId, dossierId, number, file } = of;
    const { pages, needsPassword, hasText, signatures } = file.facts;
    const { blobId, sha256, size } = file.blob;
    await this.vault.claim(tx, blobId);
    const original = await this.claimOriginal(tx, file);
    const rest = { fileName: file.fileName, note: file.fields.note ?? null, uploadedBy: actor.accountId, releasedAt: null, releasedBy: null };
    return this.papers.addVersion(tx, { paperId, bodyId, dossierId, ...original, number, sha256, blobId, size, pages, needsPassword, hasText, signatures: signatures.length, signatureFacts: signatures, ...rest });
  }

  private async claimOriginal(tx: Tx, { original }: KeptFile): Promise<Pick<PaperVersion, 'original' | 'originalBlobId'>> {
    if (original === null) return { original: null, originalBlobId: null };
    const { blobId, ...file } = original;
    await this.vault.claim(tx, blobId);
    return { original: file, originalBlobId: blobId };
  }
}

/** @throws Refusal sameFile when one of the owner's papers is this very file */
async function nextOrder(tx: Tx, to: { kind: OwnerKind; id: string }, sha256: string): Promise<number> {
  const column = `${to.kind}_id`;
  const rows = await tx.query<{ title: string; order: number; sha256: string }>(
    `select p.title, p."order", (select v.sha256 from paper_version v where v.paper_id = p.id order by v.number desc limit 1) as sha256 from paper p where p.${column} = $1`,
    [to.id],
  );
  const same = rows.find((row) => row.sha256 === sha256);
  if (same) throw new Refusal('sameFile', { title: same.title });
  return rows.reduce((next, row) => Math.max(next, row.order + 1), 0);
}
