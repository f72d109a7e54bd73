import { Injectable } from '@nestjs/common';
import { Transactor, type Tx } from '../../database/transactor.js';
import { Refusal, found } from '../../http/refusal.js';
import { accountRoom } from '../../journal/audiences.js';
import { Journal } from '../../journal/journal.js';
import { AccountSessions } from '../devices/account-sessions.service.js';
import { demandFresh } from '../devices/fresh.js';
import type { SignedIn } from '../session-reader.js';
import { hashToken } from '../tokens.js';
import { Credentials } from './credentials.service.js';
import { PasswordPolicy } from './password-policy.js';
import { SetupLinksService } from './setup-links.service.js';

/** Choosing a password: by a one-time link, or one's own anew. */
@Injectable()
export class PasswordsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly policy: PasswordPolicy,
    private readonly credentials: Credentials,
    private readonly links: SetupLinksService,
    private readonly sessions: AccountSessions,
    private readonly journal: Journal,
  ) {}

  /** A one-time link is used up; every session of the account ends. */
  async setByLink(token: string, password: string): Promise<void> {
    const invited = await this.links.read(token);
    const passwordHash = await this.policy.hash(password, invited.username);
    await this.transactor.run(async (tx) => {
      const accountId = await this.links.use(tx, hashToken(token));
      await this.keep(tx, accountId, passwordHash);
      await this.credentials.succeed(tx, accountId);
    });
  }

  /** One's own password: who has one must know it, who has none must have signed in just now. Other sessions end. */
  async change(actor: SignedIn, { current, password }: { current: string | undefined; password: string }, address: string): Promise<void> {
    if (actor.restricted === 'confirm') throw new Refusal('confirmFirst');
    const [row] = await this.transactor.query<{ username: string; password_hash: string | null }>('select username, password_hash from account where id = $1', [actor.accountId]);
    const account = found(row);
    if (account.password_hash !== null) await this.credentials.checkCurrent(actor, { password: current ?? '', hash: account.password_hash }, address);
    const passwordHash = await this.policy.hash(password, account.username);
    await this.transactor.run(async (tx) => {
      if (account.password_hash === null) await demandFresh(tx, actor);
      await this.keep(tx, actor.accountId, passwordHash);
      await this.sessions.endOthers(tx, actor, false);
    });
  }

  private async keep(tx: Tx, accountId: string, passwordHash: string): Promise<void> {
    await tx.query('update account set password_hash = $2 where id = $1', [accountId, passwordHash]);
    await this.journal.append(tx, { type: 'identity.passwordSet', actorId: accountId, bodyId: null, audiences: [accountRoom(accountId)], ids: { accountId } });
  }
}
