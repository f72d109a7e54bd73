import { Cabinet } from '../support/cabinet.js';
import { OidcServer } from '../support/oidc-server.js';
import type { Schema } from '../support/person.js';
import { invite, Visitor } from '../support/visitor.js';

describe('an OpenID Connect provider', () => {
  let cabinet: Cabinet;
  let provider: OidcServer;

  beforeAll(async () => {
    provider = await OidcServer.open();
    cabinet = await Cabinet.open(provider.settings);
    provider.serve(new Visitor(cabinet).origin);
  });
  afterAll(async () => {
    await cabinet.close();
    await provider.close();
  });

  /** To the provider and back: where one ends up. */
  async function trip(visitor: Visitor, subject: string, start: [path: string, body?: unknown] = ['/auth/oidc/start', {}]): Promise<string> {
    provider.subject = subject;
    const { url } = await visitor.do<{ url: string }>('POST', ...start);
    return back(visitor, await provider.travel(url));
  }

  async function back(visitor: Visitor, address: string): Promise<string> {
    const { pathname, search } = new URL(address);
    const response = await visitor.fetch('GET', `${pathname}${search}`);
    return `${response.status} ${response.headers.get('location') ?? ''}`;
  }

  it('is offered by its name, and is asked with PKCE, state and nonce', async () => {
    const visitor = new Visitor(cabinet);
    expect(await visitor.do('GET', '/auth/options')).toMatchObject({ oidc: 'Cổng định danh' });
    const { url } = await visitor.do<{ url: string }>('POST', '/auth/oidc/start', {});
    const asked = new URL(url).searchParams;
    expect([asked.get('code_challenge_method'), asked.get('scope'), asked.get('response_type')]).toEqual(['S256', 'openid', 'code']);
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)?.length).toBeGreaterThan(20);
  });

  it('signs in nobody whom nobody linked, whatever their e-mail address', async () => {
    expect(await trip(new Visitor(cabinet), 'stranger')).toBe('303 /sign-in?refused=oidcUnknown');
  });

  it('is linked by the signed-in person, and from then on signs them in', async () => {
    const person = await new Visitor(cabinet).enter('bo-truong-y-te');
    expect(await trip(person, 'subject-1', ['/me/security/oidc'])).toBe('303 /me/security');
    expect(await person.do('GET', '/me/security')).toMatchObject({ oidcLinked: true, oidcProvider: 'Cổng định danh' });
    const elsewhere = new Visitor(cabinet);
    expect(await trip(elsewhere, 'subject-1')).toBe('303 /');
    expect((await elsewhere.do<Schema['MeDto']>('GET', '/me')).username).toBe('bo-truong-y-te');
    expect(await cabinet.rows('select issuer, subject from oidc_identity')).toEqual([{ issuer: provider.issuer, subject: 'subject-1' }]);
  });

  it('vouches for one account only: another one cannot link the same identity', async () => {
    const other = await new Visitor(cabinet).enter('bo-truong-tai-chinh');
    expect(await trip(other, 'subject-1', ['/me/security/oidc'])).toBe('303 /me/security?refused=oidcTaken');
    expect(await other.do('GET', '/me/security')).toMatchObject({ oidcLinked: false });
  });

  it('brings back only the browser that began the trip, once, with the state it was given', async () => {
    const [victim, attacker] = [new Visitor(cabinet), new Visitor(cabinet)];
    provider.subject = 'subject-1';
    const { url } = await attacker.do<{ url: string }>('POST', '/auth/oidc/start', {});
    const address = await provider.travel(url);
    expect(await back(victim, address)).toBe('303 /sign-in?refused=signInExpired');
    await victim.do('POST', '/auth/oidc/start', {});
    expect(await back(victim, address)).toBe('303 /sign-in?refused=oidcFailed');
    expect(await victim.outcome('GET', '/me')).toBe('401 notSignedIn');
    expect(await back(attacker, address)).toBe('303 /');
    expect(await back(attacker, address)).toBe('303 /sign-in?refused=signInExpired');
  });

  it('answers with a refusal when the person said no there', async () => {
    const visitor = new Visitor(cabinet);
    const { url } = await visitor.do<{ url: string }>('POST', '/auth/oidc/start', {});
    const state = new URL(url).searchParams.get('state') ?? '';
    expect(await back(visitor, `${visitor.origin}/api/auth/oidc/callback?error=access_denied&state=${state}`)).toBe('303 /sign-in?refused=oidcFailed');
  });

  it('links nothing when the session that began it has ended', async () => {
    const person = await new Visitor(cabinet).enter('bo-truong-xay-dung');
    provider.subject = 'subject-2';
    const { url } = await person.do<{ url: string }>('POST', '/me/security/oidc');
    const address = await provider.travel(url);
    await person.do('POST', '/auth/sign-out');
    expect(await back(person, address)).toBe('303 /me/security?refused=signInExpired');
    expect(await cabinet.rows(`select 1 from oidc_identity where subject = 'subject-2'`)).toEqual([]);
  });

  it('uses up an invitation', async () => {
    const { token } = await invite(cabinet, 'nguoi-lien-ket');
    const visitor = new Visitor(cabinet);
    expect(await trip(visitor, 'subject-3', ['/auth/oidc/start', { token }])).toBe('303 /');
    expect((await visitor.do<Schema['MeDto']>('GET', '/me')).username).toBe('nguoi-lien-ket');
    expect(await new Visitor(cabinet).outcome('POST', '/auth/oidc/start', { token })).toBe('410 linkExpired');
  });

  it('is unlinked only while something else opens the account', async () => {
    const visitor = new Visitor(cabinet);
    await trip(visitor, 'subject-3');
    expect(await visitor.outcome('DELETE', '/me/security/oidc')).toBe('409 lastWayIn');
    await visitor.enrol();
    expect(await visitor.do('DELETE', '/me/security/oidc')).toMatchObject({ oidcLinked: false });
    expect(await trip(new Visitor(cabinet), 'subject-3')).toBe('303 /sign-in?refused=oidcUnknown');
  });

  it('leaves no warning in the log', () => {
    expect(cabinet.log).toEqual([]);
  });
});
