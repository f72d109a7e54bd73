import { Injectable } from '@nestjs/common';
import { Transactor, type Tx } from '../../database/transactor.js';
import { Refusal } from '../../http/refusal.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { isAgendaEditable } from '../../sessions/domain/session-states.js';
import type { Session } from '../../sessions/session.entity.js';
import { SessionsRepository } from '../../sessions/sessions.repository.js';
import { AgendaItem } from '../agenda-item.entity.js';
import { AgendaRepository } from '../agenda.repository.js';
import type { UndecidedItemDto } from './preparing.dto.js';

/** Items that ended without a decision or were deferred, and that no later session has taken over. */
const UNDECIDED_SQL = `select i.id as "itemId", s.id as "sessionId", s.title as "sessionTitle", s.title_en as "sessionTitleEn", s.ended_at as "endedAt", i.title, i.title_en as "titleEn"
  from agenda_item i join session s on s.id = i.session_id and s.state in ('ended', 'concluded')
  where s.body_id = $1 and s.id <> $2 and (i.outcome = 'deferred' or (i.outcome is null and i.kind = 'decision'))
    and not exists (select 1 from agenda_item n join session ns on ns.id = n.session_id and ns.state <> 'cancelled' where n.carried_from_id = i.id)
  order by s.ended_at desc, i."order" limit 200`;

/** What a session left undecided comes onto the next agenda, with a way back to its papers and opinions. */
@Injectable()
export class CarryForwardService {
  constructor(
    private readonly transactor: Transactor,
    private readonly sessions: SessionsRepository,
    private readonly agenda: AgendaRepository,
  ) {}

  async list(actor: SignedIn, sessionId: string): Promise<UndecidedItemDto[]> {
    return this.transactor.run(async (tx) => this.undecided(tx, await this.sessions.hold(tx, actor, sessionId, 'agenda.prepare')));
  }

  /** Puts them at the end of the agenda; an item without an outcome is recorded as deferred. */
  async take(actor: SignedIn, sessionId: string, itemIds: readonly string[]): Promise<void> {
    await this.transactor.run(async (tx) => {
      const session = await this.sessions.lock(tx, actor, sessionId, 'agenda.prepare');
      if (!isAgendaEditable(session.state)) throw new Refusal('agendaLocked', { state: session.state });
      const known = await this.undecided(tx, session);
      const start = (await this.agenda.itemsOf(tx, sessionId)).filter(({ parentId }) => parentId === null).length;
      for (const [index, itemId] of itemIds.entries()) {
        if (!known.some((item) => item.itemId === itemId)) throw new Refusal('notFound');
        const { title, titleEn, kind, sponsor, minutes, summary, withheld, bodyId, outcome, ...from } = await tx.manager.findOneByOrFail(AgendaItem, { id: itemId });
        await tx.manager.save(AgendaItem, { sessionId, bodyId, title, titleEn, kind, sponsor, minutes, summary, withheld, parentId: null, order: start + index, carriedFromId: from.id });
        if (outcome === null) {
          await tx.manager.update(AgendaItem, { id: itemId }, { outcome: 'deferred' });
          await this.agenda.tell(tx, actor, { session, type: 'agenda.outcome', ids: { itemId, sessionId: from.sessionId }, facts: { outcome: 'deferred' } });
        }
      }
      await this.agenda.tell(tx, actor, { session, type: 'agenda.changed', facts: { carried: itemIds.length } });
    });
  }

  private async undecided(tx: Tx, session: Session): Promise<UndecidedItemDto[]> {
    const rows = await tx.query<Omit<UndecidedItemDto, 'endedAt'> & { endedAt: Date }>(UNDECIDED_SQL, [session.bodyId, session.id]);
    return rows.map((row) => ({ ...row, endedAt: row.endedAt.toISOString() }));
  }
}
