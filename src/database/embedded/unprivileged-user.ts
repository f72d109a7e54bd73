import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';

/** The system account Postgres runs under. */
export interface SystemUser {
  uid: number;
  gid: number;
  name: string;
}

/** Postgres refuses to run as root; these accounts are there on the usual systems. None is ever created. */
const CANDIDATES = ['postgres', '_postgres', 'nobody'];

/**
 * The account Postgres must be started as, or `null` when it can run as whoever runs Node (not root, or Windows).
 *
 * @param clusterFolder an existing cluster; its owner wins over the candidates, since Postgres insists on owning its files
 * @throws Error with one clear line when root finds no unprivileged account
 */
export function unprivilegedUser(clusterFolder?: string): SystemUser | null {
  if (process.getuid?.() !== 0) return null;
  const owner = clusterFolder ? ownerOf(clusterFolder) : null;
  if (owner) return owner;
  for (const name of CANDIDATES) {
    const uid = idOf(name, '-u');
    const gid = idOf(name, '-g');
    if (uid && gid) return { uid, gid, name };
  }
  throw new Error('PostgreSQL cannot run as root, and this system has neither a "postgres" nor a "nobody" account. Run as an ordinary user, or set DATABASE_URL.');
}

function ownerOf(folder: string): SystemUser | null {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (!found || found.uid === 0) return null;
  return { uid: found.uid, gid: found.gid, name: `uid ${found.uid}` };
}

function idOf(name: string, flag: '-u' | '-g'): number | null {
  try {
    return Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'], encoding: 'utf8' }));
  } catch {
    // `id` leaves with an error for an unknown name: that is the answer "no such account".
    return null;
  }
}
