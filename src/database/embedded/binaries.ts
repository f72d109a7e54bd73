import { join } from 'node:path';
import { copyBinaries } from './binaries-copy.js';
import { missingLinks, restoreLinks } from './library-links.js';
import { findPlatformPackage, type PlatformPackage } from './platform-package.js';
import { canReach } from './reachability.js';
import type { SystemUser } from './unprivileged-user.js';

/** Programs of PostgreSQL that the chosen user can run. */
export interface Binaries {
  postgres: string;
  initdb: string;
}

/**
 * The installed binaries where they can be run as they are, else a copy in the temp folder: when the checkout lies under a
 * folder the unprivileged user cannot enter, or when links are missing and node_modules cannot be written.
 */
export function prepareBinaries(user: SystemUser | null, log: (line: string) => void): Binaries {
  const found = findPlatformPackage();
  const folder = usableInPlace(found, user) ? found.native : announceCopy(found, user, log);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return { postgres: join(folder, 'bin', `postgres${suffix}`), initdb: join(folder, 'bin', `initdb${suffix}`) };
}

function announceCopy(found: PlatformPackage, user: SystemUser | null, log: (line: string) => void): string {
  const folder = copyBinaries(found, user);
  log(`PostgreSQL runs from a copy in ${folder}`);
  return folder;
}

function usableInPlace(found: PlatformPackage, user: SystemUser | null): boolean {
  if (process.platform === 'win32') return true;
  const parts = [join('bin', 'postgres'), join('bin', 'initdb'), 'lib', 'share'];
  if (!parts.every((part) => canReach(join(found.native, part), user))) return false;
  if (missingLinks(found.native).length === 0) return true;
  try {
    restoreLinks(found.native);
    return true;
  } catch {
    // A read-only node_modules is no error: the links are made in the copy instead.
    return false;
  }
}
