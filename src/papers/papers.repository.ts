import { Injectable } from '@nestjs/common';
import type { EventIds, EventType } from '../contract/live-events.js';
import type { Tx } from '../database/transactor.js';
import { found } from '../http/refusal.js';
import { permits } from '../identity/domain/policy.js';
import type { SignedIn } from '../identity/session-reader.js';
import { officeRoom } from '../journal/audiences.js';
import { Journal } from '../journal/journal.js';
import type { PaperState } from './domain/paper-states.js';
import { type OwnerKind, type PaperOwner, PaperOwners } from './paper-owners.js';
import { Paper, PaperVersion } from './paper.entity.js';

/** A paper held for a change, with its newest version and what it lies on. */
export interface HeldPaper {
  paper: Paper;
  newest: PaperVersion;
  owner: PaperOwner;
}

@Injectable()
export class PapersRepository {
  constructor(
    private readonly owners: PaperOwners,
    private readonly journal: Journal,
  ) {}

  /** Locks a paper for a change; `notFound` for who may not see it, `notAllowed` for who only reads. */
  async lock(tx: Tx, actor: SignedIn, id: string): Promise<HeldPaper> {
    const paper = found(await tx.manager.findOne(Paper, { where: { id }, lock: { mode: 'pessimistic_write' } }));
    // What may not be seen does not exist: a member who guesses a draft's id gets no other answer than for a wrong id.
    if (paper.state !== 'released' && !permits(actor, 'paper.readDraft', paper.bodyId)) found(null);
    const owner = await this.owners.load(tx, actor, { ...ownerOf(paper), need: 'prepare' });
    const [newest] = await tx.manager.find(PaperVersion, { where: { paperId: id }, order: { number: 'DESC' }, take: 1 });
    return { paper, newest: found(newest), owner };
  }

  /** A version for reading, where the reader may. */
  async version(tx: Tx, actor: SignedIn, id: string): Promise<{ version: PaperVersion; paper: Paper; owner: PaperOwner }> {
    const version = found(await tx.manager.findOneBy(PaperVersion, { id }));
    const paper = found(await tx.manager.findOneBy(Paper, { id: version.paperId }));
    const isOut = paper.state === 'released' && version.releasedAt !== null;
    if (!isOut && !permits(actor, 'paper.readDraft', paper.bodyId)) found(null);
    const owner = await this.owners.load(tx, actor, { ...ownerOf(paper), need: 'read' });
    return { version, paper, owner };
  }

  /** Newest versions of an owner's papers that were not released yet, in order. */
  async waitingOf(tx: Tx, of: { kind: OwnerKind; id: string }): Promise<PaperVersion[]> {
    const papers = await tx.manager.find(Paper, { where: of.kind === 'item' ? { itemId: of.id } : { requestId: of.id }, order: { order: 'ASC' }, lock: { mode: 'pessimistic_write' } });
    const waiting: PaperVersion[] = [];
    for (const { id } of papers) {
      const [newest] = await tx.manager.find(PaperVersion, { where: { paperId: id }, order: { number: 'DESC' }, take: 1 });
      if (newest?.releasedAt === null) waiting.push(newest);
    }
    return waiting;
  }

  async setState(tx: Tx, id: string, patch: { state: PaperState; recallReason: string | null }): Promise<void> {
    await tx.manager.update(Paper, { id }, patch);
  }

  /** One row in the journal about a paper. What is not out is told to the office alone. */
  async tell(tx: Tx, actor: SignedIn, news: { owner: PaperOwner; type: EventType; ids: EventIds; facts?: Record<string, unknown>; private?: Record<string, unknown>; isOut?: boolean }): Promise<void> {
    const { owner, type, ids, isOut = true, ...rest } = news;
    const audiences = isOut ? owner.audiences : [officeRoom(owner.bodyId)];
    await this.journal.append(tx, { type, actorId: actor.accountId, bodyId: owner.bodyId, audiences, ids: { ...owner.ids, ...ids }, ...rest });
  }
}

function ownerOf(paper: Paper): { kind: OwnerKind; id: string } {
  return paper.itemId === null ? { kind: 'request', id: paper.requestId ?? '' } : { kind: 'item', id: paper.itemId };
}
