import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { Refusal } from '../../http/refusal.js';

const AT_ONCE = 4;
/** Who waits longer than this queue takes (about a quarter of a minute) has gone; beyond it people are asked to come back. */
const MOST_WAITING = 200;
/** Argon2id, 64 MiB, 3 passes, 1 lane. (engineering/security.md; @node-rs/argon2's default algorithm is Argon2id) */
const COST = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };

/** Hashes passwords, at most four at once: each takes 64 MiB. */
@Injectable()
export class PasswordHasher {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private decoy: Promise<string> | null = null;

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password.normalize('NFC'), COST));
  }

  /** Takes the same time whether or not there is such an account: without a hash it checks against a decoy. */
  async matches(password: string, stored: string | null): Promise<boolean> {
    // Once, and not in turn: a full queue must not leave a decoy that fails for ever.
    this.decoy ??= hash('nobody has this password', COST);
    const decoy = await this.decoy;
    const against = stored ?? decoy;
    const matched = await this.inTurn(() => verify(against, password.normalize('NFC')));
    return matched && stored !== null;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.waiting.length >= MOST_WAITING) throw new Refusal('serverBusy', { retryAfterSeconds: 15 });
    if (this.running >= AT_ONCE) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.running += 1;
    try {
      return await work();
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }
}
