import { io } from 'socket.io-client';
import { Cabinet } from '../support/cabinet.js';
import { AT_ONCE_MS, eventually } from '../support/eventually.js';
import { Person, type Schema } from '../support/person.js';
import { inviteWithPassword, forgetTries, PASSWORD, Visitor } from '../support/visitor.js';

describe('a session', () => {
  let cabinet: Cabinet;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
  });
  beforeEach(() => forgetTries(cabinet));
  afterAll(() => cabinet.close());

  const listening = async (visitor: Visitor): Promise<Person> => {
    const person = Person.known(cabinet, visitor.cookie);
    await person.listen();
    return person;
  };
  const idleMinutes = async (username: string): Promise<number> => (await cabinet.rows<{ minutes: number }>(
    `select round(extract(epoch from now() - last_seen_at) / 60)::int as minutes from account_session s join account a on a.id = s.account_id where a.username = $1`, [username]))[0]?.minutes ?? -1;

  it.each([
    ['by one click', (visitor: Visitor) => visitor.do('POST', '/auth/demo-sign-in', { username: 'bo-truong-tai-chinh' })],
    ['by password', (visitor: Visitor) => visitor.do('POST', '/auth/sign-in', { username: 'nguoi-vao-sau', password: PASSWORD })],
  ])('ends with its socket when somebody signs in over it %s', async (way, enter) => {
    if (way === 'by password') await inviteWithPassword(cabinet, 'nguoi-vao-sau');
    const visitor = await new Visitor(cabinet).enter('bo-truong-y-te');
    const [socket, before] = [await listening(visitor), Visitor.thief(visitor)];
    await enter(visitor);
    expect(await before.outcome('GET', '/me')).toBe('401 notSignedIn');
    expect(await visitor.outcome('GET', '/me')).toBe('200');
    await eventually(() => expect(socket.connected).toBe(false), AT_ONCE_MS);
    socket.hangUp();
  });

  it('stays when somebody tries to sign in over it in vain', async () => {
    const visitor = await new Visitor(cabinet).enter('bo-truong-y-te');
    expect(await visitor.outcome('POST', '/auth/sign-in', { username: 'khong-co-ai', password: PASSWORD })).toBe('401 wrongCredentials');
    expect(await visitor.outcome('GET', '/me')).toBe('200');
  });

  it('that was left open ends no other one: the person is asked again', async () => {
    const [desk, phone] = [await new Visitor(cabinet).enter('bo-truong-noi-vu'), await new Visitor(cabinet).enter('bo-truong-noi-vu')];
    const { sessions } = await desk.do<Schema['MySecurityDto']>('GET', '/me/security');
    const [own, other] = [sessions.find((session) => session.current)?.id ?? '', sessions.find((session) => !session.current)?.id ?? ''];
    await cabinet.rows(`update account_session set authenticated_at = now() - interval '11 minutes' where id = $1`, [own]);
    for (const [method, path] of [['DELETE', `/me/sessions/${other}`], ['POST', '/me/sessions/end-others'], ['POST', '/me/sessions/end-all']] as const) {
      expect([path, await desk.outcome(method, path)]).toEqual([path, '403 freshSignInNeeded']);
    }
    expect(await phone.outcome('GET', '/me')).toBe('200');
    expect(await desk.outcome('DELETE', `/me/sessions/${own}`)).toBe('204');
    expect(await desk.outcome('GET', '/me')).toBe('401 notSignedIn');
  });

  it('is not kept by what an open page reads because of news, and is by what its person does', async () => {
    const visitor = await new Visitor(cabinet).enter('bo-truong-xay-dung');
    const byItself = new Visitor(cabinet, { 'x-refetch': 'news', cookie: visitor.cookie });
    await cabinet.rows(`update account_session set last_seen_at = now() - interval '20 minutes' where account_id = (select id from account where username = 'bo-truong-xay-dung')`);
    for (const path of ['/me', '/changes', '/me/security']) expect(await byItself.outcome('GET', path)).toBe('200');
    expect(await idleMinutes('bo-truong-xay-dung')).toBe(20);
    // Only reading is done by itself.
    expect(await byItself.outcome('PATCH', '/me', { theme: 'dark' })).toBe('200');
    await eventually(async () => expect(await idleMinutes('bo-truong-xay-dung')).toBe(0));
    await cabinet.rows(`update account_session set last_seen_at = now() - interval '31 minutes' where account_id = (select id from account where username = 'bo-truong-xay-dung')`);
    expect(await visitor.outcome('GET', '/me')).toBe('401 notSignedIn');
  });

  it('of an account that is disabled ends at once, with its sockets, and no way in is left', async () => {
    const { visitor, accountId } = await inviteWithPassword(cabinet, 'nguoi-thoi-viec');
    const key = await visitor.enrol();
    const socket = await listening(visitor);
    const administrator = await new Visitor(cabinet).enter('quan-tri');
    await administrator.do('PATCH', `/accounts/${accountId}`, { disabled: true });
    expect(await visitor.outcome('GET', '/me')).toBe('401 notSignedIn');
    await eventually(() => expect(socket.connected).toBe(false), AT_ONCE_MS);
    expect(await cabinet.rows('select 1 from account_session where account_id = $1', [accountId])).toEqual([]);
    expect(await new Visitor(cabinet).outcome('POST', '/auth/sign-in', { username: 'nguoi-thoi-viec', password: PASSWORD })).toBe('401 wrongCredentials');
    expect(await new Visitor(cabinet).enterBy(key)).toBe('401 passkeyRefused');
    // Opened again it has nobody signed in.
    await administrator.do('PATCH', `/accounts/${accountId}`, { disabled: false });
    expect(await visitor.outcome('GET', '/me')).toBe('401 notSignedIn');
    socket.hangUp();
  });

  it.each([['no cookie', ''], ['a cookie nobody was given', `ecabinet=${'A'.repeat(43)}`], ['the cookie of a session that has ended', 'ended']])('is needed for a socket: %s opens none', async (_, given) => {
    let cookie = given;
    if (given === 'ended') {
      const visitor = await new Visitor(cabinet).enter('bo-truong-y-te');
      ({ cookie } = visitor);
      await visitor.do('POST', '/auth/sign-out');
    }
    for (const transports of [['websocket'], ['polling']]) {
      const socket = io(cabinet.url, { path: '/socket', transports, extraHeaders: { cookie }, reconnection: false, forceNew: true });
      const outcome = await new Promise<string>((done) => {
        socket.once('connect', () => done('connected'));
        socket.once('connect_error', (error) => done(error.message));
      });
      socket.disconnect();
      expect([transports, outcome]).toEqual([transports, 'notSignedIn']);
    }
  });

  it('takes its cookie and the pages kept for "back" along, and is of no use afterwards', async () => {
    const visitor = await new Visitor(cabinet).enter('bo-truong-y-te');
    const before = Visitor.thief(visitor);
    const response = await visitor.fetch('POST', '/api/auth/sign-out');
    expect([response.status, response.headers.get('clear-site-data')]).toEqual([204, '"cache"']);
    expect(response.headers.getSetCookie()).toEqual([expect.stringMatching(/^ecabinet=; .*Max-Age=0/)]);
    expect(await before.outcome('GET', '/me')).toBe('401 notSignedIn');
  });

  it('has a secret of 256 random bits that is kept as a hash only', async () => {
    const cookies = await Promise.all(Array.from({ length: 5 }, async () => (await new Visitor(cabinet).enter('bo-truong-y-te')).cookie.replace('ecabinet=', '')));
    expect(new Set(cookies).size).toBe(5);
    for (const cookie of cookies) expect(Buffer.from(cookie, 'base64url')).toHaveLength(32);
    const rows = await cabinet.rows<{ kept: string }>('select row_to_json(account_session)::text as kept from account_session');
    for (const cookie of cookies) expect(rows.filter(({ kept }) => kept.includes(cookie) || kept.includes(Buffer.from(cookie, 'base64url').toString('hex')))).toEqual([]);
  });

  it('leaves no warning in the log', () => {
    expect(cabinet.log).toEqual([]);
  });
});
