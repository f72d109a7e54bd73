import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { InstallationSecret } from '../../config/secret.js';
import type { EventType } from '../../contract/live-events.js';
import { Transactor, type Tx } from '../../database/transactor.js';
import { Refusal } from '../../http/refusal.js';
import { accountRoom, administrators } from '../../journal/audiences.js';
import { Journal } from '../../journal/journal.js';
import { AccountSessions } from '../devices/account-sessions.service.js';
import { demandFresh } from '../devices/fresh.js';
import { isStepInTime, isUnusedStep, readAppCode, readRecoveryCode, stepAt, writeRecoveryCode } from '../domain/one-time-codes.js';
import type { SignedIn } from '../session-reader.js';

const RECOVERY_CODES = 10;
const SECRET_BYTES = 20;
const PURPOSE = 'totp';

interface TotpRow {
  sealed_secret: Buffer;
  last_step: number;
  confirmed: boolean;
  now: Date;
}

const TOTP_SQL = `select sealed_secret, last_step, confirmed_at is not null as confirmed, clock_timestamp() as now from totp where account_id = $1 for update`;

/** Codes of an authenticator app (RFC 6238: SHA-1, six digits, 30 seconds, and the step before) and recovery codes. */
@Injectable()
export class CodesService {
  constructor(
    private readonly transactor: Transactor,
    private readonly secret: InstallationSecret,
    private readonly sessions: AccountSessions,
    private readonly journal: Journal,
  ) {}

  /** A new secret, not yet in force: the first code shows that the app holds it. */
  async begin(actor: SignedIn): Promise<{ secret: string; uri: string }> {
    return this.transactor.run(async (tx) => {
      await demandFresh(tx, actor);
      const [account] = await tx.query<{ username: string; password: boolean }>('select username, password_hash is not null as password from account where id = $1', [actor.accountId]);
      if (!account?.password) throw new Refusal('passwordFirst');
      const bytes = randomBytes(SECRET_BYTES);
      const begun = await tx.query(
        `insert into totp (account_id, sealed_secret) values ($1, $2)
         on conflict (account_id) do update set sealed_secret = excluded.sealed_secret, last_step = 0 where totp.confirmed_at is null returning account_id`,
        [actor.accountId, this.secret.seal(PURPOSE, bytes, actor.accountId)],
      );
      if (begun.length === 0) throw new Refusal('codesAlreadySet');
      const totp = totpOf(bytes, account.username);
      return { secret: totp.secret.base32, uri: totp.toString() };
    });
  }

  /** Puts the codes in force; gives the recovery codes, which are shown this once. */
  async confirm(actor: SignedIn, typed: string): Promise<string[]> {
    return this.transactor.run(async (tx) => {
      await demandFresh(tx, actor);
      const [row] = await tx.query<TotpRow>(TOTP_SQL, [actor.accountId]);
      if (!row) throw new Refusal('codesNotBegun');
      if (row.confirmed) throw new Refusal('codesAlreadySet');
      const step = this.stepOf(actor.accountId, row, typed);
      if (step === null) throw new Refusal('codeWrong');
      await tx.query('update totp set confirmed_at = now(), last_step = $2 where account_id = $1', [actor.accountId, step]);
      await this.tell(tx, 'identity.codesEnrolled', actor.accountId);
      await this.sessions.release(tx, actor);
      return this.newRecoveryCodes(tx, actor.accountId);
    });
  }

  async remove(actor: SignedIn): Promise<void> {
    await this.transactor.run(async (tx) => {
      await demandFresh(tx, actor);
      const removed = await tx.query('delete from totp where account_id = $1 returning account_id', [actor.accountId]);
      await tx.query('delete from recovery_code where account_id = $1', [actor.accountId]);
      if (removed.length > 0) await this.tell(tx, 'identity.codesRemoved', actor.accountId);
    });
  }

  /** Ten new ones; the old ones end. */
  async renewRecoveryCodes(actor: SignedIn): Promise<string[]> {
    return this.transactor.run(async (tx) => {
      await demandFresh(tx, actor);
      const [row] = await tx.query<TotpRow>(TOTP_SQL, [actor.accountId]);
      if (!row?.confirmed) throw new Refusal('codesNotBegun');
      return this.newRecoveryCodes(tx, actor.accountId);
    });
  }

  /** Whether this code of the app counts now; it is used up by it. */
  async useAppCode(tx: Tx, accountId: string, typed: string): Promise<boolean> {
    const [row] = await tx.query<TotpRow>(TOTP_SQL, [accountId]);
    const step = row?.confirmed ? this.stepOf(accountId, row, typed) : null;
    if (step === null) return false;
    await tx.query('update totp set last_step = $2 where account_id = $1', [accountId, step]);
    return true;
  }

  /** Whether this is a recovery code that was not used yet; it is used up by it. */
  async useRecoveryCode(tx: Tx, accountId: string, typed: string): Promise<boolean> {
    const code = readRecoveryCode(typed);
    if (code === null) return false;
    const used = await tx.query('update recovery_code set used_at = now() where account_id = $1 and code_hash = any($2::bytea[]) and used_at is null returning account_id', [accountId, this.secret.keyedHashes('recovery-code', `${accountId} ${code}`)]);
    return used.length > 0;
  }

  private async newRecoveryCodes(tx: Tx, accountId: string): Promise<string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, () => writeRecoveryCode(randomLetters()));
    await tx.query('delete from recovery_code where account_id = $1', [accountId]);
    await tx.query('insert into recovery_code (account_id, code_hash) select $1, unnest($2::bytea[])', [accountId, codes.map((code) => this.hashOf(accountId, code.replaceAll('-', '')))]);
    await this.tell(tx, 'identity.recoveryCodesMade', accountId);
    return codes;
  }

  /** The step whose code was typed, or null when it is wrong or was used. */
  private stepOf(accountId: string, row: TotpRow, typed: string): number | null {
    const token = readAppCode(typed);
    if (token === null) return null;
    const now = row.now.getTime();
    const delta = totpOf(this.secret.open(PURPOSE, row.sealed_secret, accountId), '').validate({ token, window: 1, timestamp: now });
    if (delta === null) return null;
    const step = stepAt(now) + delta;
    return isStepInTime(step, stepAt(now)) && isUnusedStep(step, row.last_step) ? step : null;
  }

  private hashOf(accountId: string, code: string): Buffer {
    return this.secret.keyedHash('recovery-code', `${accountId} ${code}`);
  }

  private tell(tx: Tx, type: EventType, accountId: string): Promise<void> {
    return this.journal.append(tx, { type, actorId: accountId, bodyId: null, audiences: [accountRoom(accountId), administrators], ids: { accountId } });
  }
}

function totpOf(secret: Buffer, label: string): TOTP {
  return new TOTP({ issuer: 'e-Cabinet', label, algorithm: 'SHA1', digits: 6, period: 30, secret: new Secret({ buffer: Uint8Array.from(secret).buffer }) });
}

/** Bytes below 240, so that each of the 30 letters is equally likely. */
function randomLetters(): number[] {
  return [...randomBytes(64)].filter((byte) => byte < 240);
}
