import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { sampleOf, sharedVotes } from '../support/votes-sample.js';

const ROOT = resolve(import.meta.dirname, '..', '..');
const FIXTURE = join(ROOT, 'test', 'fixtures', 'votes');
const COMMAND = join(ROOT, 'dist', 'server', 'voting', 'import', 'import-votes.command.js');

interface Ended {
  code: number;
  out: string;
  err: string;
}

/** Keys of its own: what others copy must not change under them. */
const dataFolder = mkdtempSync(join(tmpdir(), 'ecabinet-import-data-'));
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }));

function runImport(folder: string, url: string): Promise<Ended> {
  return new Promise((done) => {
    execFile(process.execPath, [COMMAND, folder], { env: { PATH: process.env['PATH'], DATABASE_URL: url, ECABINET_DATA_DIR: dataFolder } }, (error, out, err) => done({ code: error ? Number(error.code) : 0, out, err }));
  });
}

async function asAdmin<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Row>(sql);
  await client.end();
  return rows;
}

describe('import:votes', () => {
  let url = '';
  let database = '';
  const made: string[] = [];

  beforeEach(async () => {
    const [server, template] = [process.env['TEST_DATABASE_URL'], process.env['TEST_TEMPLATE']];
    if (!server || !template) throw new Error('Run the integration tests by "npm run test:integration".');
    database = `votes_${randomUUID().replaceAll('-', '')}`;
    await asAdmin(server, `create database ${database} template ${template}`);
    url = Object.assign(new URL(server), { pathname: `/${database}` }).href;
  });

  afterEach(async () => {
    await asAdmin(process.env['TEST_DATABASE_URL'] ?? '', `drop database if exists ${database} with (force)`);
    for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  it('replays the fixture through the product: every outcome, the successor on the roll, the casting vote', async () => {
    const { code, out, err } = await runImport(FIXTURE, url);
    expect(err).toBe('');
    expect(out).toContain('votes: 8; outcomes that agree: 7');
    expect(out).toContain('differences: 1, marked by the set: 1, unmarked: 0');
    expect(code).toBe(0);
    const counted = await asAdmin<{ title: string; tally: string }>(url, `select i.title, m.decision->>'outcome' || ' ' || (m.decision->'tally'->>'agree') || ':' || (m.decision->'tally'->>'disagree') || ' of ' || (m.decision->>'members') as tally from motion m join agenda_item i on i.id = m.item_id order by i.title`);
    expect(counted.map(({ title, tally }) => `${title.slice(4, 7)} ${tally}`)).toEqual([
      'f-1 adopted 3:1 of 4', 'f-2 rejected 2:2 of 4', 'f-3 adopted 3:2 of 5', 'f-4 rejected 2:1 of 4', 'f-5 adopted 2:1 of 4', 'f-6 rejected 2:2 of 4', 'f-7 adopted 1:0 of 4', 'f-8 rejected 0:0 of 4',
    ]);
    const [journal] = await asAdmin<{ casts: number; ballots: number }>(url, `select (select count(*)::int from journal_entry where type = 'motion.cast') as casts, (select count(*)::int from ballot) as ballots`);
    expect(journal).toEqual({ casts: 27, ballots: 27 });
  });

  it('refuses a set with bad rows, names each, and writes nothing', async () => {
    const folder = spoil((text) => `${text}f-1,m1,Nguyễn Thị An,YES,yes\nf-1,m9,Nobody,YES,yes\n`, 'ballots.csv');
    const { code, err } = await runImport(folder, url);
    expect(code).toBe(2);
    expect(err).toContain('ballots.csv row 34: vote f-1: m1 has a ballot already, in row 2');
    expect(err).toContain('ballots.csv row 35: vote f-1: "m9" is not a member');
    expect(await asAdmin(url, 'select 1 from body')).toEqual([]);
  });

  it('ends with 1 when a tally or an outcome is not as published', async () => {
    const folder = spoil((text) => text.replace(',passed,3,1,', ',passed,3,2,'), 'votes.csv');
    const { code, out } = await runImport(folder, url);
    expect(code).toBe(1);
    expect(out).toMatch(/f-1 +2 +tally +yes 3, no 1 +yes 3, no 2 \(votes\.csv\) +NO/);
    expect(out).toContain('unmarked: 1');
  });

  it.each([
    ['us-senate-109', 0, 11], ['lausd-board', 2, 1], ['dallas-council', 9, 9],
  ])('agrees with a sample of %s', async (name, marked, least) => {
    const shared = sharedVotes(name);
    if (!shared) {
      process.stdout.write(`skipped: ../shared/data/votes/${name} is not here\n`);
      return;
    }
    const sample = sampleOf(shared, 12);
    made.push(sample.folder);
    expect(sample.votes).toBeGreaterThanOrEqual(12 + least);
    const { code, out, err } = await runImport(sample.folder, url);
    expect(`${err}${out}`).toContain(`differences: ${marked}, marked by the set: ${marked}, unmarked: 0`);
    expect(code).toBe(0);
  });

  function spoil(change: (text: string) => string, file: string): string {
    const folder = mkdtempSync(join(tmpdir(), 'ecabinet-votes-'));
    made.push(folder);
    cpSync(FIXTURE, folder, { recursive: true });
    writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
    return folder;
  }
});
