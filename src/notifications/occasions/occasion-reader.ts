import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Transactor, type Tx } from '../../database/transactor.js';
import { Sequencer } from '../../journal/sequencer.js';
import { Loop } from '../delivery/loop.js';
import { occasionOf, TYPES_READ } from '../domain/occasions.js';
import type { LogRow } from './log-row.js';
import { OccasionWriter } from './occasion-writer.js';

const BATCH = 500;
const EVERY_MS = 5_000;
/** Another node that is reading keeps the row: there is nothing to do here. */
const CURSOR_SQL = `select c.seq, least(h.seq, c.seq + ${BATCH}) as until from notification_cursor c, journal_head h for update of c skip locked`;
const ROWS_SQL = `select l.seq, e.type, e.actor_id as "actorId", e.body_id as "bodyId", e.ids, e.facts, e.audiences from journal_log l join journal_entry e on e.id = l.entry_id
  where l.seq > $1 and l.seq <= $2 and e.type = any($3) order by l.seq`;

/**
 * Reads the log by its gapless numbers and makes notifications of it. How far it has read is written in the transaction that writes the
 * notifications: whatever dies when, each row is read once.
 */
@Injectable()
export class OccasionReader implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly loop = new Loop(() => this.readAll(), EVERY_MS, new Logger(OccasionReader.name));

  constructor(
    private readonly transactor: Transactor,
    private readonly sequencer: Sequencer,
    private readonly writer: OccasionWriter,
  ) {}

  onApplicationBootstrap(): void {
    const read: readonly string[] = TYPES_READ;
    this.sequencer.listen((deliveries) => {
      if (deliveries.some(({ type }) => read.includes(type))) this.loop.wake();
    });
    this.loop.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }

  private async readAll(): Promise<void> {
    while (!this.loop.stopped && (await this.transactor.run((tx) => this.readBatch(tx))));
  }

  private async readBatch(tx: Tx): Promise<boolean> {
    const [cursor] = await tx.query<{ seq: string; until: string }>(CURSOR_SQL);
    if (!cursor || cursor.seq === cursor.until) return false;
    for (const row of await tx.query<LogRow>(ROWS_SQL, [cursor.seq, cursor.until, TYPES_READ])) {
      const kind = occasionOf(row);
      if (kind !== null) await this.writer.write(tx, kind, row);
    }
    await tx.query('update notification_cursor set seq = $1', [cursor.until]);
    return true;
  }
}
