import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, startMark } from './process-identity.js';
import { errorCode } from '../../config/error-code.js';

/**
 * Takes the data folder for this Node process, so that a second start in the same folder refuses and does not stop the first one's
 * database. A mark left by a process that died is taken over.
 *
 * @param home folder of the mark
 * @returns gives the folder free again
 * @throws Error with one clear line when a living process holds it
 */
export function takeOwnership(home: string): () => void {
  const path = join(home, 'owner.json');
  const mine = JSON.stringify({ pid: process.pid, started: startMark(process.pid) });
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(path, mine, { flag: 'wx', mode: 0o600 });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
      refuseIfAlive(path, home);
      rmSync(path, { force: true });
    }
  }
  throw new Error(`Another e-Cabinet is starting with the data in ${home}.`);
}

function refuseIfAlive(path: string, home: string): void {
  const owner = readOwner(path);
  if (owner === null || !isAlive(owner.pid) || startMark(owner.pid) !== owner.started) return;
  throw new Error(`The data in ${home} is in use by the running process ${owner.pid}. Stop that one first, or set another ECABINET_DATA_DIR.`);
}

function readOwner(path: string): { pid: number; started: string | null } | null {
  try {
    const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof parsed !== 'object' || parsed === null || !('pid' in parsed) || typeof parsed.pid !== 'number') return null;
    return { pid: parsed.pid, started: 'started' in parsed && typeof parsed.started === 'string' ? parsed.started : null };
  } catch {
    // Half written by a process that died: nobody's.
    return null;
  }
}
