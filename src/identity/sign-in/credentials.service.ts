import { Injectable } from '@nestjs/common';
import { Transactor, type Tx } from '../../database/transactor.js';
import { Refusal } from '../../http/refusal.js';
import { securityEvent } from '../../http/security-log.js';
import { CodesService } from '../codes/codes.service.js';
import type { SignedIn } from '../session-reader.js';
import { PasswordHasher } from './password-hasher.js';
import { accountKeyOf, SignInThrottle } from './throttle.service.js';

interface AccountRow {
  id: string;
  password_hash: string | null;
  codes: boolean;
}

const BY_NAME_SQL = `select a.id, a.password_hash, exists (select 1 from totp t where t.account_id = a.id and t.confirmed_at is not null) as codes
  from account a where lower(a.username) = lower($1) and not a.disabled`;

/** Checks passwords and codes; counts what fails. */
@Injectable()
export class Credentials {
  constructor(
    private readonly transactor: Transactor,
    private readonly hasher: PasswordHasher,
    private readonly codes: CodesService,
    private readonly throttle: SignInThrottle,
  ) {}

  /** Whose password this is. Same answer and same work for an unknown account and a wrong password. */
  async checkPassword(username: string, password: string, address: string): Promise<{ accountId: string; codes: boolean }> {
    const name = username.normalize('NFC').trim();
    const key = accountKeyOf(name);
    await this.throttle.admit(key, address);
    const [account] = await this.transactor.query<AccountRow>(BY_NAME_SQL, [name]);
    const matched = await this.hasher.matches(password, account?.password_hash ?? null);
    if (account && matched) return { accountId: account.id, codes: account.codes };
    securityEvent('signIn.failed', { way: 'password', accountId: account?.id ?? 'unknown' });
    await this.throttle.failed(key, account?.id ?? null);
    throw new Refusal('wrongCredentials');
  }

  /** A code of the app, or a recovery code; refuses a wrong one and counts it like a wrong password. */
  async checkCode(accountId: string, typed: string, allowed: 'app' | 'any'): Promise<'code' | 'recoveryCode'> {
    const method = await this.transactor.run(async (tx) => {
      if (await this.codes.useAppCode(tx, accountId, typed)) return 'code' as const;
      return allowed === 'any' && (await this.codes.useRecoveryCode(tx, accountId, typed)) ? ('recoveryCode' as const) : null;
    });
    if (method !== null) return method;
    securityEvent('signIn.failed', { way: 'code', accountId });
    await this.throttle.failed(await this.keyOf(accountId), accountId);
    throw new Refusal('codeWrong');
  }

  /** The signed-in person once more: password, and the app's code where there are codes. */
  async checkAgain(actor: SignedIn, given: { password: string; code: string | undefined }, address: string): Promise<'password' | 'code'> {
    const [account] = await this.transactor.query<{ username: string }>('select username from account where id = $1', [actor.accountId]);
    const { accountId, codes } = await this.checkPassword(account?.username ?? '', given.password, address);
    if (!codes) return 'password';
    await this.checkCode(accountId, given.code ?? '', 'app');
    return 'code';
  }

  /** One's own password before it is changed. */
  async checkCurrent(actor: SignedIn, { password, hash }: { password: string; hash: string }, address: string): Promise<void> {
    const key = await this.keyOf(actor.accountId);
    await this.throttle.admit(key, address);
    if (await this.hasher.matches(password, hash)) return;
    securityEvent('signIn.failed', { way: 'password', accountId: actor.accountId });
    await this.throttle.failed(key, actor.accountId);
    throw new Refusal('currentPasswordWrong');
  }

  /** Everything was right: earlier failures are forgotten. */
  async succeed(tx: Tx, accountId: string): Promise<void> {
    await this.throttle.forget(tx, await this.keyOf(accountId));
  }

  async keyOf(accountId: string): Promise<string> {
    const [account] = await this.transactor.query<{ username: string }>('select username from account where id = $1', [accountId]);
    return accountKeyOf(account?.username ?? '');
  }
}
