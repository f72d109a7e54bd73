import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Transactor, type Tx } from '../database/transactor.js';
import { found, Refusal } from '../http/refusal.js';
import { memberOf } from '../identity/domain/policy.js';
import type { SignedIn } from '../identity/session-reader.js';
import { contentDisposition } from '../papers/domain/file-names.js';
import { PaperIntake } from '../papers/paper-intake.js';
import type { ReceivedFile } from '../papers/upload-receiver.js';
import { BlobVault } from '../storage/blob-vault.js';
import { OpinionMember } from './opinion-request.entity.js';
import { OpinionFile } from './reply.entity.js';
import { type FileRow, RequestsRepository } from './requests.repository.js';

/** Files that go with one reply. */
const MOST_FILES = 10;

/** Files that go with a reply: through the same intake as papers, seen by who sees the reply. */
@Injectable()
export class ReplyFilesService {
  constructor(
    private readonly transactor: Transactor,
    private readonly requests: RequestsRepository,
    private readonly intake: PaperIntake,
    private readonly vault: BlobVault,
  ) {}

  /** Refuses before the file is sent, so that nobody uploads for nothing. */
  async checkAdd(actor: SignedIn, requestId: string): Promise<void> {
    await this.transactor.run(async (tx) => void (await this.demandOpen(tx, actor, requestId)));
  }

  async add(actor: SignedIn, requestId: string, received: ReceivedFile): Promise<FileRow> {
    const { fileName, facts, blob, original } = await this.intake.keep(received);
    return this.transactor.run(async (tx) => {
      const memberId = await this.demandOpen(tx, actor, requestId);
      const held = await tx.asSystem(() => tx.manager.findBy(OpinionFile, { requestId, memberId }));
      if (held.length >= MOST_FILES) throw new Refusal('tooManyReplyFiles', { most: MOST_FILES });
      if (held.some(({ sha256 }) => sha256 === blob.sha256)) throw new Refusal('sameFile', { title: fileName });
      await this.vault.claim(tx, blob.blobId);
      // What it was made from is not kept: the member's words are what the reply says.
      if (original !== null) await this.vault.release(tx, original.blobId);
      const { pages } = facts;
      const { blobId, sha256, size } = blob;
      const { id } = await tx.manager.save(OpinionFile, { requestId, memberId, fileName, size, sha256, blobId, pages, addedBy: actor.accountId });
      await this.tell(tx, actor, { requestId, memberId });
      return { id, fileName, size, pages };
    });
  }

  async remove(actor: SignedIn, id: string): Promise<void> {
    await this.transactor.run(async (tx) => {
      const { requestId, memberId, blobId, isSent, addedBy } = found(await tx.manager.findOneBy(OpinionFile, { id }));
      if ((await this.demandOpen(tx, actor, requestId)) !== memberId) throw new Refusal('notFound');
      if (isSent) throw new Refusal('alreadyReplied');
      if (addedBy !== actor.accountId && memberOf(actor, (await this.requests.hold(tx, actor, requestId, 'opinion.draft')).bodyId) !== memberId) throw new Refusal('notAllowed');
      await tx.manager.delete(OpinionFile, { id });
      await this.vault.release(tx, blobId);
      await this.tell(tx, actor, { requestId, memberId });
    });
  }

  /** @throws Refusal notFound where the reply may not be seen: rights on rows say whose files there are. */
  async send(actor: SignedIn, id: string, reply: FastifyReply): Promise<void> {
    const file = await this.transactor.run(async (tx) => {
      const row = found(await tx.manager.findOneBy(OpinionFile, { id }));
      await this.requests.hold(tx, actor, row.requestId, 'opinion.read');
      return row;
    });
    const content = await this.vault.open(file);
    void reply.headers({
      'content-type': 'application/pdf',
      'content-disposition': contentDisposition('inline', file.fileName),
      'content-length': file.size,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    }).send(content);
  }

  /** What waits to go with the reply, as this person may see it. */
  async waiting(tx: Tx, of: { requestId: string; memberId: string }): Promise<FileRow[]> {
    const rows = await tx.manager.find(OpinionFile, { where: { ...of, isSent: false }, order: { addedAt: 'ASC', id: 'ASC' } });
    return rows.map(({ id, fileName, size, pages }) => ({ id, fileName, size, pages }));
  }

  /** SHA-256 of the files of a reply, sorted. */
  async hashesOf(tx: Tx, of: { requestId: string; memberId: string }): Promise<string[]> {
    return (await tx.manager.findBy(OpinionFile, of)).map(({ sha256 }) => sha256).sort();
  }

  /** They go out with the reply; gives their hashes. */
  async markSent(tx: Tx, of: { requestId: string; memberId: string }): Promise<string[]> {
    await tx.manager.update(OpinionFile, of, { isSent: true });
    return this.hashesOf(tx, of);
  }

  /** For whom this person may add files now: themselves, or the member they assist. */
  private async demandOpen(tx: Tx, actor: SignedIn, requestId: string): Promise<string> {
    const request = await this.requests.hold(tx, actor, requestId, 'opinion.draft');
    const memberId = memberOf(actor, request.bodyId) ?? (await this.requests.assistedBy(tx, actor, request.bodyId));
    const asked = memberId === null ? null : await tx.manager.findOne(OpinionMember, { where: { requestId, memberId }, lock: { mode: 'pessimistic_write' } });
    if (!asked) throw new Refusal('notAsked');
    if (asked.state === 'answered') throw new Refusal('alreadyReplied');
    if (request.state !== 'sent') throw new Refusal('requestClosed');
    return asked.memberId;
  }

  private async tell(tx: Tx, actor: SignedIn, { requestId, memberId }: { requestId: string; memberId: string }): Promise<void> {
    const request = await this.requests.hold(tx, actor, requestId, 'opinion.draft');
    await this.requests.tell(tx, actor.accountId, { request, type: 'request.drafted', to: { memberId }, facts: { act: 'file' } });
  }
}
