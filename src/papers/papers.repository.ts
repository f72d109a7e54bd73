import { Injectable } from '@nestjs/common';
import type { DeepPartial } from 'typeorm';
import type { EventIds, EventType } from '../contract/live-events.js';
import type { Tx } from '../database/transactor.js';
import { found } from '../http/refusal.js';
import { permits } from '../identity/domain/policy.js';
import type { SignedIn } from '../identity/session-reader.js';
import { officeRoom } from '../journal/audiences.js';
import { Journal } from '../journal/journal.js';
import { Jobs } from '../jobs/jobs.js';
import type { PaperState } from './domain/paper-states.js';
import { ownerFor, type OwnerKind, type PaperOwner, PaperOwners } from './paper-owners.js';
import { Paper, PaperVersion } from './paper.entity.js';
import { DRAW_FIRST_PAGE } from './picture/picture-task.js';
import { READ_TEXT } from './text/text-task.js';

/** A paper held for a change, with its newest version and what it lies on. */
export interface HeldPaper {
  paper: Paper;
  newest: PaperVersion;
  owner: PaperOwner;
}

/** Nobody waits for these. */
const AFTER_THE_OTHERS = 10;

const COLUMN_OF: Record<OwnerKind, 'itemId' | 'requestId' | 'dossierId'> = { item: 'itemId', request: 'requestId', dossier: 'dossierId' };

@Injectable()
export class PapersRepository {
  constructor(
    private readonly owners: PaperOwners,
    private readonly journal: Journal,
    private readonly jobs: Jobs,
  ) {}

  /** Locks a paper for a change; `notFound` for who may not see it, `notAllowed` for who only reads. */
  async lock(tx: Tx, actor: SignedIn, id: string): Promise<HeldPaper> {
    const paper = found(await tx.manager.findOne(Paper, { where: { id }, lock: { mode: 'pessimistic_write' } }));
    const of = ownerFor(actor, paper);
    // What may not be seen does not exist: a member who guesses a draft's id gets no other answer than for a wrong id.
    if (paper.state !== 'released' && of.kind !== 'dossier' && !permits(actor, 'paper.readDraft', paper.bodyId)) found(null);
    const owner = await this.owners.load(tx, actor, { ...of, need: 'prepare' });
    const [newest] = await tx.manager.find(PaperVersion, { where: { paperId: id }, order: { number: 'DESC' }, take: 1 });
    return { paper, newest: found(newest), owner };
  }

  /** A paper as who prepares it looks at it, with what it lies on. */
  async prepared(tx: Tx, actor: SignedIn, id: string): Promise<{ paper: Paper; owner: PaperOwner; of: { kind: OwnerKind; id: string } }> {
    const paper = found(await tx.manager.findOneBy(Paper, { id }));
    const of = ownerFor(actor, paper);
    return { paper, of, owner: await this.owners.load(tx, actor, { ...of, need: 'prepare' }) };
  }

  /** A version for reading, where the reader may. */
  async version(tx: Tx, actor: SignedIn, id: string): Promise<{ version: PaperVersion; paper: Paper; owner: PaperOwner }> {
    const version = found(await tx.manager.findOneBy(PaperVersion, { id }));
    const paper = found(await tx.manager.findOneBy(Paper, { id: version.paperId }));
    const isOut = paper.state === 'released' && version.releasedAt !== null;
    const of = ownerFor(actor, paper);
    if (!isOut && of.kind !== 'dossier' && !permits(actor, 'paper.readDraft', paper.bodyId)) found(null);
    const owner = await this.owners.load(tx, actor, { ...of, need: 'read' });
    return { version, paper, owner };
  }

  /** Writes a version down; its words are read and its first page is drawn soon after. */
  async addVersion(tx: Tx, values: DeepPartial<PaperVersion>): Promise<PaperVersion> {
    const version = await tx.manager.save(PaperVersion, values);
    const runAt = await tx.now();
    for (const task of [DRAW_FIRST_PAGE, READ_TEXT]) await this.jobs.add(tx, { task, payload: { versionId: version.id }, runAt, key: `${task}:${version.id}`, priority: AFTER_THE_OTHERS });
    return version;
  }

  /** Newest versions of an owner's papers that were not released yet, in order. */
  async waitingOf(tx: Tx, of: { kind: OwnerKind; id: string }): Promise<PaperVersion[]> {
    const papers = await tx.manager.find(Paper, { where: { [COLUMN_OF[of.kind]]: of.id }, order: { order: 'ASC' }, lock: { mode: 'pessimistic_write' } });
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
    const audiences = isOut ? owner.audiences : (owner.draftAudiences ?? [officeRoom(owner.bodyId)]);
    await this.journal.append(tx, { type, actorId: actor.accountId, bodyId: owner.bodyId, audiences, ids: { ...owner.ids, ...ids }, ...rest });
  }
}
