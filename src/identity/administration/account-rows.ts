import type { Tx } from '../../database/transactor.js';
import type { RoleAssignment } from '../account.entity.js';
import type { SignedIn } from '../session-reader.js';
import { accountKeyOf } from '../sign-in/throttle.service.js';
import { HAS_WAY_IN_SQL } from '../ways-in.js';
import type { AccountCanDto, AccountDto } from './accounts.dto.js';

type HeldRole = Pick<RoleAssignment, 'accountId' | 'bodyId' | 'role' | 'organisation'>;

interface AccountRow {
  id: string;
  username: string;
  name: string;
  nameEn: string | null;
  administrator: boolean;
  disabled: boolean;
  ready: boolean;
  sessions: number;
}

/** One account ($1) or all. */
const ACCOUNTS_SQL = `select a.id, a.username, a.name, a.name_en as "nameEn", a.administrator, a.disabled, ${HAS_WAY_IN_SQL} as ready,
    (select count(*)::int from account_session s where s.account_id = a.id and s.expires_at > now() and s.last_seen_at > now() - interval '30 minutes') as sessions
  from account a where $1::uuid is null or a.id = $1 order by a.name`;

/** Assigned roles, and those that follow from a seat held today. */
const HELD_SQL = `select h.account_id as "accountId", h.body_id as "bodyId", h.role, a.organisation
  from (select account_id, body_id, unnest(roles) as role from account_right) h left join role_assignment a on a.account_id = h.account_id and a.body_id = h.body_id and a.role = h.role
  where $1::uuid is null or h.account_id = $1`;

const PAUSED_SQL = 'select account_key as key, locked_until as until from sign_in_lock where locked_until > now()';

/** Accounts as administrators see them. */
export async function readAccounts(tx: Tx, actor: SignedIn, id: string | null): Promise<AccountDto[]> {
  const accounts = await tx.query<AccountRow>(ACCOUNTS_SQL, [id]);
  const roles = await tx.query<HeldRole>(HELD_SQL, [id]);
  const paused = new Map((await tx.query<{ key: string; until: Date }>(PAUSED_SQL)).map(({ key, until }) => [key, until]));
  return accounts.map(({ username, name, nameEn, administrator, disabled, ready, sessions, ...row }) => ({
    id: row.id, username, name, nameEn, administrator, disabled, ready, sessions,
    pausedUntil: paused.get(accountKeyOf(username)) ?? null,
    roles: roles.filter((role) => role.accountId === row.id).map(({ bodyId, role, organisation }) => ({ bodyId, role, organisation })),
    can: canOf({ administrator, disabled, ready }, row.id === actor.accountId),
  }));
}

function canOf({ administrator, disabled, ready }: Pick<AccountRow, 'administrator' | 'disabled' | 'ready'>, isOwn: boolean): AccountCanDto {
  return {
    edit: !isOwn && !administrator,
    disable: !isOwn && !disabled && !administrator,
    enable: !isOwn && disabled && !administrator,
    invite: !ready && !disabled,
    askRecovery: ready && !disabled,
    askGrantAdministrator: !administrator && !disabled,
    askRemoveAdministrator: administrator,
    askDisable: !disabled && (isOwn || administrator),
    askRoles: isOwn || administrator,
  };
}
