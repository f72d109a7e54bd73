import { Injectable } from '@nestjs/common';
import type { EventIds } from '../contract/live-events.js';
import type { Tx } from '../database/transactor.js';
import { permits } from '../identity/domain/policy.js';
import type { SignedIn } from '../identity/session-reader.js';
import type { Recipient } from './domain/receipts.js';

/** What a paper belongs to: an agenda item, a written opinion request, or the dossier it came with. */
export type OwnerKind = 'item' | 'request' | 'dossier';

/** How a paper's row names what it lies on. */
export interface Lying {
  bodyId: string;
  itemId: string | null;
  requestId: string | null;
  dossierId: string | null;
}

/** On what a paper lies, for this person: who may not read the body's papers knows it by their dossier alone. */
export function ownerFor(actor: SignedIn, { bodyId, itemId, requestId, dossierId }: Lying): { kind: OwnerKind; id: string } {
  const isPlaced = itemId !== null || requestId !== null;
  if (dossierId !== null && (!isPlaced || (!permits(actor, 'paper.read', bodyId) && permits(actor, 'dossier.submit', bodyId)))) return { kind: 'dossier', id: dossierId };
  return itemId === null ? { kind: 'request', id: requestId ?? '' } : { kind: 'item', id: itemId };
}

/** What papers need to know of the thing they lie on. */
export interface PaperOwner {
  bodyId: string;
  /** Who may hear of its papers once they are released. */
  audiences: string[];
  /** Who may hear of those that are not; without it the office. */
  draftAudiences?: string[];
  /** Ids that the news names. */
  ids: EventIds;
  /** Whether papers may be added, replaced or removed now. */
  editable: boolean;
  /** Whether papers may be added and removed, where that is not the same as replacing them. */
  takesNew?: boolean;
  /** Whether the owner is out with its members: papers released from now on reach them at once. */
  sent: boolean;
  /** When the body meets or answers, for the lead time; null when not set. */
  neededAt: Date | null;
  /** Rule set pinned by the owner. */
  ruleSetId: string;
  adHoc: boolean;
}

/** Loads the owner for a reader or a preparer; throws `notFound` or `notAllowed` as the owner's own rules say. */
export type OwnerLoader = (tx: Tx, actor: SignedIn, ownerId: string, need: 'read' | 'prepare') => Promise<PaperOwner>;

/** To whom a paper is given, with the name to show. */
export interface NamedRecipient extends Recipient {
  /** Null for guests. */
  seatNumber: number | null;
  name: string;
  nameEn: string | null;
}

/** Who gets the papers of an owner, in the order of seats. */
export type RecipientsLoader = (tx: Tx, ownerId: string) => Promise<NamedRecipient[]>;

/** Features above tell papers how to load what papers lie on; papers know agenda items themselves. */
@Injectable()
export class PaperOwners {
  private readonly loaders = new Map<OwnerKind, OwnerLoader>();
  private readonly recipientsOf = new Map<OwnerKind, RecipientsLoader>();

  register(kind: OwnerKind, loader: OwnerLoader, recipients: RecipientsLoader): void {
    this.loaders.set(kind, loader);
    this.recipientsOf.set(kind, recipients);
  }

  recipients(tx: Tx, wanted: { kind: OwnerKind; id: string }): Promise<NamedRecipient[]> {
    const loader = this.recipientsOf.get(wanted.kind);
    if (!loader) throw new Error(`nobody knows who gets papers of kind ${wanted.kind}`);
    return loader(tx, wanted.id);
  }

  load(tx: Tx, actor: SignedIn, wanted: { kind: OwnerKind; id: string; need: 'read' | 'prepare' }): Promise<PaperOwner> {
    const loader = this.loaders.get(wanted.kind);
    if (!loader) throw new Error(`nobody loads papers' owners of kind ${wanted.kind}`);
    return loader(tx, actor, wanted.id, wanted.need);
  }
}
