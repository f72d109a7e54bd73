import { Injectable } from '@nestjs/common';
import type { EventIds, EventType } from '../contract/live-events.js';
import type { Tx } from '../database/transactor.js';
import { Sequencer } from './sequencer.js';

/** One thing that happened. */
export interface Happening {
  type: EventType;
  actorId: string | null;
  bodyId: string | null;
  /** Rooms that may hear of it (see audiences.ts). */
  audiences: string[];
  ids: EventIds;
  facts?: Record<string, unknown>;
}

const APPEND_SQL = `insert into journal_entry (xid, type, actor_id, body_id, audiences, ids, facts)
  values (pg_current_xact_id()::text::bigint, $1, $2, $3, $4, $5, $6)`;

/** The parameters of `APPEND_SQL`. */
function appendParameters(happening: Happening): unknown[] {
  const { type, actorId, bodyId, audiences, ids, facts } = happening;
  return [type, actorId, bodyId, audiences, JSON.stringify(ids), JSON.stringify(facts ?? {})];
}

/** Append-only: audit trail, outbox and catch-up number in one. */
@Injectable()
export class Journal {
  constructor(private readonly sequencer: Sequencer) {}

  /** Writes the row in the caller's transaction; it is numbered and told right after the commit. */
  async append(tx: Tx, happening: Happening): Promise<void> {
    await tx.query(APPEND_SQL, appendParameters(happening));
    tx.afterCommit(() => this.sequencer.wake());
  }

  /** For writers with a transaction of their own (gathered casts): call after the commit. */
  wake(): void {
    this.sequencer.wake();
  }
}
