import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { SystemUser } from './unprivileged-user.js';

const ENTER = 0o1;
const READ = 0o4;

/**
 * True when the user may enter every folder above `path` and read and enter (or run) `path` itself.
 * Looks at permission bits only: access lists that forbid more are met as a plain error later.
 *
 * @param user `null` means whoever runs Node, who is taken to reach what is there
 */
export function canReach(path: string, user: SystemUser | null): boolean {
  if (!user) return true;
  if (!permits(path, user, READ | ENTER)) return false;
  return canEnterAbove(path, user);
}

/** True when the user may enter every folder above `path`; folders that are not there yet are passed over. */
export function canEnterAbove(path: string, user: SystemUser | null): boolean {
  if (!user) return true;
  let folder = dirname(resolve(path));
  for (;;) {
    if (statSync(folder, { throwIfNoEntry: false }) && !permits(folder, user, ENTER)) return false;
    const above = dirname(folder);
    if (above === folder) return true;
    folder = above;
  }
}

function permits(path: string, user: SystemUser, wanted: number): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return false;
  if (found.uid === user.uid) return ((found.mode >> 6) & wanted) === wanted;
  if (found.gid === user.gid) return ((found.mode >> 3) & wanted) === wanted;
  return (found.mode & wanted) === wanted;
}
