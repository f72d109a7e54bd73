import { Injectable } from '@nestjs/common';
import { Transactor } from '../../database/transactor.js';
import type { Site } from '../../http/origin.js';
import { AccountSessions, type Client } from '../devices/account-sessions.service.js';
import { PasskeyCeremonies } from '../passkeys/passkey-ceremonies.service.js';
import type { NewCredentialDto } from '../passkeys/passkeys.dto.js';
import { PasskeysService } from '../passkeys/passkeys.service.js';
import { hashToken } from '../tokens.js';
import { SetupLinksService } from './setup-links.service.js';

/** Who opens a one-time link may enrol a passkey instead of choosing a password, and is signed in by it. */
@Injectable()
export class InvitationService {
  constructor(
    private readonly transactor: Transactor,
    private readonly links: SetupLinksService,
    private readonly ceremonies: PasskeyCeremonies,
    private readonly passkeys: PasskeysService,
    private readonly sessions: AccountSessions,
  ) {}

  async passkeyOptions(token: string, site: Site): Promise<object> {
    const { accountId, username, name } = await this.links.read(token);
    return this.ceremonies.enrolOptions({ purpose: 'enrol', holder: holderOf(token), site }, { accountId, username, displayName: name });
  }

  async enrolPasskey(token: string, given: { name: string; credential: NewCredentialDto; site: Site }, client: Client): Promise<string> {
    return this.transactor.run(async (tx) => {
      const accountId = await this.links.use(tx, hashToken(token));
      await this.passkeys.keep(tx, { accountId, holder: holderOf(token), site: given.site }, given);
      return this.sessions.start(tx, { accountId, client, method: 'link' });
    });
  }
}

/** Binds a challenge to the link without keeping its secret. */
function holderOf(token: string): string {
  return `link:${hashToken(token).toString('hex')}`;
}
