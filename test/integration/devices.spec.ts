import { Cabinet } from '../support/cabinet.js';
import { AT_ONCE_MS, eventually } from '../support/eventually.js';
import { juneSession } from '../support/june.js';
import { Person, type Schema } from '../support/person.js';
import { forgetTries, inviteWithPassword, PASSWORD, Visitor } from '../support/visitor.js';

type Security = Schema['MySecurityDto'];
const IPAD = 'Mozilla/5.0 (iPad; CPU OS 18_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.2 Mobile/15E148 Safari/604.1';
const EDGE = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0';

async function listening(visitor: Visitor): Promise<Person> {
  const person = Person.known(visitor.cabinet, visitor.cookie);
  await person.listen();
  return person;
}

describe('devices', () => {
  let cabinet: Cabinet;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
  });
  afterAll(() => cabinet.close());

  it('are listed to their owner in words, with a name of their own if wanted', async () => {
    const tablet = await new Visitor(cabinet, { 'user-agent': IPAD }).enter('bo-truong-y-te');
    const desk = await new Visitor(cabinet, { 'user-agent': EDGE }).enter('bo-truong-y-te');
    const { sessions } = await desk.do<Security>('GET', '/me/security');
    expect(sessions.map(({ browser, system, current, method, address }) => ({ browser, system, current, method, address }))).toEqual(expect.arrayContaining([
      { browser: 'Safari', system: 'iPad', current: false, method: 'demo', address: '127.0.x.x' }, { browser: 'Edge', system: 'Windows', current: true, method: 'demo', address: '127.0.x.x' },
    ]));
    const other = sessions.find((session) => !session.current)?.id ?? '';
    expect((await desk.do<Security>('PATCH', `/me/sessions/${other}`, { name: 'Máy tính bảng phòng họp' })).sessions.map((session) => session.name)).toContain('Máy tính bảng phòng họp');
    expect(await (await new Visitor(cabinet).enter('thu-ky')).outcome('DELETE', `/me/sessions/${other}`)).toBe('404 notFound');
    expect(await tablet.outcome('GET', '/me')).toBe('200');
  });

  it.each(['one', 'others', 'everywhere'] as const)('are signed out: %s; requests and sockets end at once', async (which) => {
    const [desk, phone] = [await new Visitor(cabinet).enter('bo-truong-tai-chinh'), await new Visitor(cabinet).enter('bo-truong-tai-chinh')];
    const [deskSocket, phoneSocket] = [await listening(desk), await listening(phone)];
    const { sessions } = await phone.do<Security>('GET', '/me/security');
    const address = { one: `/me/sessions/${sessions.find((session) => session.current)?.id ?? ''}`, others: '/me/sessions/end-others', everywhere: '/me/sessions/end-all' }[which];
    await desk.do(which === 'one' ? 'DELETE' : 'POST', address);
    await eventually(() => expect(phoneSocket.connected).toBe(false), AT_ONCE_MS);
    expect(await phone.outcome('GET', '/me')).toBe('401 notSignedIn');
    expect(await desk.outcome('GET', '/me')).toBe(which === 'everywhere' ? '401 notSignedIn' : '200');
    await eventually(() => expect(deskSocket.connected).toBe(which !== 'everywhere'), AT_ONCE_MS);
    [deskSocket, phoneSocket].forEach((socket) => socket.hangUp());
  });

  it('are counted for administrators, who sign a person out everywhere', async () => {
    const person = await new Visitor(cabinet).enter('thong-doc');
    const socket = await listening(person);
    const administrator = await new Visitor(cabinet).enter('quan-tri');
    const { accounts } = await administrator.do<Schema['AccountsDto']>('GET', '/accounts');
    const account = accounts.find((each) => each.username === 'thong-doc');
    expect(account?.sessions).toBe(1);
    await administrator.do('POST', `/accounts/${account?.id ?? ''}/sign-out`);
    await eventually(() => expect(socket.connected).toBe(false), AT_ONCE_MS);
    expect(await person.outcome('GET', '/me')).toBe('401 notSignedIn');
  });

  it('other than this one are signed out by a new password, which needs the old one', async () => {
    const { visitor } = await inviteWithPassword(cabinet, 'nguoi-doi-mat-khau');
    const other = new Visitor(cabinet);
    await other.do('POST', '/auth/sign-in', { username: 'nguoi-doi-mat-khau', password: PASSWORD });
    const wanted = 'sương mù trên sông Hồng';
    expect(await visitor.outcome('PUT', '/me/security/password', { password: wanted })).toBe('422 currentPasswordWrong');
    expect(await visitor.outcome('PUT', '/me/security/password', { current: PASSWORD, password: 'ngắn' })).toBe('422 passwordTooShort');
    expect(await visitor.outcome('PUT', '/me/security/password', { current: PASSWORD, password: wanted })).toBe('204');
    expect([await visitor.outcome('GET', '/me'), await other.outcome('GET', '/me')]).toEqual(['200', '401 notSignedIn']);
    await forgetTries(cabinet);
    expect(await new Visitor(cabinet).outcome('POST', '/auth/sign-in', { username: 'nguoi-doi-mat-khau', password: wanted })).toBe('200');
  });

  it('leave no warning in the log', () => {
    expect(cabinet.log).toEqual([]);
  });
});

