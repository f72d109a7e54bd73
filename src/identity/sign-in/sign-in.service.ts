import { Injectable } from '@nestjs/common';
import { Environment } from '../../config/environment.js';
import { Transactor } from '../../database/transactor.js';
import type { Site } from '../../http/origin.js';
import { Refusal, found } from '../../http/refusal.js';
import { securityEvent } from '../../http/security-log.js';
import { Account } from '../account.entity.js';
import { AccountSessions, type Client } from '../devices/account-sessions.service.js';
import { PasskeyCeremonies } from '../passkeys/passkey-ceremonies.service.js';
import type { AssertionDto } from '../passkeys/passkeys.dto.js';
import { hashToken, newToken } from '../tokens.js';
import { Credentials } from './credentials.service.js';
import { SignInThrottle } from './throttle.service.js';

const MOST_CODE_TRIES = 5;

/** Signed in with the session's secret, or half-way with the secret under which the code is waited for. */
export type PasswordAnswer = { session: string } | { pending: string };

const PENDING_SQL = `update pending_sign_in p set tries = tries + 1 from account a
  where p.token_hash = $1 and p.expires_at > now() and p.tries < $2 and a.id = p.account_id and not a.disabled returning p.account_id`;

/** Signing in: by passkey, by password and code, by one click in a demo. */
@Injectable()
export class SignInService {
  constructor(
    private readonly transactor: Transactor,
    private readonly credentials: Credentials,
    private readonly throttle: SignInThrottle,
    private readonly sessions: AccountSessions,
    private readonly ceremonies: PasskeyCeremonies,
    private readonly environment: Environment,
  ) {}

  /** The first step; where the account has an app's codes the session begins only with the second. */
  async byPassword(username: string, password: string, client: Client): Promise<PasswordAnswer> {
    const { accountId, codes } = await this.credentials.checkPassword(username, password, client.address);
    return this.transactor.run(async (tx) => {
      if (!codes) {
        await this.credentials.succeed(tx, accountId);
        return { session: await this.sessions.start(tx, { accountId, client, method: 'password' }) };
      }
      const pending = newToken();
      await tx.query('delete from pending_sign_in where expires_at < now()');
      await tx.query(`insert into pending_sign_in (token_hash, account_id, expires_at) values ($1, $2, now() + interval '5 minutes')`, [hashToken(pending), accountId]);
      return { pending };
    });
  }

  /** The second step: the app's code or a recovery code. */
  async byCode(pending: string | null, code: string, client: Client): Promise<string> {
    const [waiting] = pending === null ? [] : await this.transactor.query<{ account_id: string }>(PENDING_SQL, [hashToken(pending), MOST_CODE_TRIES]);
    if (pending === null || !waiting) {
      securityEvent('signIn.failed', { way: 'code', accountId: 'unknown', reason: 'expired' });
      throw new Refusal('signInExpired');
    }
    const accountId = waiting.account_id;
    await this.throttle.admit(await this.credentials.keyOf(accountId), client.address);
    const method = await this.credentials.checkCode(accountId, code, 'any');
    return this.transactor.run(async (tx) => {
      const used = await tx.query('delete from pending_sign_in where token_hash = $1 returning account_id', [hashToken(pending)]);
      if (used.length === 0) throw new Refusal('signInExpired');
      await this.credentials.succeed(tx, accountId);
      return this.sessions.start(tx, { accountId, client, method });
    });
  }

  /** A challenge for any passkey the person's device offers: no name is asked, so none is told. */
  passkeyOptions(site: Site): Promise<object> {
    return this.ceremonies.askOptions({ purpose: 'signIn', holder: '', site });
  }

  async byPasskey(assertion: AssertionDto, site: Site, client: Client): Promise<string> {
    const { accountId } = await this.ceremonies.assert({ purpose: 'signIn', holder: '', site }, assertion);
    return this.transactor.run((tx) => this.sessions.start(tx, { accountId, client, method: 'passkey' }));
  }

  /** One click, in a demo only. */
  async asDemoPerson(username: string, client: Client): Promise<string> {
    if (!this.environment.demo) throw new Refusal('notFound');
    return this.transactor.run(async (tx) => {
      const account = found(await tx.manager.findOneBy(Account, { username, demo: true, disabled: false }));
      return this.sessions.start(tx, { accountId: account.id, client, method: 'demo' });
    });
  }
}
