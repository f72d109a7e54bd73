import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../database/transactor.js';
import { Refusal } from '../http/refusal.js';
import { demandMember } from '../identity/demand.js';
import type { SignedIn } from '../identity/session-reader.js';
import { type StepUpSubject, StepUpSubjects } from '../identity/step-up/step-up-subjects.js';
import { PackService } from '../papers/pack.service.js';
import { MotionsRepository } from './motions.repository.js';

/** Says what a voter signs: the question put, and the papers that are released on its item. */
@Injectable()
export class MotionStatementService implements OnModuleInit {
  constructor(
    private readonly subjects: StepUpSubjects,
    private readonly motions: MotionsRepository,
    private readonly pack: PackService,
  ) {}

  onModuleInit(): void {
    this.subjects.register('ballot', (tx, actor, id) => this.load(tx, actor, id));
  }

  private async load(tx: Tx, actor: SignedIn, id: string): Promise<StepUpSubject> {
    const { motion } = await this.motions.read(tx, actor, id, 'session.read');
    const memberId = demandMember(actor, 'motion.cast', motion.bodyId);
    if (motion.state !== 'open') throw new Refusal('motionNotOpen');
    const papers = await this.pack.hashesOfItems(tx, await this.motions.itemsOf(tx, motion));
    return { bodyId: motion.bodyId, memberId, questions: [{ id, text: motion.question }], papers };
  }
}
