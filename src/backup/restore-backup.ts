import { runMigrations } from 'graphile-worker';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { buildDataSource } from '../database/data-source.js';
import { MIGRATIONS } from '../database/migrations/index.js';
import type { BlobStore } from '../storage/blob-store.js';
import { BackupRefused, type Manifest, readManifest, type TablePart, verifyParts } from './manifest.js';
import { migrationsOf, quoted, SPELLING, tablesOf, writtenColumnsOf } from './tables.js';

const BATCH = 500;

/** The backup read and found whole, before anything is touched. @throws BackupRefused */
export async function openBackup(folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder);
  await verifyParts(folder, manifest);
  const known = MIGRATIONS.map(({ name }) => name);
  const strange = manifest.migrations.filter((name, index) => known[index] !== name);
  if (strange.length > 0) throw new BackupRefused(`The backup was made by a newer e-Cabinet (${strange.join(', ')}). Nothing was changed. Restore it with that version.`);
  return manifest;
}

/**
 * Puts a backup into an empty installation. Papers first, then the database in one transaction: what is cut short can be run again. The log
 * goes on where it was, and says that it was restored.
 *
 * @throws BackupRefused where there is something already, or the versions do not fit
 */
export async function restoreBackup(folder: string, manifest: Manifest, to: { url: string; store: BlobStore }): Promise<void> {
  await prepareTables(to.url, manifest);
  const client = new pg.Client({ connectionString: to.url, application_name: 'e-cabinet restore' });
  await client.connect();
  try {
    await refuseIfUnfit(client, manifest);
    for (const { name, file } of manifest.papers) await to.store.put(name, createReadStream(join(folder, file)) as AsyncIterable<Uint8Array>);
    await client.query(`${SPELLING}; begin; select set_config('app.actor', 'system', true), set_config('app.backup', 'yes', true)`);
    await writeTables(client, folder, manifest);
    await client.query('commit');
    await client.query('analyze');
  } finally {
    await client.end();
  }
}

/** A database that has rows is refused before any table is made. */
async function prepareTables(url: string, manifest: Manifest): Promise<void> {
  const looking = new pg.Client({ connectionString: url });
  await looking.connect();
  try {
    await refuseIfUsed(looking);
  } finally {
    await looking.end();
  }
  const all = buildDataSource(url, [], { poolSize: 2 });
  const source = await new DataSource({ ...all.options, migrations: MIGRATIONS.filter(({ name }) => manifest.migrations.includes(name)) } as typeof all.options).initialize();
  try {
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await source.destroy();
  }
  await runMigrations({ connectionString: url });
}

const SIGNS_OF_LIFE = ['journal_entry', 'journal_identity', 'account', 'paper_blob'];

async function refuseIfUsed(client: pg.Client): Promise<void> {
  await client.query(`select set_config('app.actor', 'system', false)`);
  for (const table of SIGNS_OF_LIFE) {
    const { rows: [there] } = await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [`public.${table}`]);
    if (!there?.there) continue;
    const { rows: [found] } = await client.query<{ used: boolean }>(`select exists (select 1 from ${table}) as used`);
    if (found?.used) throw new BackupRefused('This installation is in use: a backup is restored only into an empty one (a new database, an empty data folder). Nothing was changed.');
  }
}

async function refuseIfUnfit(client: pg.Client, manifest: Manifest): Promise<void> {
  const { migrations, queue } = await migrationsOf(client);
  const here = new Map((await tablesOf(client)).map((table) => [quoted(table), table.columns]));
  const other = manifest.tables.filter((table) => here.get(quoted(table)) !== table.columns).map(({ name }) => name);
  if (other.length === 0 && queue === manifest.queue && migrations.length === manifest.migrations.length) return;
  throw new BackupRefused(`The backup was made by another version of e-Cabinet (${other.join(', ') || 'migrations'}). The database has no content yet; nothing else was changed. Restore it with the version that made it, then update.`);
}

async function writeTables(client: pg.Client, folder: string, manifest: Manifest): Promise<void> {
  // Nothing of the rules for single changes applies: the rows are what they were. Needs a role that may set this.
  await client.query('set local session_replication_role = replica');
  // What the migrations put in is in the backup too.
  for (const table of manifest.tables) await client.query(`delete from ${quoted(table)}`);
  for (const table of manifest.tables) await writeTable(client, folder, table);
  for (const { schema, name, value } of manifest.sequences) await client.query('select setval($1::regclass, $2::bigint)', [quoted({ schema, name }), value]);
  // Numbers of transactions are another server's: all of these have ended, and what was not numbered yet is numbered first.
  await client.query('update journal_entry set xid = 0');
  await client.query('update journal_head set numbered_below = 0');
  await client.query('update graphile_worker._private_jobs set locked_at = null, locked_by = null where locked_by is not null');
  await client.query('update graphile_worker._private_job_queues set locked_at = null, locked_by = null where locked_by is not null');
  await client.query('insert into journal_restoration (size) values ($1)', [manifest.log.size]);
  await client.query(
    `insert into journal_entry (xid, type, audiences, ids, facts) values (pg_current_xact_id()::text::bigint, 'journal.restored', '{}', '{}', jsonb_build_object('size', $1::bigint))`,
    [manifest.log.size],
  );
}

async function writeTable(client: pg.Client, folder: string, table: TablePart): Promise<void> {
  const name = quoted(table);
  const columns = await writtenColumnsOf(client, table);
  const insert = async (lines: string[]): Promise<void> => {
    await client.query(`insert into ${name} (${columns.join(', ')}) overriding system value select ${columns.map((column) => `(one.line).${column}`).join(', ')} from (select unnest($1::text[])::${name} as line) as one`, [lines]);
  };
  let waiting: string[] = [];
  for await (const line of createInterface({ input: createReadStream(join(folder, table.file)), crlfDelay: Infinity })) {
    waiting.push(String(JSON.parse(line)));
    if (waiting.length < BATCH) continue;
    await insert(waiting);
    waiting = [];
  }
  if (waiting.length > 0) await insert(waiting);
  const { rows: [found] } = await client.query<{ rows: number }>(`select count(*)::int as rows from ${name}`);
  if (found?.rows !== table.rows) throw new BackupRefused(`${table.name} has ${found?.rows ?? 0} rows instead of ${table.rows}: the database was left empty.`);
}
