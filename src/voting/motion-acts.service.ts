import { Injectable } from '@nestjs/common';
import { AgendaItem } from '../agenda/agenda-item.entity.js';
import { AgendaRepository } from '../agenda/agenda.repository.js';
import { AgendaService } from '../agenda/agenda.service.js';
import { consentOutcome } from '../agenda/domain/consent.js';
import type { EventType } from '../contract/live-events.js';
import { Transactor, type Tx } from '../database/transactor.js';
import { refuseIf } from '../http/refusal.js';
import type { SignedIn } from '../identity/session-reader.js';
import type { Session } from '../sessions/session.entity.js';
import { type MotionAct, whyCannotMove } from './domain/motion-states.js';
import { MotionCounting } from './motion-counting.js';
import { MotionOpeningService } from './motion-opening.service.js';
import { Motion } from './motion.entity.js';
import { MotionsRepository } from './motions.repository.js';

/** What the journal tells and proves of an act. */
interface ActRecord {
  facts?: Record<string, unknown>;
  private?: Record<string, unknown>;
}

/** A vote under way: opened with a frozen roll, paused, closed and counted, published, annulled. */
@Injectable()
export class MotionActsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly motions: MotionsRepository,
    private readonly agenda: AgendaRepository,
    private readonly outcomes: AgendaService,
    private readonly opening: MotionOpeningService,
    private readonly counting: MotionCounting,
  ) {}

  /** Opens the vote; the roll is frozen in the same transaction. `asOf`: whose terms count (now; the vote's own day in an import). */
  async open(actor: SignedIn, id: string, how: { asOf?: Date; rollCall?: boolean } = {}): Promise<void> {
    await this.change(actor, id, { act: 'open', type: 'motion.opened' }, async (tx, motion) => {
      await tx.manager.update(Motion, { id }, { rollCall: how.rollCall ?? false });
      return this.opening.open(tx, { ...motion, rollCall: how.rollCall ?? false }, how.asOf);
    });
  }

  /** No ballot is taken meanwhile; those that were acknowledged stay. */
  async pause(actor: SignedIn, id: string): Promise<void> {
    await this.change(actor, id, { act: 'pause', type: 'motion.paused' }, async (tx) => {
      await tx.manager.update(Motion, { id }, { state: 'paused' });
      return {};
    });
  }

  async continue(actor: SignedIn, id: string): Promise<void> {
    await this.change(actor, id, { act: 'continue', type: 'motion.continued' }, async (tx) => {
      await tx.manager.update(Motion, { id }, { state: 'open' });
      return {};
    });
  }

  /** Closes and counts in one transaction: what was acknowledged is counted, what comes after is refused. */
  async close(actor: SignedIn, id: string): Promise<void> {
    await this.change(actor, id, { act: 'close', type: 'motion.closed' }, async (tx, motion) => {
      const { decision, cast, roll, present } = await this.counting.count(tx, motion);
      const closedAt = await tx.now();
      await tx.manager.update(Motion, { id }, { state: 'closed', closedAt, decision });
      return { facts: { cast, roll, closedAt: closedAt.toISOString() }, private: { motionId: id, present, decision } };
    });
  }

  /** Shows the result to all who may see the session, and decides the item, or all items of a block. */
  async publish(actor: SignedIn, id: string): Promise<void> {
    await this.change(actor, id, { act: 'publish', type: 'motion.published' }, async (tx, motion, session) => {
      const publishedAt = await tx.now();
      await tx.manager.update(Motion, { id }, { state: 'published', publishedAt });
      await this.decideItems(tx, actor, { motion, session });
      return { facts: { decision: motion.decision, publishedAt: publishedAt.toISOString() } };
    });
  }

  async annul(actor: SignedIn, id: string, reason: string): Promise<void> {
    await this.change(actor, id, { act: 'annul', type: 'motion.annulled' }, async (tx, motion) => {
      await tx.manager.update(Motion, { id }, { state: 'annulled', annulReason: reason.trim() });
      return { facts: { from: motion.state }, private: { reason: reason.trim() } };
    });
  }

  /** Adopted approves the item (what is for information is noted); rejected rejects it. A consent list that fails leaves its items to be discussed. */
  private async decideItems(tx: Tx, actor: SignedIn, { motion, session }: { motion: Motion; session: Session }): Promise<void> {
    const outcome = motion.decision?.outcome;
    if (outcome !== 'adopted' && (outcome !== 'rejected' || motion.kind === 'consentList')) return;
    const covered = await this.motions.itemsOf(tx, motion);
    for (const itemId of covered) {
      const item = await tx.manager.findOneByOrFail(AgendaItem, { id: itemId });
      const isSingle = covered.length === 1;
      if (outcome === 'adopted') await this.outcomes.recordOutcome(tx, actor, { session, itemId, outcome: isSingle ? 'approved' : consentOutcome(item.kind) });
      else if (isSingle || item.kind === 'decision') await this.outcomes.recordOutcome(tx, actor, { session, itemId, outcome: 'rejected' });
    }
  }

  private async change(actor: SignedIn, id: string, wanted: { act: MotionAct; type: EventType }, work: (tx: Tx, motion: Motion, session: Session) => Promise<ActRecord>): Promise<void> {
    await this.transactor.run(async (tx) => {
      const { motion, session } = await this.motions.lock(tx, actor, id, 'motion.run');
      refuseIf(whyCannotMove(wanted.act, { state: motion.state, undecided: false }, session.state), { state: motion.state });
      const record = await work(tx, motion, session);
      await this.agenda.tell(tx, actor, { session, type: wanted.type, ids: { itemId: motion.itemId, motionId: id }, ...record });
    });
  }
}
