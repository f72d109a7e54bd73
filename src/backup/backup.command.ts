import 'reflect-metadata';
import { resolve } from 'node:path';
import { type Environment, EnvironmentInvalid, loadEnvironment } from '../config/environment.js';
import { dataFolderOf, findRunningPostgres } from '../database/embedded/find-running.js';
import { startEmbeddedPostgres } from '../database/embedded/start-embedded-postgres.js';
import { blobStoreOf } from '../storage/storage.module.js';
import { copyKeys } from './copy-keys.js';
import { makeBackup } from './make-backup.js';
import { BackupRefused } from './manifest.js';
import { openBackup, restoreBackup } from './restore-backup.js';

/** `npm run backup -- <folder>`, `npm run backup:keys -- <folder>`, `npm run restore -- <folder>`. */
const say = (line: string): void => void process.stdout.write(`${line}\n`);

interface Database {
  url: string;
  stop: () => Promise<void>;
}

/** The database of the settings; the embedded one also while the server runs it. */
async function databaseOf(environment: Environment, mayRun: boolean): Promise<Database> {
  if (environment.DATABASE_URL !== undefined) return { url: environment.DATABASE_URL, stop: async () => undefined };
  const running = mayRun ? await findRunningPostgres(environment.ECABINET_DATA_DIR) : null;
  if (running !== null) return { url: running, stop: async () => undefined };
  try {
    const { url, stop } = await startEmbeddedPostgres({ dataDir: environment.ECABINET_DATA_DIR, log: say });
    return { url, stop };
  } catch (error) {
    // Its errors are one clear line: the server still runs, or the folder is out of reach.
    throw new BackupRefused(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

async function backup(environment: Environment, folder: string): Promise<void> {
  const database = await databaseOf(environment, true);
  try {
    const { tables, papers, log, missing } = await makeBackup({ url: database.url, store: await blobStoreOf(environment) }, folder);
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    say(`${folder}: ${rows} rows of ${tables.length} tables, ${papers.length} files of papers, the journal up to row ${log.size}. The keys are not in it: npm run backup:keys -- <another folder>.`);
    for (const name of missing) say(`The file ${name} of a paper was not in the store, and is not in the backup.`);
  } finally {
    await database.stop();
  }
}

async function restore(environment: Environment, folder: string): Promise<void> {
  const manifest = await openBackup(folder);
  const database = await databaseOf(environment, false);
  try {
    await restoreBackup(folder, manifest, { url: database.url, store: await blobStoreOf(environment) });
  } finally {
    await database.stop();
  }
  say(`Restored: the state of ${manifest.madeAt}, the journal up to row ${manifest.log.size}. Put the keys back into ${resolve(environment.ECABINET_DATA_DIR ?? '', 'keys')} (or the settings) before the start. Everybody signs in again.`);
}

async function main([act, folder]: string[]): Promise<number> {
  if (!folder || !['backup', 'restore', 'keys'].includes(act ?? '')) {
    process.stderr.write('Usage: npm run backup -- <folder> | npm run backup:keys -- <folder> | npm run restore -- <folder>\n');
    return 2;
  }
  try {
    const environment = loadEnvironment(process.env);
    if (environment.DATABASE_URL === undefined) environment.ECABINET_DATA_DIR = dataFolderOf(environment.ECABINET_DATA_DIR);
    if (act === 'backup') await backup(environment, resolve(folder));
    else if (act === 'restore') await restore(environment, resolve(folder));
    else say(`${resolve(folder)}: ${(await copyKeys(environment, environment.ECABINET_DATA_DIR ?? '.data', resolve(folder))).join(', ')}. Keep them apart from the backups: whoever has both reads the papers.`);
    return 0;
  } catch (error) {
    if (!(error instanceof BackupRefused) && !(error instanceof EnvironmentInvalid)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
