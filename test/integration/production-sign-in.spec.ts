import { randomBytes } from 'node:crypto';
import { TOTP } from 'otpauth';
import { Cabinet } from '../support/cabinet.js';
import type { Schema } from '../support/person.js';
import { PASSWORD, Visitor } from '../support/visitor.js';

/** Behind a proxy that speaks https, as production is. */
const HTTPS = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.113.131.9', origin: 'https://cabinet.example.gov' };

describe('signing in, in production', () => {
  let cabinet: Cabinet;
  let visitor: Visitor;

  beforeAll(async () => {
    cabinet = await Cabinet.open({
      NODE_ENV: 'production', ECABINET_DEMO: 'false', ECABINET_ORIGINS: 'https://cabinet.example.gov', ECABINET_TRUSTED_PROXIES: '1', ECABINET_SECRET: randomBytes(32).toString('base64'), ECABINET_PAPERS_KEY: randomBytes(32).toString('base64'),
    }, 'empty');
    visitor = new Visitor(cabinet, HTTPS);
  });
  afterAll(() => cabinet.close());

  it('leads who has a password alone to enrol something more before anything else', async () => {
    const token = /set-password#token=(\S+)/.exec(cabinet.said.find((line) => line.startsWith('First administrator')) ?? '')?.[1];
    await visitor.do('POST', '/auth/set-password', { token, password: PASSWORD });
    const { me } = await visitor.do<Schema['SignInAnswerDto']>('POST', '/auth/sign-in', { username: 'quan-tri', password: PASSWORD });
    expect(me?.mustEnrol).toBe(true);
    for (const address of ['/accounts', '/bodies', '/changes', '/rule-sets']) expect([address, await visitor.outcome('GET', address)]).toEqual([address, '403 enrolFirst']);
    const { secret } = await visitor.do<Schema['BegunCodesDto']>('POST', '/me/security/codes');
    await visitor.do('POST', '/me/security/codes/confirm', { code: new TOTP({ secret }).generate() });
    expect(await visitor.do('GET', '/me')).toMatchObject({ mustEnrol: false });
    expect(await visitor.outcome('GET', '/accounts')).toBe('200');
  });

  it('has the session in a cookie that only this host over https can set and no script can read', async () => {
    const response = await visitor.fetch('POST', '/api/auth/sign-in', { username: 'quan-tri', password: PASSWORD });
    expect(response.headers.getSetCookie()).toEqual([expect.stringMatching(/^__Host-ecabinet-code=[\w-]{43}; Path=\/; Max-Age=300; HttpOnly; SameSite=Strict; Secure$/)]);
    expect(visitor.cookie).toMatch(/__Host-ecabinet=[\w-]{43}/);
  });

  it('refuses plain http, another origin, another site and bodies a form could send', async () => {
    const { body: options } = await visitor.ask<{ options: { rpId: string } }>('POST', '/auth/passkey-options');
    expect(options.options.rpId).toBe('cabinet.example.gov');
    const plain = new Visitor(cabinet, { ...HTTPS, 'x-forwarded-proto': 'http' });
    expect(await plain.outcome('GET', '/auth/options')).toBe('403 httpsNeeded');
    const others: Record<string, string>[] = [{ origin: 'https://evil.example' }, { origin: 'null' }, { origin: 'https://cabinet.example.gov:444' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }];
    for (const bad of others) {
      expect([bad, await new Visitor(cabinet, { ...HTTPS, ...bad }).outcome('POST', '/auth/passkey-options')]).toEqual([bad, '403 badOrigin']);
    }
    for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
      expect([type, await new Visitor(cabinet, { ...HTTPS, 'content-type': type }).outcome('POST', '/auth/sign-in', { username: 'a', password: 'b' })]).toEqual([type, '415 unsupportedMedia']);
    }
  });
});
