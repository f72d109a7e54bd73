import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DEFAULT_LIMITS } from '../../src/papers/inspection/pdf-facts.js';
import { startSandboxed } from '../../src/papers/inspection/sandbox.js';
import { flateBomb, textPdf } from '../support/hostile-pdfs.js';
import { PaperCalls } from '../support/paper-calls.js';
import { openPapersStage, type PapersStage } from '../support/papers-stage.js';

const ROOT = resolve(import.meta.dirname, '..', '..');

interface Told { outcome: Record<string, string>; secrets: string[]; uid: number | undefined }

describe('the process that parses files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ecabinet-sandbox-'));
  let told: Told;
  let limits: string;
  let hasNetwork: boolean;

  beforeAll(async () => {
    cpSync(join(ROOT, 'test/support/sandbox-probe.mjs'), join(folder, 'probe.mjs'));
    cpSync(join(ROOT, 'src/papers/inspection/give-up-rights.mjs'), join(folder, 'give-up-rights.mjs'));
    const child = startSandboxed(join(folder, 'probe.mjs'), DEFAULT_LIMITS);
    told = await new Promise<Told>((done, fail) => {
      child.once('message', (message) => done(message as Told));
      child.once('exit', (code, signal) => fail(new Error(`the probe ended: ${code} ${signal}`)));
    });
    limits = readFileSync(`/proc/${child.pid}/limits`, 'utf8');
    hasNetwork = readFileSync(`/proc/${child.pid}/net/dev`, 'utf8').includes('eth0');
    child.kill('SIGKILL');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    'write a file', 'read a file', 'read the environment of the server', 'start a program', 'open a socket', 'open a socket by its class', 'listen', 'ask for a name', 'fetch',
    'reach the inside of Node', 'load native code',
  ])('cannot %s', (attempt) => {
    expect(told.outcome[attempt]).toMatch(/^(ERR_ACCESS_DENIED|ERR_DLOPEN_DISABLED)$/);
    expect(existsSync('/tmp/ecabinet-probe')).toBe(false);
  });

  it('cannot make code from text, nor find a secret in its environment', () => {
    expect(told.outcome['run text']).toBe('EvalError');
    expect(told.secrets).toEqual([]);
  });

  it('is nobody, even where the server is root', () => {
    if (process.getuid?.() !== 0) return expect(told.uid).toBe(process.getuid?.());
    expect([told.uid, told.outcome['be root again']]).toEqual([65_534, 'EPERM']);
  });

  it('has limits of the system on memory, time and files, and no network where the system can take it', () => {
    expect(limits).toMatch(/Max cpu time\s+60\s+60/);
    expect(limits).toMatch(/Max data size\s+1073741824\s/);
    expect(limits).toMatch(/Max file size\s+0\s+0/);
    expect(limits).toMatch(/Max core file size\s+0\s+0/);
    expect(hasNetwork).toBe(false);
  });
});

describe('while hostile files are uploaded', () => {
  let stage: PapersStage;
  beforeAll(async () => {
    stage = await openPapersStage();
  });
  afterAll(() => stage.close());

  it('the server answers everybody else, and takes good files afterwards', async () => {
    const papers = new PaperCalls(stage);
    const bomb = flateBomb();
    const bombs = Promise.all([bomb, bomb, bomb].map((bytes) => papers.refusal(bytes)));
    let slowest = 0;
    let isOver = false;
    void bombs.finally(() => (isOver = true));
    while (!isOver) {
      const before = performance.now();
      expect((await papers.call('member', '/me')).status).toBe(200);
      slowest = Math.max(slowest, performance.now() - before);
    }
    expect(await bombs).toEqual(Array(3).fill('422 pdfTooComplex'));
    expect(slowest).toBeLessThan(2000);
    await papers.add(textPdf('sau do'));
  });
});
