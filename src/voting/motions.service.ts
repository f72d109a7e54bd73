import { Injectable } from '@nestjs/common';
import { AgendaItem } from '../agenda/agenda-item.entity.js';
import { AgendaRepository } from '../agenda/agenda.repository.js';
import { RuleSetsService } from '../bodies/rule-sets.service.js';
import { Transactor, type Tx } from '../database/transactor.js';
import { Refusal, refuseIf } from '../http/refusal.js';
import type { SignedIn } from '../identity/session-reader.js';
import type { Session } from '../sessions/session.entity.js';
import { type MotionKind, whyCannotMove } from './domain/motion-states.js';
import { hasOptions, type OptionLimits, whyCannotPut } from './domain/options.js';
import { isUndecided, optionsToRepeat, withIds } from './motion-content.js';
import { Motion, MotionItem } from './motion.entity.js';
import { MotionsRepository } from './motions.repository.js';
import type { EditMotionDto, PrepareMotionDto } from './voting.dto.js';

/** What a motion is made of, besides its question. */
export interface NewMotion {
  session: Session;
  itemId: string;
  question: string;
  questionEn: string | null;
  repeatsId?: string;
  kind?: MotionKind;
  options?: Motion['options'];
  limits?: OptionLimits | null;
  /** All items of a block or of the consent list. */
  itemIds?: string[];
}

/** Questions before they are put: prepared, changed, put again. */
@Injectable()
export class MotionsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly motions: MotionsRepository,
    private readonly agenda: AgendaRepository,
    private readonly ruleSets: RuleSetsService,
  ) {}

  async prepare(actor: SignedIn, itemId: string, dto: PrepareMotionDto): Promise<string> {
    return this.transactor.run(async (tx) => {
      const { session } = await this.agenda.hold(tx, actor, itemId, 'motion.prepare');
      if (session.state === 'ended' || session.state === 'concluded' || session.state === 'cancelled') throw new Refusal('sessionStateForbids', { state: session.state });
      const { kind = 'question' } = dto;
      const plain = { session, itemId, question: dto.question.trim(), questionEn: dto.questionEn ?? null, kind };
      if (kind === 'block') return this.insert(tx, actor, { ...plain, itemIds: await this.blockOf(tx, session, [itemId, ...(dto.itemIds ?? [])]) });
      return this.insert(tx, actor, { ...plain, ...optionsOf(dto, kind) });
    });
  }

  async edit(actor: SignedIn, id: string, dto: EditMotionDto): Promise<void> {
    await this.transactor.run(async (tx) => {
      const { motion, session } = await this.motions.lock(tx, actor, id, 'motion.prepare');
      refuseIf(whyCannotMove('edit', { state: motion.state, undecided: false }, session.state), { state: motion.state });
      const { question = motion.question, questionEn = motion.questionEn } = dto;
      const changed = hasOptions(motion.kind) && dto.options ? optionsOf(dto, motion.kind) : null;
      const choosing = changed === null ? {} : { options: changed.options, most: changed.limits?.most, places: changed.limits?.places };
      await tx.manager.update(Motion, { id }, { question, questionEn: questionEn || null, ...choosing });
      await this.agenda.tell(tx, actor, { session, type: 'motion.prepared', ids: { itemId: motion.itemId, motionId: id } });
    });
  }

  /** Puts an annulled or undecided motion again: a new one, linked to the old, which stays. Among tied options the tied ones alone. */
  async repeat(actor: SignedIn, id: string): Promise<string> {
    return this.transactor.run(async (tx) => {
      const { motion, session } = await this.motions.lock(tx, actor, id, 'motion.run');
      refuseIf(whyCannotMove('repeat', { state: motion.state, undecided: isUndecided(motion) }, session.state), { state: motion.state });
      const { itemId, question, questionEn, kind } = motion;
      const rows = await tx.manager.findBy(MotionItem, { motionId: id });
      const block = rows.length === 0 ? {} : { itemIds: rows.map((row) => row.itemId) };
      return this.insert(tx, actor, { session, itemId, question, questionEn, kind, repeatsId: id, ...optionsToRepeat(motion), ...block });
    });
  }

  /** Within a transaction: writes a motion under the session's rule set. */
  async insert(tx: Tx, actor: SignedIn, wanted: NewMotion): Promise<string> {
    const { session, itemId, question, questionEn, repeatsId = null, kind = 'question', options = null, limits = null, itemIds = [] } = wanted;
    const { choices } = await this.ruleSets.read(tx, session.ruleSetId);
    const { bodyId, id: sessionId, ruleSetId } = session;
    const motion = await tx.manager.save(Motion, {
      bodyId, sessionId, itemId, ruleSetId, question, questionEn, repeatsId, decision: null, kind, options, most: limits?.most ?? null, places: limits?.places ?? null,
      choices: options === null ? choices : ['agree', 'abstain'],
    });
    for (const covered of itemIds) await tx.manager.insert(MotionItem, { motionId: motion.id, itemId: covered });
    await this.agenda.tell(tx, actor, { session, type: 'motion.prepared', ids: { itemId, motionId: motion.id }, facts: { kind } });
    return motion.id;
  }

  /** The items of a block: of this session, each once, and not decided yet. */
  private async blockOf(tx: Tx, session: Session, wanted: string[]): Promise<string[]> {
    const itemIds = [...new Set(wanted)];
    if (itemIds.length < 2) throw new Refusal('blockTooSmall');
    const items = await tx.manager.findBy(AgendaItem, { sessionId: session.id });
    for (const itemId of itemIds) {
      const item = items.find(({ id }) => id === itemId);
      if (!item) throw new Refusal('notFound');
      if (item.outcome !== null) throw new Refusal('itemDecided');
    }
    return itemIds;
  }
}

function optionsOf({ options = [], most = 1, places = 1 }: Pick<PrepareMotionDto, 'options' | 'most' | 'places'>, kind: MotionKind): Pick<NewMotion, 'options' | 'limits'> {
  if (!hasOptions(kind)) return {};
  const limits = { most, places };
  refuseIf(whyCannotPut(options.map(({ label }) => label), limits));
  return { options: withIds(options), limits };
}
