import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { EventIds, EventType } from '../contract/live-events.js';
import type { Tx } from '../database/transactor.js';
import { canonicalJson, saltedHash } from './domain/canonical.js';
import { Sequencer } from './sequencer.js';

/** One thing that happened. */
export interface Happening {
  type: EventType;
  actorId: string | null;
  bodyId: string | null;
  /** Rooms that may hear of it (see audiences.ts). */
  audiences: string[];
  ids: EventIds;
  /** When, where a row of the database says it too and both must agree; else the database's clock at the writing. */
  at?: Date;
  /** What an auditor may know: numbers and states, no title, name, choice or reason. */
  facts?: Record<string, unknown>;
  /** What the row proves and does not tell: only its salted hash goes into the log. */
  private?: Record<string, unknown>;
}

const APPEND_SQL = `with entry as (insert into journal_entry (xid, type, actor_id, body_id, audiences, ids, facts, private_hash, at)
    values (pg_current_xact_id()::text::bigint, $1, $2, $3, $4, $5, $6, $7, coalesce($10::timestamptz, clock_timestamp())) returning id)
  insert into journal_private (entry_id, salt, content) select id, $8::bytea, $9::text from entry where $9::text is not null`;

/** Private content as it is kept and as the log speaks of it. */
export interface Sealed {
  salt: Buffer;
  content: string;
  hash: Buffer;
}

/** A fresh salt, and the content as it is hashed. */
export function seal(content: Record<string, unknown>): Sealed {
  const salt = randomBytes(16);
  const text = canonicalJson(content);
  return { salt, content: text, hash: saltedHash(salt, text) };
}

/** The parameters of `APPEND_SQL`. */
function appendParameters(happening: Happening): unknown[] {
  const { type, actorId, bodyId, audiences, ids, facts, at = null } = happening;
  const sealed = happening.private === undefined ? null : seal(happening.private);
  return [type, actorId, bodyId, audiences, JSON.stringify(ids), JSON.stringify(facts ?? {}), sealed?.hash ?? null, sealed?.salt ?? null, sealed?.content ?? null, at];
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
