import { Injectable } from '@nestjs/common';
import { Member } from '../bodies/body.entity.js';
import { Transactor, type Tx } from '../database/transactor.js';
import { Refusal, found, refuseIf } from '../http/refusal.js';
import { guestIn, memberOf, permits } from '../identity/domain/policy.js';
import type { SignedIn } from '../identity/session-reader.js';
import type { Session } from '../sessions/session.entity.js';
import type { RecuseDto } from './agenda.dto.js';
import { AgendaRepository } from './agenda.repository.js';
import { whyCannotRecuse } from './domain/recusal.js';
import { Recusal } from './recusal.entity.js';

const ROLL_SQL = `select exists (select 1 from motion m where (m.item_id = $1 or m.id in (select b.motion_id from motion_item b where b.item_id = $1)) and m.state in ('open', 'paused', 'closed', 'published')) as frozen`;

/** Members who take no part in an item: its papers, its quorum and its ballot are not theirs. */
@Injectable()
export class RecusalsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly agenda: AgendaRepository,
  ) {}

  async declare(actor: SignedIn, itemId: string, { memberId, reason }: RecuseDto): Promise<void> {
    await this.transactor.run(async (tx) => {
      const session = await this.hold(tx, actor, { itemId, memberId });
      if (!reason.trim()) throw new Refusal('reasonMissing');
      found(await tx.manager.findOneBy(Member, { id: memberId, bodyId: session.bodyId }));
      await tx.manager.upsert(Recusal, { itemId, memberId, reason: reason.trim(), declaredBy: actor.accountId, at: await tx.now() }, ['itemId', 'memberId']);
      await this.agenda.tell(tx, actor, { session, type: 'recusal.declared', ids: { itemId, memberId }, private: { itemId, memberId, reason: reason.trim() } });
    });
  }

  async lift(actor: SignedIn, itemId: string, memberId: string): Promise<void> {
    await this.transactor.run(async (tx) => {
      const session = await this.hold(tx, actor, { itemId, memberId });
      const { affected } = await tx.manager.delete(Recusal, { itemId, memberId });
      if (!affected) throw new Refusal('notFound');
      await this.agenda.tell(tx, actor, { session, type: 'recusal.lifted', ids: { itemId, memberId } });
    });
  }

  /** Whether this person, or the member they come for, is recused from the item: for them it has no papers and no ballot. */
  async isRecused(tx: Tx, actor: SignedIn, of: { itemId: string; session: Pick<Session, 'id' | 'bodyId'> }): Promise<boolean> {
    const memberId = memberOf(actor, of.session.bodyId) ?? guestIn(actor, of.session)?.memberId ?? null;
    return memberId !== null && tx.manager.existsBy(Recusal, { itemId: of.itemId, memberId });
  }

  private async hold(tx: Tx, actor: SignedIn, { itemId, memberId }: { itemId: string; memberId: string }): Promise<Session> {
    const { session } = await this.agenda.lock(tx, actor, itemId, 'agenda.recuse');
    const [roll] = await tx.query<{ frozen: boolean }>(ROLL_SQL, [itemId]);
    const isSelf = memberOf(actor, session.bodyId) === memberId;
    refuseIf(whyCannotRecuse({ session: session.state, hasRoll: roll?.frozen ?? false, isSelf, isOffice: permits(actor, 'session.run', session.bodyId) }), { state: session.state });
    return session;
  }
}
