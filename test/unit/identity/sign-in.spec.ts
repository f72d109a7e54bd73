import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseSecret } from '../../../src/config/parse-secret.js';
import { isKnownContent, mayChange, siteOf } from '../../../src/http/origin.js';
import { deviceOf, shortAddress } from '../../../src/identity/domain/devices.js';
import { pauseMinutesAfter } from '../../../src/identity/domain/lockout.js';
import { isUnusedStep, readAppCode, readRecoveryCode, stepAt, writeRecoveryCode } from '../../../src/identity/domain/one-time-codes.js';
import { whyNotPassword } from '../../../src/identity/domain/passwords.js';
import { isBreached } from '../../../src/identity/sign-in/breached-passwords.js';
import { type AskFacts, isDoneAtOnce, whyCannotAsk, whyCannotDecide } from '../../../src/identity/domain/two-administrators.js';

describe('the pause after failures in a row', () => {
  it.each([[0, 0], [9, 0], [10, 15], [11, 30], [12, 60], [16, 960], [17, 1440], [1000, 1440]])('after %i failures lasts %i minutes', (failures, minutes) => {
    expect(pauseMinutesAfter(failures)).toBe(minutes);
  });

  it('never gets shorter with one failure more', () => {
    fc.assert(fc.property(fc.nat(5000), (failures) => pauseMinutesAfter(failures + 1) >= pauseMinutesAfter(failures)));
  });
});

describe('one-time codes', () => {
  it('are read however a recovery code is typed, and only as it was written', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 239 }), { minLength: 24, maxLength: 24 }), (random) => {
      const written = writeRecoveryCode(random);
      expect(written).toMatch(/^[2-9A-HJKMNP-TV-Z]{4}(-[2-9A-HJKMNP-TV-Z]{4}){5}$/);
      expect(readRecoveryCode(` ${written.toLowerCase().replaceAll('-', ' ')} `)).toBe(written.replaceAll('-', ''));
    }));
  });

  it('are recovery codes of 112 bits or more, each letter as likely as the others: a keyed hash of them needs not be slow', () => {
    const letters = Array.from({ length: 240 }, (_, value) => writeRecoveryCode([value, ...Array.from({ length: 23 }, () => 0)]).charAt(0));
    const counts = new Map<string, number>();
    for (const letter of letters) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    expect([...counts.values()]).toEqual(Array.from({ length: 30 }, () => 8));
    expect(24 * Math.log2(counts.size)).toBeGreaterThanOrEqual(112);
  });

  it.each(['', 'ABCD-EFGH', 'ABCD-EFGH-JKMN', 'ABCD-EFGH-JKMN-PQRS-TVWX-YZ20', 'ABCD-EFGH-JKMN-PQRS-TVWX-YZ234'])('do not take %j for a recovery code', (typed) => expect(readRecoveryCode(typed)).toBeNull());
  it.each([['123456', '123456'], ['123 456', '123456'], ['12345', null], ['1234567', null], ['12345a', null]])('of an app: %j is %j', (typed, expected) => expect(readAppCode(typed)).toBe(expected));

  it('count once: only a later step than the last', () => {
    expect(stepAt(59_999)).toBe(1);
    expect(stepAt(60_000)).toBe(2);
    expect([isUnusedStep(2, 1), isUnusedStep(2, 2), isUnusedStep(1, 2)]).toEqual([true, false, false]);
  });
});

