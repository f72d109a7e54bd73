// A cheap way to ask much: requests made beforehand, kept-open connections, nothing parsed but the length of the answer.
import net from 'node:net';

/** One request as bytes. */
export function request(method, path, { host, cookie, body }) {
  const text = body === undefined ? '' : JSON.stringify(body);
  const content = body === undefined ? '' : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n`;
  return Buffer.from(`${method} ${path} HTTP/1.1\r\nhost: ${host}\r\ncookie: ${cookie}\r\n${content}\r\n${text}`);
}

/** A connection on which one request is asked after the other. `ask` gives status and body length. */
export async function connect(url) {
  const { hostname, port } = new URL(url);
  const socket = net.connect(Number(port), hostname);
  socket.setNoDelay(true);
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  let waiting = null;
  let received = [];
  let wanted = -1;
  let status = 0;
  let size = 0;
  const finish = (error) => {
    const { resolve, reject } = waiting ?? {};
    waiting = null;
    const text = Buffer.concat(received);
    [received, wanted, size] = [[], -1, 0];
    if (error) reject?.(error);
    else resolve?.({ status, text });
  };
  socket.on('data', (chunk) => {
    received.push(chunk);
    size += chunk.length;
    if (wanted < 0) {
      const head = Buffer.concat(received).toString('latin1');
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return;
      status = Number(head.slice(9, 12));
      const length = /\r\ncontent-length: (\d+)/i.exec(head.slice(0, end));
      if (!length) return finish(new Error(`an answer without a length: ${head.slice(0, end)}`));
      wanted = end + 4 + Number(length[1]);
    }
    if (size >= wanted) finish();
  });
  socket.on('error', finish);
  socket.on('close', () => finish(new Error('the connection was closed')));
  const ask = (bytes) => new Promise((resolve, reject) => {
    waiting = { resolve, reject };
    socket.write(bytes);
  });
  return { ask, close: () => socket.destroy() };
}

/** Asks all requests over so many connections; fails at the first answer that is no success. Gives the milliseconds until the last answer. */
export async function askAll(connections, requests) {
  let next = 0;
  const started = performance.now();
  await Promise.all(connections.map(async (connection) => {
    while (next < requests.length) {
      const { status, text } = await connection.ask(requests[next++]);
      if (status < 200 || status > 299) throw new Error(text.toString().slice(0, 500));
    }
  }));
  return performance.now() - started;
}
