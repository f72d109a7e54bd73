import { readFileSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { commandLine, isAlive, workingFolder } from './process-identity.js';

const PATIENCE_MS = 30_000;

/**
 * Stops the database that a killed Node left behind in this cluster, and clears a pid file that points at somebody else's
 * process. Call it only as owner of the data folder.
 *
 * @throws Error with one clear line when the old one does not stop
 */
export async function stopOldPostmaster(cluster: string, log: (line: string) => void): Promise<void> {
  const pid = pidInFile(cluster);
  if (pid === null) return;
  if (isAlive(pid) && isPostmasterOf(pid, cluster)) {
    log(`Stopping the database a killed start left running (process ${pid})`);
    await stopAndWait(pid, cluster);
  }
  await waitForOrphans(cluster);
  const left = pidInFile(cluster);
  // The number belongs to another program now. Postgres would take that for a running server and refuse.
  if (left !== null && isAlive(left) && !isPostmasterOf(left, cluster)) rmSync(join(cluster, 'postmaster.pid'), { force: true });
}

/** The process number in postmaster.pid; `null` when there is no such file. */
function pidInFile(cluster: string): number | null {
  try {
    const pid = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
    return Number.isInteger(pid) && pid > 1 ? pid : null;
  } catch {
    // No file: no server was left.
    return null;
  }
}

/** True when the process is a Postgres serving this very cluster. */
function isPostmasterOf(pid: number, cluster: string): boolean {
  const command = commandLine(pid);
  if (command === null || !command.includes('postgres')) return false;
  return command.includes(cluster) || workingFolder(pid) === realpathSync(cluster);
}

async function stopAndWait(pid: number, cluster: string): Promise<void> {
  process.kill(pid, 'SIGINT');
  const started = Date.now();
  let forced = false;
  while (isAlive(pid) && isPostmasterOf(pid, cluster)) {
    if (!forced && Date.now() - started > PATIENCE_MS / 2) {
      // Immediate shutdown: no data is lost, the next start recovers from the write-ahead log.
      process.kill(pid, 'SIGQUIT');
      forced = true;
    }
    if (Date.now() - started > PATIENCE_MS) throw new Error(`The old database process ${pid} in ${cluster} does not stop. Stop it by hand and start again.`);
    await pause(50);
  }
}

/** Workers of a killed postmaster end by themselves within moments; a new one must not start beside them. */
async function waitForOrphans(cluster: string): Promise<void> {
  if (process.platform !== 'linux') return;
  const folder = realpathSync(cluster);
  const started = Date.now();
  while (readdirSync('/proc').some((name) => /^\d+$/.test(name) && workingFolder(Number(name)) === folder && isPostmasterOf(Number(name), cluster))) {
    if (Date.now() - started > PATIENCE_MS) throw new Error(`Processes of the old database in ${cluster} do not end. Stop them by hand and start again.`);
    await pause(50);
  }
}
