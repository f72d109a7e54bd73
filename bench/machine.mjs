// What the machine does: CPU of process trees from /proc, load, medians, and a program of ours or a floor as a child.
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import os from 'node:os';
import { createInterface } from 'node:readline';

const TICK_MS = 10;

/** pid → { parent, cpu in ms }, of every process that is there. `reaped`: of its children that have ended. */
function processes() {
  const found = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const words = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      found.set(Number(name), { parent: Number(words[1]), own: (Number(words[11]) + Number(words[12])) * TICK_MS, reaped: (Number(words[13]) + Number(words[14])) * TICK_MS });
    } catch {
      // Ended between the listing and the reading.
    }
  }
  return found;
}

/** CPU so far, in milliseconds, of these processes with all their descendants, those that ended included. */
export function cpuOf(...roots) {
  const all = processes();
  const wanted = new Set(roots);
  let grown = true;
  while (grown) {
    grown = false;
    for (const [pid, { parent }] of all) if (wanted.has(parent) && !wanted.has(pid)) grown = Boolean(wanted.add(pid));
  }
  return [...wanted].reduce((sum, pid) => sum + (all.get(pid)?.own ?? 0) + (all.get(pid)?.reaped ?? 0), 0);
}

/** Resident memory of a process in megabytes. */
export function memoryOf(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
}

export const parentOf = (pid) => processes().get(pid)?.parent;
export const loadNow = () => os.loadavg()[0].toFixed(2);
export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export function percentile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
}

/** Measures two in turn, A B A B …; the order changes each round, so that neither always finds the machine warm. */
export async function inTurn(rounds, ours, floor) {
  const all = { ours: [], floor: [] };
  for (let round = 0; round < rounds; round += 1) {
    const turns = [['ours', ours], ['floor', floor]];
    if (round % 2) turns.reverse();
    for (const [name, measure] of turns) all[name].push(await measure(round));
  }
  return all;
}

/** Starts a program that prints "… runs at http://…" and gives its address. */
export function startProgram(file, environment) {
  const child = spawn(process.execPath, [file], { env: { PATH: process.env.PATH, ...environment }, stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    const hard = setTimeout(() => child.kill('SIGKILL'), 5000);
    await gone;
    clearTimeout(hard);
  };
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = /runs at (http\S+)/.exec(line)?.[1];
      if (url) resolve({ url, pid: child.pid, stop });
    });
    void gone.then((code) => reject(new Error(`${file} ended while starting (${code})`)));
  });
}
