import { Injectable } from '@nestjs/common';
import { AgendaRepository } from '../agenda/agenda.repository.js';
import { Transactor } from '../database/transactor.js';
import { Refusal } from '../http/refusal.js';
import type { SignedIn } from '../identity/session-reader.js';
import { LateAllowance } from './late-allowance.entity.js';

/** Who allowed papers to be late is part of the record. (product/rules.md §2, send invitations) */
@Injectable()
export class LateAllowancesService {
  constructor(
    private readonly transactor: Transactor,
    private readonly agenda: AgendaRepository,
  ) {}

  async allow(actor: SignedIn, itemId: string, reason: string): Promise<void> {
    await this.transactor.run(async (tx) => {
      const { session } = await this.agenda.hold(tx, actor, itemId, 'session.approve');
      if (!reason.trim()) throw new Refusal('reasonMissing');
      await tx.manager.upsert(LateAllowance, { itemId, allowedBy: actor.accountId, reason: reason.trim(), at: await tx.now() }, ['itemId']);
      await this.agenda.tell(tx, actor, { session, type: 'paper.lateAllowed', ids: { itemId }, private: { itemId, reason: reason.trim() } });
    });
  }

  async withdraw(actor: SignedIn, itemId: string): Promise<void> {
    await this.transactor.run(async (tx) => {
      const { session } = await this.agenda.hold(tx, actor, itemId, 'session.approve');
      const { affected } = await tx.manager.delete(LateAllowance, { itemId });
      if (!affected) throw new Refusal('notFound');
      await this.agenda.tell(tx, actor, { session, type: 'paper.lateWithdrawn', ids: { itemId } });
    });
  }
}
