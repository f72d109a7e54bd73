import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { waitAfter } from '../domain/backoff.js';
import { Carriers } from './carriers.js';
import { DeliveryWaker } from './delivery-waker.js';
import { Digests } from './digests.js';
import { Loop } from './loop.js';
import { DeliveryQueue, type Taken } from './queue.js';

const EVERY_MS = 2_000;

/** Sends what is due, on every node, until nothing is left. */
@Injectable()
export class Dispatcher implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly loop = new Loop(() => this.sendAll(), EVERY_MS, new Logger(Dispatcher.name));

  constructor(
    private readonly queue: DeliveryQueue,
    private readonly digests: Digests,
    private readonly carriers: Carriers,
    private readonly waker: DeliveryWaker,
  ) {}

  onApplicationBootstrap(): void {
    this.waker.listen(() => this.loop.wake());
    this.loop.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.loop.stop();
  }

  private async sendAll(): Promise<void> {
    await this.digests.gather();
    while (!this.loop.stopped) {
      const taking = randomUUID();
      const taken = await this.queue.take(taking);
      if (taken.length === 0) return;
      await Promise.all(taken.map((one) => this.send(taking, one)));
    }
  }

  private async send(taking: string, taken: Taken): Promise<void> {
    const why = whyNotAnyMore(taken);
    if (why !== null) return this.queue.end(taking, taken.id, { state: 'dropped', why });
    const outcome = await this.carriers.carry(taken);
    if (outcome.kind === 'sent') return this.queue.end(taking, taken.id, { state: 'sent', why: null });
    const seconds = waitAfter(taken.tries, outcome.isFinal);
    if (seconds === null) return this.queue.end(taking, taken.id, { state: 'failed', why: outcome.reason });
    await this.queue.later(taking, taken.id, { seconds, why: outcome.reason });
  }
}

function whyNotAnyMore({ mayKnow, stillSo, kind, count }: Taken): string | null {
  if (!mayKnow) return 'notAllowed';
  return stillSo && (kind !== 'digest' || count > 0) ? null : 'outdated';
}
