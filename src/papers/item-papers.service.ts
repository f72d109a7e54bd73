import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AgendaRepository, invitedTo } from '../agenda/agenda.repository.js';
import { RecusalsService } from '../agenda/recusals.service.js';
import type { Tx } from '../database/transactor.js';
import { Refusal } from '../http/refusal.js';
import type { SignedIn } from '../identity/session-reader.js';
import { SessionHooks } from '../sessions/session-hooks.js';
import { packStanding } from './pack-standing.js';
import { audiencesOfSession } from '../sessions/sessions.repository.js';
import { isPackEditable } from './domain/paper-states.js';
import { PackService } from './pack.service.js';
import { type NamedRecipient, type PaperOwner, PaperOwners } from './paper-owners.js';

/** Members on the session's roll, then guests who see the item and sign in. */
const RECIPIENTS_SQL = `select 'member' as kind, m.account_id as "accountId", s.number as "seatNumber", m.name, m.name_en as "nameEn", exists (select 1 from recusal r where r.item_id = i.id and r.member_id = m.id) as "isRecused"
    from agenda_item i join attendance a on a.session_id = i.session_id join member m on m.id = a.member_id join seat s on s.id = m.seat_id where i.id = $1
  union all
  select g.kind, g.account_id, null, c.name, c.name_en, false from agenda_item i join session_guest g on g.session_id = i.session_id join account c on c.id = g.account_id
    where i.id = $1 and (g.kind = 'substitute' or exists (select 1 from session_guest_item gi where gi.guest_id = g.id and gi.item_id = i.id))
  order by 3 nulls last, 4`;

/** Papers of agenda items: who may see them follows from the session; sending the invitations releases the pack. */
@Injectable()
export class ItemPapersService implements OnModuleInit {
  constructor(
    private readonly owners: PaperOwners,
    private readonly agenda: AgendaRepository,
    private readonly hooks: SessionHooks,
    private readonly pack: PackService,
    private readonly recusals: RecusalsService,
  ) {}

  onModuleInit(): void {
    this.owners.register('item', (tx, actor, id, need) => this.load(tx, actor, { id, need }), (tx, id) => tx.query<NamedRecipient>(RECIPIENTS_SQL, [id]));
    this.hooks.on('send', async (tx, session, actor) => {
      for (const { id } of await this.agenda.itemsOf(tx, session.id)) await this.pack.releaseAll(tx, actor, { kind: 'item', id });
    });
  }

  private async load(tx: Tx, actor: SignedIn, wanted: { id: string; need: 'read' | 'prepare' }): Promise<PaperOwner> {
    const { item, session } = await this.agenda.hold(tx, actor, wanted.id, wanted.need === 'read' ? 'paper.read' : 'paper.prepare');
    // For who is recused the item has no papers: not fewer rights on them, but none to know of.
    if (await this.recusals.isRecused(tx, actor, { itemId: item.id, session })) throw new Refusal('notFound');
    return {
      bodyId: session.bodyId,
      audiences: [...audiencesOfSession(session), ...invitedTo(session, item.id)],
      ids: { bodyId: session.bodyId, sessionId: session.id, itemId: item.id },
      editable: isPackEditable(packStanding(session)),
      sent: session.sentAt !== null,
      neededAt: session.startsAt,
      ruleSetId: session.ruleSetId,
      adHoc: session.kind === 'adHoc',
    };
  }
}
