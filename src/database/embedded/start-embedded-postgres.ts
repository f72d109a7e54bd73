import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { prepareBinaries } from './binaries.js';
import { type ClusterPlan, DATABASE_NAME, ensureCluster } from './cluster.js';
import { dataFolderAt, defaultBase, makeDataFolder } from './data-folder.js';
import { takeOwnership } from './owner-mark.js';
import { urlOf } from './postmaster.js';
import { Supervisor } from './supervisor.js';
import { unprivilegedUser } from './unprivileged-user.js';

const MAJOR_VERSION = '18';

/** What to start. */
export interface EmbeddedPostgresOptions {
  /** Base folder of all data (the database lies in `postgres/` below it); relative to the current folder. Default: see `defaultBase`. */
  dataDir?: string;
  /** Receives progress lines for the person who waits. */
  log: (line: string) => void;
}

/** A running embedded database. */
export interface EmbeddedPostgres {
  /** Connection string of the database `ecabinet`, whose owner is a superuser. */
  url: string;
  /** The base folder that is used, absolute. */
  dataDir: string;
  /** True when the database was made by this start. */
  firstStart: boolean;
  /** Stops the database, fast. Further calls wait for the same stop. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL from the installed npm package, with its data in a folder, on a free loopback port (stack.md "Embedded
 * database" lists the six cases this handles).
 *
 * @throws Error with one clear line: no binaries for this platform, no account to run as, folder out of reach or in use
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const plan = planFor(options);
  makeDataFolder(plan.folder, plan.user);
  const giveUp = takeOwnership(plan.folder.home);
  const supervisor = new Supervisor(plan, options.log);
  try {
    options.log(`Starting the embedded database in ${plan.folder.home}`);
    const firstStart = await ensureCluster(plan);
    refuseOtherVersion(plan);
    const port = await supervisor.start();
    await ensureDatabase(plan, port);
    const stop = async (): Promise<void> => {
      await supervisor.stop();
      giveUp();
    };
    return { url: urlOf(plan, port, DATABASE_NAME), dataDir: plan.folder.base, firstStart, stop };
  } catch (error) {
    await supervisor.stop();
    giveUp();
    throw error;
  }
}

function planFor(options: EmbeddedPostgresOptions): ClusterPlan {
  const base = options.dataDir ?? defaultBase(unprivilegedUser());
  const folder = dataFolderAt(base);
  const user = unprivilegedUser(folder.cluster);
  return { folder, user, binaries: prepareBinaries(user, options.log) };
}

function refuseOtherVersion(plan: ClusterPlan): void {
  const version = readFileSync(join(plan.folder.cluster, 'PG_VERSION'), 'utf8').trim();
  if (version === MAJOR_VERSION) return;
  throw new Error(`The data in ${plan.folder.cluster} were written by PostgreSQL ${version}; this e-Cabinet brings ${MAJOR_VERSION}. Move them with pg_upgrade, or set another ECABINET_DATA_DIR.`);
}

/** Checked on every start: a first start cut short may have left the cluster without it. */
async function ensureDatabase(plan: ClusterPlan, port: number): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(plan, port, 'postgres') });
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE_NAME]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE_NAME}`);
  } finally {
    await client.end();
  }
}
