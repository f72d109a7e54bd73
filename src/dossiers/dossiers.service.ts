import { Injectable } from '@nestjs/common';
import { isDate } from '../bodies/domain/member-import.js';
import { Transactor, type Tx } from '../database/transactor.js';
import { Refusal } from '../http/refusal.js';
import { permits, whyNotPermitted } from '../identity/domain/policy.js';
import type { SignedIn } from '../identity/session-reader.js';
import { actOn, type DossierAct, isDossierEditable } from './domain/dossier.js';
import { Dossier } from './dossier.entity.js';
import { DossierReaderService } from './dossier-reader.service.js';
import { DossiersRepository, type HeldDossier } from './dossiers.repository.js';
import type { CreateDossierDto, DossierActDto, DossierDto, EditDossierDto } from './dossiers.dto.js';

/** Dossiers on their way: the sponsor writes and submits, the secretariat returns or accepts. */
@Injectable()
export class DossiersService {
  constructor(
    private readonly transactor: Transactor,
    private readonly dossiers: DossiersRepository,
    private readonly reader: DossierReaderService,
  ) {}

  async create(actor: SignedIn, bodyId: string, dto: CreateDossierDto): Promise<DossierDto> {
    const refusal = whyNotPermitted(actor, 'dossier.submit', bodyId);
    if (refusal !== null) throw new Refusal(refusal);
    return this.transactor.run(async (tx) => {
      const organisation = await this.dossiers.organisationOf(tx, actor, bodyId);
      if (organisation === null) throw new Refusal('organisationMissing');
      const { title, titleEn, kind, summary, wishedOn } = dto;
      demandDate(wishedOn);
      const dossier = await tx.manager.save(Dossier, { bodyId, organisation, title: title.trim(), titleEn: titleEn || null, kind, summary: summary || null, wishedOn: wishedOn || null, returnReason: null, createdBy: actor.accountId, submittedAt: null, decidedAt: null, decidedBy: null, itemId: null });
      await this.dossiers.tell(tx, actor, { dossier, act: 'created' });
      return this.reader.readIn(tx, actor, dossier.id);
    });
  }

  async edit(actor: SignedIn, id: string, dto: EditDossierDto): Promise<DossierDto> {
    return this.transactor.run(async (tx) => {
      const { dossier } = await this.editable(tx, actor, id);
      demandDate(dto.wishedOn);
      const { title = dossier.title, titleEn = dossier.titleEn, kind = dossier.kind, summary = dossier.summary, wishedOn = dossier.wishedOn } = dto;
      await tx.manager.update(Dossier, { id }, { title: title.trim(), titleEn: titleEn || null, kind, summary: summary || null, wishedOn: wishedOn || null });
      await this.dossiers.tell(tx, actor, { dossier, act: 'edited' });
      return this.reader.readIn(tx, actor, id);
    });
  }

  /** @throws Refusal dossierStateForbids, dossierIncomplete, reasonMissing, notAllowed */
  async act(actor: SignedIn, id: string, { act, reason = '' }: DossierActDto): Promise<DossierDto> {
    return this.transactor.run(async (tx) => {
      const held = await this.dossiers.load(tx, actor, id, 'pessimistic_write');
      const next = demandAct(actor, held, act, reason);
      if (act === 'submit') await this.demandComplete(tx, actor, held.dossier);
      const now = await tx.now();
      const when = act === 'submit' ? { submittedAt: now, returnReason: null } : act === 'withdraw' ? {} : { decidedAt: now, decidedBy: actor.accountId, ...(act === 'return' ? { returnReason: reason.trim() } : {}) };
      await tx.manager.update(Dossier, { id }, { state: next, ...when });
      await this.dossiers.tell(tx, actor, { dossier: { ...held.dossier, ...('submittedAt' in when ? when : {}) }, act, ...(act === 'return' ? { private: { reason: reason.trim() } } : {}) });
      return this.reader.readIn(tx, actor, id);
    });
  }

  /** The dossier of one of its sponsors, locked, while they may change it. */
  async editable(tx: Tx, actor: SignedIn, id: string): Promise<HeldDossier> {
    const held = await this.dossiers.load(tx, actor, id, 'pessimistic_write');
    if (!held.isSponsor) throw new Refusal('notAllowed');
    if (!isDossierEditable(held.dossier.state)) throw new Refusal('dossierStateForbids');
    return held;
  }

  private async demandComplete(tx: Tx, actor: SignedIn, dossier: Dossier): Promise<void> {
    const blocking = (await this.reader.findings(tx, actor, dossier)).filter(({ blocks }) => blocks);
    if (blocking.length > 0) throw new Refusal('dossierIncomplete', { findings: blocking.map(({ code }) => code) });
  }
}

/** @throws Refusal dateBad: a day that no calendar has; empty: none is wished */
function demandDate(date: string | undefined): void {
  if (date !== undefined && date !== '' && !isDate(date)) throw new Refusal('dateBad');
}

/** Sponsors submit and withdraw, the office returns, accepts and places. @returns the state it comes to */
export function demandAct(actor: SignedIn, { dossier, isSponsor, isOffice }: HeldDossier, act: DossierAct, reason: string): Dossier['state'] {
  const may = act === 'submit' || act === 'withdraw' ? isSponsor : isOffice && permits(actor, 'dossier.clear', dossier.bodyId);
  if (!may) throw new Refusal('notAllowed');
  const outcome = actOn(dossier.state, act, reason);
  if ('refusal' in outcome) throw new Refusal(outcome.refusal, { state: dossier.state });
  return outcome.next;
}
