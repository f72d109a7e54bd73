import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Worker } from 'node:worker_threads';
import type { Comparison } from '../domain/comparison.js';
import type { PageLines } from '../domain/page-flow.js';

const PROGRAM = new URL('./compare-thread.js', import.meta.url);
/** The largest real sample, 1,947 pages, takes 2 seconds on a small machine. */
const TIME_MS = 60_000;
const MEMORY_MB = 1024;

/** Compares in a thread of its own, so that nobody waits for it but who asked; one pair at a time. */
@Injectable()
export class Comparer implements OnModuleDestroy {
  private readonly running = new Set<Worker>();
  private before: Promise<unknown> = Promise.resolve();

  /** @returns null where it took too long or too much memory */
  compare(older: PageLines[], newer: PageLines[]): Promise<Comparison | null> {
    const turn = this.before.then(() => this.compareNow(older, newer));
    this.before = turn.catch(() => undefined);
    return turn;
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all([...this.running].map((worker) => worker.terminate()));
  }

  private async compareNow(older: PageLines[], newer: PageLines[]): Promise<Comparison | null> {
    const worker = new Worker(PROGRAM, { workerData: { older, newer }, resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB }, stdin: false });
    this.running.add(worker);
    const timer = setTimeout(() => void worker.terminate(), TIME_MS);
    try {
      return await new Promise<Comparison | null>((done) => {
        worker.once('message', done);
        worker.once('error', () => done(null));
        worker.once('exit', () => done(null));
      });
    } finally {
      clearTimeout(timer);
      await worker.terminate();
      this.running.delete(worker);
    }
  }
}
