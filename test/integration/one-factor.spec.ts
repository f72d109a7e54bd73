import { randomBytes } from 'node:crypto';
import { Authenticator, type GetOptions } from '../support/authenticator.js';
import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import { type Forgery, ForgingProvider, TLS_CERTIFICATE } from '../support/forging-provider.js';
import { forgetTries, PASSWORD, Visitor } from '../support/visitor.js';

const ORIGIN = 'https://cabinet.example.gov';
/** Behind a proxy that speaks https, as production is. */
const HTTPS = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.113.131.9', origin: ORIGIN };
const HIGH = 'urn:example:loa:high';
const STRONG: Forgery = { claims: { acr: HIGH, amr: ['pwd', 'mfa'] } };

describe('one factor alone, in production', () => {
  let provider: ForgingProvider;
  let cabinet: Cabinet;
  let key: Authenticator;

  beforeAll(async () => {
    provider = await ForgingProvider.open('https');
    cabinet = await Cabinet.open({
      ...provider.settings, ECABINET_OIDC_ACR: `${HIGH},urn:example:loa:substantial`, ECABINET_OIDC_AMR: 'mfa,hwk', NODE_EXTRA_CA_CERTS: TLS_CERTIFICATE,
      NODE_ENV: 'production', ECABINET_DEMO: 'false', ECABINET_ORIGINS: ORIGIN, ECABINET_TRUSTED_PROXIES: '1', ECABINET_SECRET: randomBytes(32).toString('base64'), ECABINET_PAPERS_KEY: randomBytes(32).toString('base64'),
    }, 'empty');
  });
  beforeEach(() => forgetTries(cabinet));
  afterAll(async () => {
    await cabinet.close();
    await provider.close();
  });

  const newcomer = (): Visitor => new Visitor(cabinet, HTTPS);

  /** To the provider and back, which says this of the person. */
  async function viaProvider(forgery: Forgery, token?: string): Promise<Visitor> {
    const visitor = newcomer();
    provider.forgery = forgery;
    const { url } = await visitor.do<{ url: string }>('POST', '/auth/oidc/start', { token });
    const { pathname, search } = new URL(provider.travel(url));
    const response = await visitor.fetch('GET', `${pathname}${search}`);
    expect(response.headers.get('location')).toBe('/');
    return visitor;
  }

  const standing = async (visitor: Visitor): Promise<unknown> => {
    const { mustEnrol, mustConfirm } = await visitor.do<{ mustEnrol: boolean; mustConfirm: boolean }>('GET', '/me');
    return [mustEnrol, mustConfirm, await visitor.outcome('GET', '/accounts')];
  };
  const FREE = [false, false, '200'];
  const MUST_ENROL = [true, false, '403 enrolFirst'];
  const MUST_CONFIRM = [false, true, '403 confirmFirst'];

  async function confirmByPasskey(visitor: Visitor): Promise<string> {
    const { options } = await visitor.do<{ options: GetOptions }>('POST', '/auth/again/passkey-options');
    return visitor.outcome('POST', '/auth/again/passkey', { assertion: key.get(options) });
  }

  it('is not what a provider gives that vouches for the class and method that were set', async () => {
    const token = /set-password#token=(\S+)/.exec(cabinet.said.find((line) => line.startsWith('First administrator')) ?? '')?.[1];
    expect(await standing(await viaProvider(STRONG, token))).toEqual(FREE);
    expect(provider.asked.at(-1)?.get('acr_values')).toBe(`${HIGH} urn:example:loa:substantial`);
  });

  it.each<[string, Forgery]>([
    ['another class', { claims: { acr: 'urn:example:loa:low', amr: ['mfa'] } }],
    ['no class', { claims: { amr: ['mfa'] } }],
    ['a password only', { claims: { acr: HIGH, amr: ['pwd'] } }],
    ['no method', { claims: { acr: HIGH } }],
  ])('is what a provider gives that names %s: a second one must be enrolled here', async (_, forgery) => {
    expect(await standing(await viaProvider(forgery))).toEqual(MUST_ENROL);
  });

  it('opens everything once a second one is enrolled, in the very session that enrolled it', async () => {
    const [visitor, other] = [await viaProvider({}), await viaProvider({})];
    key = await visitor.enrol(new Authenticator(ORIGIN));
    expect(await standing(visitor)).toEqual(FREE);
    expect(await standing(other)).toEqual(MUST_CONFIRM);
    await visitor.do('PUT', '/me/security/password', { password: PASSWORD });
  });

  it('lets nobody add, change or remove a way in where a second one is there already: it must be shown', async () => {
    const visitor = await viaProvider({});
    expect(await standing(visitor)).toEqual(MUST_CONFIRM);
    expect(await visitor.outcome('POST', '/me/security/passkey-options')).toBe('403 confirmFirst');
    expect(await visitor.outcome('POST', '/me/security/codes')).toBe('403 confirmFirst');
    expect(await visitor.outcome('DELETE', '/me/security/oidc')).toBe('403 confirmFirst');
    expect(await visitor.outcome('PUT', '/me/security/password', { current: PASSWORD, password: 'một mật khẩu khác hẳn' })).toBe('403 confirmFirst');
    expect(await confirmByPasskey(visitor)).toBe('200');
    expect(await standing(visitor)).toEqual(FREE);
  });

  it('is a password too where the account has a passkey but no codes', async () => {
    const visitor = newcomer();
    await visitor.do('POST', '/auth/sign-in', { username: 'quan-tri', password: PASSWORD });
    expect(await standing(visitor)).toEqual(MUST_CONFIRM);
    expect(await visitor.outcome('POST', '/auth/again', { password: PASSWORD })).toBe('200');
    expect(await standing(visitor)).toEqual(MUST_CONFIRM);
    expect(await confirmByPasskey(visitor)).toBe('200');
    expect(await standing(visitor)).toEqual(FREE);
  });

  it('is what every provider gives of which nothing is asked', async () => {
    await cabinet.end('SIGTERM');
    await cabinet.startWith({ ECABINET_OIDC_ACR: '', ECABINET_OIDC_AMR: '' });
    expect(await standing(await viaProvider(STRONG))).toEqual(MUST_CONFIRM);
    expect(provider.asked.at(-1)?.has('acr_values')).toBe(false);
  });

  it('is what nobody gets whose provider has a certificate that is not trusted', async () => {
    await cabinet.end('SIGTERM');
    await cabinet.startWith({ NODE_EXTRA_CA_CERTS: '' });
    expect(await newcomer().outcome('POST', '/auth/oidc/start', {})).toBe('401 oidcFailed');
    await eventually(() => expect(cabinet.security.at(-1)).toMatchObject({ security: 'signIn.failed', way: 'oidc', reason: 'unreachable' }));
  });
});
