import type { FastifyReply, FastifyRequest } from 'fastify';

const PLAIN_NAME = 'ecabinet';
const SECURE_NAME = '__Host-ecabinet';
const TWELVE_HOURS_S = 12 * 60 * 60;

/** The session secret a browser sent, or null. Over https only the `__Host-` cookie counts. */
export function sessionToken(cookieHeader: string | undefined, secure: boolean): string | null {
  const wanted = `${secure ? SECURE_NAME : PLAIN_NAME}=`;
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
