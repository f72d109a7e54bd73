import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { EventIds, EventType } from '../contract/live-events.js';
import { canonicalJson, leafHash } from './domain/canonical.js';

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
}

const SEQUENCER_LOCK = 7_225_002;
const BATCH = 500;
const COALESCE_MS = 15;
const STRAGGLER_MS = 500;

/** Only rows of transactions below the oldest running one: rows may commit out of order. */
const PENDING_SQL = `select e.id, e.xid, e.at, e.type, e.actor_id, e.body_id, e.audiences, e.ids, e.facts
  from journal_entry e
  where e.xid >= $1 and e.xid < $2 and not exists (select 1 from journal_log l where l.entry_id = e.id)
  order by e.xid, e.id limit ${BATCH}`;

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

  constructor(private readonly dataSource: DataSource) {}

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
    const { deliveries, more, waiting } = await this.dataSource.transaction(async (manager) => {
      await manager.query('select pg_advisory_xact_lock($1)', [SEQUENCER_LOCK]);
      return this.numberPending(manager);
    });
    if (deliveries.length > 0) for (const listener of this.listeners) listener(deliveries);
    if (waiting && !more) setTimeout(() => this.wake(), COALESCE_MS).unref();
    return more;
  }

  private async numberPending(manager: EntityManager): Promise<{ deliveries: Delivery[]; more: boolean; waiting: boolean }> {
    const [head] = (await manager.query(
      `select h.seq, h.numbered_below, pg_snapshot_xmin(pg_current_snapshot())::text::bigint as oldest,
        exists (select 1 from journal_entry e where e.xid >= pg_snapshot_xmin(pg_current_snapshot())::text::bigint) as waiting from journal_head h`,
    )) as { seq: string; numbered_below: string; oldest: string; waiting: boolean }[];
    if (!head) throw new Error('journal_head has no row');
    const rows = (await manager.query(PENDING_SQL, [head.numbered_below, head.oldest])) as PendingRow[];
    const more = rows.length === BATCH;
    const last = rows.at(-1);
    const numberedBelow = more && last ? last.xid : head.oldest;
    if (rows.length === 0 && head.numbered_below === head.oldest) return { deliveries: [], more, waiting: head.waiting };
    const first = Number(head.seq) + 1;
    const deliveries = await chain(manager, rows, first);
    if (rows.length > 0) await writeLog(manager, rows, first);
    await manager.query('update journal_head set seq = $1, numbered_below = $2', [first + rows.length - 1, numberedBelow]);
    return { deliveries, more, waiting: head.waiting };
  }
}

async function chain(manager: EntityManager, rows: PendingRow[], first: number): Promise<Delivery[]> {
  const audiences = [...new Set(rows.flatMap((row) => row.audiences))];
  if (audiences.length === 0) return [];
  const known = (await manager.query(
    `select a.audience, coalesce((select d.seq from journal_delivery d where d.audience = a.audience order by d.seq desc limit 1), 0) as seq
     from unnest($1::text[]) as a(audience)`,
    [audiences],
  )) as { audience: string; seq: string }[];
  const last = new Map(known.map((row) => [row.audience, Number(row.seq)]));
  const deliveries = rows.flatMap((row, index) =>
    [...new Set(row.audiences)].map((audience) => {
      const delivery: Delivery = { audience, prev: last.get(audience) ?? 0, seq: first + index, type: row.type, ids: row.ids };
      last.set(audience, delivery.seq);
      return delivery;
    }),
  );
  await manager.query('insert into journal_delivery (audience, seq, prev) select * from unnest($1::text[], $2::bigint[], $3::bigint[])', [
    deliveries.map((delivery) => delivery.audience),
    deliveries.map((delivery) => delivery.seq),
    deliveries.map((delivery) => delivery.prev),
  ]);
  return deliveries;
}

async function writeLog(manager: EntityManager, rows: PendingRow[], first: number): Promise<void> {
  const hashes = rows.map((row, index) => leafHash(contentOf(row, first + index)).toString('hex'));
  await manager.query(
    `insert into journal_log (seq, entry_id, leaf_hash)
     select s, e, decode(h, 'hex') from unnest($1::bigint[], $2::bigint[], $3::text[]) as t(s, e, h)`,
    [rows.map((_, index) => first + index), rows.map((row) => row.id), hashes],
  );
}

function contentOf(row: PendingRow, seq: number): string {
  const { type, at, actor_id: actorId, body_id: bodyId, ids, facts } = row;
  return canonicalJson({ seq, type, at: at.toISOString(), actorId, bodyId, ids, facts });
}
