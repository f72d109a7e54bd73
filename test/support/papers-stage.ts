import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { buildDataSource } from '../../src/database/data-source.js';
import { ENTITIES } from '../../src/entities.js';
import { hashToken, newToken } from '../../src/identity/tokens.js';

/** A body with a chair, two members and a secretariat, a stranger from another body, and one session with one item. */
export interface PapersStage {
  url: string;
  databaseUrl: string;
  /** Data folder: papers and their key. */
  folder: string;
  /** What the server wrote to its log. */
  log: string[];
  dataSource: DataSource;
  cookies: Record<'chair' | 'member' | 'secretariat' | 'stranger' | 'administrator', string>;
  sessionId: string;
  itemId: string;
  /** Stops the server, lets `whileStopped` happen, and starts it at the same address. */
  restart(changed: Record<string, string>, whileStopped?: () => Promise<void> | void): Promise<void>;
  close(): Promise<void>;
}

/**
 * Clones the template of `bin/test.mjs` and starts the built server on it: a process of its own, as in life.
 *
 * @param mostMb largest paper
 * @param settings environment variables besides the usual
 */
export async function openPapersStage(mostMb = 5, settings: Record<string, string> = {}): Promise<PapersStage> {
  const server = process.env['TEST_DATABASE_URL'];
  const template = process.env['TEST_TEMPLATE'];
  if (!server || !template) throw new Error('Run the integration tests by "npm run test:integration".');
  const name = `papers_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(server, `create database ${name} template ${template}`);
  const folder = mkdtempSync(join(tmpdir(), 'ecabinet-papers-'));
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  const dataSource = buildDataSource(url, ENTITIES, { poolSize: 4 });
  await dataSource.initialize();
  const scene = await fill(dataSource);
  const environment = { DATABASE_URL: url, ECABINET_DATA_DIR: folder, ECABINET_DEMO: 'false', LOG_LEVEL: 'error', ECABINET_MAX_PAPER_MB: String(mostMb), ECABINET_POOL: '6', PORT: '0', ...settings };
  let running = await startServer(environment);
  const restart = async (changed: Record<string, string>, whileStopped: () => Promise<void> | void = () => undefined): Promise<void> => {
    await running.stop();
    await whileStopped();
    running = await startServer({ ...environment, ...changed, PORT: new URL(running.url).port });
  };
  const close = async (): Promise<void> => {
    await running.stop();
    await dataSource.destroy();
    await asAdmin(server, `drop database if exists ${name} with (force)`);
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: `${running.url}/api`, databaseUrl: url, folder, log: running.log, dataSource, ...scene, restart, close };
}

const log: string[] = [];

async function startServer(settings: Record<string, string>): Promise<{ url: string; log: string[]; stop: () => Promise<void> }> {
  const main = resolve(import.meta.dirname, '..', '..', 'dist', 'server', 'main.js');
  const child = spawn(process.execPath, [main], { env: { PATH: process.env['PATH'], ...settings }, stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  const url = await new Promise<string>((done, fail) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /runs at (http\S+)/.exec(line)?.[1];
      if (line.startsWith('{')) log.push(line);
      if (found) done(found);
    });
    void gone.then(() => fail(new Error('The server ended while starting.')));
  });
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await gone;
  };
  return { url, log, stop };
}

async function asAdmin(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

async function fill(dataSource: DataSource): Promise<Pick<PapersStage, 'cookies' | 'sessionId' | 'itemId'>> {
  const one = async (sql: string, values: unknown[] = []): Promise<string> => ((await dataSource.query(`${sql} returning id`, values)) as { id: string }[])[0]?.id ?? '';
  const [rule] = (await dataSource.query(`select id from rule_set where key = 'government-138-2016'`)) as { id: string }[];
  const body = (short: string): Promise<string> => one(`insert into body (name, name_en, short_name, kind, rule_set_id) values ($1, $1, $1, 'government', $2)`, [short, rule?.id]);
  const [bodyId, otherId] = [await body('CP'), await body('UBND')];
  const cookies = { chair: '', member: '', secretariat: '', stranger: '', administrator: '' };
  let number = 0;
  for (const who of ['chair', 'member', 'secretariat', 'stranger', 'administrator'] as const) {
    const accountId = await one(`insert into account (username, name, administrator) values ($1, $1, $2)`, [who, who === 'administrator']);
    if (who === 'secretariat') await one(`insert into role_assignment (account_id, body_id, role) values ($1, $2, 'secretariat')`, [accountId, bodyId]);
    if (who === 'chair' || who === 'member' || who === 'stranger') {
      const home = who === 'stranger' ? otherId : bodyId;
      const seatId = await one(`insert into seat (body_id, number, title, is_chair) values ($1, $2, $3, $4)`, [home, (number += 1), who, who === 'chair']);
      await one(`insert into member (body_id, seat_id, account_id, name, from_date) values ($1, $2, $3, $4, '2016-04-01')`, [home, seatId, accountId, who]);
    }
    const token = newToken();
    await dataSource.query(`insert into account_session (token_hash, account_id, expires_at, user_agent) values ($1, $2, now() + interval '1 hour', 'test')`, [hashToken(token), accountId]);
    cookies[who] = `ecabinet=${token}`;
  }
  const sessionId = await one(`insert into session (body_id, rule_set_id, title, kind, starts_at, ends_at, place) values ($1, $2, 'Phiên họp', 'regular', now() + interval '30 days', now() + interval '30 days 3 hours', 'Hà Nội')`, [bodyId, rule?.id]);
  const itemId = await one(`insert into agenda_item (session_id, body_id, "order", title, kind) values ($1, $2, 0, 'Nghị quyết', 'decision')`, [sessionId, bodyId]);
  return { cookies, sessionId, itemId };
}
