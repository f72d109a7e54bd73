import { chmod, copyFile, mkdir, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { errorCode } from '../config/error-code.js';
import type { Environment } from '../config/environment.js';
import { BackupRefused } from './manifest.js';

/**
 * Copies the key files into a folder of their own: the papers' keys, the key that signs the journal, the secret. Keys that are given as
 * settings are not files, and stay with whoever sets them.
 *
 * @throws BackupRefused where a file of that name is there already, or there is no key file
 */
export async function copyKeys(environment: Environment, dataDir: string, folder: string): Promise<string[]> {
  const own = join(dataDir, 'keys');
  const files = [...(await namesIn(own)).map((name) => join(own, name)), environment.ECABINET_PAPERS_KEY_FILE, environment.ECABINET_LOG_KEY_FILE].filter((file) => file !== undefined);
  if (files.length === 0) throw new BackupRefused(`There is no key file in ${own}. Nothing was written.`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const there = new Set(await readdir(folder));
  const doubled = files.map((file) => basename(file)).find((name, index, names) => there.has(name) || names.indexOf(name) !== index);
  if (doubled !== undefined) throw new BackupRefused(`${join(folder, doubled)} is there already, or two keys have this name. Nothing was written.`);
  for (const file of files) {
    await copyFile(file, join(folder, basename(file)));
    await chmod(join(folder, basename(file)), 0o600);
  }
  return files.map((file) => basename(file));
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}
