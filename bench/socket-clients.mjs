// Many clients of Socket.IO, each no more than its WebSocket: they join, answer pings, and say when they were told.
import { createRequire } from 'node:module';

const require = createRequire(createRequire(import.meta.url).resolve('socket.io'));
const WebSocket = createRequire(require.resolve('engine.io'))('ws');
const AT_ONCE = 50;

/** Connects so many. `heard()` resolves when the last of them has the next news, and gives that moment. */
export async function connectClients(url, cookies) {
  const sockets = [];
  let told = 0;
  let done = () => undefined;
  const onNews = () => {
    told += 1;
    if (told === sockets.length) done(performance.now());
  };
  for (let first = 0; first < cookies.length; first += AT_ONCE) {
    sockets.push(...(await Promise.all(cookies.slice(first, first + AT_ONCE).map((cookie) => join(url, cookie, onNews)))));
  }
  const heard = () => new Promise((resolve) => {
    told = 0;
    done = resolve;
  });
  return { heard, close: () => sockets.forEach((socket) => socket.terminate()) };
}

function join(url, cookie, onNews) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/socket/?EIO=4&transport=websocket`, { headers: { cookie }, perMessageDeflate: false });
    socket.on('error', reject);
    socket.on('message', (bytes) => {
      const text = bytes.toString();
      if (text.startsWith('0')) socket.send('40');
      else if (text === '2') socket.send('3');
      else if (text.startsWith('40')) resolve(socket);
      else if (text.startsWith('44')) reject(new Error(text));
      else if (text.startsWith('42')) onNews();
    });
  });
}
