import { Injectable } from '@nestjs/common';
import { Transactor, type Tx } from '../../database/transactor.js';
import { Refusal } from '../../http/refusal.js';
import { demandMember } from '../../identity/demand.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { takesAttendance } from '../../sessions/domain/session-states.js';
import { AgendaRepository, type ItemInSession } from '../agenda.repository.js';
import { ConsentPull } from './floor.entity.js';

const FROZEN_SQL = `select 1 from motion where session_id = $1 and kind = 'consentList' and state in ('open', 'paused', 'closed', 'published') limit 1`;

/** Until the consent list is voted on any member takes an item off it, to have it discussed. (product/rules.md §2) */
@Injectable()
export class ConsentPullsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly agenda: AgendaRepository,
  ) {}

  async pull(actor: SignedIn, itemId: string): Promise<void> {
    await this.transactor.run(async (tx) => {
      const { session } = await this.hold(tx, actor, itemId);
      const memberId = demandMember(actor, 'agenda.takePosition', session.bodyId);
      const { identifiers } = await tx.manager.createQueryBuilder().insert().into(ConsentPull).values({ itemId, memberId, at: await tx.now() }).orIgnore().execute();
      if (identifiers[0] === undefined) return;
      await this.agenda.tell(tx, actor, { session, type: 'consent.pulled', ids: { itemId, memberId } });
    });
  }

  /** Only who pulled it off puts it back. */
  async restore(actor: SignedIn, itemId: string): Promise<void> {
    await this.transactor.run(async (tx) => {
      const { session } = await this.hold(tx, actor, itemId);
      const memberId = demandMember(actor, 'agenda.takePosition', session.bodyId);
      const { affected } = await tx.manager.delete(ConsentPull, { itemId, memberId });
      if (!affected) throw new Refusal('notFound');
      await this.agenda.tell(tx, actor, { session, type: 'consent.restored', ids: { itemId, memberId } });
    });
  }

  /** Holds the session: its list is not put to the vote meanwhile. */
  private async hold(tx: Tx, actor: SignedIn, itemId: string): Promise<ItemInSession> {
    const held = await this.agenda.hold(tx, actor, itemId, 'agenda.takePosition');
    if (!takesAttendance(held.session.state)) throw new Refusal('positionsClosed');
    if ((await tx.query(FROZEN_SQL, [held.session.id])).length > 0) throw new Refusal('rollFrozen');
    return held;
  }
}
