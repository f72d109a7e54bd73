import { createHash } from 'node:crypto';
import { chmodSync, cpSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { restoreLinks } from './library-links.js';
import type { PlatformPackage } from './platform-package.js';
import { canEnterAbove, canReach } from './reachability.js';
import type { SystemUser } from './unprivileged-user.js';
import { errorCode } from '../../config/error-code.js';

/**
 * Copies the binaries once to a temp folder the given user can enter, keyed by version. A copy that is already there is used
 * only when it is ours, nobody else can write it and its content is that of the package: a temp folder is open to all.
 *
 * @returns the copy's folder with bin/, lib/ and share/
 */
export function copyBinaries(found: PlatformPackage, user: SystemUser | null): string {
  const target = join(tempFolderFor(user), `e-cabinet-postgres-${found.version}-${process.getuid?.() ?? 'user'}`);
  if (isGoodCopy(target, found.native, user)) return target;
  const building = `${target}.${process.pid}`;
  rmSync(building, { recursive: true, force: true });
  mkdirSync(building, { mode: 0o700 });
  cpSync(found.native, building, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
  restoreLinks(building);
  openForReading(building);
  putInPlace(building, target);
  if (!isGoodCopy(target, found.native, user)) throw new Error(`The copy of the PostgreSQL binaries in ${target} is not as it should be. Remove that folder and start again.`);
  return target;
}

function putInPlace(building: string, target: string): void {
  // A bad or half copy is moved aside first: a running Postgres keeps the files it has open.
  rmSync(target, { recursive: true, force: true });
  try {
    renameSync(building, target);
  } catch (error) {
    rmSync(building, { recursive: true, force: true });
    // ENOTEMPTY: another start was faster; its copy is checked by the caller.
    if (!['ENOTEMPTY', 'EEXIST'].includes(String(errorCode(error)))) throw error;
  }
}

function tempFolderFor(user: SystemUser | null): string {
  const folder = [tmpdir(), '/var/tmp', '/tmp'].find((path) => statSync(path, { throwIfNoEntry: false }) && canEnterAbove(join(path, 'x'), user));
  if (!folder) throw new Error(`No temp folder that ${user?.name ?? 'this user'} can enter. Set TMPDIR to one.`);
  return folder;
}

function isGoodCopy(copy: string, original: string, user: SystemUser | null): boolean {
  const own = lstatSync(copy, { throwIfNoEntry: false });
  if (!own?.isDirectory()) return false;
  if (process.getuid && own.uid !== process.getuid()) return false;
  if ((own.mode & 0o022) !== 0) return false;
  if (!canReach(join(copy, 'bin', 'postgres'), user)) return false;
  return listing(copy) === listing(original) && ['postgres', 'initdb'].every((name) => digest(join(copy, 'bin', name)) === digest(join(original, 'bin', name)));
}

/** Name and size of every plain file; links are left out, since the package may lack them. */
function listing(folder: string, below = ''): string {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((entry) => {
      const path = join(below, entry.name);
      if (entry.isDirectory()) return listing(folder, path);
      return entry.isFile() ? `${path} ${statSync(join(folder, path)).size}\n` : '';
    })
    .join('');
}

function digest(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** npm run under umask 077 leaves files only their owner can read. */
function openForReading(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openForReading(path);
    if (entry.isFile()) chmodSync(path, (statSync(path).mode & 0o100) === 0 ? 0o644 : 0o755);
  }
}
