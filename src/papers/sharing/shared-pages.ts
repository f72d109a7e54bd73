import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { PageMessage } from '../../contract/live-events.js';

/** At most so often is a page told on: who leafs quickly shows where they stop. */
export const TELL_EVERY_MS = 500;

/** A page shown, and the rooms that may hear of it. */
export interface ShownPage extends PageMessage {
  audiences: string[];
}

/** Tells shown pages to the sockets, the first at once and then at most twice a second for each share. Not journalled: beginning and end are. */
@Injectable()
export class SharedPages implements OnApplicationShutdown {
  private readonly listeners: ((shown: ShownPage) => void)[] = [];
  private readonly waiting = new Map<string, { timer: NodeJS.Timeout; next: ShownPage | null }>();

  listen(listener: (shown: ShownPage) => void): void {
    this.listeners.push(listener);
  }

  tell(shown: ShownPage): void {
    const held = this.waiting.get(shown.shareId);
    if (held) {
      if (shown.step > (held.next?.step ?? 0)) held.next = shown;
      return;
    }
    for (const listener of this.listeners) listener(shown);
    const timer = setTimeout(() => this.release(shown.shareId), TELL_EVERY_MS);
    timer.unref();
    this.waiting.set(shown.shareId, { timer, next: null });
  }

  onApplicationShutdown(): void {
    for (const { timer } of this.waiting.values()) clearTimeout(timer);
    this.waiting.clear();
  }

  private release(shareId: string): void {
    const next = this.waiting.get(shareId)?.next ?? null;
    this.waiting.delete(shareId);
    if (next) this.tell(next);
  }
}
