import { Injectable } from '@nestjs/common';
import { Transactor } from '../../database/transactor.js';
import type { Site } from '../../http/origin.js';
import { Refusal } from '../../http/refusal.js';
import { AccountSessions } from '../devices/account-sessions.service.js';
import { PasskeyCeremonies } from '../passkeys/passkey-ceremonies.service.js';
import type { AssertionDto } from '../passkeys/passkeys.dto.js';
import type { SignedIn } from '../session-reader.js';
import { Credentials } from './credentials.service.js';

/** Step-up of a session: the person shows again who they are, and the session goes on under a new secret. */
@Injectable()
export class SignInAgainService {
  constructor(
    private readonly transactor: Transactor,
    private readonly credentials: Credentials,
    private readonly ceremonies: PasskeyCeremonies,
    private readonly sessions: AccountSessions,
  ) {}

  async byPassword(actor: SignedIn, given: { password: string; code: string | undefined }, address: string): Promise<string> {
    const method = await this.credentials.checkAgain(actor, given, address);
    return this.transactor.run(async (tx) => {
      await this.credentials.succeed(tx, actor.accountId);
      return this.sessions.renew(tx, actor, method);
    });
  }

  passkeyOptions(actor: SignedIn, site: Site): Promise<object> {
    return this.ceremonies.askOptions({ purpose: 'stepUp', holder: `session:${actor.sessionId}`, site }, actor.accountId);
  }

  async byPasskey(actor: SignedIn, assertion: AssertionDto, site: Site): Promise<string> {
    const { accountId } = await this.ceremonies.assert({ purpose: 'stepUp', holder: `session:${actor.sessionId}`, site }, assertion);
    if (accountId !== actor.accountId) throw new Refusal('passkeyRefused');
    return this.transactor.run((tx) => this.sessions.renew(tx, actor, 'passkey'));
  }
}
