import { queryOptions } from '@tanstack/react-query';
import type { Account, AccountRole, AdminRequest, AdminRequestKind } from '../../api/contract';
import { http } from '../../api/http';
import { accountsKey, adminRequestsKey } from './keys';

export interface AccountFields { name: string; nameEn: string | null; roles: AccountRole[] }

export const accountsQuery = queryOptions({ queryKey: accountsKey, queryFn: ({ signal }) => http.get<{ accounts: Account[] }>('/accounts', signal) });

const optional = (nameEn: string | null) => (nameEn === null ? {} : { nameEn });

export const createAccount = ({ username, name, nameEn, roles }: AccountFields & { username: string }) =>
  http.post<Account & { setupLink: string }>('/accounts', { username, name, ...optional(nameEn), roles });
export const changeAccount = (accountId: string, { name, nameEn, roles }: AccountFields) => http.patch<Account>(`/accounts/${accountId}`, { name, ...optional(nameEn), roles });
export const disableAccount = (accountId: string, disabled: boolean) => http.patch<Account>(`/accounts/${accountId}`, { disabled });
export const makeSetupLink = (accountId: string) => http.post<{ setupLink: string }>(`/accounts/${accountId}/setup-link`);
export const signOutEverywhere = (accountId: string) => http.post<undefined>(`/accounts/${accountId}/sign-out`);
export const liftPause = (accountId: string) => http.post<Account>(`/accounts/${accountId}/lift-pause`);

export interface AskEntry { kind: AdminRequestKind; accountId: string; reason: string; roles?: AccountRole[] }

export const adminRequestsQuery = queryOptions({ queryKey: adminRequestsKey, queryFn: ({ signal }) => http.get<{ requests: AdminRequest[] }>('/admin-requests', signal) });
export const askSecondAdministrator = (entry: AskEntry) => http.post<{ done: boolean }>('/admin-requests', entry);
export const decideRequest = ({ id, decision }: { id: string; decision: 'confirm' | 'refuse' | 'withdraw' }) => http.post<{ setupLink: string | null }>(`/admin-requests/${id}/decision`, { decision });
