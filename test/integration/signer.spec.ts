import { type ChildProcess, spawn } from 'node:child_process';
import { createPublicKey } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkpointBody, readCheckpoint } from '../../src/journal/domain/checkpoint.js';
import { leafHash } from '../../src/journal/domain/tree.js';
import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import type { Schema } from '../support/person.js';

const COMMAND = path.resolve(import.meta.dirname, '../../dist/server/journal/signing/signer.command.js');

describe('the key process', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ecabinet-signer-'));
  const socket = path.join(folder, 'signer.sock');
  const last = path.join(folder, 'keys', 'last-checkpoint');
  let signer: ChildProcess;
  let cabinet: Cabinet;

  beforeAll(async () => {
    signer = spawn(process.execPath, [COMMAND], { env: { PATH: process.env['PATH'], ECABINET_SIGNER_SOCKET: socket, ECABINET_SIGNER_DIR: path.join(folder, 'keys') }, stdio: 'ignore' });
    await eventually(() => expect(existsSync(socket)).toBe(true));
    cabinet = await Cabinet.open({ ECABINET_SIGNER_SOCKET: socket }, 'empty');
    await cabinet.rows(`insert into account (username, name, administrator, demo) values ('quan-tri-thu', 'Quản trị', true, true)`);
    await cabinet.again('quan-tri-thu');
    await startAnew();
  });
  afterAll(async () => {
    await cabinet.close();
    signer.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  });

  /** A start makes a checkpoint of what has none. */
  async function startAnew(): Promise<void> {
    await cabinet.end('SIGTERM');
    await cabinet.start();
  }

  const ask = (question: object): Promise<string> => new Promise((done, fail) => {
    const asked = request({ socketPath: socket, path: '/sign', method: 'POST' }, (answer) => {
      let text = '';
      answer.on('data', (part: Buffer) => (text += part.toString()));
      answer.on('end', () => done(`${answer.statusCode ?? 0} ${text}`));
    });
    asked.on('error', fail);
    asked.end(JSON.stringify(question));
  });

  it('signs what the server asks, by a key that the server does not have', async () => {
    const [row] = await eventually(async () => {
      const rows = await cabinet.rows<{ note: string; size: string }>('select note, size from journal_checkpoint order by size desc limit 1');
      expect(rows).toHaveLength(1);
      return rows;
    });
    expect(row?.note.split('\n\n')[0]).toBe(readFileSync(last, 'utf8').trimEnd());
    const [name] = await cabinet.rows<{ public_key: Buffer }>('select public_key from journal_identity');
    const own = createPublicKey(readFileSync(path.join(folder, 'keys', 'log.key'))).export({ type: 'spki', format: 'der' }).subarray(-32);
    expect(name?.public_key).toEqual(own);
  });

  it('signs no second history: another root of the same size, a smaller log, a larger one without proof, another name', async () => {
    const known = readCheckpoint(readFileSync(last, 'utf8'));
    if (!known) throw new Error('no checkpoint');
    const other = leafHash('another history');
    for (const change of [{ root: other }, { size: known.size - 1, root: other }, { size: known.size + 1, root: other }, { origin: 'ecabinet/another' }]) {
      expect([change, await ask({ body: checkpointBody({ ...known, ...change }), before: known.size, proof: [] })]).toEqual([change, expect.stringMatching(/^409 does not go on/)]);
    }
    expect(await ask({ body: 'no checkpoint', before: 0, proof: [] })).toBe('409 not a checkpoint');
    expect(await ask({ body: checkpointBody(known), before: known.size, proof: [] })).toMatch(/^200 /);
  });

  it('is waited for: without it the log goes on unsigned, and is signed when it is back', async () => {
    const sizeOf = async (): Promise<number> => Number((await cabinet.rows<{ size: string }>('select max(size) as size from journal_checkpoint'))[0]?.size ?? 0);
    const before = await sizeOf();
    signer.kill('SIGKILL');
    const person = await cabinet.again('quan-tri-thu');
    expect((await person.get<Schema['MeDto']>('/me')).can.administer).toBe(true);
    signer = spawn(process.execPath, [COMMAND], { env: { PATH: process.env['PATH'], ECABINET_SIGNER_SOCKET: socket, ECABINET_SIGNER_DIR: path.join(folder, 'keys') }, stdio: 'ignore' });
    await startAnew();
    await eventually(async () => expect(await sizeOf()).toBeGreaterThan(before));
  });
});
