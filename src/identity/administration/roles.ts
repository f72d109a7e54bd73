import type { Tx } from '../../database/transactor.js';
import { Refusal } from '../../http/refusal.js';
import { RoleAssignment } from '../account.entity.js';
import type { AccountRoleDto } from './accounts.dto.js';

/** Gives an account exactly these roles; those that follow from a seat are not among them. */
export async function setRoles(tx: Tx, accountId: string, roles: AccountRoleDto[]): Promise<void> {
  if (roles.some(({ role, organisation }) => role === 'sponsor' && !organisation?.trim())) throw new Refusal('organisationMissing');
  const bodies = [...new Set(roles.map((role) => role.bodyId))];
  const known = await tx.query<{ id: string }>('select id from body where id = any($1)', [bodies]);
  if (known.length !== bodies.length) throw new Refusal('notFound');
  await tx.manager.delete(RoleAssignment, { accountId });
  const unique = new Map(roles.map((role) => [`${role.bodyId} ${role.role}`, role]));
  await tx.manager.insert(RoleAssignment, [...unique.values()].map(({ bodyId, role, organisation }) => ({ accountId, bodyId, role, organisation: role === 'sponsor' ? (organisation?.normalize('NFC').trim() ?? null) : null })));
}
