import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { weakPasswordReason, weakSecretReason } from '../../../src/config/domain/secrets.js';
import { EnvironmentInvalid, loadEnvironment } from '../../../src/config/environment.js';

const ELSEWHERE = 'postgres://app:nb7Lw0qXk2Vd9s@db.internal/app';
const GOOD = {
  NODE_ENV: 'production', ECABINET_ORIGINS: 'https://cabinet.example', ECABINET_TRUSTED_PROXIES: '1', ECABINET_PAPERS_KEY_FILE: '/run/keys/papers.key',
  DATABASE_URL: 'postgres://app:nb7Lw0qXk2Vd9s@db.internal/app?sslmode=verify-full', ECABINET_DATA_DIR: '/var/lib/app', ECABINET_SECRET: randomBytes(32).toString('base64'),
};

const problemsOf = (changed: NodeJS.ProcessEnv): string[] => {
  try {
    loadEnvironment({ ...GOOD, ...changed });
    return [];
  } catch (error) {
    return error instanceof EnvironmentInvalid ? error.problems : [String(error)];
  }
};

describe('production', () => {
  it('starts with settings that are as they should be', () => {
    expect(problemsOf({})).toEqual([]);
  });

  it.each<[string, NodeJS.ProcessEnv, RegExp]>([
    ['the demo', { ECABINET_DEMO: 'true' }, /^ECABINET_DEMO/],
    ['the demo that comes with the embedded database', { DATABASE_URL: '' }, /^ECABINET_DEMO/],
    ['no origin', { ECABINET_ORIGINS: '' }, /^ECABINET_ORIGINS: production needs/],
    ['a plain http origin', { ECABINET_ORIGINS: 'http://cabinet.example' }, /^ECABINET_ORIGINS: http:\/\/cabinet.example is not https/],
    ['one plain http origin among others', { ECABINET_ORIGINS: 'https://a.example, http://b.example' }, /^ECABINET_ORIGINS: http:\/\/b.example is not https/],
    ['no proxy that knows of https', { ECABINET_TRUSTED_PROXIES: '0' }, /^ECABINET_TRUSTED_PROXIES=0/],
    ['no proxy, open to the network', { ECABINET_TRUSTED_PROXIES: '0', HOST: '0.0.0.0' }, /HOST=0\.0\.0\.0/],
    ['a database elsewhere without TLS', { DATABASE_URL: 'postgres://app:nb7Lw0qXk2Vd9s@db.internal/app' }, /^DATABASE_URL: the way to db\.internal must be encrypted/],
    ...['prefer', 'require', 'verify-ca', 'no-verify'].map((mode): [string, NodeJS.ProcessEnv, RegExp] => [`a database elsewhere with sslmode=${mode}`, { DATABASE_URL: `${ELSEWHERE}?sslmode=${mode}` }, /the server checked; add sslmode=verify-full/]),
    ...['ssl=0', 'uselibpqcompat=true', 'sslmode=disable', 'host=other.internal'].map((odd): [string, NodeJS.ProcessEnv, RegExp] => [`${odd} beside the right mode`, { DATABASE_URL: `${ELSEWHERE}?sslmode=verify-full&${odd}` }, /may undo it/]),
    ['a second host behind this machine', { DATABASE_URL: `${ELSEWHERE}?host=localhost&host=other.internal` }, /^DATABASE_URL: the way to localhost must/],
    ['Redis elsewhere without TLS', { REDIS_URL: 'redis://:nb7Lw0qXk2Vd9s@redis.internal:6379' }, /^REDIS_URL: the way to redis\.internal must be encrypted; use rediss/],
    ['S3 without TLS', { S3_BUCKET: 'papers', S3_ENDPOINT: 'http://s3.internal:9000' }, /^S3_ENDPOINT: the way to s3\.internal must be encrypted; use https/],
    ['ClamAV on another machine', { ECABINET_CLAMAV: 'clamav.internal:3310' }, /^ECABINET_CLAMAV: ClamAV speaks no TLS, and papers would go to clamav\.internal/],
    ['a provider without TLS', { ECABINET_OIDC_ISSUER: 'http://login.example', ECABINET_OIDC_CLIENT_ID: 'cabinet' }, /^ECABINET_OIDC_ISSUER: production needs https/],
    ['a default password of the database', { DATABASE_URL: 'postgres://postgres:postgres@localhost/app' }, /^DATABASE_URL: the password has fewer/],
    ['a password everybody tries', { DATABASE_URL: 'postgres://app:changeme-2026!@localhost/app' }, /everybody tries first/],
    ['no password for a database elsewhere', { DATABASE_URL: 'postgres://app@db.internal/app?sslmode=verify-full' }, /there is no password/],
    ['no secret', { ECABINET_SECRET: '' }, /^ECABINET_SECRET: production needs one/],
    ['a short secret', { ECABINET_SECRET: 'c2hvcnQ=' }, /^ECABINET_SECRET=\(hidden\): too short/],
    ['no key of the papers', { ECABINET_PAPERS_KEY_FILE: '' }, /^ECABINET_PAPERS_KEY_FILE: production needs/],
    ['the key beside the papers', { ECABINET_PAPERS_KEY_FILE: '/var/lib/app/keys/papers.key' }, /lies in the data folder/],
    ['a key that is none', { ECABINET_PAPERS_KEY: 'hunter2' }, /^ECABINET_PAPERS_KEY: key 1 is not 32 bytes/],
    ['a key of zeros', { ECABINET_PAPERS_KEY: Buffer.alloc(32).toString('base64') }, /^ECABINET_PAPERS_KEY: key 1 repeats/],
  ])('refuses %s with one line', (_, changed, line) => {
    const problems = problemsOf(changed);
    expect(problems).toEqual([expect.stringMatching(line)]);
    expect(problems.join()).not.toMatch(/nb7Lw0qXk2Vd9s|hunter2|changeme/);
  });

  it.each<[NodeJS.ProcessEnv]>([
    [{ DATABASE_URL: `${ELSEWHERE}?sslmode=verify-full&sslrootcert=/etc/ssl/own-ca.pem` }], [{ REDIS_URL: 'rediss://redis.internal' }], [{ REDIS_URL: 'redis://127.0.0.1' }],
    [{ S3_ENDPOINT: 'https://s3.internal' }], [{ S3_ENDPOINT: 'http://localhost:9000' }], [{ ECABINET_CLAMAV: '/run/clamav/clamd.ctl' }], [{ ECABINET_CLAMAV: '127.0.0.1:3310' }], [{ ECABINET_CLAMAV: '[::1]:3310' }],
  ])('takes %j: encrypted and checked, or on this machine', (changed) => {
    expect(problemsOf(changed)).toEqual([]);
  });

  it('takes a database on this machine without TLS, and a key from the environment', () => {
    expect(problemsOf({ DATABASE_URL: 'postgres://app:nb7Lw0qXk2Vd9s@127.0.0.1/app' })).toEqual([]);
    expect(problemsOf({ DATABASE_URL: 'postgres:///app?host=/var/run/postgresql' })).toEqual([]);
    expect(problemsOf({ ECABINET_PAPERS_KEY: randomBytes(32).toString('base64') })).toEqual([]);
    expect(problemsOf({ DATABASE_URL: '', ECABINET_DEMO: 'false' })).toEqual([]);
  });
});

