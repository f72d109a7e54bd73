import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errorCode } from '../../config/error-code.js';

interface Link {
  /** The library's full name, in the same folder as the link. */
  file: string;
  path: string;
}

/**
 * The symbolic links that npm packages cannot carry (`libicui18n.so.60` …) and that the package's install script makes.
 * `npm ci --ignore-scripts` leaves them out, and then Postgres does not even start.
 *
 * @param native folder with bin/, lib/, share/ and pg-symlinks.json
 * @returns those that are not there
 */
export function missingLinks(native: string): Link[] {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const parsed: unknown = JSON.parse(readFileSync(list, 'utf8'));
  if (!Array.isArray(parsed)) return [];
  return parsed.flatMap((entry) => toLink(native, entry)).filter((link) => !existsSync(link.path));
}

/** Makes the missing links. @throws the system's error (EACCES, EROFS) when the folder cannot be written */
export function restoreLinks(native: string): void {
  for (const link of missingLinks(native)) {
    try {
      symlinkSync(link.file, link.path);
    } catch (error) {
      // Two starts at once: the other one made it first, which is as good.
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  }
}

/** The list names paths from the package's own folder (`native/lib/…`), which a copy does not have. */
function toLink(native: string, entry: unknown): Link[] {
  if (typeof entry !== 'object' || entry === null || !('source' in entry) || !('target' in entry)) return [];
  const { source, target } = entry;
  if (typeof source !== 'string' || typeof target !== 'string' || target.includes('..') || dirname(source) !== dirname(target)) return [];
  return [{ file: basename(source), path: join(native, target.replace(/^native\//, '')) }];
}
