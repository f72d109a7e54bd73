import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { InspectionLimits } from './pdf-facts.js';

/** Code alone lies there. */
const LIBRARIES = dirname(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')));
const NOBODY = 65_534;
/** Seconds of CPU for one process, whatever it is given: more than one file may take, fewer than all of its files. */
const CPU_SECONDS = 60;

/** The command in front that takes the network away, and the one that sets limits, where this system has them. Tried once for each limit. */
const wrappers = new Map<number, string[]>();

/**
 * Starts a program that meets hostile files, with nothing but its own files to read: no writing, no child processes, no code from
 * strings, no network, no secrets in its environment, hard limits of memory, CPU time and file size, and no rights of root.
 *
 * @param program plain JavaScript that calls `giveUpRights` first
 * @param output whether it answers on stdout; else only by messages
 */
export function startSandboxed(program: string, limits: Pick<InspectionLimits, 'memoryMb'>, output: 'pipe' | 'ignore' = 'ignore'): ChildProcess {
  const wrapper = wrappers.get(limits.memoryMb) ?? [...networkless(), ...limited(limits)];
  wrappers.set(limits.memoryMb, wrapper);
  const isRoot = process.getuid?.() === 0;
  const [command = process.execPath, ...words] = [...wrapper, process.execPath, ...nodeFlags(program), program, String(limits.memoryMb), ...(isRoot ? [String(NOBODY), String(NOBODY)] : [])];
  return spawn(command, words, { env: { PATH: process.env['PATH'] }, stdio: ['pipe', output, 'ignore', 'ipc'] });
}

/** Node's permission model; the flag lost its prefix in 22.13 and 23.5. From 25 on it denies the network too. */
function nodeFlags(program: string): string[] {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isStable = major >= 24 || (major === 23 && minor >= 5) || (major === 22 && minor >= 13);
  return [
    isStable ? '--permission' : '--experimental-permission', '--allow-worker', ...readable(dirname(program)).map((path) => `--allow-fs-read=${path}`),
    '--disallow-code-generation-from-strings', '--max-old-space-size=256',
  ];
}

/** The program's own folder, the libraries, and what Node reads on the way to them. */
function readable(folder: string): string[] {
  return [join(folder, '*'), join(LIBRARIES, '*'), ...packageFilesAbove(folder)];
}

function packageFilesAbove(folder: string): string[] {
  const above = dirname(folder);
  const file = join(folder, 'package.json');
  return [...(existsSync(file) ? [file] : []), ...(above === folder ? [] : packageFilesAbove(above))];
}

/** The command in front that takes the network away, where this system has it. */
export function networkless(): string[] {
  const ways = process.getuid?.() === 0 ? [['--net']] : [['--user', '--map-current-user', '--net'], ['--user', '--net']];
  for (const way of ways) if (works(['unshare', ...way, '--'])) return ['unshare', ...way, '--'];
  return [];
}

function limited({ memoryMb }: Pick<InspectionLimits, 'memoryMb'>): string[] {
  // Memory that is written to, not addresses: Node reserves gigabytes of those and uses few.
  return limitsOfSize({ memoryMb: memoryMb + 512, cpuSeconds: CPU_SECONDS, fileMb: 0 }, ['--nofile=64']);
}

/** The command in front that sets limits of memory, CPU time and file size, where this system has it. */
export function limitsOfSize({ memoryMb, cpuSeconds, fileMb }: { memoryMb: number; cpuSeconds: number; fileMb: number }, more: string[] = []): string[] {
  const limits = [`--cpu=${cpuSeconds}`, `--data=${memoryMb * 1024 * 1024}`, `--fsize=${fileMb * 1024 * 1024}`, '--core=0', ...more];
  return works(['prlimit', ...limits, '--']) ? ['prlimit', ...limits, '--'] : [];
}

function works([command = '', ...words]: string[]): boolean {
  if (process.platform !== 'linux') return false;
  return spawnSync(command, [...words, 'true'], { stdio: 'ignore', timeout: 5000 }).status === 0;
}
