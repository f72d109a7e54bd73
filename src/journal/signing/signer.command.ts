import { sign } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import path from 'node:path';
import { readCheckpoint } from '../domain/checkpoint.js';
import { goesOn } from '../domain/proof.js';
import { openKeyFile, rawPublicKey } from './checkpoint-signer.js';

/**
 * The key process: run it as a user of its own, so that the web process cannot read the key. It signs a checkpoint only
 * when it goes on from the last one it signed: whoever takes over the web server cannot have a second history signed.
 *
 * ECABINET_SIGNER_SOCKET: the Unix socket to listen on; ECABINET_SIGNER_DIR: where key and last checkpoint are kept.
 */
const MOST = 64 * 1024;

interface Asked { body: string; before: number; proof: string[] }

function isAsked(value: unknown): value is Asked {
  return typeof value === 'object' && value !== null && 'body' in value && typeof value.body === 'string' && 'proof' in value
    && Array.isArray(value.proof) && value.proof.every((hash) => typeof hash === 'string');
}

async function readAll(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) {
    text += String(part);
    if (text.length > MOST) throw new Error('too long');
  }
  return text;
}

function run(socket: string, folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const key = openKeyFile(path.join(folder, 'log.key'));
  const lastFile = path.join(folder, 'last-checkpoint');
  const signed = (asked: unknown): string => {
    if (!isAsked(asked)) throw new Error('not a question');
    const wanted = readCheckpoint(asked.body);
    const last = existsSync(lastFile) ? readCheckpoint(readFileSync(lastFile, 'utf8')) : null;
    if (!wanted) throw new Error('not a checkpoint');
    const proof = asked.proof.map((hash) => Buffer.from(hash, 'base64'));
    if (last && (last.origin !== wanted.origin || !goesOn(last, wanted, proof))) throw new Error(`does not go on from the checkpoint of size ${last.size}`);
    writeFileSync(`${lastFile}.new`, asked.body, { mode: 0o600, flush: true });
    renameSync(`${lastFile}.new`, lastFile);
    return sign(null, Buffer.from(asked.body, 'utf8'), key).toString('base64');
  };
  rmSync(socket, { force: true });
  const server = createServer((request, response) => {
    readAll(request).then((text) => (request.url === '/sign' ? signed(JSON.parse(text)) : rawPublicKey(key).toString('base64'))).then(
      (answer) => response.end(answer),
      (error: unknown) => response.writeHead(409).end(error instanceof Error ? error.message : 'refused'),
    );
  });
  server.listen(socket, () => {
    chmodSync(socket, 0o660);
    process.stdout.write(`The key process listens at ${socket}\n`);
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => server.close(() => process.exit(0)));
}

const { ECABINET_SIGNER_SOCKET: socket, ECABINET_SIGNER_DIR: folder } = process.env;
if (!socket || !folder) {
  process.stderr.write('Set ECABINET_SIGNER_SOCKET (where to listen) and ECABINET_SIGNER_DIR (where the key is kept).\n');
  process.exit(1);
}
run(socket, folder);
