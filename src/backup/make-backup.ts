import { mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { errorCode } from '../config/error-code.js';
import type { BlobStore } from '../storage/blob-store.js';
import { BackupRefused, type Manifest, type PaperPart, type TablePart, writeManifest, writePart } from './manifest.js';
import { migrationsOf, quoted, SPELLING, type Table, tablesOf } from './tables.js';

const BATCH = 2000;

/** Files that rows of the snapshot name; those of uploads nobody needs may be gone by now. */
const PAPERS_SQL = `select id::text as name, unused_since is not null as unused from paper_blob union all select distinct sha256, false from paper_version where blob_id is null order by 1`;

const LOG_SQL = `select h.seq::float8 as size, (select origin from journal_identity) as origin, (select note from journal_checkpoint where size <= h.seq order by size desc limit 1) as checkpoint from journal_head h`;

/**
 * Writes the database as it was at one moment, and the papers as they are stored: encrypted, without a key. The server may run meanwhile.
 *
 * @throws BackupRefused where the folder is not empty
 */
export async function makeBackup(from: { url: string; store: BlobStore }, folder: string): Promise<Manifest> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0) throw new BackupRefused(`${folder} is not empty: every backup has a folder of its own. Nothing was written.`);
  const client = new pg.Client({ connectionString: from.url, application_name: 'e-cabinet backup' });
  await client.connect();
  try {
    await client.query(`${SPELLING}; begin isolation level repeatable read read only; select set_config('app.actor', 'system', true), set_config('app.backup', 'yes', true)`);
    const manifest = await writeParts(client, from.store, folder);
    await client.query('commit');
    await writeManifest(folder, manifest);
    return manifest;
  } finally {
    await client.end();
  }
}

async function writeParts(client: pg.Client, store: BlobStore, folder: string): Promise<Manifest> {
  const { rows: [told] } = await client.query<{ now: Date; postgres: string }>(`select now() as now, current_setting('server_version') as postgres`);
  const { rows: [log] } = await client.query<Manifest['log']>(LOG_SQL);
  const tables: TablePart[] = [];
  await mkdir(join(folder, 'tables'), { mode: 0o700 });
  for (const table of await tablesOf(client)) tables.push(await writeTable(client, table, folder));
  // Numbers that were given out since the snapshot are skipped later: harmless.
  const { rows: sequences } = await client.query<Manifest['sequences'][number]>(
    `select schemaname as schema, sequencename as name, last_value::text as value from pg_sequences where schemaname in ('public', 'graphile_worker') and last_value is not null and sequencename <> 'migrations_id_seq' order by 1, 2`,
  );
  const { papers, missing } = await writePapers(client, store, folder);
  return {
    format: 'ecabinet-backup', version: 1, madeAt: told?.now.toISOString() ?? '', postgres: told?.postgres ?? '', ...(await migrationsOf(client)),
    log: log ?? { origin: null, size: 0, checkpoint: null }, tables, sequences, papers, missing,
  };
}

/** A row a line: its text as PostgreSQL writes a whole row, as JSON text. */
async function writeTable(client: pg.Client, table: Table, folder: string): Promise<TablePart> {
  let rows = 0;
  const lines = async function* (): AsyncGenerator<Buffer> {
    await client.query(`declare the_rows no scroll cursor for select the_row::text as line from only ${quoted(table)} as the_row`);
    for (let more = true; more;) {
      const batch = await client.query<{ line: string }>(`fetch ${BATCH} from the_rows`);
      rows += batch.rows.length;
      more = batch.rows.length === BATCH;
      yield Buffer.from(batch.rows.map(({ line }) => `${oneLine(line)}\n`).join(''));
    }
    await client.query('close the_rows');
  };
  const part = await writePart(folder, join('tables', `${table.schema}.${table.name}.rows`), lines());
  return { ...table, ...part, rows };
}

async function writePapers(client: pg.Client, store: BlobStore, folder: string): Promise<{ papers: PaperPart[]; missing: string[] }> {
  const { rows } = await client.query<{ name: string; unused: boolean }>(PAPERS_SQL);
  const papers: PaperPart[] = [];
  const missing: string[] = [];
  for (const { name, unused } of rows) {
    const file = join('papers', name.slice(0, 2), name);
    await mkdir(join(folder, dirname(file)), { recursive: true, mode: 0o700 });
    const part = await copyPaper(store, name, { folder, file });
    if (part) papers.push({ name, ...part });
    else if (!unused) missing.push(name);
  }
  return { papers, missing };
}

async function copyPaper(store: BlobStore, name: string, to: { folder: string; file: string }): Promise<Omit<PaperPart, 'name'> | null> {
  try {
    return await writePart(to.folder, to.file, (await store.open(name)) as AsyncIterable<Uint8Array>);
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || (error instanceof Error && error.name === 'NoSuchKey')) return null;
    throw error;
  }
}

/** JSON text without anything that a reader of lines takes for the end of one: two of those are not escaped by JSON. */
function oneLine(text: string): string {
  return JSON.stringify(text).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}
