import { Injectable } from '@nestjs/common';
import type { EventIds, EventType } from '../contract/live-events.js';
import type { Queryable } from '../database/transactor.js';
import { contentOfRow } from '../journal/domain/row.js';

interface Row {
  seq: number;
  leaf_hash: Buffer;
  type: EventType;
  at: Date;
  actor_id: string | null;
  body_id: string | null;
  ids: EventIds;
  facts: Record<string, unknown>;
  private_hash: Buffer | null;
  salt: Buffer | null;
  content: string | null;
}

/** A row that goes out: its text, or only its hash. */
export interface Leaf {
  seq: number;
  content?: string;
  hash?: string;
}

export interface Opening {
  seq: number;
  salt: string;
  content: string;
}

/** Rows whose private content a check needs. */
const OPENED: ReadonlySet<EventType> = new Set(['motion.opened', 'motion.cast', 'motion.closed', 'request.sent', 'request.replied', 'request.closed']);

const COLUMNS = `l.seq::float8 as seq, l.leaf_hash, e.type, e.at, e.actor_id, e.body_id, e.ids, e.facts, e.private_hash, p.salt, p.content
  from journal_log l join journal_entry e on e.id = l.entry_id left join journal_private p on p.entry_id = e.id`;

const PAGE_SQL = `select ${COLUMNS} where l.seq > $1 and l.seq <= $2 order by l.seq limit 2000`;

/** `at` bounds the search: rows are found by time, which has an index that costs the votes nothing. */
const OF_MOTION_SQL = `select ${COLUMNS} join motion m on m.id = $1 where e.body_id = m.body_id and e.at >= m.prepared_at - interval '1 minute' and e.ids->>'motionId' = $1::text and l.seq <= $2 order by l.seq`;
const OF_REQUEST_SQL = `select ${COLUMNS} join opinion_request r on r.id = $1 where e.body_id = r.body_id and e.at >= r.created_at - interval '1 minute' and e.ids->>'requestId' = $1::text and l.seq <= $2 order by l.seq`;

/** Rows of the log as they go into an export. */
@Injectable()
export class LogRowsRepository {
  /** Rows above a number, a page at a time. */
  async page(from: Queryable, above: number, size: number): Promise<Row[]> {
    return from.query<Row>(PAGE_SQL, [above, size]);
  }

  async ofMotion(from: Queryable, id: string, size: number): Promise<Row[]> {
    return from.query<Row>(OF_MOTION_SQL, [id, size]);
  }

  async ofRequest(from: Queryable, id: string, size: number): Promise<Row[]> {
    return from.query<Row>(OF_REQUEST_SQL, [id, size]);
  }
}

/** The row with its text where the reader may see it, else its hash alone. */
export function leafOf(row: Row, isShown: boolean): Leaf {
  const { seq, type, at, actor_id: actorId, body_id: bodyId, ids, facts, private_hash: privateHash } = row;
  if (!isShown) return { seq, hash: row.leaf_hash.toString('base64') };
  return { seq, content: contentOfRow({ seq, type, at, actorId, bodyId, ids, facts, privateHash }) };
}

/** The private content of a row of something that may be opened: `shown` says which motions and requests, `answers` whose replies. */
export function openingOf(row: Row, may: { shown: ReadonlySet<string>; answers: ReadonlySet<string> }): Opening | null {
  const { seq, type, ids, salt, content } = row;
  const subject = ids.motionId ?? ids.requestId;
  const isShown = OPENED.has(type) && subject !== undefined && may.shown.has(subject) && (type !== 'request.replied' || may.answers.has(subject));
  return isShown && salt !== null && content !== null ? { seq, salt: salt.toString('base64'), content } : null;
}
