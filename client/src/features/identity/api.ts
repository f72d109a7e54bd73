import { queryOptions } from '@tanstack/react-query';
import type { AuthOptions, Language, Me, Theme } from '../../api/contract';
import { http } from '../../api/http';
import { meKey } from '../../api/query-client';
import type { NewsTable } from '../../realtime/news';

export const meQuery = queryOptions({ queryKey: meKey, queryFn: ({ signal }) => http.get<Me>('/me', signal), staleTime: Infinity });
export const authOptionsQuery = queryOptions({ queryKey: ['auth-options'], queryFn: ({ signal }) => http.get<AuthOptions>('/auth/options', signal) });

export const signIn = (entry: { username: string; password: string }) => http.post<Me>('/auth/sign-in', entry);
export const demoSignIn = (username: string) => http.post<Me>('/auth/demo-sign-in', { username });
export const signOut = () => http.post<undefined>('/auth/sign-out');
export const setPassword = (entry: { token: string; password: string }) => http.post<undefined>('/auth/set-password', entry);
export const changeMe = (change: { language?: Language; theme?: Theme }) => http.patch<Me>('/me', change);

export const identityNews: NewsTable = { identity: () => [meKey], body: () => [meKey] };
