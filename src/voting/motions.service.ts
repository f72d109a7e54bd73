import { Injectable } from '@nestjs/common';
import { AgendaRepository } from '../agenda/agenda.repository.js';
import { AgendaService } from '../agenda/agenda.service.js';
import { RuleSetsService } from '../bodies/rule-sets.service.js';
import type { EventType } from '../contract/live-events.js';
import { Transactor, type Tx } from '../database/transactor.js';
import { Refusal, refuseIf } from '../http/refusal.js';
import type { SignedIn } from '../identity/session-reader.js';
import type { Session } from '../sessions/session.entity.js';
import { type MotionAct, whyCannotMove } from './domain/motion-states.js';
import { decide, tallyOf } from '../bodies/domain/decision.js';
import { Motion } from './motion.entity.js';
import { MotionOpeningService } from './motion-opening.service.js';
import { MotionsRepository } from './motions.repository.js';
import type { EditMotionDto, PrepareMotionDto } from './voting.dto.js';

/** A motion's life: prepared, opened with a frozen roll, closed and counted, published, annulled, put again. */
@Injectable()
export class MotionsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly motions: MotionsRepository,
    private readonly agenda: AgendaRepository,
    private readonly outcomes: AgendaService,
    private readonly ruleSets: RuleSetsService,
    private readonly opening: MotionOpeningService,
  ) {}

  async prepare(actor: SignedIn, itemId: string, dto: PrepareMotionDto): Promise<string> {
    return this.transactor.run(async (tx) => {
      const { session } = await this.agenda.hold(tx, actor, itemId, 'motion.prepare');
      if (session.state === 'ended' || session.state === 'concluded' || session.state === 'cancelled') throw new Refusal('sessionStateForbids', { state: session.state });
      return this.insert(tx, actor, { session, itemId, question: dto.question.trim(), questionEn: dto.questionEn ?? null, repeatsId: null });
    });
  }

  async edit(actor: SignedIn, id: string, dto: EditMotionDto): Promise<void> {
    await this.change(actor, id, { act: 'edit', permission: 'motion.prepare', type: 'motion.prepared' }, async (tx, motion) => {
      const { question = motion.question, questionEn = motion.questionEn } = dto;
      await tx.manager.update(Motion, { id }, { question, questionEn: questionEn || null });
      return {};
    });
  }

  /** Opens the vote; the roll is frozen in the same transaction. `asOf`: whose terms count (now; the vote's own day in an import). */
  async open(actor: SignedIn, id: string, asOf?: Date): Promise<void> {
    await this.change(actor, id, { act: 'open', permission: 'motion.run', type: 'motion.opened' }, async (tx, motion) => {
      const now = await tx.now();
      const record = await this.opening.freeze(tx, motion, asOf ?? now);
      await tx.manager.update(Motion, { id }, { state: 'open', openedAt: now });
      return { ...record, facts: { ...record.facts, openedAt: now.toISOString() } };
    });
  }

  /** Closes and counts in one transaction: what was acknowledged is counted, what comes after is refused. */
  async close(actor: SignedIn, id: string): Promise<void> {
    await this.change(actor, id, { act: 'close', permission: 'motion.run', type: 'motion.closed' }, async (tx, motion) => {
      const rows = await tx.asSystem(() => this.motions.roll(tx, id));
      const rule = await this.ruleSets.read(tx, motion.ruleSetId);
      const choices = rows.flatMap((row) => (row.choice === null ? [] : [row.choice]));
      const present = rows.filter((row) => row.present || row.choice !== null).length;
      const chairChoice = rows.find((row) => row.isChair)?.choice ?? null;
      const decision = decide(tallyOf(choices, rows.length, motion.recused), present, rule, chairChoice);
      const closedAt = await tx.now();
      await tx.manager.update(Motion, { id }, { state: 'closed', closedAt, decision });
      return { facts: { cast: choices.length, roll: rows.length, closedAt: closedAt.toISOString() }, private: { motionId: id, present, decision } };
    });
  }

  /** Shows the result to all who may see the session, and decides the item. */
  async publish(actor: SignedIn, id: string): Promise<void> {
    await this.change(actor, id, { act: 'publish', permission: 'motion.run', type: 'motion.published' }, async (tx, motion, session) => {
      const publishedAt = await tx.now();
      await tx.manager.update(Motion, { id }, { state: 'published', publishedAt });
      const outcome = motion.decision?.outcome;
      if (outcome === 'adopted') await this.outcomes.recordOutcome(tx, actor, { session, itemId: motion.itemId, outcome: 'approved' });
      if (outcome === 'rejected') await this.outcomes.recordOutcome(tx, actor, { session, itemId: motion.itemId, outcome: 'rejected' });
      return { facts: { decision: motion.decision, publishedAt: publishedAt.toISOString() } };
    });
  }

  async annul(actor: SignedIn, id: string, reason: string): Promise<void> {
    await this.change(actor, id, { act: 'annul', permission: 'motion.run', type: 'motion.annulled' }, async (tx, motion) => {
      await tx.manager.update(Motion, { id }, { state: 'annulled', annulReason: reason.trim() });
      return { facts: { from: motion.state }, private: { reason: reason.trim() } };
    });
  }

  /** Puts an annulled or undecided motion again: a new one, linked to the old, which stays. */
  async repeat(actor: SignedIn, id: string): Promise<string> {
    return this.transactor.run(async (tx) => {
      const { motion, session } = await this.motions.lock(tx, actor, id, 'motion.run');
      refuseIf(whyCannotMove('repeat', { state: motion.state, undecided: motion.decision?.outcome === 'undecided' }, session.state), { state: motion.state });
      const { itemId, question, questionEn } = motion;
      return this.insert(tx, actor, { session, itemId, question, questionEn, repeatsId: id });
    });
  }

  private async insert(tx: Tx, actor: SignedIn, wanted: { session: Session; itemId: string; question: string; questionEn: string | null; repeatsId: string | null }): Promise<string> {
    const { session, itemId, question, questionEn, repeatsId } = wanted;
    const { choices } = await this.ruleSets.read(tx, session.ruleSetId);
    const { bodyId, id: sessionId, ruleSetId } = session;
    const motion = await tx.manager.save(Motion, { bodyId, sessionId, itemId, ruleSetId, question, questionEn, choices, repeatsId, decision: null });
    await this.agenda.tell(tx, actor, { session, type: 'motion.prepared', ids: { itemId, motionId: motion.id } });
    return motion.id;
  }

  private async change(
    actor: SignedIn, id: string, wanted: { act: MotionAct; permission: 'motion.prepare' | 'motion.run'; type: EventType },
    work: (tx: Tx, motion: Motion, session: Session) => Promise<{ facts?: Record<string, unknown>; private?: Record<string, unknown> }>,
  ): Promise<void> {
    await this.transactor.run(async (tx) => {
      const { motion, session } = await this.motions.lock(tx, actor, id, wanted.permission);
      refuseIf(whyCannotMove(wanted.act, { state: motion.state, undecided: false }, session.state), { state: motion.state });
      const record = await work(tx, motion, session);
      await this.agenda.tell(tx, actor, { session, type: wanted.type, ids: { itemId: motion.itemId, motionId: id }, ...record });
    });
  }
}
