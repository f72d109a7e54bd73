import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { chmodSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { launch, makeCheckout, makeDataFolder, OTHER_UID, removeLibraryLinks, type RunningLauncher } from '../support/embedded-checkout.js';
import { eventually } from '../support/eventually.js';

const asRoot = OTHER_UID === null ? describe.skip : describe;

let checkout: ReturnType<typeof makeCheckout>;
const running: RunningLauncher[] = [];
const folders: string[] = [];

beforeAll(() => {
  checkout = makeCheckout();
});
afterEach(async () => {
  for (const launcher of running.splice(0)) await launcher.stop().catch(() => undefined);
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
afterAll(() => checkout.remove());

function dataFolder(uid: number | null = null): string {
  const folder = makeDataFolder(uid);
  folders.push(folder);
  return folder;
}

async function start(dataDir: string, uid: number | null = null, from = checkout): Promise<RunningLauncher> {
  const launcher = await launch(from, { dataDir, uid });
  running.push(launcher);
  return launcher;
}

async function run(url: string, sql: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    // Several statements in one text give several results.
    const results = [await client.query<{ text: string }>(sql)].flat();
    return results.flatMap((result) => result.rows.map((row) => row.text));
  } finally {
    await client.end().catch(() => undefined);
  }
}

function postmasterOf(dataDir: string): number {
  return Number(readFileSync(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** @throws while the killed one is still the last that wrote its number */
function nextPostmasterOf(dataDir: string, killed: number): number {
  const pid = postmasterOf(dataDir);
  if (pid <= 1 || pid === killed) throw new Error('no other postmaster yet');
  return pid;
}

const MAKE_TABLE = `CREATE TABLE papers (text text); INSERT INTO papers VALUES ('Tờ trình')`;
const READ_TABLE = 'SELECT text FROM papers ORDER BY text COLLATE "C"';

describe('the embedded database', () => {
  it('is made on the first start and keeps its rows and password for the next', async () => {
    const folder = dataFolder();
    const first = await start(folder);
    expect(first.answer).toMatchObject({ firstStart: true, dataDir: folder });
    await run(first.answer.url, MAKE_TABLE);
    await first.stop();
    const second = await start(folder);
    expect(second.answer.firstStart).toBe(false);
    expect(await run(second.answer.url, READ_TABLE)).toEqual(['Tờ trình']);
    expect(statSync(join(folder, 'postgres', 'password')).mode & 0o777).toBe(0o600);
    expect(await run(second.answer.url, `SELECT current_setting('fsync') || ' ' || current_setting('listen_addresses') AS text`)).toEqual(['on 127.0.0.1']);
    await expect(run(second.answer.url.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('takes a relative data folder from the folder Node was started in', async () => {
    const launcher = await start('relative-data');
    folders.push(join(checkout.folder, 'relative-data'));
    expect(launcher.answer.dataDir).toBe(join(checkout.folder, 'relative-data'));
  });

  it('refuses a second start in the same folder and leaves the first alone', async () => {
    const folder = dataFolder();
    const first = await start(folder);
    const second = await launch(checkout, { dataDir: folder });
    expect(second.answer.error).toContain(`in use by the running process ${first.pid}`);
    expect(await run(first.answer.url, `SELECT 'here' AS text`)).toEqual(['here']);
  });

  it('has every acknowledged row after Node was killed, and stops the old server', async () => {
    const folder = dataFolder();
    const first = await start(folder);
    await run(first.answer.url, MAKE_TABLE);
    const oldServer = postmasterOf(folder);
    await first.kill();
    const second = await start(folder);
    expect(await run(second.answer.url, READ_TABLE)).toEqual(['Tờ trình']);
    expect(postmasterOf(folder)).not.toBe(oldServer);
    await eventually(async () => expect(() => process.kill(oldServer, 0)).toThrow());
  });

  it('is stopped by its watchdog when Node was killed and nobody starts again', async () => {
    const folder = dataFolder();
    const first = await start(folder);
    const server = postmasterOf(folder);
    await first.kill();
    await eventually(async () => expect(() => process.kill(server, 0)).toThrow());
  });

  it('comes back on the same address with every acknowledged row after Postgres was killed', async () => {
    const folder = dataFolder();
    const { answer } = await start(folder);
    await run(answer.url, MAKE_TABLE);
    for (const round of ['1', '2']) {
      await run(answer.url, `INSERT INTO papers VALUES ('${round}')`);
      const killed = postmasterOf(folder);
      process.kill(killed, 'SIGKILL');
      await eventually(async () => expect(postmasterOf(folder)).not.toBe(killed));
      await eventually(() => run(answer.url, 'SELECT 1'));
    }
    expect(await run(answer.url, READ_TABLE)).toEqual(['1', '2', 'Tờ trình']);
  });

  it('comes back although it is killed again and again before it takes connections', async () => {
    const folder = dataFolder();
    const { answer } = await start(folder);
    await run(answer.url, MAKE_TABLE);
    let killed = postmasterOf(folder);
    for (let round = 0; round < 4; round++) {
      process.kill(killed, 'SIGKILL');
      // As soon as the next one is there, long before it answers: in the middle of reading its log again.
      killed = await eventually(() => nextPostmasterOf(folder, killed));
    }
    expect(await eventually(() => run(answer.url, READ_TABLE))).toEqual(['Tờ trình']);
  });

  it('starts although the pid file of a crash names a process that is somebody else today', async () => {
    const folder = dataFolder();
    const first = await start(folder);
    const server = postmasterOf(folder);
    await first.kill();
    await eventually(async () => expect(() => process.kill(server, 0)).toThrow());
    writeFileSync(join(folder, 'postgres', 'cluster', 'postmaster.pid'), `${process.pid}\n${folder}\n`);
    const second = await start(folder);
    expect(second.answer.error).toBeUndefined();
  });

  it('restores the libraries that an install without scripts leaves out', async () => {
    removeLibraryLinks(checkout.folder);
    const { answer } = await start(dataFolder());
    expect(answer.error).toBeUndefined();
  });
});

asRoot('the embedded database, between accounts', () => {
  it('runs for an ordinary user, whose node_modules are read-only and lack the links', async () => {
    removeLibraryLinks(checkout.folder);
    const { answer } = await start(dataFolder(OTHER_UID), OTHER_UID);
    expect(answer.error).toBeUndefined();
    expect(answer.lines.join('\n')).toContain('runs from a copy');
  });

  it('runs as an unprivileged account for root', async () => {
    const folder = dataFolder();
    await start(folder);
    expect(statSync(join(folder, 'postgres', 'cluster')).uid).not.toBe(0);
  });

  it('runs for root from a checkout nobody else can enter, with the data outside of it', async () => {
    const closed = makeCheckout();
    chmodSync(closed.folder, 0o700);
    const { answer } = await start('', null, closed);
    folders.push(answer.dataDir, closed.folder);
    expect(answer.error).toBeUndefined();
    expect(answer.lines.join('\n')).toContain('runs from a copy');
    expect(answer.dataDir.startsWith(closed.folder)).toBe(false);
  });

  it('says in one line that a chosen data folder is out of reach', async () => {
    const closed = dataFolder();
    const { answer } = await start(join(closed, 'below'));
    expect(answer.error).toContain('Set ECABINET_DATA_DIR');
  });
});
