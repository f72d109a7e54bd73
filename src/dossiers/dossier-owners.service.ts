import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AgendaItem } from '../agenda/agenda-item.entity.js';
import type { Tx } from '../database/transactor.js';
import { Refusal } from '../http/refusal.js';
import type { SignedIn } from '../identity/session-reader.js';
import { type PaperOwner, PaperOwners } from '../papers/paper-owners.js';
import { isAgendaEditable } from '../sessions/domain/session-states.js';
import { Session } from '../sessions/session.entity.js';
import { isDossierEditable } from './domain/dossier.js';
import type { Dossier } from './dossier.entity.js';
import { DossiersRepository } from './dossiers.repository.js';

/** Tells papers who may see and change what lies in a dossier. */
@Injectable()
export class DossierOwnersService implements OnModuleInit {
  constructor(
    private readonly owners: PaperOwners,
    private readonly dossiers: DossiersRepository,
  ) {}

  onModuleInit(): void {
    this.owners.register('dossier', (tx, actor, id, need) => this.load(tx, actor, { id, need }), () => Promise.resolve([]));
  }

  private async load(tx: Tx, actor: SignedIn, wanted: { id: string; need: 'read' | 'prepare' }): Promise<PaperOwner> {
    const { dossier, isSponsor } = await this.dossiers.load(tx, actor, wanted.id, wanted.need === 'prepare' ? 'pessimistic_write' : undefined);
    if (wanted.need === 'prepare' && !isSponsor) throw new Refusal('notAllowed');
    const { bodyId, id: dossierId } = dossier;
    const audiences = await this.dossiers.audiences(tx, dossier);
    return {
      bodyId, audiences, draftAudiences: audiences, ids: { bodyId, dossierId }, editable: isSponsor && (await isOpenFor(tx, dossier)), takesNew: isSponsor && isDossierEditable(dossier.state),
      sent: false, neededAt: null, ruleSetId: '', adHoc: false,
    };
  }
}

async function isOpenFor(tx: Tx, { state, itemId }: Dossier): Promise<boolean> {
  if (isDossierEditable(state)) return true;
  if (state !== 'placed' || itemId === null) return false;
  const item = await tx.manager.findOneBy(AgendaItem, { id: itemId });
  const session = item && (await tx.manager.findOneBy(Session, { id: item.sessionId }));
  return session !== null && isAgendaEditable(session.state);
}
