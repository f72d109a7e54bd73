import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { EnvironmentInvalid } from '../config/environment.js';
import type { EventType } from '../contract/live-events.js';
import { type Queryable, Transactor, type Tx } from '../database/transactor.js';
import { checkpointBody, signedNote, verifierKey } from './domain/checkpoint.js';
import { LogTree } from './log-tree.js';
import { Sequencer } from './sequencer.js';
import { CheckpointSigner } from './signing/checkpoint-signer.js';

/** A signed statement of how far the log has come. */
export interface SignedCheckpoint {
  size: number;
  note: string;
  at: Date;
}

/** The log's name and the key that signs for it, as verifiers take it. */
export interface LogName {
  origin: string;
  vkey: string;
}

const WAITING_SQL = `select exists (select 1 from journal_head h join journal_entry e on e.xid >= h.numbered_below where not exists (select 1 from journal_log l where l.entry_id = e.id)) as waiting`;
const WAIT_MS = 25;
const MOST_WAITS = 120;
const CHECKPOINT_LOCK = 7_225_003;
const EVERY_MS = 30_000;

/** Each opening, closing and signing is followed by a checkpoint at once. */
const AT_ONCE: ReadonlySet<EventType> = new Set(['session.stateChanged', 'motion.opened', 'motion.closed', 'motion.published', 'motion.annulled', 'request.sent', 'request.closed']);

/** Makes signed checkpoints of the log: at most a minute apart, and at once where something was opened or closed. */
@Injectable()
export class CheckpointsService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(CheckpointsService.name);
  private timer: NodeJS.Timeout | null = null;
  private making: Promise<void> | null = null;
  private again = false;

  constructor(
    private readonly transactor: Transactor,
    private readonly tree: LogTree,
    private readonly signer: CheckpointSigner,
    private readonly sequencer: Sequencer,
  ) {}

  /** @throws EnvironmentInvalid when the key is not the one this log was signed with before */
  async onApplicationBootstrap(): Promise<void> {
    await this.transactor.run((tx) => this.introduce(tx));
    this.sequencer.listen((deliveries) => {
      if (deliveries.some(({ type }) => AT_ONCE.has(type))) void this.soon();
    });
    this.timer = setInterval(() => void this.soon(), EVERY_MS);
    this.timer.unref();
    void this.soon();
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    this.again = false;
    await this.making;
  }

  async name(from: Queryable = this.transactor): Promise<LogName> {
    const [row] = await from.query<{ origin: string; public_key: Buffer }>('select origin, public_key from journal_identity');
    if (!row) throw new Error('the log has no name yet');
    return { origin: row.origin, vkey: verifierKey(row.origin, row.public_key) };
  }

  async latest(from: Queryable = this.transactor): Promise<SignedCheckpoint | null> {
    const [row] = await from.query<SignedCheckpoint>('select size::float8 as size, note, at from journal_checkpoint order by size desc limit 1');
    return row ?? null;
  }

  /** A checkpoint of all that was committed before; the last one when nothing came since. */
  async make(): Promise<SignedCheckpoint | null> {
    await this.numbered();
    await this.transactor.run((tx) => this.write(tx));
    return this.latest();
  }

  /** Until what is committed now has its numbers: they follow a moment after the commit. A transaction that runs for long is not waited for. */
  private async numbered(): Promise<void> {
    for (let tries = 0; tries < MOST_WAITS; tries += 1) {
      const [row] = await this.transactor.query<{ waiting: boolean }>(WAITING_SQL);
      if (!row?.waiting) return;
      this.sequencer.wake(0);
      await pause(WAIT_MS);
    }
  }

  /** One after another; what is asked meanwhile is answered by one more. */
  private soon(): Promise<void> {
    if (this.making) {
      this.again = true;
      return this.making;
    }
    this.making = this.transactor.run((tx) => this.write(tx)).catch((error: unknown) => {
      this.logger.error(`the checkpoint waits: ${error instanceof Error ? error.message : String(error)}`);
    }).finally(() => {
      this.making = null;
      if (this.again) {
        this.again = false;
        void this.soon();
      }
    });
    return this.making;
  }

  private async write(tx: Tx): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(${CHECKPOINT_LOCK})`);
    const { origin } = await this.name(tx);
    const [head] = await tx.query<{ size: number }>('select seq::float8 as size from journal_head');
    const size = head?.size ?? 0;
    const before = (await this.latest(tx))?.size ?? 0;
    if (size === 0 || size === before) return;
    await this.tree.keepFull(tx, size);
    const root = await this.tree.root(tx, size);
    const body = checkpointBody({ origin, size, root });
    const bytes = await this.signer.sign({ body, before, proof: await this.tree.consistency(tx, before, size) });
    const note = signedNote(body, origin, { publicKey: await this.signer.publicKey(), bytes });
    await tx.query('insert into journal_checkpoint (size, root, note) values ($1, $2, $3)', [size, root, note]);
  }

  /** The first start gives the log its name; later ones must come with the same key. */
  private async introduce(tx: Tx): Promise<void> {
    const publicKey = await this.signer.publicKey();
    await tx.query(`insert into journal_identity (one, origin, public_key) values (true, $1, $2) on conflict do nothing`, [`ecabinet/${randomUUID()}`, publicKey]);
    const [row] = await tx.query<{ public_key: Buffer }>('select public_key from journal_identity');
    if (!row?.public_key.equals(publicKey)) {
      throw new EnvironmentInvalid(['the key that signs the journal is not the one this database was signed with: put back keys/log.key of the data folder, or the key process']);
    }
  }
}
