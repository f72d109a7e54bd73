import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { DATABASE_NAME, readOrMakePassword } from './cluster.js';
import { dataFolderAt, defaultBase } from './data-folder.js';
import { unprivilegedUser } from './unprivileged-user.js';

/** The data folder that a start would use; touches nothing. */
export function dataFolderOf(dataDir: string | undefined): string {
  return dataFolderAt(dataDir ?? defaultBase(unprivilegedUser())).base;
}

/** The connection string of the embedded database that another process runs in this data folder; null where none answers. */
export async function findRunningPostgres(dataDir: string | undefined): Promise<string | null> {
  const folder = dataFolderAt(dataFolderOf(dataDir));
  const pidFile = join(folder.cluster, 'postmaster.pid');
  if (!existsSync(pidFile)) return null;
  // The fourth line is the port. (PostgreSQL, "postmaster.pid")
  const port = Number(readFileSync(pidFile, 'utf8').split('\n')[3]);
  const url = `postgres://${DATABASE_NAME}:${encodeURIComponent(readOrMakePassword(folder))}@127.0.0.1:${port}/${DATABASE_NAME}`;
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    await client.end();
    return url;
  } catch (error) {
    // A mark that a crash left behind.
    if (error instanceof Error) return null;
    throw error;
  }
}
