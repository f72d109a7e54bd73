import { createHash } from 'node:crypto';
import type { Answer, Refused } from './person.js';
import type { Cabinet } from './cabinet.js';
import { Authenticator, type CreateOptions, type GetOptions, type Twist } from './authenticator.js';

const PASSWORD = 'mưa rơi trên mái tranh';

/** Somebody at a browser of their own, signed in or not: keeps cookies as a browser does. */
export class Visitor {
  private readonly jar = new Map<string, string>();
  readonly origin: string;

  /** @param headers sent with every request, as a proxy in front would */
  constructor(readonly cabinet: Pick<Cabinet, 'url'>, private readonly headers: Record<string, string> = {}) {
    // Passkeys belong to a name, not to an address.
    this.origin = cabinet.url.replace('127.0.0.1', 'localhost');
  }

  get cookie(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** The cookies of another browser, stolen. */
  static thief(of: Visitor): Visitor {
    const thief = new Visitor(of.cabinet);
    for (const [name, value] of of.jar) thief.jar.set(name, value);
    return thief;
  }

  async fetch(method: string, address: string, body?: unknown): Promise<Response> {
    const headers = { origin: this.origin, cookie: this.cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...this.headers };
    const response = await fetch(`${this.origin}${address}`, { method, headers, redirect: 'manual', body: body === undefined ? undefined : JSON.stringify(body) });
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
      const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
      if (attributes.includes('Max-Age=0')) this.jar.delete(name);
      else this.jar.set(name, value);
    }
    return response;
  }

  async ask<Body>(method: string, path: string, body?: unknown): Promise<Answer<Body>> {
    const response = await this.fetch(method, `/api${path}`, body);
    const text = await response.text();
    return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as Body };
  }

  async do<Body>(method: string, path: string, body?: unknown): Promise<Body> {
    const answer = await this.ask<Body>(method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** Status and code, e.g. "401 codeWrong"; only the status where it succeeds. */
  async outcome(method: string, path: string, body?: unknown): Promise<string> {
    const { status, body: refused } = await this.ask<Refused | null>(method, path, body);
    return status < 300 ? String(status) : `${status} ${refused?.code ?? ''}`;
  }

  async enter(username: string): Promise<this> {
    await this.do('POST', '/auth/demo-sign-in', { username });
    return this;
  }

  async enrol(key = new Authenticator(this.origin), twist: Twist = {}): Promise<Authenticator> {
    const { options } = await this.do<{ options: CreateOptions }>('POST', '/me/security/passkey-options');
    await this.do('POST', '/me/security/passkeys', { name: 'Khoá bảo mật', credential: key.create(options, twist) });
    return key;
  }

  /** Signs in by a passkey; what the server answers. */
  async enterBy(key: Authenticator, twist: Twist = {}): Promise<string> {
    const { options } = await this.do<{ options: GetOptions }>('POST', '/auth/passkey-options');
    return this.outcome('POST', '/auth/passkey', { assertion: key.get(options, twist) });
  }
}

/** A person of their own with a password, by an invitation's link as any. */
export async function invite(cabinet: Cabinet, username: string): Promise<{ token: string; accountId: string }> {
  const administrator = await new Visitor(cabinet).enter('quan-tri');
  const made = await administrator.do<{ id: string; setupLink: string }>('POST', '/accounts', { username, name: `Người dùng ${username}`, roles: [] });
  return { token: /set-password#token=(\S+)/.exec(made.setupLink)?.[1] ?? '', accountId: made.id };
}

/** The same, with the password `PASSWORD`, signed in. */
export async function inviteWithPassword(cabinet: Cabinet, username: string): Promise<{ visitor: Visitor; accountId: string }> {
  const { token, accountId } = await invite(cabinet, username);
  const visitor = new Visitor(cabinet);
  await visitor.do('POST', '/auth/set-password', { token, password: PASSWORD });
  await visitor.do('POST', '/auth/sign-in', { username, password: PASSWORD });
  return { visitor, accountId };
}

/** Tries to sign in are counted by the minute; a test that signs in often forgets them. */
export async function forgetTries(cabinet: Cabinet): Promise<void> {
  await cabinet.rows('delete from sign_in_try');
}

export const keyOf = (username: string): string => createHash('sha256').update(username).digest('hex');
export { PASSWORD };
