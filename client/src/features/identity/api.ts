import { queryOptions } from '@tanstack/react-query';
import type { AuthOptions, BegunCodes, Invited, Language, Me, MySecurity, SignInAnswer, Theme } from '../../api/contract';
import { http } from '../../api/http';
import { meKey } from '../../api/query-client';
import type { NewsTable } from '../../realtime/news';
import { finishLeaving } from '../../api/leaving';
import { answerPasskey, createPasskey, type PasskeyOptions } from '../../api/passkey';

const securityKey = ['my-security'] as const;

async function whoAmI(signal: AbortSignal): Promise<Me> {
  await finishLeaving();
  return http.get<Me>('/me', signal);
}

export const meQuery = queryOptions({ queryKey: meKey, queryFn: ({ signal }) => whoAmI(signal), staleTime: Infinity });
export const authOptionsQuery = queryOptions({ queryKey: ['auth-options'], queryFn: ({ signal }) => http.get<AuthOptions>('/auth/options', signal) });
export const securityQuery = queryOptions({ queryKey: securityKey, queryFn: ({ signal }) => http.get<MySecurity>('/me/security', signal), staleTime: 0 });
export const invitedQuery = (token: string) => queryOptions({ queryKey: ['invited', token], queryFn: () => http.post<Invited>('/auth/link', { token }), retry: false });

export const signIn = (entry: { username: string; password: string }) => http.post<SignInAnswer>('/auth/sign-in', entry);
export const sendCode = (code: string) => http.post<Me>('/auth/code', { code });
export const demoSignIn = (username: string) => http.post<Me>('/auth/demo-sign-in', { username });
export const setPassword = (entry: { token: string; password: string }) => http.post<undefined>('/auth/set-password', entry);
export const changeMe = (change: { language?: Language; theme?: Theme }) => http.patch<Me>('/me', change);

export async function signInByPasskey(): Promise<Me> {
  const { options } = await http.post<PasskeyOptions>('/auth/passkey-options');
  return http.post<Me>('/auth/passkey', { assertion: await answerPasskey(options) });
}

export async function enrolByLink(entry: { token: string; name: string }): Promise<Me> {
  const { options } = await http.post<PasskeyOptions>('/auth/link/passkey-options', { token: entry.token });
  return http.post<Me>('/auth/link/passkey', { ...entry, credential: await createPasskey(options) });
}

/** Goes to the provider; it brings the person back. */
export async function goToProvider(entry: { token?: string; isLinking?: boolean }): Promise<void> {
  const { isLinking, ...body } = entry;
  const { url } = await http.post<{ url: string }>(isLinking === true ? '/me/security/oidc' : '/auth/oidc/start', body);
  window.location.assign(url);
}

export const confirmByPassword = (entry: { password: string; code?: string }) => http.post<Me>('/auth/again', entry);

export async function confirmByPasskey(): Promise<Me> {
  const { options } = await http.post<PasskeyOptions>('/auth/again/passkey-options');
  return http.post<Me>('/auth/again/passkey', { assertion: await answerPasskey(options) });
}

export async function addPasskey(name: string): Promise<MySecurity> {
  const { options } = await http.post<PasskeyOptions>('/me/security/passkey-options');
  return http.post<MySecurity>('/me/security/passkeys', { name, credential: await createPasskey(options) });
}

export const renamePasskey = ({ id, name }: { id: string; name: string }) => http.patch<MySecurity>(`/me/security/passkeys/${id}`, { name });
export const removePasskey = (id: string) => http.delete<MySecurity>(`/me/security/passkeys/${id}`);
export const beginCodes = () => http.post<BegunCodes>('/me/security/codes');
export const confirmCodes = async (code: string) => (await http.post<{ recoveryCodes: string[] }>('/me/security/codes/confirm', { code })).recoveryCodes;
export const removeCodes = () => http.delete<MySecurity>('/me/security/codes');
export const renewRecoveryCodes = async () => (await http.post<{ recoveryCodes: string[] }>('/me/security/recovery-codes')).recoveryCodes;
export const changePassword = (entry: { current?: string; password: string }) => http.put<undefined>('/me/security/password', entry);
export const unlinkProvider = () => http.delete<MySecurity>('/me/security/oidc');
export const renameSession = ({ id, name }: { id: string; name: string }) => http.patch<MySecurity>(`/me/sessions/${id}`, { name });
export const endSession = (id: string) => http.delete(`/me/sessions/${id}`);
export const endSessions = (which: 'end-others' | 'end-all') => http.post<undefined>(`/me/sessions/${which}`);

export const identityNews: NewsTable = { identity: () => [meKey, securityKey], body: () => [meKey] };
