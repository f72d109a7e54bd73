import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Cabinet } from '../support/cabinet.js';

/** Connections that are kept open time out after 72 seconds; an operator is told of ten. */
const SOON_MS = 30_000;

describe('a server that is stopped', () => {
  let cabinet: Cabinet;
  const sockets: Socket[] = [];
  beforeEach(async () => {
    cabinet = await Cabinet.open();
  });
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy();
    await cabinet.close();
  });

  async function connection(): Promise<Socket> {
    const socket = connect(Number(new URL(cabinet.url).port), '127.0.0.1');
    sockets.push(socket);
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    return socket;
  }
  /** @returns milliseconds until it had ended */
  async function stop(): Promise<number> {
    const since = performance.now();
    await cabinet.end('SIGTERM');
    return performance.now() - since;
  }

  it('gives the answers that are under way whole, and does not wait for what the connection may be asked next', async () => {
    const chair = await cabinet.person('thu-tuong');
    // Whether it stops before, amid or after an answer is chance: many at once are amid.
    const answers = Promise.all(Array.from({ length: 24 }, () => chair.ask<{ total?: object; code?: string }>('GET', `/bodies/${chair.bodyId}/opinion-figures`)));
    await chair.get('/me');
    expect(await stop()).toBeLessThan(SOON_MS);
    const given = (await answers).filter(({ status, body }) => status === 200 && body.total !== undefined);
    expect(given).toHaveLength(24);
  });

  it('waits neither for a connection that was opened ahead nor for a reader who has gone to sleep', async () => {
    await connection();
    const asleep = await connection();
    const page = await (await fetch(cabinet.url)).text();
    const program = /src="(\/assets\/[^"]+)"/.exec(page)?.[1] ?? '';
    const { byteLength } = await (await fetch(cabinet.url + program)).arrayBuffer();
    // More than the systems of both sides keep for it.
    asleep.write(`GET ${program} HTTP/1.1\r\nHost: cabinet\r\n\r\n`.repeat(Math.ceil(50_000_000 / byteLength)));
    await once(asleep, 'readable');
    expect(await stop()).toBeLessThan(SOON_MS);
    expect(cabinet.log).toEqual([]);
  });
});
