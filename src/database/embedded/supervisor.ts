import { setTimeout as pause } from 'node:timers/promises';
import type { ClusterPlan } from './cluster.js';
import { freePort } from './free-port.js';
import { stopOldPostmaster } from './old-postmaster.js';
import { type Postmaster, startPostmaster, StartFailure } from './postmaster.js';

const PATIENCE_MS = 60_000;
const SHORTEST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5000;

/**
 * Keeps one Postgres running on one port until told to stop. When it dies (out of memory, `kill -9`) it is started again, as
 * often as it takes, also when it dies anew before it answers or the disk is full for a while; what was acknowledged is on disk,
 * and the pool reconnects to the same address.
 */
export class Supervisor {
  private postmaster: Postmaster | null = null;
  private stopping: Promise<void> | null = null;
  private restarting: Promise<void> = Promise.resolve();
  private readonly giveUpPause = new AbortController();

  constructor(private readonly plan: ClusterPlan, private readonly log: (line: string) => void) {}

  /** Starts it on a free port. @returns the port */
  async start(): Promise<number> {
    const postmaster = await this.launch(null);
    this.watch(postmaster);
    return postmaster.port;
  }

  /** Stops it; further calls wait for the same stop. */
  stop(): Promise<void> {
    this.stopping ??= this.restarting.then(() => this.postmaster?.stop());
    this.giveUpPause.abort();
    return this.stopping;
  }

  private watch(postmaster: Postmaster): void {
    this.postmaster = postmaster;
    void postmaster.ended.then(() => {
      if (this.stopping) return;
      this.log('The database ended unexpectedly; starting it again');
      this.restarting = this.bringBack(postmaster.port);
    });
  }

  /** Nobody else would start it again while the server lives, so there is no try after which it gives up. */
  private async bringBack(port: number): Promise<void> {
    for (let waitMs = SHORTEST_PAUSE_MS; !this.stopping; waitMs = Math.min(2 * waitMs, LONGEST_PAUSE_MS)) {
      try {
        this.watch(await this.launch(port));
        return;
      } catch (error) {
        this.log(`The database did not come up and is tried again: ${error instanceof Error ? error.message : String(error)}`);
        // Refused when a stop cuts it short.
        await pause(waitMs, undefined, { signal: this.giveUpPause.signal }).catch(() => undefined);
      }
    }
  }

  /** @param fixedPort the port clients know already; `null` for any */
  private async launch(fixedPort: number | null): Promise<Postmaster> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      await stopOldPostmaster(this.plan.folder.cluster, this.log);
      try {
        return await startPostmaster(this.plan, fixedPort ?? (await freePort()), this.log);
      } catch (error) {
        const isWorthRetrying = error instanceof StartFailure && error.kind !== 'broken';
        if (!isWorthRetrying || this.stopping || Date.now() > deadline) throw error;
        await pause(SHORTEST_PAUSE_MS);
      }
    }
  }
}
