import type { Logger } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';

const CLASS = 7_225_036;
const EVERY_MS = 30_000;

const HOLD_SQL = `select pg_try_advisory_lock(${CLASS}, hashtext(worker)) from unnest($1::text[]) worker`;

/** A worker that is there holds its lock; one that has only just begun a job may not hold it yet. */
const FREE_SQL = `select graphile_worker.force_unlock_workers(array_agg(distinct j.locked_by)) as freed, count(*)::int as jobs from graphile_worker._private_jobs j
  where j.locked_by is not null and j.locked_at < now() - interval '60 seconds' and not exists (select 1 from pg_locks l where l.locktype = 'advisory' and l.classid = ${CLASS} and l.objsubid = 2
    and l.database = (select oid from pg_database where datname = current_database()) and l.objid = (hashtext(j.locked_by)::bigint & 4294967295)::oid) having count(*) > 0`;

/**
 * The queue gives a job back four hours after its worker was killed. Here each worker holds an advisory lock on a connection of its node, which ends with the process, so
 * that every node knows whose workers are gone. Who loses the connection and lives on may see a job run twice, which does no harm.
 */
export class LostJobs {
  private readonly workers: string[] = [];
  private client: PoolClient | null = null;
  private timer: NodeJS.Timeout | null = null;
  private busy: Promise<void> = Promise.resolve();

  constructor(
    private readonly pool: Pool,
    private readonly logger: Logger,
  ) {}

  /** A worker of this node. */
  add(workerId: string): void {
    this.workers.push(workerId);
    this.enqueue(async () => void (await this.client?.query(HOLD_SQL, [[workerId]])));
  }

  start(): void {
    this.timer = setInterval(() => this.enqueue(() => this.look()), EVERY_MS);
    this.timer.unref();
    this.enqueue(() => this.look());
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
      await this.client.query(HOLD_SQL, [this.workers]);
    }
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
