import type { FastifyReply, FastifyRequest } from 'fastify';

const PLAIN_NAME = 'ecabinet';
const SECURE_NAME = '__Host-ecabinet';
const TWELVE_HOURS_S = 12 * 60 * 60;

/** The session secret a browser sent, or null. Over https only the `__Host-` cookie counts. */
export function sessionToken(cookieHeader: string | undefined, secure: boolean): string | null {
  return valueOf(cookieHeader, secure ? SECURE_NAME : PLAIN_NAME);
}

function valueOf(cookieHeader: string | undefined, name: string): string | null {
  const wanted = `${name}=`;
  const pair = cookieHeader?.split(';').find((part) => part.trim().startsWith(wanted));
  return pair ? pair.trim().slice(wanted.length) : null;
}

export function isSecure(request: FastifyRequest): boolean {
  return request.protocol === 'https';
}

/** Sets the session cookie: HttpOnly, SameSite=Strict; over https with the `__Host-` name and Secure. */
export function setSessionToken(request: FastifyRequest, reply: FastifyReply, token: string | null): void {
  const secure = isSecure(request);
  const name = secure ? SECURE_NAME : PLAIN_NAME;
  const age = token === null ? 0 : TWELVE_HOURS_S;
  void reply.header('set-cookie', `${name}=${token ?? ''}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`);
}

/**
 * Cookies for a few minutes. `code`: the password was right, the code is awaited. `oidc`: somebody is on the way to the provider
 * and back; it must be SameSite=Lax, since the way back is a navigation that another site begins.
 */
const SHORT = { code: { sameSite: 'Strict', seconds: 300 }, oidc: { sameSite: 'Lax', seconds: 600 } } as const;
type ShortCookie = keyof typeof SHORT;

function shortName(name: ShortCookie, secure: boolean): string {
  return `${secure ? SECURE_NAME : PLAIN_NAME}-${name}`;
}

export function shortToken(request: FastifyRequest, name: ShortCookie): string | null {
  return valueOf(request.headers.cookie, shortName(name, isSecure(request)));
}

/** Sets, or with null ends, a short-lived HttpOnly cookie. */
export function setShortToken(request: FastifyRequest, reply: FastifyReply, { name, token }: { name: ShortCookie; token: string | null }): void {
  const secure = isSecure(request);
  const { sameSite, seconds } = SHORT[name];
  void reply.header('set-cookie', `${shortName(name, secure)}=${token ?? ''}; Path=/; Max-Age=${token === null ? 0 : seconds}; HttpOnly; SameSite=${sameSite}${secure ? '; Secure' : ''}`);
}