describe('devices whose time runs out', () => {
  let cabinet: Cabinet;

  beforeAll(async () => {
    cabinet = await Cabinet.open({ ECABINET_SWEEP_SECONDS: '1' });
  });
  afterAll(() => cabinet.close());

  it('left alone are signed out after 30 minutes, with an open page too, and after 12 hours in any case', async () => {
    const [idle, old] = [await new Visitor(cabinet).enter('ubnd-so-noi-vu'), await new Visitor(cabinet).enter('ubnd-so-tai-chinh')];
    const socket = await listening(idle);
    const age = (username: string, change: string): Promise<object[]> => cabinet.rows(`update account_session set ${change} where account_id = (select id from account where username = $1)`, [username]);
    const seen = async (): Promise<number> => (await cabinet.rows<{ minutes: number }>(`select extract(epoch from now() - last_seen_at)::int / 60 as minutes from account_session where account_id = (select id from account where username = 'ubnd-so-noi-vu')`))[0]?.minutes ?? -1;
    await age('ubnd-so-noi-vu', `last_seen_at = now() - interval '20 minutes'`);
    const swept = Date.now() + 2500;
    await eventually(async () => {
      expect(await seen()).toBe(20);
      expect(Date.now()).toBeGreaterThan(swept);
    });
    await age('ubnd-so-noi-vu', `last_seen_at = now() - interval '31 minutes'`);
    await eventually(() => expect(socket.connected).toBe(false), AT_ONCE_MS);
    expect(await idle.outcome('GET', '/me')).toBe('401 notSignedIn');
    await age('ubnd-so-tai-chinh', `expires_at = created_at`);
    expect(await old.outcome('GET', '/me')).toBe('401 notSignedIn');
  });

  it('with an open page stay signed in while a body of the person is meeting', async () => {
    const member = await new Visitor(cabinet).enter('bo-truong-xay-dung');
    const june = await juneSession(await cabinet.person('thu-ky'));
    const socket = await listening(member);
    await cabinet.rows(`update session set state = 'inSession' where id = $1`, [june.id]);
    await cabinet.rows(`update account_session set last_seen_at = now() - interval '29 minutes' where account_id = (select id from account where username = 'bo-truong-xay-dung')`);
    await eventually(async () => {
      const [row] = await cabinet.rows<{ kept: boolean }>(`select last_seen_at > now() - interval '1 minute' as kept from account_session where account_id = (select id from account where username = 'bo-truong-xay-dung')`);
      expect(row?.kept).toBe(true);
    }, AT_ONCE_MS);
    socket.hangUp();
  });

  it('leave no warning in the log', () => {
    expect(cabinet.log).toEqual([]);
  });
});
