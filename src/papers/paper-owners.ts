import { Injectable } from '@nestjs/common';
import type { EventIds } from '../contract/live-events.js';
import type { Tx } from '../database/transactor.js';
import type { SignedIn } from '../identity/session-reader.js';

/** What a paper belongs to: an agenda item or a written opinion request. */
export type OwnerKind = 'item' | 'request';

/** What papers need to know of the thing they lie on. */
export interface PaperOwner {
  bodyId: string;
  /** Who may hear of its papers once they are released. */
  audiences: string[];
  /** Ids that the news names. */
  ids: EventIds;
  /** Whether papers may be added, replaced or removed now. */
  editable: boolean;
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

/** Features above tell papers how to load what papers lie on; papers know agenda items themselves. */
@Injectable()
export class PaperOwners {
  private readonly loaders = new Map<OwnerKind, OwnerLoader>();

  register(kind: OwnerKind, loader: OwnerLoader): void {
    this.loaders.set(kind, loader);
  }

  load(tx: Tx, actor: SignedIn, wanted: { kind: OwnerKind; id: string; need: 'read' | 'prepare' }): Promise<PaperOwner> {
    const loader = this.loaders.get(wanted.kind);
    if (!loader) throw new Error(`nobody loads papers' owners of kind ${wanted.kind}`);
    return loader(tx, actor, wanted.id, wanted.need);
  }
}