const LISTED = readFileSync(path.resolve(import.meta.dirname, '../../../src/identity/sign-in/common-passwords.txt'), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'));
const PUBLISHED: ReadonlySet<string> = new Set(LISTED);
const judged = (password: string, username = 'thu-ky', words: string[] = []): string | null => whyNotPassword(password, { username, words, published: PUBLISHED });

describe('secrets', () => {
  it('are all drawn from the random source of the system', () => {
    const folder = path.resolve(import.meta.dirname, '../../../src');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    expect(files.filter((file) => /Math\.random|pseudoRandomBytes/.test(readFileSync(path.join(folder, file), 'utf8')))).toEqual([]);
    const draws = (file: string): boolean => /from 'node:crypto'/.test(readFileSync(path.join(folder, file), 'utf8')) && readFileSync(path.join(folder, file), 'utf8').includes('randomBytes(');
    expect(['identity/tokens.ts', 'identity/codes/codes.service.ts', 'config/secret.ts'].filter((file) => !draws(file))).toEqual([]);
  });
});

describe('passwords people choose', () => {
  it.each([
    'correcthorsebatterystaple', 'Mật khẩu của tôi là', 'matkhaumatkhaumatkhau', '123456789012345', 'qwertyuiopasdfghjkl', 'abcabcabcabcabcabc', 'Anh yêu em nhiều lắm', 'chinhphu-vietnam-2026',
    'bo-truong-y-te-2026!', 'abcdefghijklmnopqrs',
  ])('%s is one everybody tries', (password) => expect(judged(password, 'bo-truong-y-te')).toBe('passwordTooCommon'));

  it('may be none of the more than 3,000 that a published list holds, however they are written', () => {
    const long = LISTED.filter((listed) => listed.length >= 15);
    expect(long.length).toBeGreaterThanOrEqual(3000);
    expect(long.filter((listed) => judged(listed) !== 'passwordTooCommon' || judged(`${listed.toUpperCase()}!`) !== 'passwordTooCommon')).toEqual([]);
  });

  it.each(['Sunshine1234567890', '2026-sunshine-2026-01', 'Sunshine.Sunshine.99', 'superman superman', '0000000dragonball0000', 'Football.Football.Football'])('%s is a common word and what people put around it', (password) => {
    expect(judged(password)).toBe('passwordTooCommon');
  });

  it('get nothing for the words the operator named, nor for the user name', () => {
    expect(judged('Sở Nội vụ Hải Đăng 26')).toBeNull();
    expect(judged('Sở Nội vụ Hải Đăng 26', 'x', ['Sở Nội vụ', ' Hải Đăng '])).toBe('passwordTooCommon');
    expect(judged('nguyen.thi.hai.dang.9', 'nguyen-thi-hai-dang')).toBe('passwordTooCommon');
    expect(judged('ta đi sa bo cu ne go', 'x', ['ta', 'sa', 'bo', 'cu'])).toBeNull();
  });

  it.each([64, 128, 1000])('may have %i characters', (length) => {
    expect(judged(Array.from({ length }, (_, index) => 'mưa rơi trên mái'[index % 16] ?? '').join('').replace(/^.{4}/, 'khác'))).toBeNull();
  });

  it('are found in a file of breached ones ordered by hash: each, the first and the last too, and no other', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'breached-'));
    const hashOf = (password: string): string => createHash('sha1').update(password).digest('hex').toUpperCase();
    const known = Array.from({ length: 300 }, (_, index) => `mật khẩu bị lộ số ${index}`);
    for (const [name, end, count] of [['unix', '\n', ':12'], ['windows', '\r\n', ':1234567'], ['bare', '\n', '']] as const) {
      const file = path.join(folder, name);
      writeFileSync(file, known.map(hashOf).sort().map((hash) => `${hash}${count}`).join(end) + (name === 'unix' ? end : ''));
      for (const password of known) expect([name, password, await isBreached(password, file)]).toEqual([name, password, true]);
      expect(await isBreached((known[7] ?? '').normalize('NFD'), file)).toBe(true);
      for (let other = 300; other < 500; other += 1) expect(await isBreached(`mật khẩu bị lộ số ${other}`, file)).toBe(false);
    }
    writeFileSync(path.join(folder, 'empty'), '');
    expect(await isBreached('gì cũng được', path.join(folder, 'empty'))).toBe(false);
    rmSync(folder, { recursive: true });
  });

  it.each(['sương mù trên sông Hồng', 'mười bốn con vịt bơi', 'nine slow kettles sing'])('%s may be one: words are enough', (password) => expect(judged(password)).toBeNull());
  it('needs 15 characters, counted as people see them', () => {
    expect(judged('mèo leo cây cau')).toBeNull();
    expect(judged('mèo leo cây ca')).toBe('passwordTooShort');
    expect(judged('mèo leo cây ca'.normalize('NFD'))).toBe('passwordTooShort');
  });
});

