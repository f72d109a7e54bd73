// cast: 32 members casting at a time. cast-cpu: CPU of app and database for each vote. cast-burst: 500 members within one instant.
import { askAll, connect, request } from './http-load.mjs';
import { cpuOf, inTurn, median, pause } from './machine.mjs';
import { makeCabinet, openMotions } from './stage.mjs';

const MEMBERS = 500;
const AT_ONCE = 32;
const MOTIONS = 6;
const ROUNDS = 5;
const BURSTS = 3;

export const names = ['cast', 'cast-cpu', 'cast-burst'];

export async function run({ stage, wants, report }) {
  const cabinet = await makeCabinet(stage, MEMBERS);
  const programs = { ours: await stage.server(), floor: await stage.floor('cast') };
  try {
    await measureCast(stage, cabinet, { programs, rounds: 1 });
    if (wants('cast') || wants('cast-cpu')) {
      const { ours, floor } = await measureCast(stage, cabinet, { programs, rounds: ROUNDS });
      const of = (turns, name) => median(turns.map((turn) => turn[name]));
      if (wants('cast')) report({ name: 'cast', ours: of(ours, 'rate'), floor: of(floor, 'rate'), goal: '>=0.7', unit: 'votes/s', rounds: ROUNDS });
      if (wants('cast-cpu')) report({ name: 'cast-cpu', ours: of(ours, 'cpu'), floor: of(floor, 'cpu'), goal: '<=1.3', unit: 'µs CPU/vote', rounds: ROUNDS });
    }
    if (wants('cast-burst')) {
      const { ours, floor } = await measureBurst(stage, cabinet, programs);
      report({ name: 'cast-burst', ours: median(ours), floor: median(floor), goal: '<=1.0', unit: 'ms to the last receipt', rounds: ROUNDS });
    }
  } finally {
    await programs.ours.stop();
    await programs.floor.stop();
  }
}

/** The ballots of everybody on these motions, as requests. */
function ballots({ people }, { url }, motionIds, cookieOf) {
  const { host } = new URL(url);
  return motionIds.flatMap((id) => people.map((person) => request('POST', `/api/motions/${id}/ballots`, { host, cookie: cookieOf(person), body: { choice: 'agree' } })));
}

async function measureCast(stage, cabinet, { programs, rounds }) {
  const turn = async (program, cookieOf) => {
    const requests = ballots(cabinet, program, await openMotions(stage, cabinet, MOTIONS), cookieOf);
    const connections = await Promise.all(Array.from({ length: AT_ONCE }, () => connect(program.url)));
    await settled(stage);
    const before = cpuOf(program.pid, stage.postmaster);
    const ms = await askAll(connections, requests);
    // Numbering and hashing follow the receipts: their CPU belongs to the votes.
    await settled(stage);
    const cpu = cpuOf(program.pid, stage.postmaster) - before;
    for (const connection of connections) connection.close();
    return { rate: (requests.length / ms) * 1000, cpu: (cpu / requests.length) * 1000 };
  };
  return inTurn(rounds, () => turn(programs.ours, (person) => person.cookie), () => turn(programs.floor, (person) => person.floorCookie));
}

async function measureBurst(stage, cabinet, programs) {
  const turn = async (program, cookieOf) => {
    const connections = await Promise.all(cabinet.people.map(() => connect(program.url)));
    const times = [];
    for (const id of await openMotions(stage, cabinet, BURSTS)) {
      await settled(stage);
      times.push(await askAll(connections, ballots(cabinet, program, [id], cookieOf)));
    }
    for (const connection of connections) connection.close();
    return median(times);
  };
  return inTurn(ROUNDS, () => turn(programs.ours, (person) => person.cookie), () => turn(programs.floor, (person) => person.floorCookie));
}

/** Waits until the journal is numbered to its end. */
async function settled({ query }) {
  for (let tries = 0; tries < 100; tries += 1) {
    await pause(100);
    const [{ done }] = await query('select (select max(entry_id) from journal_log) is not distinct from (select max(id) from journal_entry) as done');
    if (done) return;
  }
}
