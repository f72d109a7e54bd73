import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hasPassed, verifyExport } from '../../src/verifier/verify.js';
import { Cabinet } from '../support/cabinet.js';
import { decide } from '../support/decided.js';
import { isUnbound, mutationsOf } from '../support/mutations.js';
import type { Schema } from '../support/person.js';

type Name = 'log' | 'motion' | 'request';
const NAMES: readonly Name[] = ['log', 'motion', 'request'];

describe('npx ecabinet verify', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ecabinet-verify-'));
  const texts = new Map<Name, string>();
  let vkey = '';

  const textOf = (name: Name): string => texts.get(name) ?? '';
  const fileOf = (name: string, text: string): string => {
    const file = path.join(folder, `${name}.json`);
    writeFileSync(file, text);
    return file;
  };
  const run = (...words: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/ecabinet.mjs', ...words], { encoding: 'utf8', env: { PATH: process.env['PATH'] } });
    return { status, stdout, stderr };
  };

  beforeAll(async () => {
    const cabinet = await Cabinet.open();
    try {
      const { motionId, requestId } = await decide(cabinet);
      const [auditor, secretary] = [await cabinet.person('kiem-tra'), await cabinet.person('thu-ky')];
      ({ vkey } = await auditor.get<Schema['CheckpointDto']>('/log/checkpoint'));
      texts.set('motion', JSON.stringify(await secretary.get(`/motions/${motionId}/export`)));
      texts.set('request', JSON.stringify(await secretary.get(`/opinion-requests/${requestId}/export`)));
      texts.set('log', JSON.stringify(await auditor.get('/journal/export')));
    } finally {
      await cabinet.close();
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(NAMES)('finds nothing wrong in a real export: %s', (name) => {
    const { status, stdout, stderr } = run('verify', fileOf(name, textOf(name)), '--key', vkey, '--lang', 'vi');
    expect(stdout).not.toContain('SAI');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('đều đạt');
    if (name !== 'request') expect(stdout).toContain('cần 14/27; 24 đồng ý, 0 không đồng ý, 1 ý kiến khác, 2 không bỏ phiếu: thông qua – Nghị định 138/2016/NĐ-CP');
    if (name === 'request') expect(stdout).toContain('cần 3/5; 3 đồng ý, 0 không đồng ý, 1 ý kiến khác, 1 coi như đồng ý: thông qua – Nghị định 191/2026/NĐ-CP');
  });

  it('says that the key is the export’s own word unless it is given, and refuses another key', () => {
    const file = fileOf('motion', textOf('motion'));
    expect(run('verify', file, '--lang', 'en').stdout).toContain('the export’s own word');
    const other = run('verify', file, '--key', 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', '--lang', 'en');
    expect([other.status, other.stdout]).toEqual([1, expect.stringContaining('log.vkey: not the same')]);
  });

  it('answers as JSON', () => {
    const { status, stdout } = run('verify', fileOf('request', textOf('request')), '--json');
    const report = JSON.parse(stdout) as { passed: boolean; checks: { kind: string; passed: boolean }[] };
    expect([status, report.passed]).toEqual([0, true]);
    expect(report.checks.map(({ kind }) => kind)).toEqual(['format', 'key', 'checkpoints', 'rows', 'proofs', 'openings', 'shown', 'replies', 'requestDecision', 'requestRecord', 'evidence']);
  });

  it('names the row, the member and what is wrong', () => {
    const forged = textOf('motion').replace('"choice":"otherOpinion"', '"choice":"agree"');
    const { status, stdout } = run('verify', fileOf('forged', forged), '--lang', 'en');
    expect(status).toBe(1);
    expect(stdout).toMatch(/✗ records\.motions .*\.ballots\[\d+\] \([0-9a-f-]{36}\): not the same/);
  });

  it.each([
    ['a file that is not there', ['verify', '/nowhere/export.json']],
    ['a file that is no export', ['verify', path.resolve('package.json')]],
    ['no file at all', ['verify']],
    ['an option it does not know', ['verify', 'x', '--colour']],
  ])('ends with 2 for %s', (_, words) => {
    expect(run(...words).status).toBe(2);
  });

  it.each(NAMES)('catches every change of a single value: %s', (name) => {
    const missed: string[] = [];
    let tried = 0;
    for (const mutation of mutationsOf(JSON.parse(textOf(name)))) {
      tried += 1;
      if (hasPassed(verifyExport(JSON.stringify(mutation.changed()))) && !isUnbound(mutation)) missed.push(mutation.what);
    }
    expect(missed).toEqual([]);
    expect(tried).toBeGreaterThan(name === 'request' ? 500 : 1000);
  });

  it('catches a member that stands twice', () => {
    const doubled = textOf('motion').replace('"format":', '"scope":{"kind":"log"},"format":');
    expect(hasPassed(verifyExport(doubled))).toBe(false);
  });
});