describe('what takes two administrators', () => {
  const facts = (change: Partial<AskFacts>): AskFacts => ({ kind: 'recovery', isOwn: false, administrators: 2, subject: { administrator: false, disabled: false, ready: true }, ...change });
  it.each([
    [facts({}), null], [facts({ administrators: 1 }), 'secondAdministratorMissing'], [facts({ subject: { administrator: false, disabled: false, ready: false } }), 'requestPointless'],
    [facts({ kind: 'roles' }), 'requestPointless'], [facts({ kind: 'roles', subject: { administrator: true, disabled: false, ready: true } }), null], [facts({ kind: 'roles', isOwn: true }), null], [facts({ kind: 'roles', isOwn: true, administrators: 1 }), 'secondAdministratorMissing'],
    [facts({ kind: 'disable' }), 'requestPointless'], [facts({ kind: 'disable', isOwn: true }), null], [facts({ kind: 'removeAdministrator' }), 'requestPointless'],
    [facts({ kind: 'grantAdministrator', administrators: 1 }), null], [facts({ kind: 'grantAdministrator', subject: { administrator: true, disabled: false, ready: true } }), 'requestPointless'],
  ])('%j: %s', (asked, expected) => expect(whyCannotAsk(asked)).toBe(expected));

  it('is done at once only when a lone administrator makes a second one', () => {
    expect([isDoneAtOnce('grantAdministrator', 1), isDoneAtOnce('grantAdministrator', 2), isDoneAtOnce('recovery', 1)]).toEqual([true, false, false]);
  });

  it('is never confirmed by who asked, nor late, nor twice', () => {
    expect(whyCannotDecide({ isAsker: true, isOpen: true, isExpired: false })).toBe('ownRequest');
    expect(whyCannotDecide({ isAsker: false, isOpen: true, isExpired: true })).toBe('requestDecided');
    expect(whyCannotDecide({ isAsker: false, isOpen: false, isExpired: false })).toBe('requestDecided');
    expect(whyCannotDecide({ isAsker: false, isOpen: true, isExpired: false })).toBeNull();
  });
});

describe('devices', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36', 'Chrome', 'Windows'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/131.0 Chrome/125.0.0.0 Safari/537.36', 'Cốc Cốc', 'Windows'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/131.0 Mobile/15E148 Safari/604.1', 'Chrome', 'iPhone'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15', 'Safari', 'macOS'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0', 'Firefox', 'Linux'],
    ['Mozilla/5.0 (Linux; Android 14; SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36', 'Samsung Internet', 'Android'],
    ['curl/8.5.0', null, null],
  ])('%s', (userAgent, browser, system) => expect(deviceOf(userAgent)).toEqual({ browser, system }));

  it.each([['203.113.131.9', '203.113.x.x'], ['::ffff:10.0.0.5', '10.0.x.x'], ['2001:ee0:4f04:1::7', '2001:ee0:4f04:x'], ['::1', '::1']])('%s is shown as %s', (address, shown) => expect(shortAddress(address)).toBe(shown));
});

describe('where a change may come from', () => {
  const request = (headers: Record<string, string>, method = 'POST') => ({ method, headers: { host: 'cabinet.example', ...headers } }) as unknown as Parameters<typeof mayChange>[0];
  it.each([
    [{}, true], [{ origin: 'https://cabinet.example' }, true], [{ origin: 'https://cabinet.example', 'sec-fetch-site': 'same-origin' }, true], [{ 'sec-fetch-site': 'none' }, true],
    [{ 'sec-fetch-site': 'same-site' }, false], [{ 'sec-fetch-site': 'cross-site' }, false], [{ origin: 'null' }, false], [{ origin: 'https://evil.example' }, false], [{ origin: 'https://cabinet.example.evil.example' }, false],
  ])('%j: %s', (headers, allowed) => expect(mayChange(request(headers), [])).toBe(allowed));

  it.each([['application/json', true], ['application/json; charset=utf-8', true], ['multipart/form-data; boundary=x', true], ['text/plain', false], ['application/x-www-form-urlencoded', false], ['application/jsonp', false]])('a body of %s: %s', (type, known) => {
    expect(isKnownContent(request({ 'content-type': type, 'content-length': '2' }))).toBe(known);
  });

  it('binds passkeys to the host that was asked, or to the origin that is set', () => {
    const asked = (headers: Record<string, string>, allowed: string[] = []) => siteOf({ headers: { host: 'localhost:3000', ...headers }, protocol: 'http' }, allowed);
    expect(asked({})).toEqual({ origin: 'http://localhost:3000', rpId: 'localhost' });
    expect(asked({ origin: 'https://evil.example' })).toEqual({ origin: 'http://localhost:3000', rpId: 'localhost' });
    expect(asked({}, ['https://cabinet.example'])).toEqual({ origin: 'https://cabinet.example', rpId: 'cabinet.example' });
    expect(asked({ origin: 'https://b.example' }, ['https://a.example', 'https://b.example'])).toEqual({ origin: 'https://b.example', rpId: 'b.example' });
  });
});

describe('the installation’s secret', () => {
  it.each(['short', '0'.repeat(64), 'not base64 at all, with spaces in it and long enough', Buffer.alloc(32, 7).toString('base64')])('is not %s', (text) => expect(parseSecret(text)).toBeNull());
  it('is 32 random bytes or more, in hex or base64', () => {
    const bytes = Buffer.from(Array.from({ length: 32 }, (_, index) => index * 7));
    for (const text of [bytes.toString('hex'), bytes.toString('base64'), `${bytes.toString('base64url')}\n`]) expect(parseSecret(text)?.equals(bytes)).toBe(true);
  });
});
