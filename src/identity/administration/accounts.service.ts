import { Injectable } from '@nestjs/common';
import type { EventType } from '../../contract/live-events.js';
import { Transactor, type Tx, isDuplicate } from '../../database/transactor.js';
import { Refusal, found } from '../../http/refusal.js';
import { accountRoom, administrators } from '../../journal/audiences.js';
import { Journal } from '../../journal/journal.js';
import { Account } from '../account.entity.js';
import { AccountSessions } from '../devices/account-sessions.service.js';
import type { SignedIn } from '../session-reader.js';
import { SessionRevocations } from '../session-revocations.js';
import { SetupLinksService } from '../sign-in/setup-links.service.js';
import { accountKeyOf, SignInThrottle } from '../sign-in/throttle.service.js';
import { waysIn } from '../ways-in.js';
import { readAccounts } from './account-rows.js';
import type { AccountDto, CreateAccountDto, EditAccountDto, NewAccountDto } from './accounts.dto.js';
import { countAdministrators } from './administrators.js';
import { setRoles } from './roles.js';

/** Accounts and assigned roles: for administrators, who choose nobody's password. What takes two of them is in `AdminRequestsService`. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly journal: Journal,
    private readonly links: SetupLinksService,
    private readonly sessions: AccountSessions,
    private readonly throttle: SignInThrottle,
    private readonly revocations: SessionRevocations,
  ) {}

  async list(actor: SignedIn): Promise<AccountDto[]> {
    return this.transactor.run((tx) => readAccounts(tx, actor, null));
  }

  async create(actor: SignedIn, dto: CreateAccountDto): Promise<NewAccountDto> {
    try {
      return await this.transactor.run(async (tx) => {
        // A lone administrator may make a second one: nobody is there who could confirm it.
        if (dto.administrator && (await countAdministrators(tx)) > 1) throw new Refusal('secondAdministratorNeeded');
        const username = dto.username.normalize('NFC').toLowerCase();
        const account = await tx.manager.save(Account, {
          username, name: dto.name.normalize('NFC'), nameEn: dto.nameEn ?? null, passwordHash: null, administrator: dto.administrator ?? false,
        });
        await setRoles(tx, account.id, dto.roles);
        const setupLink = await this.links.make(tx, account.id, { kind: 'invitation', actorId: actor.accountId });
        await this.tell(tx, actor, account.id);
        return { ...(await this.read(tx, account.id, actor)), setupLink };
      });
    } catch (error) {
      if (isDuplicate(error)) throw new Refusal('usernameTaken');
      throw error;
    }
  }

  async edit(actor: SignedIn, id: string, dto: EditAccountDto): Promise<AccountDto> {
    return this.transactor.run(async (tx) => {
      const account = found(await tx.manager.findOneBy(Account, { id }));
      if (id === actor.accountId && (dto.roles !== undefined || dto.disabled !== undefined)) throw new Refusal('ownRights');
      // What another administrator may do is decided by two as well: it is asked for.
      if (account.administrator && (dto.disabled !== undefined || dto.roles !== undefined)) throw new Refusal('secondAdministratorNeeded');
      const { name, nameEn, disabled } = dto;
      await tx.manager.save(Account, { id, name: name ?? account.name, nameEn: nameEn ?? account.nameEn, disabled: disabled ?? account.disabled });
      if (dto.roles) await setRoles(tx, id, dto.roles);
      if (disabled) await this.sessions.endAll(tx, id, actor.accountId);
      await this.tell(tx, actor, id);
      if (dto.roles) tx.afterCommit(() => this.revocations.revokeAccount(id));
      return this.read(tx, id, actor);
    });
  }

  /** Direct only for who has never chosen a way to sign in: for anyone else it is a recovery, which takes two. */
  async newSetupLink(actor: SignedIn, id: string): Promise<string> {
    return this.transactor.run(async (tx) => {
      found(await tx.manager.findOneBy(Account, { id }));
      const ways = await waysIn(tx, id);
      if (ways.password || ways.passkeys > 0 || ways.oidc) throw new Refusal('recoveryNeeded');
      await this.tell(tx, actor, id);
      return this.links.make(tx, id, { kind: 'invitation', actorId: actor.accountId });
    });
  }

  async signOut(actor: SignedIn, id: string): Promise<void> {
    await this.transactor.run(async (tx) => {
      found(await tx.manager.findOneBy(Account, { id }));
      await this.sessions.endAll(tx, id, actor.accountId);
    });
  }

  async liftPause(actor: SignedIn, id: string): Promise<AccountDto> {
    return this.transactor.run(async (tx) => {
      const account = found(await tx.manager.findOneBy(Account, { id }));
      await this.throttle.forget(tx, accountKeyOf(account.username));
      await this.tell(tx, actor, id, 'identity.pauseLifted');
      return this.read(tx, id, actor);
    });
  }

  private async read(tx: Tx, id: string, actor: SignedIn): Promise<AccountDto> {
    return found((await readAccounts(tx, actor, id))[0]);
  }

  private tell(tx: Tx, actor: SignedIn, accountId: string, type: EventType = 'identity.changed'): Promise<void> {
    const audiences = [administrators, accountRoom(accountId)];
    return this.journal.append(tx, { type, actorId: actor.accountId, bodyId: null, audiences, ids: { accountId } });
  }
}
