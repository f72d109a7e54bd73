import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isKeyText } from '../config/domain/secrets.js';
import { errorCode } from '../config/error-code.js';
import type { Environment } from '../config/environment.js';
import { type MasterKey, masterKeyOf } from './key-wrapping.js';

/** Where the keys of papers come from. */
export interface KeySource {
  /** Keys in base64, separated by commas; the first is the one in use. */
  given?: string;
  /** A file with one key a line; the first is the one in use. */
  file: string;
  /** Whether the file is made when it is not there. */
  mayMake: boolean;
}

/** The setting is no key, or the file holds none. The message never repeats one. */
export class KeysInvalid extends Error {}

export function keySourceOf(environment: Environment): KeySource {
  const { ECABINET_PAPERS_KEY: given, ECABINET_PAPERS_KEY_FILE: file, ECABINET_DATA_DIR: folder } = environment;
  return { given, file: file ?? join(folder ?? '.data', 'keys', 'papers.key'), mayMake: file === undefined };
}

/**
 * The keys that wrap the keys of papers. The file is read again whenever a key is needed for writing or is not known yet, so that a
 * server that runs while keys are changed needs no restart.
 */
export class PaperKeys {
  private known = new Map<string, MasterKey>();

  constructor(private readonly source: KeySource) {}

  /** The key new papers are wrapped by; makes the file at the first need. */
  async active(): Promise<MasterKey> {
    const [first] = await this.load(true);
    if (!first) throw new KeysInvalid(`There is no key in ${this.source.file}.`);
    return first;
  }

  /** All keys that are there now, the one in use first. */
  all(): Promise<MasterKey[]> {
    return this.load(false);
  }

  /** The key of this id, or null when it is not (or no longer) there. */
  async find(id: string): Promise<MasterKey | null> {
    if (!this.known.has(id)) await this.load(false);
    return this.known.get(id) ?? null;
  }

  /** Whether keys are in a file, where this program may add one. */
  get isInFile(): boolean {
    return this.source.given === undefined;
  }

  /** Puts a new key before the others. Only for keys in a file. */
  async addNew(): Promise<MasterKey> {
    const key = randomBytes(32);
    await this.write([masterKeyOf(key), ...(await this.load(false))]);
    return masterKeyOf(key);
  }

  /** Leaves only the key in use in the file. */
  async dropOthers(): Promise<void> {
    await this.write((await this.load(false)).slice(0, 1));
  }

  private async load(mayMake: boolean): Promise<MasterKey[]> {
    const keys = parseKeys(this.source.given ?? (await this.readFile(mayMake)), this.source.given === undefined ? this.source.file : 'ECABINET_PAPERS_KEY');
    this.known = new Map(keys.map((key) => [key.id, key]));
    return keys;
  }

  private async readFile(mayMake: boolean): Promise<string> {
    try {
      return await readFile(this.source.file, 'utf8');
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error;
      if (!this.source.mayMake) throw new KeysInvalid(`ECABINET_PAPERS_KEY_FILE: there is no file ${this.source.file}. Make one with: openssl rand -base64 32`);
      return mayMake ? this.makeFile() : '';
    }
  }

  /** Two servers may start at once on one folder: the first to put its file in place wins. */
  private async makeFile(): Promise<string> {
    const beside = await this.writeBeside([masterKeyOf(randomBytes(32))]);
    try {
      await link(beside, this.source.file);
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    } finally {
      await rm(beside, { force: true });
    }
    return readFile(this.source.file, 'utf8');
  }

  private async write(keys: MasterKey[]): Promise<void> {
    await rename(await this.writeBeside(keys), this.source.file);
  }

  private async writeBeside(keys: MasterKey[]): Promise<string> {
    const folder = dirname(this.source.file);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const path = `${this.source.file}.${randomBytes(4).toString('hex')}`;
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(`# Keys of the papers of e-Cabinet, the one in use first. Whoever has this file and the papers reads them; without it nobody does.\n${keys.map(({ key }) => key.toString('base64')).join('\n')}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await chmod(path, 0o600);
    return path;
  }
}

function parseKeys(text: string, from: string): MasterKey[] {
  const words = text.split('\n').filter((line) => !line.trim().startsWith('#')).flatMap((line) => line.split(',')).map((word) => word.trim()).filter((word) => word !== '');
  const wrong = words.findIndex((word) => !isKeyText(word));
  if (wrong >= 0) throw new KeysInvalid(`${from}: key ${wrong + 1} is not 32 bytes in base64. Make one with: openssl rand -base64 32`);
  return words.map((word) => masterKeyOf(Buffer.from(word, 'base64')));
}
