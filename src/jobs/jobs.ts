import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { EventEmitter } from 'node:events';
import { Logger as GraphileLogger, type WorkerEvents } from 'graphile-worker';
import { DataSource } from 'typeorm';
import { mainPool } from '../database/main-pool.js';
import type { Tx } from '../database/transactor.js';
import { KeptRunner } from './kept-runner.js';
import { LostJobs } from './lost-jobs.js';

/** Work for later, as it is told to the queue. */
export interface Job {
  task: string;
  payload: Record<string, string>;
  /** When it is due, by the database's clock. */
  runAt: Date;
  /** A later job with the same key takes the place of the earlier. */
  key: string;
  /** Of those that are due, what others wait for goes first. Without a word 0. */
  priority?: number;
}

type Handler = (payload: Record<string, string>) => Promise<void>;

/** Work that runs later, kept in Postgres and added in the transaction that wants it; tried again after a crash. */
@Injectable()
export class Jobs implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(Jobs.name);
  private readonly handlers = new Map<string, Handler>();
  private readonly crontab: string[] = [];
  private runner: KeptRunner | null = null;
  private lost: LostJobs | null = null;

  constructor(private readonly dataSource: DataSource) {}

  /** Called by features when they start. A handler must do no harm when it runs twice. */
  handle(task: string, handler: Handler): void {
    this.handlers.set(task, handler);
  }

  /** Runs a task again and again, on one node at a time. @param when as in a crontab, by UTC: "23 * * * *" */
  repeat(task: string, when: string): void {
    this.crontab.push(`${when} ${task}`);
  }

  async add(tx: Tx, job: Job): Promise<void> {
    await tx.query('select graphile_worker.add_job($1, payload := $2::json, run_at := $3::timestamptz, job_key := $4, priority := $5)', [job.task, JSON.stringify(job.payload), job.runAt, job.key, job.priority ?? 0]);
  }

  async remove(tx: Tx, key: string): Promise<void> {
    await tx.query('select graphile_worker.remove_job($1)', [key]);
  }

  async onApplicationBootstrap(): Promise<void> {
    const pgPool = mainPool(this.dataSource);
    const taskList = Object.fromEntries(
      [...this.handlers].map(([task, handler]) => [task, async (payload: unknown): Promise<void> => handler(payload as Record<string, string>)]),
    );
    const lost = new LostJobs(pgPool, this.logger);
    const events = new EventEmitter() as WorkerEvents;
    events.on('pool:create', ({ workerPool }) => lost.hold(workerPool.id));
    this.runner = new KeptRunner({ pgPool, events, taskList, crontab: this.crontab.join('\n'), concurrency: 2, pollInterval: 1000, noHandleSignals: true, logger: this.quietLogger() }, this.logger);
    this.lost = lost;
    await this.runner.start();
    lost.start();
  }

  /** What runs is finished and written down while everything it needs is still there. */
  async onModuleDestroy(): Promise<void> {
    await this.runner?.stop();
    await this.lost?.stop();
  }

  private quietLogger(): GraphileLogger {
    return new GraphileLogger(() => (level, message) => {
      if (level === 'error') this.logger.error(message);
      else if (level === 'warning') this.logger.warn(message);
      else this.logger.debug(message);
    });
  }
}
