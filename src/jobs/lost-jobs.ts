import type { Logger } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';

const CLASS = 7_225_036;
const EVERY_MS = 30_000;

const HOLD_SQL = `select pg_try_advisory_lock(${CLASS}, hashtext($1)) as held`;
const UNLOCK_SQL = 'select graphile_worker.force_unlock_workers(array[$1::text])';

/** Workers that are there hold their lock; those that have only just begun a job may not hold it yet. */
const FREE_SQL = `select graphile_worker.force_unlock_workers(array_agg(distinct j.locked_by)) as freed, count(*)::int as jobs from graphile_worker._private_jobs j
  where j.locked_by is not null and j.locked_at < now() - interval '60 seconds' and not exists (select 1 from pg_locks l where l.locktype = 'advisory' and l.classid = ${CLASS} and l.objsubid = 2
    and l.database = (select oid from pg_database where datname = current_database()) and l.objid = (hashtext(j.locked_by)::bigint & 4294967295)::oid) having count(*) > 0`;

/**
 * The queue gives a job back four hours after its workers were killed; it names the pool of workers that took it. Here each pool holds an advisory lock on a connection of
 * its node, which ends with the process, so that every node knows whose workers are gone. Who loses the connection and lives on may see a job run twice, which does no harm.
 */
export class LostJobs {
  private workers: string | null = null;
  private client: PoolClient | null = null;
  private isHeld = false;
  private timer: NodeJS.Timeout | null = null;
  private busy: Promise<void> = Promise.resolve();

  constructor(
    private readonly pool: Pool,
    private readonly logger: Logger,
  ) {}

  /** @param workers the pool of workers of this node from now on; what an earlier one that has ended could not write down is free at once */
  hold(workers: string): void {
    const earlier = this.workers;
    this.workers = workers;
    this.enqueue(async () => {
      this.letGo();
      await this.look();
      if (earlier !== null) await this.client?.query(UNLOCK_SQL, [earlier]);
    });
  }

  start(): void {
    this.timer = setInterval(() => this.enqueue(() => this.look()), EVERY_MS);
    this.timer.unref();
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.busy;
    this.letGo();
  }

  private enqueue(work: () => Promise<void>): void {
    this.busy = this.busy.then(work).catch((error: unknown) => {
      this.logger.debug(`lost jobs: ${String(error)}`);
      this.letGo();
    });
  }

  private async look(): Promise<void> {
    if (this.client === null) {
      this.client = await this.pool.connect();
      this.client.once('error', this.letGo);
      this.isHeld = false;
    }
    // A connection that was lost may hold it for a while yet.
    if (!this.isHeld) this.isHeld = (await this.client.query<{ held: boolean }>(HOLD_SQL, [this.workers])).rows[0]?.held ?? false;
    await this.client.query(FREE_SQL);
  }

  /** The locks end with the connection; the next look takes them on another. */
  private readonly letGo = (): void => {
    const { client } = this;
    this.client = null;
    client?.off('error', this.letGo);
    client?.release(true);
  };
}
