import type { Logger } from '@nestjs/common';
import { type Runner, run, type RunnerOptions } from 'graphile-worker';
import { setTimeout as pause } from 'node:timers/promises';

const PAUSE_MS = 2000;

/** With a batch a refused write reaches the pool of workers; without one nobody waits for it, and Node ends the whole program. */
const HEARD = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } };

/** The queue's workers end for good when the database is away at the moment a job has ended. These begin again, until they are stopped. */
export class KeptRunner {
  private runner: Runner | null = null;
  private kept: Promise<void> = Promise.resolve();
  private readonly end = new AbortController();

  constructor(
    private readonly options: RunnerOptions,
    private readonly logger: Logger,
  ) {}

  /** @throws when the first start fails */
  async start(): Promise<void> {
    this.runner = await this.begin();
    this.kept = this.keep();
  }

  /** What runs is finished first. */
  async stop(): Promise<void> {
    this.end.abort();
    await this.runner?.stop().catch(() => undefined);
    await this.kept;
  }

  private begin(): Promise<Runner> {
    return run({ ...this.options, preset: HEARD });
  }

  private async keep(): Promise<void> {
    for (;;) {
      await this.runner?.promise.catch(() => undefined);
      if (this.end.signal.aborted) return;
      if (this.runner) this.logger.error('jobs ended by themselves and begin again');
      // Refused when a stop cuts it short.
      await pause(PAUSE_MS, undefined, { signal: this.end.signal }).catch(() => undefined);
      this.runner = this.end.signal.aborted ? null : await this.begin().catch((error: unknown) => this.cannot(error));
      // A stop that came while it began did not meet it.
      if (this.end.signal.aborted) await this.runner?.stop().catch(() => undefined);
    }
  }

  private cannot(error: unknown): null {
    this.logger.error(`jobs cannot begin again: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}
