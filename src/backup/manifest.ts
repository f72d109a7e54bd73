import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../config/error-code.js';

/** Why a backup or a restore is refused: a sentence for the person at the console. */
export class BackupRefused extends Error {}

/** A file of a backup. */
export interface Part {
  /** Path inside the backup. */
  file: string;
  bytes: number;
  /** SHA-256, hex. */
  sha256: string;
}

export interface TablePart extends Part {
  schema: string;
  name: string;
  /** Names and types in order: the rows fit only these. */
  columns: string;
  rows: number;
}

export interface PaperPart extends Part {
  name: string;
}

/** What a backup holds; written last, so that a backup without it is none. */
export interface Manifest {
  format: 'ecabinet-backup';
  version: 1;
  madeAt: string;
  postgres: string;
  /** Migrations of the database, oldest first, and the version of the queue's tables. */
  migrations: string[];
  queue: number;
  /** How far the journal had come, and its last signed checkpoint. */
  log: { origin: string | null; size: number; checkpoint: string | null };
  tables: TablePart[];
  sequences: { schema: string; name: string; value: string }[];
  papers: PaperPart[];
  /** Files of papers that were missing in the store already. */
  missing: string[];
}

const FILE = 'manifest.json';
const HASH_FILE = 'manifest.sha256';

const hex = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');

async function writeWhole(path: string, text: string): Promise<void> {
  const file = await open(`${path}.new`, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
}

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const text = `${JSON.stringify(manifest, null, 1)}\n`;
  await writeWhole(join(folder, HASH_FILE), `${hex(text)}\n`);
  await writeWhole(join(folder, FILE), text);
}

/** @throws BackupRefused where the manifest is not there, is damaged, or is of another format */
export async function readManifest(folder: string): Promise<Manifest> {
  try {
    const [text, told] = [await readFile(join(folder, FILE), 'utf8'), await readFile(join(folder, HASH_FILE), 'utf8')];
    if (hex(text) !== told.trim()) throw new BackupRefused(`${join(folder, FILE)} is damaged: its hash is not the one in ${HASH_FILE}. Nothing was changed. Take another backup.`);
    const manifest = JSON.parse(text) as Manifest;
    if (manifest.format !== 'ecabinet-backup' || manifest.version !== 1) throw new BackupRefused(`${folder} holds a backup of another format. Nothing was changed.`);
    return manifest;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') throw new BackupRefused(`${folder} holds no whole backup: ${FILE} or ${HASH_FILE} is not there. Nothing was changed.`);
    throw error;
  }
}

/** Every file is there, whole and as it was written. @throws BackupRefused naming the first that is not */
export async function verifyParts(folder: string, { tables, papers }: Manifest): Promise<void> {
  for (const part of [...tables, ...papers]) {
    const why = await whyDamaged(join(folder, part.file), part);
    if (why) throw new BackupRefused(`The backup is damaged: ${part.file} ${why}. Nothing was changed. Take another backup.`);
  }
}

async function whyDamaged(path: string, part: Part): Promise<string | null> {
  try {
    const { size } = await stat(path);
    if (size !== part.bytes) return `has ${size} bytes instead of ${part.bytes}`;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 'is missing';
    throw error;
  }
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest('hex') === part.sha256 ? null : 'is not what was written';
}

/** Writes a stream into a new file of the backup, to the disk. */
export async function writePart(folder: string, file: string, source: AsyncIterable<Uint8Array>): Promise<Part> {
  const target = await open(join(folder, file), 'wx', 0o600);
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const chunk of source) {
      hash.update(chunk);
      bytes += chunk.length;
      await target.writeFile(chunk);
    }
    await target.sync();
  } finally {
    await target.close();
  }
  return { file, bytes, sha256: hash.digest('hex') };
}
