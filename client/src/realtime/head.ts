import type { ChangedMessage } from '../api/contract';

/** Up to which number this screen has heard everything: for all audiences at the last catch-up, for one since. */
export class Head {
  private sureOf = 0;
  private isKnown = false;
  private readonly heard = new Map<string, number>();

  get since(): number | null {
    return this.isKnown ? this.sureOf : null;
  }

  caughtUpTo(seq: number): void {
    this.sureOf = seq;
    this.isKnown = true;
    for (const [audience, last] of this.heard) if (last <= seq) this.heard.delete(audience);
  }

  /** Takes a message; true when something before it was missed. */
  hasGapBefore(message: ChangedMessage): boolean {
    const last = Math.max(this.sureOf, this.heard.get(message.audience) ?? 0);
    if (message.prev > last) return true;
    this.heard.set(message.audience, Math.max(last, message.seq));
    return false;
  }
}
