import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Cabinet } from '../support/cabinet.js';

const MAIN = path.resolve(import.meta.dirname, '../../dist/server/main.js');

/** Starts the server and waits for its end: its exit code and what it said. */
function start(settings: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [MAIN], { env: { PATH: process.env['PATH'], PORT: '0', ...settings }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((done) => child.once('exit', (code) => done({ code, said })));
}

describe('production mode', () => {
  it('does not start with the settings of a trial, and says every reason in a line of its own', async () => {
    const { code, said } = await start({ NODE_ENV: 'production', ECABINET_DEMO: 'true', HOST: '0.0.0.0', ECABINET_ORIGINS: 'http://cabinet.example', DATABASE_URL: 'postgres://postgres:postgres@db.internal/app' });
    expect(code).toBe(1);
    expect(said).toContain('e-Cabinet did not start. These settings are wrong:');
    const lines = said.split('\n').filter((line) => line.startsWith('  - ')).map((line) => /^ {2}- (\w+)/.exec(line)?.[1]);
    expect(lines).toEqual(['ECABINET_DEMO', 'ECABINET_ORIGINS', 'ECABINET_TRUSTED_PROXIES', 'DATABASE_URL', 'DATABASE_URL', 'ECABINET_PAPERS_KEY_FILE', 'ECABINET_SECRET']);
    expect(said).not.toContain('postgres:postgres');
  });

  it.each([
    [{ ECABINET_PAPERS_KEY: 'not a key' }, 'ECABINET_PAPERS_KEY: key 1 is not 32 bytes in base64'],
    [{ ECABINET_PAPERS_KEY_FILE: '/nowhere/papers.key' }, 'ECABINET_PAPERS_KEY_FILE: there is no file /nowhere/papers.key'],
  ])('does not start with %j, in any mode', async (settings, line) => {
    const { code, said } = await start({ DATABASE_URL: process.env['TEST_DATABASE_URL'] ?? '', ECABINET_DEMO: 'false', ...settings });
    expect([code, said]).toEqual([1, expect.stringContaining(line)]);
    expect(said).not.toContain('not a key');
  });

  it('runs with settings that are right, and answers by https alone', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'ecabinet-keys-'));
    const file = path.join(folder, 'papers.key');
    writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
    const server = new URL(process.env['TEST_DATABASE_URL'] ?? '');
    // The test's own database has a random password on this machine, which is as it should be.
    expect(['127.0.0.1', 'localhost']).toContain(server.hostname);
    const cabinet = await Cabinet.open({ NODE_ENV: 'production', ECABINET_DEMO: 'false', ECABINET_ORIGINS: 'https://cabinet.example', ECABINET_TRUSTED_PROXIES: '1', ECABINET_PAPERS_KEY_FILE: file, ECABINET_SECRET: randomBytes(32).toString('base64') }, 'empty');
    try {
      const ask = async (address: string, https: boolean, method = 'GET'): Promise<(string | number | null)[]> => {
        const answer = await fetch(`${cabinet.url}${address}`, { method, redirect: 'manual', headers: https ? { 'x-forwarded-proto': 'https' } : { 'x-forwarded-proto': 'https, http' } });
        await answer.arrayBuffer();
        return [answer.status, answer.headers.get('location')];
      };
      expect(await ask('/api/auth/options', true)).toEqual([200, null]);
      for (const [address, method] of [['/api/auth/options', 'GET'], ['/api/auth/sign-in', 'POST'], ['/emblem.svg', 'GET'], ['//evil.example/', 'GET'], ['/sessions', 'POST']]) {
        expect([address, await ask(address ?? '', false, method)]).toEqual([address, [403, null]]);
      }
      // A person who types the name is led to https, always to our own; a program is not.
      for (const page of ['/', '/sessions/1?tab=votes', '/@evil.example']) expect(await ask(page, false)).toEqual([308, `https://cabinet.example${page}`]);
      expect(await ask('/health/ready', false)).toEqual([200, null]);
      for (const transport of ['polling', 'websocket']) {
        expect([transport, (await ask(`/socket/?EIO=4&transport=${transport}`, false))[0]]).toEqual([transport, transport === 'polling' ? 403 : 400]);
      }
      expect((await ask('/socket/?EIO=4&transport=polling', true))[0]).toBe(200);
      for (const address of ['/api/docs', '/api/openapi.json', '/api/auth/demo-sign-in']) expect([address, (await ask(address, true))[0]]).toEqual([address, 404]);
    } finally {
      await cabinet.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
