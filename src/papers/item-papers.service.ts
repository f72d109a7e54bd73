import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AgendaRepository, invitedTo } from '../agenda/agenda.repository.js';
import { RecusalsService } from '../agenda/recusals.service.js';
import type { Tx } from '../database/transactor.js';
import { Refusal } from '../http/refusal.js';
import type { SignedIn } from '../identity/session-reader.js';
import { isAgendaEditable } from '../sessions/domain/session-states.js';
import { SessionHooks } from '../sessions/session-hooks.js';
import { audiencesOfSession } from '../sessions/sessions.repository.js';
import { PackService } from './pack.service.js';
import { type PaperOwner, PaperOwners } from './paper-owners.js';

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
    this.owners.register('item', (tx, actor, id, need) => this.load(tx, actor, { id, need }));
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
      editable: isAgendaEditable(session.state),
      sent: session.sentAt !== null,
      neededAt: session.startsAt,
      ruleSetId: session.ruleSetId,
      adHoc: session.kind === 'adHoc',
    };
  }
}
