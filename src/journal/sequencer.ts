import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool, PoolClient, QueryResultRow } from 'pg';
import { DataSource } from 'typeorm';
import type { EventIds, EventType } from '../contract/live-events.js';
import { contentOfRow } from './domain/row.js';
import { mainPool } from '../database/main-pool.js';
import { leafHash } from './domain/tree.js';

/** An entry with its number, as it goes to one audience. */
export interface Delivery {
  audience: string;
  prev: number;
  seq: number;
  type: EventType;
  ids: EventIds;
}

type Listener = (deliveries: Delivery[]) => void;

interface PendingRow {
  id: string;
  xid: string;
  at: Date;
  type: EventType;
  actor_id: string | null;
  body_id: string | null;
  audiences: string[];
  ids: EventIds;
  facts: Record<string, unknown>;
  private_hash: Buffer | null;
}

const SEQUENCER_LOCK = 7_225_002;
const BATCH = 500;
const COALESCE_MS = 25;
const STRAGGLER_MS = 500;

/** Only rows of transactions below the oldest running one: rows may commit out of order. */
const PENDING_SQL = `select e.id, e.xid, e.at, e.type, e.actor_id, e.body_id, e.audiences, e.ids, e.facts, e.private_hash
  from journal_entry e
  where e.xid >= $1 and e.xid < $2 and not exists (select 1 from journal_log l where l.entry_id = e.id)
  order by e.xid, e.id limit ${BATCH}`;

const HEAD_SQL = `select h.seq, h.numbered_below, pg_snapshot_xmin(pg_current_snapshot())::text::bigint as oldest,
  exists (select 1 from journal_entry e where e.xid >= pg_snapshot_xmin(pg_current_snapshot())::text::bigint) as waiting from journal_head h`;

const TOLD_SQL = `select a.audience, coalesce((select d.seq from journal_delivery d where d.audience = a.audience order by d.seq desc limit 1), 0) as seq
  from unnest($1::text[]) as a(audience)`;

/** A batch in one statement: the log, the deliveries, and the head they reach. */
const WRITE_SQL = `with log as (insert into journal_log (seq, entry_id, leaf_hash) select * from unnest($1::bigint[], $2::bigint[], $3::bytea[])),
  told as (insert into journal_delivery (audience, seq, prev) select * from unnest($4::text[], $5::bigint[], $6::bigint[]))
  update journal_head set seq = $7, numbered_below = $8`;

/** Numbers committed entries without gaps and hashes them into the log, one process at a time, in batches. */
@Injectable()
export class Sequencer implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(Sequencer.name);
  private readonly listeners: Listener[] = [];
  private running: Promise<void> | null = null;
  private again = false;
  private timer: NodeJS.Timeout | null = null;
  private sweep: NodeJS.Timeout | null = null;
  private stopped = false;

  private readonly pool: Pool;

  constructor(dataSource: DataSource) {
    this.pool = mainPool(dataSource);
  }

  onApplicationBootstrap(): void {
    this.wake();
    this.sweep = setInterval(() => this.wake(), 5_000);
    this.sweep.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.sweep) clearInterval(this.sweep);
    if (this.timer) clearTimeout(this.timer);
    await this.running;
  }

  /** Told of every batch after it is committed. */
  listen(listener: Listener): void {
    this.listeners.push(listener);
  }

  /** Something was committed; numbering follows within the coalescing window. */
  wake(delay = COALESCE_MS): void {
    if (this.stopped || this.timer) return;
    if (this.running) {
      this.again = true;
      return;
    }
    this.timer = setTimeout(() => {
      this.timer = null;
      this.running = this.drain().finally(() => {
        this.running = null;
        if (this.again) {
          this.again = false;
          this.wake();
        }
      });
    }, delay);
  }

  private async drain(): Promise<void> {
    try {
      let left = true;
      while (left && !this.stopped) left = await this.numberBatch();
    } catch (error) {
      if (this.stopped) return;
      this.logger.error(`numbering waits: ${error instanceof Error ? error.message : String(error)}`);
      setTimeout(() => this.wake(), STRAGGLER_MS).unref();
    }
  }

  private async numberBatch(): Promise<boolean> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      await client.query(`begin; select pg_advisory_xact_lock(${SEQUENCER_LOCK})`);
      const { deliveries, more, waiting } = await numberPending(client);
      await client.query('commit');
      if (deliveries.length > 0) for (const listener of this.listeners) listener(deliveries);
      if (waiting && !more) setTimeout(() => this.wake(), COALESCE_MS).unref();
      return more;
    } catch (error) {
      broken = error instanceof Error ? error : new Error(String(error));
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      client.release(broken);
    }
  }
}

/** A statement of the numbering: prepared once for each connection. */
async function ask<Row extends QueryResultRow>(client: PoolClient, name: string, text: string, values: unknown[] = []): Promise<Row[]> {
  return (await client.query<Row>({ name: `journal-${name}`, text, values })).rows;
}

async function numberPending(client: PoolClient): Promise<{ deliveries: Delivery[]; more: boolean; waiting: boolean }> {
  const [head] = await ask<{ seq: string; numbered_below: string; oldest: string; waiting: boolean }>(client, 'head', HEAD_SQL);
  if (!head) throw new Error('journal_head has no row');
  const rows = await ask<PendingRow>(client, 'pending', PENDING_SQL, [head.numbered_below, head.oldest]);
  const more = rows.length === BATCH;
  const last = rows.at(-1);
  const numberedBelow = more && last ? last.xid : head.oldest;
  if (rows.length === 0 && head.numbered_below === head.oldest) return { deliveries: [], more, waiting: head.waiting };
  const first = Number(head.seq) + 1;
  const deliveries = await chain(client, rows, first);
  await ask(client, 'write', WRITE_SQL, [...logOf(rows, first), ...columnsOf(deliveries), first + rows.length - 1, numberedBelow]);
  return { deliveries, more, waiting: head.waiting };
}

/** News for each audience, each with the number of the one before. Equal news of a batch is told once, by its last number. */
async function chain(client: PoolClient, rows: PendingRow[], first: number): Promise<Delivery[]> {
  const told = new Map<string, Delivery>();
  for (const [index, { audiences, type, ids }] of rows.entries()) {
    for (const audience of new Set(audiences)) {
      const key = `${audience} ${type} ${JSON.stringify(ids)}`;
      told.delete(key);
      told.set(key, { audience, prev: 0, seq: first + index, type, ids });
    }
  }
  const audiences = [...new Set(rows.flatMap((row) => row.audiences))];
  if (audiences.length === 0) return [];
  const known = await ask<{ audience: string; seq: string }>(client, 'told', TOLD_SQL, [audiences]);
  const last = new Map(known.map((row) => [row.audience, Number(row.seq)]));
  return [...told.values()].map((delivery) => {
    const prev = last.get(delivery.audience) ?? 0;
    last.set(delivery.audience, delivery.seq);
    return { ...delivery, prev };
  });
}

function logOf(rows: PendingRow[], first: number): unknown[][] {
  return [rows.map((_, index) => first + index), rows.map((row) => row.id), rows.map((row, index) => leafHash(contentOf(row, first + index)))];
}

function columnsOf(deliveries: Delivery[]): unknown[][] {
  return [deliveries.map((delivery) => delivery.audience), deliveries.map((delivery) => delivery.seq), deliveries.map((delivery) => delivery.prev)];
}

function contentOf(row: PendingRow, seq: number): string {
  const { type, at, actor_id: actorId, body_id: bodyId, ids, facts, private_hash: hash } = row;
  return contentOfRow({ seq, type, at, actorId, bodyId, ids, facts, privateHash: hash });
}
