// A Postgres for tests: the one of TEST_DATABASE_URL, else the embedded one in a throw-away folder; with two templates that
// test files clone: an empty cabinet, and the demo with its papers.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { root } from './built.mjs';

const EMPTY = 'ecabinet_template';
const DEMO = 'ecabinet_demo_template';

async function asAdmin(url, ...statements) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

async function makeEmpty(url, papers) {
  await asAdmin(url, `drop database if exists ${EMPTY} with (force)`, `create database ${EMPTY}`);
  const templateUrl = Object.assign(new URL(url), { pathname: `/${EMPTY}` }).href;
  await (await appOn(templateUrl, papers)).close();
  // Each clone names its own log and makes its own key, as a first start does.
  await asAdmin(templateUrl, 'set session_replication_role = replica; delete from journal_checkpoint; delete from journal_identity');
}

/** The demo is made by the product's own command. */
async function makeDemo(url, papers) {
  await asAdmin(url, `drop database if exists ${DEMO} with (force)`, `create database ${DEMO} template ${EMPTY}`);
  const demoUrl = Object.assign(new URL(url), { pathname: `/${DEMO}` }).href;
  const command = spawn(process.execPath, [path.join(root, 'dist/server/database/seed/seed.command.js')], {
    env: { ...process.env, DATABASE_URL: demoUrl, ECABINET_DATA_DIR: papers, LOG_LEVEL: 'error', NODE_OPTIONS: '' }, stdio: ['ignore', 'ignore', 'inherit'],
  });
  const status = await new Promise((resolve) => command.on('exit', resolve));
  if (status !== 0) throw new Error('the demo data could not be made');
  await readPapers(demoUrl, papers);
}

/** The words of the demo's papers are read and their first pages drawn once, here; else each clone would do it again while its test runs. */
async function readPapers(demoUrl, papers) {
  const client = new pg.Client({ connectionString: demoUrl });
  await client.connect();
  // What the command above had begun when it ended is begun again.
  await client.query('select graphile_worker.force_unlock_workers(array(select distinct locked_by from graphile_worker._private_jobs where locked_by is not null))');
  const app = await appOn(demoUrl, papers);
  const isWaiting = async () => (await client.query(`select 1 from graphile_worker.jobs where task_identifier in ('papers-text', 'papers-first-page') and attempts < max_attempts limit 1`)).rowCount > 0;
  while (await isWaiting()) await setTimeout(200);
  await client.end();
  await app.close();
}

async function appOn(url, papers) {
  const { openDatabase } = await import('../dist/server/open-database.js');
  const { createApp } = await import('../dist/server/app.js');
  const { loadEnvironment } = await import('../dist/server/config/environment.js');
  const dataSource = await openDatabase(url, 4, () => undefined);
  const app = await createApp(loadEnvironment({ DATABASE_URL: url, ECABINET_DATA_DIR: papers, LOG_LEVEL: 'error' }), dataSource);
  await app.init();
  return { close: async () => {
    await app.close();
    if (dataSource.isInitialized) await dataSource.destroy();
  } };
}

export async function startTestDatabase(folder) {
  const papers = path.join(folder, 'demo-papers');
  mkdirSync(papers, { recursive: true });
  const given = process.env.TEST_DATABASE_URL;
  const { startEmbeddedPostgres } = await import('../dist/server/database/embedded/start-embedded-postgres.js');
  const embedded = given ? null : await startEmbeddedPostgres({ dataDir: folder, log: () => undefined });
  const url = given ?? embedded.url;
  await makeEmpty(url, papers);
  await makeDemo(url, papers);
  return { url, settings: { TEST_DATABASE_URL: url, TEST_TEMPLATE: EMPTY, TEST_DEMO_TEMPLATE: DEMO, TEST_DEMO_PAPERS: papers }, stop: async () => embedded?.stop() };
}
