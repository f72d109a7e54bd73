import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { weakPasswordReason, weakSecretReason } from '../../../src/config/domain/secrets.js';
import { EnvironmentInvalid, loadEnvironment } from '../../../src/config/environment.js';

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
    ['a database elsewhere with TLS if it happens', { DATABASE_URL: 'postgres://app:nb7Lw0qXk2Vd9s@db.internal/app?sslmode=prefer' }, /must be encrypted/],
    ['a default password of the database', { DATABASE_URL: 'postgres://postgres:postgres@localhost/app' }, /^DATABASE_URL: the password has fewer/],
    ['a password everybody tries', { DATABASE_URL: 'postgres://app:changeme-2026!@localhost/app' }, /everybody tries first/],
    ['no password for a database elsewhere', { DATABASE_URL: 'postgres://app@db.internal/app?sslmode=require' }, /there is no password/],
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

  it('takes a database on this machine without TLS, and a key from the environment', () => {
    expect(problemsOf({ DATABASE_URL: 'postgres://app:nb7Lw0qXk2Vd9s@127.0.0.1/app' })).toEqual([]);
    expect(problemsOf({ DATABASE_URL: 'postgres:///app?host=/var/run/postgresql' })).toEqual([]);
    expect(problemsOf({ ECABINET_PAPERS_KEY: randomBytes(32).toString('base64') })).toEqual([]);
    expect(problemsOf({ DATABASE_URL: '', ECABINET_DEMO: 'false' })).toEqual([]);
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
