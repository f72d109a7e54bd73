import type { Logger } from '@nestjs/common';
import { actingFor, SYSTEM } from '../../database/acting.js';

/** Does a piece of work again and again, one at a time, and at once when woken. A failure is logged and the work goes on at the next turn. */
export class Loop {
  stopped = false;
  private running: Promise<void> | null = null;
  private again = false;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly work: () => Promise<void>,
    private readonly everyMs: number,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.timer = setInterval(() => this.wake(), this.everyMs);
    this.timer.unref();
    this.wake();
  }

  wake(): void {
    if (this.stopped) return;
    if (this.running !== null) {
      this.again = true;
      return;
    }
    this.running = this.turn().finally(() => {
      this.running = null;
      if (!this.again) return;
      this.again = false;
      this.wake();
    });
  }

  /** What runs is finished first. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  private async turn(): Promise<void> {
    try {
      // Whoever woke it: what it does is asked for by nobody.
      await actingFor(SYSTEM, this.work);
    } catch (error) {
      if (!this.stopped) this.logger.error(error instanceof Error ? error.message : String(error));
    }
  }
}
