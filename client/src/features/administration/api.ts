import { queryOptions } from '@tanstack/react-query';
import type { Account, AccountRole } from '../../api/contract';
import { http } from '../../api/http';
import { accountsKey } from './keys';

export interface AccountFields { name: string; nameEn: string | null; roles: AccountRole[]; administrator: boolean }

export const accountsQuery = queryOptions({ queryKey: accountsKey, queryFn: ({ signal }) => http.get<{ accounts: Account[] }>('/accounts', signal) });

const optional = (nameEn: string | null) => (nameEn === null ? {} : { nameEn });

export const createAccount = ({ username, name, nameEn, roles, administrator }: AccountFields & { username: string }) =>
  http.post<Account & { setupLink: string }>('/accounts', { username, name, ...optional(nameEn), roles, administrator });
export const changeAccount = (accountId: string, { name, nameEn, roles }: AccountFields) => http.patch<Account>(`/accounts/${accountId}`, { name, ...optional(nameEn), roles });
export const disableAccount = (accountId: string, disabled: boolean) => http.patch<Account>(`/accounts/${accountId}`, { disabled });
export const makeSetupLink = (accountId: string) => http.post<{ setupLink: string }>(`/accounts/${accountId}/setup-link`);
