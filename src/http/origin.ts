import type { IncomingMessage } from 'node:http';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Exact origins that are allowed; empty: only the host that was asked. */
export function originsOf(setting: string | undefined): string[] {
  return (setting ?? '').split(',').map((origin) => origin.trim().replace(/\/$/, '')).filter((origin) => origin !== '');
}

/** Whether a browser's page of this origin may talk to this host. */
export function isOwnOrigin(origin: string, host: string | undefined, allowed: string[]): boolean {
  if (allowed.length > 0) return allowed.includes(origin);
  return origin === `http://${host ?? ''}` || origin === `https://${host ?? ''}`;
}

/**
 * Whether a request that changes something comes from our own page: `Sec-Fetch-Site` and `Origin` must not name another one.
 * Programs that are no browsers send neither and hold no one else's cookie.
 */
export function mayChange(request: IncomingMessage, allowed: string[]): boolean {
  if (SAFE.has(request.method ?? 'GET')) return true;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const origin = request.headers.origin;
  return origin === undefined || isOwnOrigin(origin, request.headers.host, allowed);
}

/** Whether the body, if there is one, is of a kind that a plain form of another page cannot send unasked. */
export function isKnownContent(request: IncomingMessage): boolean {
  if (SAFE.has(request.method ?? 'GET')) return true;
  const hasBody = request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
  return !hasBody || /^(application\/json|multipart\/form-data)\b/i.test(request.headers['content-type'] ?? '');
}

/** Whether a request came by https: told by the last proxy in front, where there is one. (Fastify's `request.protocol`, for what passes it by.) */
export function cameByHttps({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>, proxies: number): boolean {
  const told = [headers['x-forwarded-proto']].flat().join(',').split(',').at(-1)?.trim();
  return proxies > 0 && told ? told === 'https' : 'encrypted' in socket && socket.encrypted === true;
}

/** The address a request came from, as far as the proxies in front are believed. (Fastify's `request.ip`, likewise.) */
export function addressOf({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>, proxies: number): string {
  const passed = [headers['x-forwarded-for']].flat().join(',').split(',').map((part) => part.trim()).filter((part) => part !== '');
  return [socket.remoteAddress ?? '', ...passed.reverse()].slice(0, proxies + 1).at(-1) ?? '';
}

/** Where a browser talks to us: its origin, and the host name passkeys are bound to. */
export interface Site {
  origin: string;
  /** Relying party id of WebAuthn: the host name without port. */
  rpId: string;
}

/**
 * The site a request was made on. A browser names it in `Origin`, which the door has compared with the allowed ones; what names
 * none (the way back from a provider) is judged by the host that was asked.
 */
export function siteOf(request: { headers: IncomingMessage['headers']; protocol: string }, allowed: string[]): Site {
  const { origin: named, host } = request.headers;
  const asked = `${request.protocol}://${host ?? 'localhost'}`;
  const own = named !== undefined && named !== 'null' && isOwnOrigin(named, host, allowed) ? named : null;
  const origin = own ?? (allowed.length === 0 || allowed.includes(asked) ? asked : (allowed[0] ?? asked));
  return { origin, rpId: new URL(origin).hostname };
}
