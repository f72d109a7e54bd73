import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, fchownSync, openSync, readFileSync, renameSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type ClusterPlan, DATABASE_NAME, readOrMakePassword, runAs } from './cluster.js';
import { startWatchdog } from './watchdog.js';
import { errorCode } from '../../config/error-code.js';

/** Settings for a small machine. Durability is not among what is traded: fsync and synchronous_commit stay on. */
const SETTINGS: Record<string, string> = {
  listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '100', password_encryption: 'scram-sha-256',
  fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on',
  shared_buffers: '128MB', work_mem: '8MB', maintenance_work_mem: '64MB', max_wal_size: '512MB', min_wal_size: '64MB',
  // Two cores: parallel queries would take them from the people waiting; workers for reading ahead are memory spent for nothing.
  max_parallel_workers_per_gather: '0', io_method: 'sync', jit: 'off', huge_pages: 'off',
  timezone: 'UTC', log_timezone: 'UTC', log_min_messages: 'warning', log_destination: 'stderr', logging_collector: 'off',
};

const STRANGER_MS = 5000;

/** A running postmaster. */
export interface Postmaster {
  port: number;
  /** Resolves when it has ended, for whatever reason. */
  ended: Promise<void>;
  /** Fast shutdown; immediate after ten seconds. Harmless when it has ended. */
  stop(): Promise<void>;
}

/** How a start can fail in a way that is worth another try. */
export class StartFailure extends Error {
  constructor(readonly kind: 'portTaken' | 'stillInUse' | 'broken', message: string) {
    super(message);
  }
}

/**
 * Starts Postgres on the port and waits until it answers, also through the recovery after a crash.
 *
 * @throws StartFailure with the last lines of its log
 */
export async function startPostmaster(plan: ClusterPlan, port: number, log: (line: string) => void): Promise<Postmaster> {
  const child = spawnPostgres(plan, port);
  const dismissWatchdog = child.pid === undefined ? () => undefined : startWatchdog(child.pid, plan.folder.cluster);
  let end: string | null = null;
  const ended = new Promise<void>((resolve) => {
    const endWith = (how: string): void => {
      end = how;
      dismissWatchdog();
      resolve();
    };
    child.once('exit', (code, signal) => endWith(signal ?? `code ${code}`));
    child.once('error', (error) => endWith(error.message));
  });
  const stop = (): Promise<void> => stopChild(child, ended, () => end !== null);
  try {
    await untilReady({ plan, port, log, howItEnded: () => end });
  } catch (error) {
    await stop();
    throw error;
  }
  return { port, ended, stop };
}

/** Connection string of a database of the cluster. */
export function urlOf(plan: ClusterPlan, port: number, database: string): string {
  return `postgres://${DATABASE_NAME}:${encodeURIComponent(readOrMakePassword(plan.folder))}@127.0.0.1:${port}/${database}`;
}

function spawnPostgres(plan: ClusterPlan, port: number): ChildProcess {
  const options = ['-D', plan.folder.cluster, '-p', String(port), ...Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const logFile = logPath(plan);
  if (existsSync(logFile)) renameSync(logFile, `${logFile}.1`);
  const descriptor = openSync(logFile, 'a', 0o600);
  if (plan.user) fchownSync(descriptor, plan.user.uid, plan.user.gid);
  try {
    // detached: Ctrl-C must not stop the database before the server has answered its last requests.
    const child = spawn(plan.binaries.postgres, options, { ...runAs(plan.user), detached: true, windowsHide: true, stdio: ['ignore', descriptor, descriptor] });
    child.unref();
    return child;
  } finally {
    closeSync(descriptor);
  }
}

async function untilReady(start: { plan: ClusterPlan; port: number; log: (line: string) => void; howItEnded: () => string | null }): Promise<void> {
  const url = urlOf(start.plan, start.port, 'postgres');
  const begun = Date.now();
  let told = begun;
  for (;;) {
    const end = start.howItEnded();
    if (end !== null) throw whyItEnded(start.plan, end);
    if (await answers(url, Date.now() - begun < STRANGER_MS)) return;
    if (Date.now() - told > 3000) {
      told = Date.now();
      start.log(`The database is still coming up (${Math.round((told - begun) / 1000)} s); after a crash it first replays its log`);
    }
    await pause(25);
  }
}

/**
 * True when the server takes connections; false while it starts or recovers. Anything else is an error to be seen.
 *
 * @param isEarly a refused password may still be the answer of a stranger that took the port in between; ours then ends by itself
 */
async function answers(url: string, isEarly: boolean): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    const code = errorCode(error);
    // 57P03 is cannot_connect_now, 28P01 invalid_password.
    if (code === '57P03' || code === 'ECONNREFUSED' || code === 'ECONNRESET' || (code === '28P01' && isEarly)) return false;
    if (error instanceof Error && /timeout|terminated/i.test(error.message)) return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function whyItEnded(plan: ClusterPlan, how: string): StartFailure {
  const said = existsSync(logPath(plan)) ? readFileSync(logPath(plan), 'utf8').slice(-2000).trim() : '';
  if (/could not (bind|create any TCP)/i.test(said)) return new StartFailure('portTaken', said);
  if (/lock file .* already exists|still in use/i.test(said)) return new StartFailure('stillInUse', said);
  return new StartFailure('broken', `The embedded PostgreSQL did not start (it ended with ${how}): ${said || 'it wrote nothing'}`);
}

function logPath(plan: ClusterPlan): string {
  return join(plan.folder.home, 'postgres.log');
}

async function stopChild(child: ChildProcess, ended: Promise<void>, isOver: () => boolean): Promise<void> {
  if (isOver()) return;
  child.kill('SIGINT');
  const force = setTimeout(() => child.kill('SIGQUIT'), 10_000);
  await ended;
  clearTimeout(force);
}
