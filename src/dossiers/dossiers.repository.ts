import { Injectable } from '@nestjs/common';
import type { EventIds } from '../contract/live-events.js';
import type { Tx } from '../database/transactor.js';
import { found, Refusal } from '../http/refusal.js';
import { permits } from '../identity/domain/policy.js';
import type { SignedIn } from '../identity/session-reader.js';
import { accountRoom, officeRoom } from '../journal/audiences.js';
import { Journal } from '../journal/journal.js';
import type { DossierAct } from './domain/dossier.js';
import { Dossier } from './dossier.entity.js';

/** A dossier as somebody may see it: as one of its sponsors, or from the office. */
export interface HeldDossier {
  dossier: Dossier;
  isSponsor: boolean;
  isOffice: boolean;
}

const ORGANISATION_SQL = `select organisation from role_assignment where account_id = $1 and body_id = $2 and role = 'sponsor'`;
const SPONSORS_SQL = `select account_id as "accountId" from role_assignment where body_id = $1 and role = 'sponsor' and organisation = $2`;

@Injectable()
export class DossiersRepository {
  constructor(private readonly journal: Journal) {}

  /** Whose dossiers a person submits in a body; null for nobody's. */
  async organisationOf(tx: Tx, actor: SignedIn, bodyId: string): Promise<string | null> {
    if (!permits(actor, 'dossier.submit', bodyId)) return null;
    const [row] = await tx.query<{ organisation: string | null }>(ORGANISATION_SQL, [actor.accountId, bodyId]);
    return row?.organisation ?? null;
  }

  /** Loads a dossier; `notFound` for who may not see it: the office sees it from its submission on. */
  async load(tx: Tx, actor: SignedIn, id: string, mode?: 'pessimistic_write'): Promise<HeldDossier> {
    const dossier = found(await tx.manager.findOne(Dossier, { where: { id }, ...(mode ? { lock: { mode } } : {}) }));
    const isSponsor = (await this.organisationOf(tx, actor, dossier.bodyId)) === dossier.organisation;
    const isOffice = dossier.submittedAt !== null && permits(actor, 'dossier.read', dossier.bodyId) && !isOnlySponsor(actor, dossier.bodyId);
    if (!isSponsor && !isOffice) throw new Refusal('notFound');
    return { dossier, isSponsor, isOffice };
  }

  /** One row in the journal, told to the sponsors, and to the office once it was submitted. */
  async tell(tx: Tx, actor: SignedIn, news: { dossier: Dossier; act: DossierAct | 'created' | 'edited'; ids?: EventIds; facts?: Record<string, unknown>; private?: Record<string, unknown> }): Promise<void> {
    const { dossier, act, ids, facts, ...rest } = news;
    const { bodyId, id: dossierId } = dossier;
    await this.journal.append(tx, { type: 'dossier.changed', actorId: actor.accountId, bodyId, audiences: await this.audiences(tx, dossier), ids: { bodyId, dossierId, ...ids }, facts: { act, ...facts }, ...rest });
  }

  async audiences(tx: Tx, { bodyId, organisation, submittedAt }: Dossier): Promise<string[]> {
    const sponsors = await tx.query<{ accountId: string }>(SPONSORS_SQL, [bodyId, organisation]);
    return [...sponsors.map(({ accountId }) => accountRoom(accountId)), ...(submittedAt === null ? [] : [officeRoom(bodyId)])];
  }
}

/** A sponsor who has no place in the body's office. */
export function isOnlySponsor(actor: SignedIn, bodyId: string): boolean {
  return !permits(actor, 'paper.readDraft', bodyId);
}
