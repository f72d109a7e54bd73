import { io, type Socket } from 'socket.io-client';
import type { components } from '../../client/src/api/schema.js';
import type { ChangedMessage, PageMessage } from '../../src/contract/live-events.js';
import type { Cabinet } from './cabinet.js';

export type Schema = components['schemas'];

/** An answer of the server: status and body. */
export interface Answer<Body> {
  status: number;
  body: Body;
}

/** What every refusal looks like. */
export interface Refused {
  code: string;
  params: Record<string, unknown>;
  requestId: string;
}

/** A signed-in person who talks to the server as a browser would. */
export class Person {
  /** Shared pages it was told of. */
  readonly pages: PageMessage[] = [];
  private socket: Socket | null = null;
  readonly heard: ChangedMessage[] = [];

  private constructor(
    readonly cabinet: Pick<Cabinet, 'url'>,
    readonly cookie: string,
    readonly me: Schema['MeDto'],
  ) {}

  static async signIn(cabinet: Pick<Cabinet, 'url'>, username: string): Promise<Person> {
    const response = await fetch(`${cabinet.url}/api/auth/demo-sign-in`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username }) });
    if (!response.ok) throw new Error(`${username} cannot sign in: ${response.status} ${await response.text()}`);
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
    return new Person(cabinet, cookie, (await response.json()) as Schema['MeDto']);
  }

  /** Somebody who is signed in already; only their cookie is known. */
  static known(cabinet: Pick<Cabinet, 'url'>, cookie: string): Person {
    const nobody: Schema['MeDto'] = { id: '', username: '', name: '', nameEn: null, language: 'vi', theme: 'auto', demo: true, mustEnrol: false, mustConfirm: false, bodies: [], can: { administer: false, read: false, visit: false, readJournal: false, submit: false, clear: false } };
    return new Person(cabinet, cookie, nobody);
  }

  get bodyId(): string {
    return this.me.bodies[0]?.id ?? '';
  }

  get memberId(): string {
    return this.me.bodies[0]?.memberId ?? '';
  }

  async ask<Body>(method: string, path: string, body?: unknown): Promise<Answer<Body>> {
    const headers = { cookie: this.cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    const response = await fetch(`${this.cabinet.url}/api${path}`, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
    const text = await response.text();
    return { status: response.status, body: (text === '' || response.headers.get('content-type')?.startsWith('image/') ? null : JSON.parse(text)) as Body };
  }

  async get<Body>(path: string): Promise<Body> {
    const { status, body } = await this.ask<Body>('GET', path);
    if (status !== 200) throw new Error(`GET ${path}: ${status} ${JSON.stringify(body)}`);
    return body;
  }

  /** A command that must succeed. */
  async do<Body>(method: string, path: string, body?: unknown): Promise<Body> {
    const answer = await this.ask<Body>(method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** A command that must be refused: its status and code, e.g. "409 alreadyVoted". */
  async refused(method: string, path: string, body?: unknown): Promise<string> {
    const answer = await this.ask<Refused | null>(method, path, body);
    return `${answer.status} ${answer.body?.code ?? ''}`;
  }

  /** Opens a socket and keeps what it is told. */
  async listen(origin?: string): Promise<void> {
    const socket = io(this.cabinet.url, { path: '/socket', transports: ['websocket'], extraHeaders: { cookie: this.cookie, ...(origin ? { origin } : {}) }, reconnectionDelay: 100, reconnectionDelayMax: 300, forceNew: true });
    this.socket = socket;
    socket.on('changed', (message: ChangedMessage) => this.heard.push(message));
    socket.on('page', (message: PageMessage) => this.pages.push(message));
    await new Promise<void>((done, fail) => {
      socket.once('connect', done);
      socket.once('connect_error', fail);
    });
  }

  get connected(): boolean {
    return this.socket?.connected ?? false;
  }

  hangUp(): void {
    this.socket?.disconnect();
  }

  /** Types of all news heard so far. */
  get news(): string[] {
    return this.heard.flatMap((message) => message.changes.map((change) => change.type));
  }
}
