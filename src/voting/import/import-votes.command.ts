import { chmod, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createApp } from '../../app.js';
import { type Environment, EnvironmentInvalid, loadEnvironment } from '../../config/environment.js';
import { startEmbeddedPostgres } from '../../database/embedded/start-embedded-postgres.js';
import { openDatabase } from '../../open-database.js';
import { importSet, loadSet } from './import-set.js';
import { type PublishedSet, SetRefused } from './published-set.js';
import { summaryOf, tableOf, unmarked } from './report.js';

/** `npm run import:votes -- <folder>`: replays a folder of published votes and compares every outcome. Ends with 1 where something unmarked differs, with 2 where it cannot begin. */
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

const STEP = 100;
const USAGE = `Usage: npm run import:votes -- <folder>
The folder has members.csv, votes.csv, ballots.csv and expected.json. The votes go into a throw-away database that is removed at the end;
with DATABASE_URL they go into that database, as a body of their own, and stay.`;

process.exitCode = await main(process.argv.slice(2));
// The pool of a database that is stopping may hold the process.
process.exit();

async function main([folder]: string[]): Promise<number> {
  if (!folder || folder.startsWith('-')) {
    complain(USAGE);
    return 2;
  }
  try {
    const set = await loadSet(folder);
    return await inDatabase((environment, url) => replay(set, environment, url));
  } catch (error) {
    if (error instanceof SetRefused) for (const { file, row, why } of error.problems) complain(`${file}${row === null ? '' : ` row ${row}`}: ${why}`);
    if (!(error instanceof SetRefused || error instanceof EnvironmentInvalid)) throw error;
    complain(error.message);
    return 2;
  }
}

/** The database of DATABASE_URL, else an embedded one in a folder that is thrown away: never beside other data unasked. */
async function inDatabase(work: (environment: Environment, url: string) => Promise<number>): Promise<number> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ecabinet-import-'));
  // As root, the database runs as an ordinary user, who has to enter.
  await chmod(folder, 0o777);
  try {
    // Errors of an import reach this command; the server's own log would only tell of connections that end.
    const environment = loadEnvironment({ LOG_LEVEL: 'silent', ...process.env, ECABINET_DATA_DIR: folder, ECABINET_DEMO: 'false' });
    if (environment.DATABASE_URL) return await work(environment, environment.DATABASE_URL);
    say('The votes are replayed in a throw-away database; set DATABASE_URL to keep them.');
    const embedded = await startEmbeddedPostgres({ dataDir: folder, log: () => undefined });
    try {
      return await work(environment, embedded.url);
    } finally {
      await embedded.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function replay(set: PublishedSet, environment: Environment, url: string): Promise<number> {
  const dataSource = await openDatabase(url, environment.ECABINET_POOL, () => undefined);
  const app = await createApp(environment, dataSource);
  await app.init();
  try {
    const started = Date.now();
    const imported = await importSet(app, set, (done) => void (done % STEP === 0 && say(`${done} of ${set.votes.length} votes replayed`)));
    if (imported.widened.length > 0) say(`Terms widened to the days they voted on: ${imported.widened.join(', ')}`);
    for (const line of tableOf(imported.differences)) say(line);
    for (const line of summaryOf(set.body, imported.counts, imported.differences)) say(line);
    say(`time: ${((Date.now() - started) / 1000).toFixed(1)} s`);
    return unmarked(imported.differences).length > 0 ? 1 : 0;
  } finally {
    await app.close();
    if (dataSource.isInitialized) await dataSource.destroy();
  }
}
