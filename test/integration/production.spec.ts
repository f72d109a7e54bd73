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
      expect((await fetch(`${cabinet.url}/api/auth/options`)).status).toBe(403);
      expect((await fetch(`${cabinet.url}/api/auth/options`, { headers: { 'x-forwarded-proto': 'https' } })).status).toBe(200);
    } finally {
      await cabinet.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
