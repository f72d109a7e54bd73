import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { errorCode } from '../../config/error-code.js';

/** True when a process with this number runs. Says nothing about which program it is. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** A process that has ended but was not collected yet still has a number; it holds nothing any more. */
function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  return fieldsAfterName(pid)?.[0] === 'Z';
}

/** The command line of a process, `null` when there is none. Numbers are reused, so a number alone proves nothing. */
export function commandLine(pid: number): string | null {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    // No such process.
    return null;
  }
}

/** When the process started, as the system says it; with the number it names one process for good. */
export function startMark(pid: number): string | null {
  if (process.platform === 'linux') return fieldsAfterName(pid)?.[19] ?? null;
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || null;
  } catch {
    // No such process.
    return null;
  }
}

/** The process's working folder, `null` when not known (only Linux tells). */
export function workingFolder(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    // Gone, or not Linux.
    return null;
  }
}

/** /proc/<pid>/stat after the name, which may itself hold blanks and brackets. */
function fieldsAfterName(pid: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    // No such process.
    return null;
  }
}
