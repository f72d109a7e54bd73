import { Injectable } from '@nestjs/common';
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { chmod, chown, copyFile, mkdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { Environment } from '../../config/environment.js';
import { Refusal } from '../../http/refusal.js';
import { limitsOfSize, networkless } from '../inspection/sandbox.js';
import { UPLOAD_PREFIX } from '../../storage/blob-sweeper.js';

const NOBODY = 65_534;
/** The largest real sample, 700 pages, takes a third of it on a small machine. */
const TIME_MS = 120_000;
const LIMITS = { memoryMb: 2_048, cpuSeconds: 120, fileMb: 500 };

/** Makes PDF files of Word documents with LibreOffice, where it is installed: without a network, as nobody, in a folder of its own. */
@Injectable()
export class WordConverter {
  private before: Promise<unknown> = Promise.resolve();
  private known: string | null | undefined;
  private guards: string[] | undefined;

  constructor(private readonly environment: Environment) {}

  /** Whether this machine can. */
  get isThere(): boolean {
    return this.command() !== null;
  }

  /**
   * Converts one document; one at a time, since each takes a core and some hundred megabytes.
   *
   * @param path a document that was looked into before (`OfficeInspector`)
   * @returns what `use` makes of the PDF, which is gone afterwards
   * @throws Refusal converterMissing, docNotConverted
   */
  convert<T>(path: string, use: (pdfPath: string) => Promise<T>): Promise<T> {
    const turn = this.before.then(() => this.convertNow(path, use));
    this.before = turn.catch(() => undefined);
    return turn;
  }

  private async convertNow<T>(path: string, use: (pdfPath: string) => Promise<T>): Promise<T> {
    const command = this.command();
    if (command === null) throw new Refusal('converterMissing');
    const folder = join(tmpdir(), `${UPLOAD_PREFIX}${randomUUID()}`);
    try {
      await mkdir(folder, { mode: 0o700 });
      const source = join(folder, 'document.docx');
      await copyFile(path, source);
      await chmod(source, 0o600);
      if (process.getuid?.() === 0) for (const each of [folder, source]) await chown(each, NOBODY, NOBODY);
      this.guards ??= [...networkless(), ...limitsOfSize(LIMITS), ...asNobody()];
      const isDone = await run([...this.guards, command], folder, source);
      const pdf = join(folder, 'document.pdf');
      if (!isDone || !(await stat(pdf).then((found) => found.isFile() && found.size > 0, () => false))) throw new Refusal('docNotConverted');
      return await use(pdf);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  private command(): string | null {
    this.known ??= findCommand(this.environment.ECABINET_LIBREOFFICE);
    return this.known;
  }
}

function findCommand(given: string | undefined): string | null {
  if (given === 'off') return null;
  const names = given === undefined ? ['soffice', 'libreoffice'] : [given];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const paths = names.flatMap((name) => (isAbsolute(name) ? [name] : folders.map((folder) => join(folder, name))));
  return paths.find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @returns whether it ended well, within its time */
function run([first = '', ...guarded]: readonly string[], folder: string, source: string): Promise<boolean> {
  const words = [`-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, '--headless', '--norestore', '--nolockcheck', '--nodefault', '--convert-to', 'pdf:writer_pdf_Export', '--outdir', folder, source];
  return new Promise((resolve) => {
    const child = spawn(first, [...guarded, ...words], { cwd: folder, detached: true, stdio: 'ignore', env: { PATH: process.env['PATH'], HOME: folder, TMPDIR: folder, LANG: 'C.UTF-8' } });
    // The office starts a process of its own: both go.
    const timer = setTimeout(() => killGroup(child.pid), TIME_MS);
    const end = (isWell: boolean): void => {
      clearTimeout(timer);
      killGroup(child.pid);
      resolve(isWell);
    };
    child.once('error', () => end(false)).once('exit', (code) => end(code === 0));
  });
}

/** Network and limits are taken away as root; the document is opened as nobody. */
function asNobody(): string[] {
  const way = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', '--no-new-privs', '--'];
  return process.getuid?.() === 0 && spawnSync('setpriv', [...way.slice(1), 'true'], { stdio: 'ignore' }).status === 0 ? way : [];
}

function killGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // They are gone.
  }
}
