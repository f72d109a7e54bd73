import type { EventIds, EventType } from '../../contract/live-events.js';
import { canonicalJson } from './canonical.js';

/** One numbered row of the journal. */
export interface LogRow {
  /** From 1, without gaps. */
  seq: number;
  type: EventType;
  at: Date;
  actorId: string | null;
  bodyId: string | null;
  ids: EventIds;
  facts: Record<string, unknown>;
  /** Salted hash of the private content; null where there is none. */
  privateHash: Buffer | null;
}

/** The text a row goes into the log with. (docs/export-format.md, Rows) */
export function contentOfRow({ seq, type, at, actorId, bodyId, ids, facts, privateHash }: LogRow): string {
  return canonicalJson({ seq, type, at: at.toISOString(), actorId, bodyId, ids, facts, private: privateHash?.toString('hex') });
}
