import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { eventually } from './eventually.js';
import { Person } from './person.js';

const ROOT = path.resolve(import.meta.dirname, '..', '..');

/** Where a cabinet keeps everything. */
export interface Place {
  url: string;
  folder: string;
}

/** A running cabinet with the demo data, in a process and a database of its own. */
export class Cabinet {
  private child: ChildProcess | null = null;
  private readonly people = new Map<string, Person>();
  /** What the server wrote to its log: warnings and errors. */
  readonly log: string[] = [];
  /** What it wrote to its log about who was turned away. */
  readonly security: Record<string, unknown>[] = [];
  /** What it told the person who started it. */
  readonly said: string[] = [];
  url = '';

  private constructor(
    readonly databaseUrl: string,
    readonly pool: pg.Pool,
    readonly folder: string,
    private readonly settings: Record<string, string>,
  ) {}

  /** @param settings environment variables besides the usual; @param content the demo, or an empty installation */
  static async open(settings: Record<string, string> = {}, content: 'demo' | 'empty' = 'demo'): Promise<Cabinet> {
    const { TEST_DATABASE_URL: server, TEST_DEMO_TEMPLATE: demo, TEST_TEMPLATE: empty, TEST_DEMO_PAPERS: papers } = process.env;
    const template = content === 'demo' ? demo : empty;
    if (!server || !template || !papers) throw new Error('Run these tests by "npm test".');
    const place = await Cabinet.newPlace(`template ${template}`);
    cpSync(papers, place.folder, { recursive: true });
    return Cabinet.at(place, settings);
  }

  /** A database and a data folder without anything in them. */
  static async newPlace(made = ''): Promise<Place> {
    const server = process.env['TEST_DATABASE_URL'] ?? '';
    const name = `cabinet_${randomUUID().replaceAll('-', '')}`;
    await asAdmin(server, `create database ${name} ${made}`);
    return { url: Object.assign(new URL(server), { pathname: `/${name}` }).href, folder: mkdtempSync(path.join(tmpdir(), 'ecabinet-cabinet-')) };
  }

  /** Starts with what is there. */
  static async at({ url, folder }: Place, settings: Record<string, string> = {}): Promise<Cabinet> {
    const pool = new pg.Pool({ connectionString: url, max: 4 });
    pool.on('error', () => undefined);
    const cabinet = new Cabinet(url, pool, folder, { PORT: '0', ...settings });
    await cabinet.start();
    return cabinet;
  }

  async start(): Promise<void> {
    return this.startWith({});
  }

  /** Starts with other settings, this time only. */
  async startWith(settings: Record<string, string>): Promise<void> {
    const main = path.join(ROOT, 'dist', 'server', 'main.js');
    const environment = { PATH: process.env['PATH'], DATABASE_URL: this.databaseUrl, ECABINET_DATA_DIR: this.folder, ECABINET_DEMO: 'true', ECABINET_POOL: '10', LOG_LEVEL: 'warn', ...this.settings, ...settings };
    const child = spawn(process.execPath, [main], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child = child;
    createInterface({ input: child.stderr }).on('line', (line) => this.log.push(line));
    this.url = await new Promise<string>((done, fail) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        const found = /runs at (http\S+)/.exec(line)?.[1];
        if (line.includes('"context":"security"')) this.security.push(JSON.parse(line) as Record<string, unknown>);
        else if (line.startsWith('{')) this.log.push(line);
        else this.said.push(line);
        if (found) done(found);
      });
      // `close`: what it said last has been read too.
      child.once('close', () => fail(new Error(`The server ended while starting: ${this.log.join('\n')}`)));
    });
    // After a restart the server is where it was.
    this.settings['PORT'] = new URL(this.url).port;
  }

  /** Ends the server: SIGKILL as a crash would, SIGTERM as an operator would. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((done) => child.once('exit', () => done()));
    child.kill(signal);
    await gone;
  }

  /** Somebody of the demo, signed in by one click; the same person each time. */
  async person(username: string): Promise<Person> {
    const known = this.people.get(username);
    if (known) return known;
    const person = await Person.signIn(this, username);
    this.people.set(username, person);
    return person;
  }

  async rows<Row extends object>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return (await this.pool.query<Row>(sql, parameters)).rows;
  }

  /** Waits until all that was done is numbered, and notifications are made of it: what is asked for by number from now on is what comes from now on. */
  async settled(): Promise<void> {
    await eventually(async () => {
      const [all] = await this.rows<{ numbered: boolean; read: boolean }>(`select (select max(entry_id) from journal_log) is not distinct from (select max(id) from journal_entry) as numbered, c.seq = h.seq as read from journal_head h, notification_cursor c`);
      if (all?.numbered !== true || !all.read) throw new Error(`numbered: ${all?.numbered}, read: ${all?.read}`);
    });
  }

  /** Signs somebody of the demo in once more, at another device. */
  async again(username: string): Promise<Person> {
    return Person.signIn(this, username);
  }

  async close(): Promise<void> {
    for (const person of this.people.values()) person.hangUp();
    await this.end('SIGTERM');
    await this.pool.end();
    const server = process.env['TEST_DATABASE_URL'] ?? '';
    await asAdmin(server, `drop database if exists ${new URL(this.databaseUrl).pathname.slice(1)} with (force)`);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

async function asAdmin(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}
