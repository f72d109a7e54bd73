import { Injectable } from '@nestjs/common';
import { Transactor, type Tx, isDuplicate } from '../database/transactor.js';
import { Refusal, found } from '../http/refusal.js';
import { accountRoom, administrators } from '../journal/audiences.js';
import { Journal } from '../journal/journal.js';
import { Account, AccountSession, RoleAssignment } from './account.entity.js';
import type { AccountDto, AccountRoleDto, CreateAccountDto, EditAccountDto, NewAccountDto } from './identity.dto.js';
import type { SignedIn } from './session-reader.js';
import { SessionRevocations } from './session-revocations.js';
import { SignInService } from './sign-in.service.js';

type HeldRole = Pick<RoleAssignment, 'accountId' | 'bodyId' | 'role'>;

/** Assigned roles, and those that follow from a seat held today; of one account ($1) or all. */
const HELD_SQL = `select account_id as "accountId", body_id as "bodyId", unnest(roles) as role from account_right where $1::uuid is null or account_id = $1`;

/** Accounts and assigned roles: for administrators, who choose nobody's password. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly journal: Journal,
    private readonly signIns: SignInService,
    private readonly revocations: SessionRevocations,
  ) {}

  async list(actor: SignedIn): Promise<AccountDto[]> {
    return this.transactor.run(async (tx) => {
      const accounts = await tx.manager.find(Account, { order: { name: 'ASC' } });
      const roles = await tx.query<HeldRole>(HELD_SQL, [null]);
      return accounts.map((account) => toAccountDto(account, roles, actor));
    });
  }

  async create(actor: SignedIn, dto: CreateAccountDto): Promise<NewAccountDto> {
    try {
      return await this.transactor.run(async (tx) => {
        const username = dto.username.normalize('NFC').toLowerCase();
        const account = await tx.manager.save(Account, {
          username, name: dto.name.normalize('NFC'), nameEn: dto.nameEn ?? null, passwordHash: null, administrator: dto.administrator ?? false,
        });
        await this.setRoles(tx, account.id, dto.roles);
        const setupLink = await this.signIns.newSetupLink(tx, account.id);
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
      const { name, nameEn, disabled } = dto;
      await tx.manager.save(Account, { id, name: name ?? account.name, nameEn: nameEn ?? account.nameEn, disabled: disabled ?? account.disabled });
      if (dto.roles) await this.setRoles(tx, id, dto.roles);
      if (disabled) await tx.manager.delete(AccountSession, { accountId: id });
      await this.tell(tx, actor, id);
      if (disabled || dto.roles) tx.afterCommit(() => this.revocations.revokeAccount(id));
      return this.read(tx, id, actor);
    });
  }

  async newSetupLink(actor: SignedIn, id: string): Promise<string> {
    return this.transactor.run(async (tx) => {
      found(await tx.manager.findOneBy(Account, { id }));
      await this.tell(tx, actor, id);
      return this.signIns.newSetupLink(tx, id);
    });
  }

  private async setRoles(tx: Tx, accountId: string, roles: AccountRoleDto[]): Promise<void> {
    const bodies = [...new Set(roles.map((role) => role.bodyId))];
    const known = await tx.query<{ id: string }>('select id from body where id = any($1)', [bodies]);
    if (known.length !== bodies.length) throw new Refusal('notFound');
    await tx.manager.delete(RoleAssignment, { accountId });
    const unique = new Map(roles.map((role) => [`${role.bodyId} ${role.role}`, role]));
    await tx.manager.insert(RoleAssignment, [...unique.values()].map(({ bodyId, role }) => ({ accountId, bodyId, role })));
  }

  private async read(tx: Tx, id: string, actor: SignedIn): Promise<AccountDto> {
    const account = found(await tx.manager.findOneBy(Account, { id }));
    return toAccountDto(account, await tx.query<HeldRole>(HELD_SQL, [id]), actor);
  }

  private tell(tx: Tx, actor: SignedIn, accountId: string): Promise<void> {
    const audiences = [administrators, accountRoom(accountId)];
    return this.journal.append(tx, { type: 'identity.changed', actorId: actor.accountId, bodyId: null, audiences, ids: { accountId } });
  }
}

function toAccountDto(account: Account, roles: HeldRole[], actor: SignedIn): AccountDto {
  const { id, username, name, nameEn, administrator, disabled } = account;
  const own = roles.filter((role) => role.accountId === id).map(({ bodyId, role }) => ({ bodyId, role }));
  return { id, username, name, nameEn, administrator, disabled, ready: account.passwordHash !== null, roles: own, can: { edit: id !== actor.accountId } };
}
