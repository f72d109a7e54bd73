import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import { forgedSignatures, type Forgery, ForgingProvider } from '../support/forging-provider.js';
import { Visitor } from '../support/visitor.js';

const inSeconds = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds;

describe('an ID token', () => {
  let cabinet: Cabinet;
  let provider: ForgingProvider;

  beforeAll(async () => {
    provider = await ForgingProvider.open();
    cabinet = await Cabinet.open({ ...provider.settings, ECABINET_OIDC_MAX_AGE: '600' });
    const person = await new Visitor(cabinet).enter('bo-truong-y-te');
    expect(await trip({}, person, '/me/security/oidc')).toBe('303 /me/security');
  });
  afterAll(async () => {
    await cabinet.close();
    await provider.close();
  });

  /** Where one ends up whom the provider sends back with such a token. */
  async function trip(forgery: Forgery, visitor = new Visitor(cabinet), path = '/auth/oidc/start'): Promise<string> {
    provider.forgery = forgery;
    const { url } = await visitor.do<{ url: string }>('POST', path, path === '/auth/oidc/start' ? {} : undefined);
    const { pathname, search } = new URL(provider.travel(url));
    const response = await visitor.fetch('GET', `${pathname}${search}`);
    return `${response.status} ${response.headers.get('location') ?? ''}`;
  }

  it('that is right signs in', async () => {
    expect(await trip({})).toBe('303 /');
  });

  const forged: [what: string, forgery: () => Forgery, reason: RegExp][] = [
    ['signed over other claims', () => ({ sign: forgedSignatures.overOtherClaims }), /INVALID_RESPONSE|RESPONSE/],
    ['signed by a foreign key under the name of ours', () => ({ sign: forgedSignatures.foreignKey }), /RESPONSE/],
    ['signed by a key nobody published', () => ({ header: { kid: 'key-2' }, sign: forgedSignatures.foreignKey }), /KEY|RESPONSE/],
    ['that brings its own key along', () => ({ header: { kid: undefined, jwk: { kty: 'oct', k: 'AAAA' }, jku: 'http://127.0.0.1:9/jwks' }, sign: forgedSignatures.foreignKey }), /RESPONSE/],
    ['with alg none', () => ({ header: { alg: 'none' }, sign: forgedSignatures.none }), /./],
    ['with HMAC under the public key', () => ({ header: { alg: 'HS256' }, sign: forgedSignatures.hmacWithPublicKey }), /./],
    ['with HMAC under the client secret', () => ({ header: { alg: 'HS256' }, sign: forgedSignatures.hmacWithClientSecret }), /./],
    ['with another good algorithm than the one agreed on', () => ({ header: { alg: 'PS256' }, sign: forgedSignatures.ps256 }), /RESPONSE/],
    ['that has expired', () => ({ claims: { iat: inSeconds(-600), exp: inSeconds(-300) } }), /TIMESTAMP/],
    ['that is not valid yet', () => ({ claims: { nbf: inSeconds(600) } }), /TIMESTAMP/],
    ['for another client', () => ({ claims: { aud: 'another-client' } }), /CLAIM/],
    ['for two clients, meant for the other', () => ({ claims: { aud: ['ecabinet', 'another-client'], azp: 'another-client' } }), /CLAIM/],
    ['of another issuer', () => ({ claims: { iss: 'https://elsewhere.example' } }), /CLAIM/],
    ['with the nonce of another trip', () => ({ claims: { nonce: 'another' } }), /CLAIM/],
    ['without a nonce', () => ({ claims: { nonce: undefined } }), /RESPONSE/],
    ['without a subject', () => ({ claims: { sub: undefined } }), /RESPONSE/],
    ['that is an access token', () => ({ header: { typ: 'at+jwt' } }), /token type/],
    ['that is a logout token', () => ({ header: { typ: 'logout+jwt' } }), /token type/],
    ['that is not there', () => ({ answer: { id_token: undefined } }), /RESPONSE/],
    ['beside a token of a kind nobody knows', () => ({ answer: { token_type: 'mystery' } }), /./],
    ['of a sign-in there too long ago', () => ({ claims: { auth_time: inSeconds(-1000) } }), /TIMESTAMP/],
    ['that does not say when the person signed in there', () => ({ claims: { auth_time: undefined } }), /RESPONSE/],
  ];

  it.each(forged)('%s is refused and leaves a line', async (_, forgery, reason) => {
    const before = cabinet.security.length;
    const visitor = new Visitor(cabinet);
    expect(await trip(forgery(), visitor)).toBe('303 /sign-in?refused=oidcFailed');
    expect(await visitor.outcome('GET', '/me')).toBe('401 notSignedIn');
    await eventually(() => expect(cabinet.security.slice(before)).toEqual([expect.objectContaining({ security: 'signIn.failed', way: 'oidc', accountId: 'unknown', reason: expect.stringMatching(reason) })]));
  });

  it('is fetched by code alone: no token ever reaches the browser, and none is kept', async () => {
    const visitor = new Visitor(cabinet);
    await trip({}, visitor);
    const asked = provider.asked.at(-1);
    expect([asked?.get('response_type'), asked?.get('scope'), asked?.get('max_age')]).toEqual(['code', 'openid', '600']);
    const columns = await cabinet.rows<{ column_name: string }>(`select column_name from information_schema.columns where table_name like 'oidc%' and column_name like '%token%'`);
    // The hash of our own cookie is not a token of the provider.
    expect(columns.map((column) => column.column_name)).toEqual(['token_hash']);
    expect(visitor.cookie).not.toMatch(/eyJ|access/);
  });

  it('leaves no warning in the log', () => {
    expect(cabinet.log).toEqual([]);
  });
});

describe('a provider', () => {
  it('whose metadata names another issuer vouches for nobody', async () => {
    const provider = await ForgingProvider.open();
    provider.metadata = { issuer: 'https://elsewhere.example' };
    const cabinet = await Cabinet.open(provider.settings);
    expect(await new Visitor(cabinet).outcome('POST', '/auth/oidc/start', {})).toBe('401 oidcFailed');
    await eventually(() => expect(cabinet.security).toEqual([expect.objectContaining({ security: 'signIn.failed', way: 'oidc' })]));
    await cabinet.close();
    await provider.close();
  });

  it('that is away signs in nobody', async () => {
    const provider = await ForgingProvider.open();
    const { settings } = provider;
    await provider.close();
    const cabinet = await Cabinet.open(settings);
    expect(await new Visitor(cabinet).outcome('POST', '/auth/oidc/start', {})).toBe('401 oidcFailed');
    await eventually(() => expect(cabinet.security).toEqual([expect.objectContaining({ way: 'oidc', reason: 'unreachable' })]));
    expect(cabinet.log).toEqual([]);
    await cabinet.close();
  });
});
