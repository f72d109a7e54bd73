// start: from the command to the first answer, with the database running and the files warm, over bare Nest; and memory when idle.
import net from 'node:net';
import { inTurn, median, memoryOf, pause } from './machine.mjs';

const ROUNDS = 5;
const IDLE_MS = 3000;

export const names = ['start', 'start-memory'];

export async function run({ stage, wants, report }) {
  const memory = [];
  const turn = (launch, remember) => async () => {
    const port = await freePort();
    const started = performance.now();
    const launched = launch({ PORT: String(port) });
    while (!(await answers(port))) await pause(5);
    const ms = performance.now() - started;
    const program = await launched;
    if (remember) {
      await pause(IDLE_MS);
      memory.push(memoryOf(program.pid));
    }
    await program.stop();
    return ms;
  };
  const floor = (environment) => stage.floor('start', environment);
  await inTurn(1, turn(stage.server, false), turn(floor, false));
  const all = await inTurn(ROUNDS, turn(stage.server, true), turn(floor, false));
  if (wants('start')) report({ name: 'start', ours: median(all.ours), floor: median(all.floor), goal: '<=2', unit: 'ms to the first answer', rounds: ROUNDS });
  if (wants('start-memory')) report({ name: 'start-memory', ours: median(memory), goal: '<=160', unit: 'MB resident when idle', rounds: ROUNDS });
}

async function answers(port) {
  try {
    return (await fetch(`http://127.0.0.1:${port}/health/live`)).ok;
  } catch {
    return false;
  }
}

function freePort() {
  return new Promise((resolve) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
