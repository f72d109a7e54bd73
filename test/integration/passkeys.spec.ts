import { Authenticator, type CreateOptions, type GetOptions } from '../support/authenticator.js';
import { Cabinet } from '../support/cabinet.js';
import type { Schema } from '../support/person.js';
import { invite, inviteWithPassword, Visitor } from '../support/visitor.js';

type Security = Schema['MySecurityDto'];

describe('passkeys', () => {
  let cabinet: Cabinet;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
  });
  afterAll(() => cabinet.close());

  it('are enrolled by a person, several of them, and open the account from another browser', async () => {
    const person = await new Visitor(cabinet).enter('bo-truong-y-te');
    const [first, second] = [await person.enrol(), await person.enrol()];
    const security = await person.do<Security>('GET', '/me/security');
    expect(security.passkeys.map((passkey) => [passkey.name, passkey.host])).toEqual([['Khoá bảo mật', 'localhost'], ['Khoá bảo mật', 'localhost']]);
    for (const key of [first, second]) {
      const elsewhere = new Visitor(cabinet);
      expect(await elsewhere.enterBy(key)).toBe('200');
      expect((await elsewhere.do<Schema['MeDto']>('GET', '/me')).username).toBe('bo-truong-y-te');
    }
  });

  it('are in the journal with the hash of their public key', async () => {
    const person = await new Visitor(cabinet).enter('bo-truong-tai-chinh');
    const key = await person.enrol();
    const [row] = await cabinet.rows<{ facts: Record<string, unknown>; sha: string }>(
      `select e.facts, encode(sha256(p.public_key), 'hex') as sha from journal_entry e join passkey p on p.credential_id = e.facts->>'credentialId' where e.type = 'identity.passkeyEnrolled' and p.credential_id = $1`,
      [key.credentialId],
    );
    expect(row?.facts).toEqual({ credentialId: key.credentialId, publicKeySha256: row?.sha, algorithm: -7 });
  });

  it('need the person to be verified by the device, at our own origin', async () => {
    const person = await new Visitor(cabinet).enter('bo-truong-xay-dung');
    const { options } = await person.do<{ options: CreateOptions }>('POST', '/me/security/passkey-options');
    expect(await person.outcome('POST', '/me/security/passkeys', { name: 'x', credential: new Authenticator(person.origin).create(options, { userVerified: false }) })).toBe('401 passkeyRefused');
    const key = await person.enrol();
    for (const twist of [{ userVerified: false }, { origin: 'http://evil.example' }, { type: 'webauthn.create' }]) expect([twist, await new Visitor(cabinet).enterBy(key, twist)]).toEqual([twist, '401 passkeyRefused']);
    expect(await new Visitor(cabinet).enterBy(key)).toBe('200');
  });

  it('answer a challenge once, for what it was given out for and to whom', async () => {
    const person = await new Visitor(cabinet).enter('bo-truong-giao-thong');
    const key = await person.enrol();
    const visitor = new Visitor(cabinet);
    const { options } = await visitor.do<{ options: GetOptions }>('POST', '/auth/passkey-options');
    const assertion = key.get(options);
    expect(await visitor.outcome('POST', '/auth/passkey', { assertion })).toBe('200');
    expect(await new Visitor(cabinet).outcome('POST', '/auth/passkey', { assertion })).toBe('410 challengeExpired');
    const again = await person.do<{ options: GetOptions }>('POST', '/auth/again/passkey-options');
    expect(await new Visitor(cabinet).outcome('POST', '/auth/passkey', { assertion: key.get(again.options) })).toBe('410 challengeExpired');
    const other = await new Visitor(cabinet).enter('bo-truong-giao-thong');
    expect(await other.outcome('POST', '/auth/again/passkey', { assertion: key.get(again.options) })).toBe('410 challengeExpired');
    await cabinet.rows(`update passkey_challenge set expires_at = now() - interval '1 second'`);
    expect(await person.outcome('POST', '/auth/again/passkey', { assertion: key.get(again.options) })).toBe('410 challengeExpired');
  });

  it('whose counter goes back are refused: there are two of them', async () => {
    const person = await new Visitor(cabinet).enter('bo-truong-lao-dong');
    const key = await person.enrol();
    expect(await new Visitor(cabinet).enterBy(key, { counter: 7 })).toBe('200');
    expect(await new Visitor(cabinet).enterBy(key, { counter: 7 })).toBe('401 passkeyRefused');
    expect(await new Visitor(cabinet).enterBy(key, { counter: 8 })).toBe('200');
  });

  it('of an unknown device say no more than a wrong one', async () => {
    expect(await new Visitor(cabinet).enterBy(new Authenticator(new Visitor(cabinet).origin))).toBe('401 passkeyRefused');
  });

  it('cannot be enrolled by a session that was left open: the person is asked again, and the session gets a new secret', async () => {
    const person = await new Visitor(cabinet).enter('bo-truong-van-hoa');
    const key = await person.enrol();
    await cabinet.rows(`update account_session set authenticated_at = now() - interval '11 minutes' where account_id = (select id from account where username = 'bo-truong-van-hoa')`);
    expect(await person.outcome('POST', '/me/security/passkey-options')).toBe('403 freshSignInNeeded');
    expect((await person.do<Security>('GET', '/me/security')).fresh).toBe(false);
    const thief = Visitor.thief(person);
    const { options } = await person.do<{ options: GetOptions }>('POST', '/auth/again/passkey-options');
    await person.do('POST', '/auth/again/passkey', { assertion: key.get(options) });
    expect(await thief.outcome('GET', '/me')).toBe('401 notSignedIn');
    expect((await person.do<Security>('GET', '/me/security')).fresh).toBe(true);
    await person.enrol();
  });

  it('are named and removed by their owner, but not the last thing that opens the account', async () => {
    const { visitor, accountId } = await inviteWithPassword(cabinet, 'nguoi-co-khoa');
    await visitor.enrol();
    const { passkeys } = await visitor.do<Security>('GET', '/me/security');
    const id = passkeys[0]?.id ?? '';
    expect((await visitor.do<Security>('PATCH', `/me/security/passkeys/${id}`, { name: 'Điện thoại' })).passkeys[0]?.name).toBe('Điện thoại');
    const stranger = await new Visitor(cabinet).enter('thu-ky');
    expect(await stranger.outcome('DELETE', `/me/security/passkeys/${id}`)).toBe('404 notFound');
    await cabinet.rows('update account set password_hash = null where id = $1', [accountId]);
    expect((await visitor.do<Security>('GET', '/me/security')).can.removePasskey).toBe(false);
    expect(await visitor.outcome('DELETE', `/me/security/passkeys/${id}`)).toBe('409 lastWayIn');
    await visitor.enrol();
    expect((await visitor.do<Security>('DELETE', `/me/security/passkeys/${id}`)).passkeys).toHaveLength(1);
  });

  it('are enrolled by an invitation too, which is used up by it', async () => {
    const { token } = await invite(cabinet, 'nguoi-moi');
    const visitor = new Visitor(cabinet);
    expect(await visitor.do('POST', '/auth/link', { token })).toMatchObject({ username: 'nguoi-moi', kind: 'invitation' });
    const key = new Authenticator(visitor.origin);
    const { options } = await visitor.do<{ options: CreateOptions }>('POST', '/auth/link/passkey-options', { token });
    await visitor.do('POST', '/auth/link/passkey', { token, name: 'Máy tính', credential: key.create(options) });
    expect((await visitor.do<Schema['MeDto']>('GET', '/me')).username).toBe('nguoi-moi');
    expect(await visitor.outcome('POST', '/auth/link', { token })).toBe('410 linkExpired');
    expect(await new Visitor(cabinet).enterBy(key)).toBe('200');
  });

  it('are not for an address without a name', async () => {
    const answer = await fetch(`${cabinet.url}/api/auth/passkey-options`, { method: 'POST', headers: { origin: cabinet.url } });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([409, 'passkeyNeedsName']);
  });

  it('leave no warning in the log', () => {
    expect(cabinet.log).toEqual([]);
  });
});
