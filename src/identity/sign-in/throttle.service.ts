import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Transactor, type Tx } from '../../database/transactor.js';
import { Refusal } from '../../http/refusal.js';
import { securityEvent } from '../../http/security-log.js';
import { administrators } from '../../journal/audiences.js';
import { Journal } from '../../journal/journal.js';
import { pauseMinutesAfter } from '../domain/lockout.js';

const TRIES_PER_ACCOUNT = 5;
const TRIES_PER_ADDRESS = 20;

/** Tries of the last minute, and when the oldest of them ends. */
const TRIES_SQL = `select count(*) filter (where account_key = $1)::int as account, count(*) filter (where address = $2)::int as address,
  ceil(extract(epoch from min(at) + interval '1 minute' - now()))::int as wait from sign_in_try
  where at > now() - interval '1 minute' and (account_key = $1 or address = $2)`;

const PAUSED_SQL = `select ceil(extract(epoch from locked_until - now()))::int as wait from sign_in_lock where account_key = $1 and locked_until > now()`;

/** One failure more in a row; after two quiet days the count begins anew. */
const FAILED_SQL = `insert into sign_in_lock as l (account_key, failures, last_failed_at) values ($1, 1, now())
  on conflict (account_key) do update set last_failed_at = now(),
    failures = case when l.last_failed_at < now() - interval '2 days' then 1 else l.failures + 1 end
  returning failures`;

/** Under what tries for a name are counted: its hash, so that what people type by mistake is not kept. */
export function accountKeyOf(username: string): string {
  return createHash('sha256').update(username.normalize('NFC').trim().toLowerCase()).digest('hex');
}

/**
 * Holds back guessing. Everything is counted by the name that was typed, whether or not there is such an account, and is told
 * before the password is looked at: an outsider learns neither whether an account exists nor whether a guess was right.
 * A pause concerns passwords and codes only; a passkey still opens the account.
 */
@Injectable()
export class SignInThrottle {
  constructor(
    private readonly transactor: Transactor,
    private readonly journal: Journal,
  ) {}

  /** Counts this try; refuses when there were too many in the last minute or too many failures in a row. */
  async admit(accountKey: string, address: string): Promise<void> {
    const refusal = await this.transactor.run(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0)), pg_advisory_xact_lock(hashtextextended($2, 1))', [address, accountKey]);
      const [row] = await tx.query<{ account: number; address: number; wait: number | null }>(TRIES_SQL, [accountKey, address]);
      const isOver = row !== undefined && (row.account >= TRIES_PER_ACCOUNT || row.address >= TRIES_PER_ADDRESS);
      await tx.query(`delete from sign_in_try where at < now() - interval '10 minutes'`);
      if (isOver) return new Refusal('tooManyTries', { retryAfterSeconds: Math.max(1, row.wait ?? 60) });
      await tx.query('insert into sign_in_try (account_key, address) values ($1, $2)', [accountKey, address]);
      const [pause] = await tx.query<{ wait: number }>(PAUSED_SQL, [accountKey]);
      return pause ? new Refusal('signInPaused', { retryAfterSeconds: Math.max(1, pause.wait) }) : null;
    });
    if (!refusal) return;
    securityEvent('signIn.limited', { reason: refusal.code, retryAfterSeconds: Number(refusal.params.retryAfterSeconds) });
    throw refusal;
  }

  /** A wrong password or code. From the tenth in a row on the name rests for a while. */
  async failed(accountKey: string, accountId: string | null): Promise<void> {
    await this.transactor.run(async (tx) => {
      const [row] = await tx.query<{ failures: number }>(FAILED_SQL, [accountKey]);
      const failures = row?.failures ?? 1;
      const minutes = pauseMinutesAfter(failures);
      if (minutes === 0) return;
      await tx.query(`update sign_in_lock set locked_until = now() + make_interval(mins => $2) where account_key = $1`, [accountKey, minutes]);
      const ids = accountId === null ? {} : { accountId };
      await this.journal.append(tx, { type: 'identity.signInPaused', actorId: null, bodyId: null, audiences: [administrators], ids, facts: { failures, minutes } });
    });
  }

  /** The row of failures ends: somebody showed who they are, or an administrator lifted the pause. */
  async forget(tx: Tx, accountKey: string): Promise<void> {
    await tx.query('delete from sign_in_lock where account_key = $1', [accountKey]);
  }
}
