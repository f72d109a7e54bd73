import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { AgendaRepository } from '../agenda/agenda.repository.js';
import { Transactor } from '../database/transactor.js';
import { Refusal } from '../http/refusal.js';
import type { SignedIn } from '../identity/session-reader.js';
import { isUnderWay } from './domain/motion-states.js';
import { isUndecided } from './motion-content.js';
import { MotionActsService } from './motion-acts.service.js';
import { Motion } from './motion.entity.js';
import { MotionsService } from './motions.service.js';
import type { PutDto } from './meeting-votes.dto.js';

/** One act for the chair: whatever has to be prepared or put again for an item is, and its vote opens. */
@Injectable()
export class PuttingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly agenda: AgendaRepository,
    private readonly motions: MotionsService,
    private readonly acts: MotionActsService,
  ) {}

  /** @returns the motion that is open */
  async put(actor: SignedIn, itemId: string, dto: PutDto): Promise<string> {
    const motionId = await this.ready(actor, itemId, dto);
    await this.acts.open(actor, motionId, { rollCall: dto.rollCall ?? false });
    return motionId;
  }

  /** The motion to open: the one prepared, the undecided one put again, or the item itself as a question. */
  private async ready(actor: SignedIn, itemId: string, { question, questionEn }: PutDto): Promise<string> {
    const last = await this.transactor.run(async (tx) => {
      const { item, session } = await this.agenda.hold(tx, actor, itemId, 'motion.run');
      if (session.state !== 'inSession') throw new Refusal('sessionNotRunning');
      if (item.outcome !== null) throw new Refusal('itemDecided');
      const motions = await tx.manager.find(Motion, { where: { itemId, kind: Not(In(['consentList', 'block'])) }, order: { preparedAt: 'DESC' } });
      if (motions.some(({ state }) => isUnderWay(state))) throw new Refusal('ballotOpen');
      const prepared = motions.find(({ state }) => state === 'prepared');
      if (prepared || motions[0]) return prepared ?? motions[0] ?? null;
      const id = await this.motions.insert(tx, actor, { session, itemId, question: question?.trim() || item.title, questionEn: questionEn?.trim() || (question ? null : item.titleEn) });
      return tx.manager.findOneByOrFail(Motion, { id });
    });
    if (last?.state === 'prepared') return last.id;
    if (last && (last.state === 'annulled' || isUndecided(last))) return this.motions.repeat(actor, last.id);
    throw new Refusal('motionStateForbids', { state: last?.state ?? '' });
  }
}
