import { closeSync, existsSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { AppNode } from './app-node.js';
import type { TcpProxy } from './tcp-proxy.js';

/** Where the faults strike. */
export interface Field {
  nodes: readonly [AppNode, AppNode];
  database: TcpProxy;
  /** Folder of the embedded cluster; null with a database of one's own. */
  cluster: string | null;
  /** A disk of its own, which may be filled; null where none can be mounted. */
  disk: string | null;
}

export type Nemesis = (field: Field) => Promise<void>;

/** The connection on which ballots are written names itself. */
const isOfBallots = (hello: Buffer): boolean => hello.includes('e-cabinet ballots');
const CAST = Buffer.from('\0cast\0');
const STRIKES_WITHIN_MS = 8_000;

/** Kills whoever casts at the instant its statement is on the way, before Postgres has it. */
const killBeforeCommit: Nemesis = ({ nodes, database }) => strikeOnce((done) => {
  database.up = (chunk, link) => {
    if (!isOfBallots(link.hello) || !chunk.includes(CAST)) return 'pass';
    database.up = () => 'pass';
    for (const node of nodes) node.kill('SIGKILL');
    done();
    return 'drop';
  };
}, () => { database.up = () => 'pass'; });

/** Kills it at the instant Postgres has committed, before the answer comes. */
const killAfterCommit: Nemesis = ({ nodes, database }) => strikeOnce((done) => {
  const waiting = new Set<object>();
  database.up = (chunk, link) => {
    if (isOfBallots(link.hello) && chunk.includes(CAST)) waiting.add(link);
    return 'pass';
  };
  database.down = (_, link) => {
    if (!waiting.has(link)) return 'pass';
    Object.assign(database, { up: () => 'pass', down: () => 'pass' });
    for (const node of nodes) node.kill('SIGKILL');
    done();
    return 'drop';
  };
}, () => Object.assign(database, { up: () => 'pass', down: () => 'pass' }));

/** Waits for the instant; where nobody casts any more the fault does not strike, and is not counted. */
async function strikeOnce(arm: (done: () => void) => void, disarm: () => void): Promise<void> {
  const struck = new Promise<boolean>((done) => arm(() => done(true)));
  const isStruck = await Promise.race([struck, pause(STRIKES_WITHIN_MS, false)]);
  disarm();
  if (!isStruck) throw new Error('nobody cast any more');
}

const killFirst: Nemesis = async ({ nodes }) => nodes[0].kill('SIGKILL');
const killSecond: Nemesis = async ({ nodes }) => nodes[1].kill('SIGKILL');

const killPostgres: Nemesis = async ({ cluster }) => {
  if (cluster === null) throw new Error('not our database');
  process.kill(postmasterOf(cluster), 'SIGKILL');
};

const stopAndContinue: Nemesis = async ({ nodes }) => {
  nodes[0].kill('SIGSTOP');
  await pause(1_500);
  nodes[0].kill('SIGCONT');
};

const stopPostgres: Nemesis = async ({ cluster }) => {
  if (cluster === null) throw new Error('not our database');
  const pid = postmasterOf(cluster);
  const all = [pid, ...childrenOf(pid)];
  for (const each of all) signal(each, 'SIGSTOP');
  await pause(1_000);
  for (const each of all) signal(each, 'SIGCONT');
};

const cutDatabase: Nemesis = async ({ database }) => database.cut();
const cutClients: Nemesis = async ({ nodes }) => nodes.forEach((node) => node.front.cut());

const jumpClock: Nemesis = async ({ nodes }) => {
  nodes[1].kill('SIGUSR2');
  await pause(800);
  nodes[1].kill('SIGUSR2');
};

/** Fills the disk to the last byte for a moment; Postgres stops, and starts again once there is room. */
const fillDisk: Nemesis = async ({ disk }) => {
  if (disk === null) throw new Error('no disk of its own');
  const file = path.join(disk, 'filler');
  const handle = openSync(file, 'w');
  try {
    for (let size = 16 * 1024 * 1024; size >= 4096;) {
      try {
        writeSync(handle, Buffer.alloc(size, 1));
      } catch {
        // Full for pieces of this size: smaller ones until not one fits.
        size /= 4;
      }
    }
    await pause(1_500);
  } finally {
    closeSync(handle);
    rmSync(file, { force: true });
  }
};

export const NEMESES = {
  'app killed before the commit': killBeforeCommit,
  'app killed after the commit': killAfterCommit,
  'first app process killed': killFirst,
  'second app process killed': killSecond,
  'Postgres killed': killPostgres,
  'app stopped and continued': stopAndContinue,
  'Postgres stopped and continued': stopPostgres,
  'connections to the database cut': cutDatabase,
  'connections of clients cut': cutClients,
  'clock of one process an hour ahead': jumpClock,
  'disk full': fillDisk,
} satisfies Record<string, Nemesis>;

export type NemesisName = keyof typeof NEMESES;

function postmasterOf(cluster: string): number {
  const file = path.join(cluster, 'postmaster.pid');
  if (!existsSync(file)) throw new Error('Postgres is starting');
  return Number(readFileSync(file, 'utf8').split('\n')[0]);
}

function childrenOf(pid: number): number[] {
  const parentOf = (each: string): number => {
    try {
      return Number(readFileSync(`/proc/${each}/stat`, 'utf8').split(') ')[1]?.split(' ')[1]);
    } catch {
      // It ended while we looked.
      return 0;
    }
  };
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === pid).map(Number);
}

function signal(pid: number, name: 'SIGSTOP' | 'SIGCONT'): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended meanwhile: nothing to stop.
  }
}
