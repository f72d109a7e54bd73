import { createHash } from 'node:crypto';
import { accessSync, chmodSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { canEnterAbove, canReach } from './reachability.js';
import type { SystemUser } from './unprivileged-user.js';

/** Where the embedded database keeps its things. All paths are absolute: Postgres starts in `/`. */
export interface DataFolder {
  /** What the operator knows as the data folder; papers lie beside the database in it. */
  base: string;
  /** Ours: password, owner mark, log. */
  home: string;
  /** The cluster; belongs to the user Postgres runs as. */
  cluster: string;
}

/** Names the parts below a base folder; touches nothing. */
export function dataFolderAt(base: string): DataFolder {
  const home = join(resolve(base), 'postgres');
  return { base: resolve(base), home, cluster: join(home, 'cluster') };
}

/**
 * The folder used when the operator names none: `.data` in the current folder, unless it cannot be written or the user Postgres
 * runs as cannot enter it. Then a folder of this checkout's own (two checkouts never share one) outside.
 */
export function defaultBase(user: SystemUser | null): string {
  const here = process.cwd();
  const inCheckout = join(here, '.data');
  if (isWritable(existsSync(inCheckout) ? inCheckout : here) && canEnterAbove(join(inCheckout, 'postgres', 'cluster'), user)) return inCheckout;
  const key = createHash('sha256').update(here).digest('hex').slice(0, 8);
  const outside = process.getuid?.() === 0 ? '/var/lib/e-cabinet' : join(homedir(), '.local', 'share', 'e-cabinet');
  return join(outside, key);
}

/**
 * Makes the folders, open enough for the user Postgres runs as to pass through and no more.
 *
 * @throws Error with one clear line when that user cannot get there
 */
export function makeDataFolder(folder: DataFolder, user: SystemUser | null): void {
  for (const path of [folder.base, folder.home]) {
    mkdirSync(path, { recursive: true, mode: user ? 0o711 : 0o700 });
    // Only our own two folders are opened, and only for passing through; what lies above is the operator's business.
    if (user && !canReach(path, user)) chmodSync(path, statSync(path).mode | 0o011);
  }
  if (canEnterAbove(folder.cluster, user)) return;
  throw new Error(`PostgreSQL runs as ${user?.name ?? 'this user'}, who cannot enter ${folder.base}. Set ECABINET_DATA_DIR to a folder outside /root, or open the folders above it (chmod o+x).`);
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    // Not ours to write: the answer is no.
    return false;
  }
}
