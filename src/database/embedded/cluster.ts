import { randomBytes } from 'node:crypto';
import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.js';
import type { DataFolder } from './data-folder.js';
import type { SystemUser } from './unprivileged-user.js';

/** Superuser, owner and name of the one database. */
export const DATABASE_NAME = 'ecabinet';

/** What is needed to make or to open the cluster. */
export interface ClusterPlan {
  binaries: Binaries;
  folder: DataFolder;
  user: SystemUser | null;
}

/**
 * Makes the cluster on the first start. It is built beside its place and moved there when complete, so that a first start cut
 * short leaves nothing that looks like a cluster.
 *
 * @returns whether it was made now
 * @throws Error with what initdb said
 */
export async function ensureCluster(plan: ClusterPlan): Promise<boolean> {
  if (existsSync(join(plan.folder.cluster, 'PG_VERSION'))) return false;
  const building = join(plan.folder.home, 'cluster.new');
  const passwordFile = join(plan.folder.home, 'password.new');
  rmSync(building, { recursive: true, force: true });
  mkdirSync(building, { mode: 0o700 });
  if (plan.user) chownSync(building, plan.user.uid, plan.user.gid);
  writeFileSync(passwordFile, readOrMakePassword(plan.folder), { mode: 0o600 });
  // initdb reads the password as the unprivileged user, who may not read ours.
  if (plan.user) chownSync(passwordFile, plan.user.uid, plan.user.gid);
  try {
    await runInitdb(plan, building, passwordFile);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(building, plan.folder.cluster);
  return true;
}

/** The superuser's password: random, in a file only its owner may read, beside the cluster and not in it. @throws Error when it was lost */
export function readOrMakePassword(folder: DataFolder): string {
  const path = join(folder.home, 'password');
  if (existsSync(path)) return readFileSync(path, 'utf8').trim();
  if (existsSync(join(folder.cluster, 'PG_VERSION'))) throw new Error(`The database's password is missing: ${path}. Put that file back from a copy.`);
  const password = randomBytes(24).toString('base64url');
  writeFileSync(path, password, { mode: 0o600, flush: true });
  return password;
}

/** The environment Postgres is given: none of ours, least of all our secrets. */
function postgresEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC', ...(process.platform === 'win32' ? { SystemRoot: process.env['SystemRoot'] } : {}) };
}

/** Runs as that user, from a folder everybody can enter. */
export function runAs(user: SystemUser | null): { uid?: number; gid?: number; cwd?: string; env: NodeJS.ProcessEnv } {
  const env = postgresEnvironment();
  if (process.platform === 'win32') return { env };
  return user ? { uid: user.uid, gid: user.gid, cwd: '/', env } : { cwd: '/', env };
}

function runInitdb(plan: ClusterPlan, target: string, passwordFile: string): Promise<void> {
  const options = [
    `--pgdata=${target}`, `--username=${DATABASE_NAME}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8',
    // The built-in locale is the same on every system; Vietnamese order is asked for where it matters (ICU collation).
    '--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8',
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(plan.binaries.initdb, options, { ...runAs(plan.user), stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString('utf8')).slice(-4000);
    });
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`initdb could not make the database in ${target}: ${said.trim()}`))));
  });
}