describe('the mode', () => {
  const withoutMode = (settings: NodeJS.ProcessEnv): string[] => problemsOf({ ...Object.fromEntries(Object.keys(GOOD).map((name) => [name, ''])), ...settings });

  it('must be said with an https address', () => {
    expect(withoutMode({ ECABINET_ORIGINS: 'https://cabinet.example' })).toEqual([expect.stringMatching(/^NODE_ENV: ECABINET_ORIGINS names an https address, and the mode is not set/)]);
    expect(withoutMode({ ECABINET_ORIGINS: 'https://cabinet.example', NODE_ENV: 'development' })).toEqual([]);
  });

  it.each<[NodeJS.ProcessEnv]>([[{}], [{ HOST: '0.0.0.0' }], [{ DATABASE_URL: 'postgres://app:x@127.0.0.1/app' }], [{ ECABINET_ORIGINS: 'http://192.168.1.7:3000' }]])('need not be said for a trial with %j', (settings) => {
    expect(withoutMode(settings)).toEqual([]);
  });
});

describe('a secret', () => {
  it.each([
    ['short', 'k'.repeat(31), /fewer than 32/], ['of one letter', 'k'.repeat(32), /repeats/], ['with a word', 'my-very-long-Secret-0123456789xyz', /word/], ['that repeats itself', 'aB3$xY7&kQ9!'.repeat(3), /repeats itself/],
  ])('%s is weak', (_, secret, reason) => {
    expect(weakSecretReason(secret)).toMatch(reason);
  });

  it('of 32 random bytes is never weak', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), () => weakSecretReason(randomBytes(32).toString('base64')) === null));
  });

  it.each([['eleven char', 'app', /fewer/], ['applicationxx', 'ApplicationXX', /name of its user/], ['twelve chars', 'app', null]])('password %s of %s', (password, user, reason) => {
    if (reason === null) expect(weakPasswordReason(password, user)).toBeNull();
    else expect(weakPasswordReason(password, user)).toMatch(reason);
  });
});
