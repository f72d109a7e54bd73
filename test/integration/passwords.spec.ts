import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Cabinet } from '../support/cabinet.js';
import { forgetTries, invite, inviteWithPassword, PASSWORD, Visitor } from '../support/visitor.js';

const BREACHED = 'bốn mùa hoa ban nở trắng';

describe('a password', () => {
  let cabinet: Cabinet;
  const folder = mkdtempSync(path.join(tmpdir(), 'breached-'));

  beforeAll(async () => {
    const file = path.join(folder, 'hashes.txt');
    const hashes = [BREACHED, ...Array.from({ length: 50 }, (_, index) => `another ${index}`)].map((password) => `${createHash('sha1').update(password).digest('hex').toUpperCase()}:3`);
    writeFileSync(file, hashes.sort().join('\r\n'));
    cabinet = await Cabinet.open({ ECABINET_BREACHED_PASSWORDS: file, ECABINET_CONTEXT_WORDS: 'Sở Tài nguyên, Hải Đăng' });
  });
  beforeEach(() => forgetTries(cabinet));
  afterAll(async () => {
    await cabinet.close();
    rmSync(folder, { recursive: true });
  });

  const signIn = (username: string, password: string): Promise<string> => new Visitor(cabinet).outcome('POST', '/auth/sign-in', { username, password });

  it('is refused where it was breached, is on a published list, or is made of words of the house; the link stays good', async () => {
    const { token } = await invite(cabinet, 'nguoi-chon');
    const choose = (password: string): Promise<string> => new Visitor(cabinet).outcome('POST', '/auth/set-password', { token, password });
    expect(await choose(BREACHED)).toBe('422 passwordBreached');
    expect(await choose(BREACHED.normalize('NFD'))).toBe('422 passwordBreached');
    expect(await choose('momsanaladventure')).toBe('422 passwordTooCommon');
    expect(await choose('Sở Tài nguyên Hải Đăng 26')).toBe('422 passwordTooCommon');
    expect(await choose('bốn mùa hoa ban nở vàng')).toBe('204');
    const changed = new Visitor(cabinet);
    await changed.do('POST', '/auth/sign-in', { username: 'nguoi-chon', password: 'bốn mùa hoa ban nở vàng' });
    expect(await changed.outcome('PUT', '/me/security/password', { current: 'bốn mùa hoa ban nở vàng', password: BREACHED })).toBe('422 passwordBreached');
  });

  it.each([64, 128, 1000])('of %i characters is taken, and every one of them counts', async (length) => {
    const username = `nguoi-${length}`;
    const { token } = await invite(cabinet, username);
    const password = Array.from({ length }, (_, index) => 'dòng sông chảy qua làng '[(index * 7) % 24] ?? '').join('');
    expect(await new Visitor(cabinet).outcome('POST', '/auth/set-password', { token, password })).toBe('204');
    expect(await signIn(username, `${password.slice(0, -1)}~`)).toBe('401 wrongCredentials');
    expect(await signIn(username, password.slice(0, -1))).toBe('401 wrongCredentials');
    expect(await signIn(username, password)).toBe('200');
  });

  it('counts as it is typed: case, spaces at the ends, marks; but not by which keyboard made the same letter', async () => {
    const username = 'nguoi-go-dau';
    const { token } = await invite(cabinet, username);
    const password = `  ${PASSWORD} Ắ `;
    await new Visitor(cabinet).do('POST', '/auth/set-password', { token, password: password.normalize('NFC') });
    for (const other of [password.trim(), password.toLowerCase(), password.replace('ư', 'u')]) expect([other, await signIn(username, other)]).toEqual([other, '401 wrongCredentials']);
    expect(await signIn(username, password.normalize('NFD'))).toBe('200');
  });

  it('does not grow old, and nothing is kept beside it: no date, no hint, no question', async () => {
    const { accountId } = await inviteWithPassword(cabinet, 'nguoi-lau-nam');
    await cabinet.rows(`update account set created_at = now() - interval '20 years' where id = $1`, [accountId]);
    await forgetTries(cabinet);
    expect(await signIn('nguoi-lau-nam', PASSWORD)).toBe('200');
    const columns = await cabinet.rows<{ name: string }>(`select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public' and column_name ~ 'passw|hint|question|answer|secret' and table_name ~ 'account|sign|totp|code|link'`);
    expect(columns.map(({ name }) => name).sort()).toEqual(['account.password_hash', 'totp.sealed_secret']);
  });

  it('leaves no warning in the log', () => {
    expect(cabinet.log).toEqual([]);
  });
});
