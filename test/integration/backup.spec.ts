import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { hasPassed, verifyExport } from '../../src/verifier/verify.js';
import { Cabinet, type Place } from '../support/cabinet.js';
import { decide, type Decided } from '../support/decided.js';
import { eventually } from '../support/eventually.js';
import { ABSENT, IN_ROOM } from '../support/june.js';
import type { Schema } from '../support/person.js';

const COMMAND = path.resolve('dist', 'server', 'backup', 'backup.command.js');

/** All that a line, a row or a list of PostgreSQL might stumble over. */
const QUESTION = 'Thông qua phần bổ sung\u2028kèm "Phụ lục" \\ (a,b) \'c\' {d} \t\n\u2029 hết';

interface Ballot {
  member_id: string;
  choice: string;
  receipt: string;
}

/** Runs a command of the console: what it said and how it ended. */
function command(place: Place, ...words: string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [COMMAND, ...words], { env: { PATH: process.env['PATH'], DATABASE_URL: place.url, ECABINET_DATA_DIR: place.folder } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { said += chunk.toString(); });
  return new Promise((done) => child.once('exit', (code) => done({ code, said })));
}

const filesOf = (folder: string): string[] => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));

async function tablesIn({ url }: Place): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`);
  await client.end();
  return rows[0]?.count ?? 0;
}

describe('a backup', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ecabinet-backup-'));
  const [kept, keys] = [path.join(folder, 'backup'), path.join(folder, 'keys')];
  let cabinet: Cabinet;
  let restored: Cabinet;
  let place: Place;
  let done: Decided;
  const acknowledged: string[] = [];
  let ballots: Ballot[] = [];
  let motionId = '';
  let seen: Schema['CheckpointDto'];
  let papers: { id: string; sha256: string }[] = [];

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    done = await decide(cabinet);
    await voteDuringBackup();
    place = await Cabinet.newPlace();
  }, 120_000);
  afterAll(async () => {
    await cabinet.close();
    await restored.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A second vote: ten ballots before the backup, fifteen while it runs, and more of the journal after it. */
  async function voteDuringBackup(): Promise<void> {
    const [secretary, auditor] = [await cabinet.person('thu-ky'), await cabinet.person('kiem-tra')];
    const motion = await secretary.do<Schema['MotionDto']>('POST', `/items/${done.itemId}/motions`, { question: QUESTION });
    motionId = motion.id;
    await secretary.do('POST', `/motions/${motionId}/open`);
    const voters = [...IN_ROOM, ...ABSENT.slice(0, 4)];
    const vote = async (username: string): Promise<string> => (await (await cabinet.person(username)).do<{ receipt: string }>('POST', `/motions/${motionId}/ballots`, { choice: 'agree' })).receipt;
    for (const username of voters.slice(0, 10)) acknowledged.push(await vote(username));
    const [made] = await Promise.all([command({ url: cabinet.databaseUrl, folder: cabinet.folder }, 'backup', kept), (async () => { for (const username of voters.slice(10)) await vote(username); })()]);
    expect(made).toEqual({ code: 0, said: expect.stringContaining('The keys are not in it') });
    expect((await command({ url: cabinet.databaseUrl, folder: cabinet.folder }, 'keys', keys)).code).toBe(0);
    papers = await cabinet.rows('select id, sha256 from paper_version where released_at is not null and body_id = $1 order by id limit 3', [secretary.bodyId]);
    ballots = await cabinet.rows('select member_id, choice, receipt from ballot where motion_id = $1', [motionId]);
    await secretary.do('POST', `/motions/${motionId}/close`);
    await eventually(async () => {
      seen = await auditor.get<Schema['CheckpointDto']>('/log/checkpoint');
      expect(Number(seen.note?.split('\n')[1])).toBeGreaterThan(manifest().log.size);
    });
    await cabinet.end('SIGTERM');
  }

  const manifest = (): { log: { size: number }; tables: { name: string; file: string }[]; papers: { file: string }[] } => JSON.parse(readFileSync(path.join(kept, 'manifest.json'), 'utf8')) as ReturnType<typeof manifest>;

  it('holds no key, and nothing that others may read', () => {
    const secrets = filesOf(path.join(cabinet.folder, 'keys')).map((file) => readFileSync(file, 'utf8').trim()).filter((text) => text !== '');
    expect(secrets.length).toBeGreaterThan(1);
    for (const file of filesOf(kept)) {
      const content = readFileSync(file, 'latin1');
      expect(secrets.filter((secret) => content.includes(secret))).toEqual([]);
      expect(statSync(file).mode & 0o077).toBe(0);
    }
    expect(filesOf(keys).map((file) => statSync(file).mode & 0o777)).toEqual(filesOf(keys).map(() => 0o600));
    expect(filesOf(keys).map((file) => path.basename(file)).sort()).toEqual(filesOf(path.join(cabinet.folder, 'keys')).map((file) => path.basename(file)).sort());
  });

  it('is refused where there is something in its folder', async () => {
    const again = await command({ url: cabinet.databaseUrl, folder: cabinet.folder }, 'backup', kept);
    expect(again).toEqual({ code: 1, said: expect.stringContaining('is not empty') });
  });

  it.each([
    ['a table is not what was written', () => manifest().tables.find(({ name }) => name === 'ballot')?.file ?? ''],
    ['a paper is not what was written', () => manifest().papers[0]?.file ?? ''],
    ['the manifest was changed', () => 'manifest.json'],
  ])('is refused before anything is written where %s', async (_, fileOf) => {
    const copy = path.join(folder, `damaged-${createHash('sha256').update(fileOf()).digest('hex').slice(0, 8)}`);
    cpSync(kept, copy, { recursive: true });
    const file = path.join(copy, fileOf());
    const bytes = readFileSync(file);
    bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1);
    writeFileSync(file, bytes);
    expect(await command(place, 'restore', copy)).toEqual({ code: 1, said: expect.stringContaining('damaged') });
    expect([await tablesIn(place), readdirSync(place.folder)]).toEqual([0, []]);
  });

  it('is refused where it was made by a newer version', async () => {
    const copy = path.join(folder, 'newer');
    cpSync(kept, copy, { recursive: true });
    const text = readFileSync(path.join(copy, 'manifest.json'), 'utf8').replace(/("RowsByRight1790000000011")/, '$1, "FromTheFuture1999999999999"');
    writeFileSync(path.join(copy, 'manifest.json'), text);
    writeFileSync(path.join(copy, 'manifest.sha256'), `${createHash('sha256').update(text).digest('hex')}\n`);
    expect(await command(place, 'restore', copy)).toEqual({ code: 1, said: expect.stringContaining('newer e-Cabinet (FromTheFuture') });
    expect(await tablesIn(place)).toBe(0);
  });

  it('is put back into an empty installation, with the keys from their own place', async () => {
    expect(await command(place, 'restore', kept)).toEqual({ code: 0, said: expect.stringContaining('Everybody signs in again') });
    cpSync(keys, path.join(place.folder, 'keys'), { recursive: true });
    restored = await Cabinet.at(place);
    expect(restored.log).toEqual([]);
    await eventually(async () => expect(await restored.rows(`select 1 from journal_log l join journal_entry e on e.id = l.entry_id where e.type = 'journal.restored'`)).toHaveLength(1));
  });

  it('holds every ballot that was acknowledged before it began, and none that was not cast', async () => {
    const there = await restored.rows<Ballot>('select member_id, choice, receipt from ballot where motion_id = $1', [motionId]);
    expect(there.map(({ receipt }) => receipt)).toEqual(expect.arrayContaining(acknowledged));
    for (const ballot of there) expect(ballots).toContainEqual(ballot);
    const replies = 'select question_id, member_id, choice, text from opinion_answer order by 1, 2';
    expect(await restored.rows(replies)).toEqual(await cabinet.rows(replies));
  });

  it('lets the vote go on: who voted keeps the receipt, who did not may vote, the count is right', async () => {
    const [first] = IN_ROOM;
    const again = await (await restored.person(first ?? '')).do<{ receipt: string }>('POST', `/motions/${motionId}/ballots`, { choice: 'agree' });
    expect(again.receipt).toBe(acknowledged[0]);
    for (const username of IN_ROOM) await (await restored.person(username)).do('POST', `/motions/${motionId}/ballots`, { choice: 'agree' });
    const secretary = await restored.person('thu-ky');
    await secretary.do('POST', `/motions/${motionId}/close`);
    await secretary.do('POST', `/motions/${motionId}/publish`);
    const { result } = await secretary.get<Schema['MotionDto']>(`/motions/${motionId}`);
    expect(result).toMatchObject({ outcome: 'adopted' });
    expect(await restored.rows('select question from motion where id = $1', [motionId])).toEqual([{ question: QUESTION }]);
  });

  it('has papers that open, and are what they were', async () => {
    const secretary = await restored.person('thu-ky');
    expect(papers).toHaveLength(3);
    for (const { id, sha256 } of papers) {
      const response = await fetch(`${restored.url}/api/paper-versions/${id}/file`, { headers: { cookie: secretary.cookie } });
      const bytes = Buffer.from(await response.arrayBuffer());
      expect([response.status, createHash('sha256').update(bytes).digest('hex')]).toEqual([200, sha256]);
    }
  });

  it('tells who saw a later checkpoint that the log was restored', async () => {
    const auditor = await restored.person('kiem-tra');
    const { restorations, vkey, origin } = await auditor.get<Schema['CheckpointDto']>('/log/checkpoint');
    expect({ vkey, origin }).toEqual({ vkey: seen.vkey, origin: seen.origin });
    expect(restorations).toEqual([{ at: expect.any(String), size: manifest().log.size }]);
    expect(restorations[0]?.size).toBeLessThan(Number(seen.note?.split('\n')[1]));
    const { journal } = await auditor.get<{ journal?: unknown }>('/journal?kind=journal&limit=5').then((page) => ({ journal: page }));
    expect(JSON.stringify(journal)).toContain('journal.restored');
  });

  it('has a log that verifies, with the restoration named', async () => {
    const exported = await (await restored.person('kiem-tra')).get('/journal/export');
    const report = verifyExport(JSON.stringify(exported), seen.vkey);
    expect(report.checks.flatMap(({ findings }) => findings.failures)).toEqual([]);
    expect(hasPassed(report)).toBe(true);
    expect(report.checks.flatMap(({ findings }) => findings.warnings.map(({ code }) => code))).toContain('restored');
  });

  it('is not put back a second time', async () => {
    const before = await restored.rows('select count(*) from journal_entry');
    expect(await command(place, 'restore', kept)).toEqual({ code: 1, said: expect.stringContaining('in use') });
    expect(await restored.rows('select count(*) from journal_entry')).toEqual(before);
  });

  it('leaves everybody signed out', async () => {
    const old = await cabinet.person('thu-tuong');
    const response = await fetch(`${restored.url}/api/me`, { headers: { cookie: old.cookie } });
    expect(response.status).toBe(401);
  });
});
