// fanout: one state change until the last of 200, 1,000 and 5,000 clients has been told, and its CPU, over bare Socket.IO.
// Ours counts from the answer to the command, which leaves right after the commit; the floor, which commits nothing, from its request.
import { connect, request } from './http-load.mjs';
import { cpuOf, inTurn, median, pause } from './machine.mjs';
import { makeCabinet } from './stage.mjs';
import { connectClients } from './socket-clients.mjs';

const ROUNDS = 3;
const BROADCASTS = 10;
/** The sequencer gathers news for so long: the goal allows it on top. */
const WINDOW_MS = 25;
const SIZES = [200, 1000, 5000];
const MEMBERS = 200;

export const names = SIZES.flatMap((size) => [`fanout-${size}`, `fanout-${size}-cpu`]);

export async function run({ stage, wants, report }) {
  const cabinet = await makeCabinet(stage, MEMBERS);
  const [secretary] = cabinet.people;
  await stage.query(`insert into role_assignment (account_id, body_id, role) values ($1, $2, 'secretariat')`, [secretary.accountId, cabinet.bodyId]);
  const items = await stage.query(`insert into agenda_item (session_id, body_id, "order", title, kind) select $1, $2, i, 'Item ' || i, 'decision' from generate_series(0, 1) i returning id`, [cabinet.sessionId, cabinet.bodyId]);
  // In turn, since what is so already is no news.
  const command = { path: `/api/sessions/${cabinet.sessionId}/current-item`, cookie: secretary.cookie, bodies: items.map(({ id }) => ({ itemId: id })) };
  for (const size of SIZES) {
    if (!wants(`fanout-${size}`) && !wants(`fanout-${size}-cpu`)) continue;
    const cookies = Array.from({ length: size }, (_, index) => cabinet.people[index % MEMBERS].cookie);
    const programs = { ours: await stage.server(), floor: await stage.floor('fanout') };
    const clients = { ours: await connectClients(programs.ours.url, cookies), floor: await connectClients(programs.floor.url, cookies) };
    try {
      const turn = (name) => () => broadcast(stage, programs[name], { clients: clients[name], command, fromAnswer: name === 'ours' });
      await inTurn(1, turn('ours'), turn('floor'));
      const { ours, floor } = await inTurn(ROUNDS, turn('ours'), turn('floor'));
      const of = (turns, what) => median(turns.map((one) => one[what]));
      const [mine, bare] = [of(ours, 'ms'), of(floor, 'ms')];
      if (wants(`fanout-${size}`)) report({ name: `fanout-${size}`, ours: mine, floor: bare, ratio: Math.max(0, mine - WINDOW_MS) / bare, goal: '<=1.5', unit: `ms to the last (ratio without the window of ${WINDOW_MS} ms)`, rounds: ROUNDS });
      if (wants(`fanout-${size}-cpu`)) report({ name: `fanout-${size}-cpu`, ours: of(ours, 'cpu'), floor: of(floor, 'cpu'), goal: '<=1.5', unit: 'ms CPU/broadcast', rounds: ROUNDS });
    } finally {
      for (const one of Object.values(clients)) one.close();
      for (const one of Object.values(programs)) await one.stop();
    }
  }
}

async function broadcast(stage, program, { clients, command, fromAnswer }) {
  const connection = await connect(program.url);
  const { path, cookie, bodies } = command;
  const [first, second] = bodies.map((body) => request('PUT', path, { host: new URL(program.url).host, cookie, body }));
  const times = [];
  const before = cpuOf(program.pid, stage.postmaster);
  for (let count = 0; count < BROADCASTS; count += 1) {
    const heard = clients.heard();
    const asked = performance.now();
    const { status, text } = await connection.ask(count % 2 === 0 ? first : second);
    if (status > 299) throw new Error(text.toString());
    const answered = performance.now();
    times.push((await heard) - (fromAnswer ? answered : asked));
    await pause(60);
  }
  const cpu = (cpuOf(program.pid, stage.postmaster) - before) / BROADCASTS;
  connection.close();
  return { ms: median(times), cpu };
}
