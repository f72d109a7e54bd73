import { Injectable } from '@nestjs/common';
import { AgendaItem } from '../agenda/agenda-item.entity.js';
import { AgendaRepository } from '../agenda/agenda.repository.js';
import { Transactor, type Tx } from '../database/transactor.js';
import { Refusal } from '../http/refusal.js';
import type { SignedIn } from '../identity/session-reader.js';
import { Paper, PaperVersion } from '../papers/paper.entity.js';
import { isPackEditable } from '../papers/domain/paper-states.js';
import { packStanding } from '../papers/pack-standing.js';
import { isAgendaEditable } from '../sessions/domain/session-states.js';
import type { Session } from '../sessions/session.entity.js';
import { SessionsRepository } from '../sessions/sessions.repository.js';
import { Dossier } from './dossier.entity.js';
import { DossierReaderService } from './dossier-reader.service.js';
import { DossiersRepository } from './dossiers.repository.js';
import { demandAct } from './dossiers.service.js';
import type { DossierDto, PlaceDossierDto } from './dossiers.dto.js';

const DEFAULT_MINUTES = 10;

/** Puts a dossier on an agenda: its papers lie on the item from then on, as drafts that the secretariat releases with the pack. */
@Injectable()
export class PlacingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly dossiers: DossiersRepository,
    private readonly reader: DossierReaderService,
    private readonly agenda: AgendaRepository,
    private readonly sessions: SessionsRepository,
  ) {}

  /** @throws Refusal dossierStateForbids, agendaLocked, badInput, notAllowed, notFound */
  async place(actor: SignedIn, id: string, where: PlaceDossierDto): Promise<DossierDto> {
    return this.transactor.run(async (tx) => {
      const held = await this.dossiers.load(tx, actor, id, 'pessimistic_write');
      const state = demandAct(actor, held, 'place', '');
      const { item, session } = await this.itemFor(tx, actor, held.dossier, where);
      const hashes = await movePapers(tx, id, item.id);
      await tx.manager.update(Dossier, { id }, { state, itemId: item.id, decidedAt: await tx.now(), decidedBy: actor.accountId });
      await this.dossiers.tell(tx, actor, { dossier: held.dossier, act: 'place', facts: { papers: hashes.length }, private: { itemId: item.id, papers: hashes } });
      await this.agenda.tell(tx, actor, { session, type: 'agenda.changed', ids: { itemId: item.id } });
      return this.reader.readIn(tx, actor, id);
    });
  }

  private async itemFor(tx: Tx, actor: SignedIn, dossier: Dossier, { itemId, sessionId, minutes }: PlaceDossierDto): Promise<{ item: AgendaItem; session: Session }> {
    if ((itemId === undefined) === (sessionId === undefined)) throw new Refusal('badInput', { fields: ['sessionId:isDefined'] });
    const found = itemId === undefined ? { item: null, session: await this.sessions.lock(tx, actor, sessionId ?? '', 'agenda.prepare') } : await this.agenda.lock(tx, actor, itemId, 'agenda.prepare');
    const { session } = found;
    // Dossiers are submitted to a body, and dealt with there.
    if (session.bodyId !== dossier.bodyId) throw new Refusal('notFound');
    if (!isAgendaEditable(session.state)) throw new Refusal('agendaLocked');
    if (!isPackEditable(packStanding(session))) throw new Refusal('packFrozen');
    if (found.item !== null) return { item: found.item, session };
    const order = (await this.agenda.itemsOf(tx, session.id)).filter(({ parentId }) => parentId === null).length;
    const { title, titleEn, kind, organisation: sponsor, summary, bodyId } = dossier;
    const item = await tx.manager.save(AgendaItem, { sessionId: session.id, bodyId, parentId: null, order, title, titleEn, kind, sponsor, summary, minutes: minutes ?? DEFAULT_MINUTES, withheld: false });
    return { item, session };
  }
}

/** After those that lie there. @returns SHA-256 of the files, in order */
async function movePapers(tx: Tx, dossierId: string, itemId: string): Promise<string[]> {
  const papers = await tx.manager.find(Paper, { where: { dossierId }, order: { order: 'ASC' }, lock: { mode: 'pessimistic_write' } });
  const [{ next } = { next: 0 }] = await tx.query<{ next: number }>('select coalesce(max("order") + 1, 0)::int as next from paper where item_id = $1', [itemId]);
  const hashes: string[] = [];
  for (const [index, { id }] of papers.entries()) {
    await tx.manager.update(Paper, { id }, { itemId, order: next + index });
    const [newest] = await tx.manager.find(PaperVersion, { where: { paperId: id }, order: { number: 'DESC' }, take: 1 });
    if (newest) hashes.push(newest.sha256);
  }
  return hashes;
}
