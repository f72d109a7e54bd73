import { Authenticator } from '../support/authenticator.js';
import { eventually } from '../support/eventually.js';
import { Cabinet } from '../support/cabinet.js';
import type { Schema } from '../support/person.js';
import { forgetTries, inviteWithPassword, keyOf, PASSWORD, Visitor } from '../support/visitor.js';

describe('guessing passwords', () => {
  let cabinet: Cabinet;
  let accountId: string;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    ({ accountId } = await inviteWithPassword(cabinet, 'nguoi-co-that'));
    await cabinet.rows(`insert into account (username, name, disabled, password_hash) select 'nguoi-da-khoa', 'x', true, password_hash from account where username = 'nguoi-co-that'`);
  });
  beforeEach(() => forgetTries(cabinet));
  afterAll(() => cabinet.close());

  /** Everything of an answer an outsider can compare, without what differs each time. */
  async function answerTo(username: string, password = 'sai hoàn toàn mật khẩu'): Promise<unknown> {
    const response = await new Visitor(cabinet).fetch('POST', '/api/auth/sign-in', { username, password });
    const body = (await response.json()) as { requestId?: string };
    const headers: string[] = [];
    response.headers.forEach((_, name) => headers.push(name));
    return { status: response.status, headers: headers.sort(), body: { ...body, requestId: body.requestId?.length } };
  }

  const fail = (username: string, times: number): Promise<object[]> => cabinet.rows(
    `insert into sign_in_lock (account_key, failures, last_failed_at) values ($1, $2, now()) on conflict (account_key) do update set failures = $2, locked_until = null, last_failed_at = now()`,
    [keyOf(username), times],
  );

  it('gets the same answer for an unknown account, a wrong password, a closed account and one without a password', async () => {
    const wrong = await answerTo('nguoi-co-that');
    expect(wrong).toMatchObject({ status: 401, body: { code: 'wrongCredentials' } });
    for (const username of ['khong-co-ai', 'nguoi-da-khoa', 'thu-tuong']) expect({ username, answer: await answerTo(username) }).toEqual({ username, answer: wrong });
    expect(await answerTo('nguoi-da-khoa', PASSWORD)).toEqual(wrong);
  });

  it('is held to five a minute for a name and twenty for an address, known or not', async () => {
    for (const username of ['nguoi-co-that', 'khong-co-ai']) {
      await cabinet.rows('delete from sign_in_lock');
      for (let tries = 0; tries < 5; tries += 1) expect(await answerTo(username)).toMatchObject({ status: 401 });
      expect(await answerTo(username)).toMatchObject({ status: 429, body: { code: 'tooManyTries' } });
    }
    for (let tries = 10; tries < 20; tries += 1) expect(await answerTo(`ai-do-${tries}`)).toMatchObject({ status: 401 });
    const response = await new Visitor(cabinet).fetch('POST', '/api/auth/sign-in', { username: 'ai-do-khac', password: 'x' });
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it.each(['nguoi-co-that', 'khong-co-ai'])('pauses %s after the tenth failure in a row, for longer each time, and says nothing about the password meanwhile', async (username) => {
    await fail(username, 9);
    expect(await answerTo(username)).toMatchObject({ status: 401 });
    for (const password of ['lại sai nữa rồi đấy', PASSWORD]) expect(await answerTo(username, password)).toMatchObject({ status: 429, body: { code: 'signInPaused' } });
    const pauseMinutes = async (): Promise<number> => (await cabinet.rows<{ minutes: number }>(`select round(extract(epoch from locked_until - now()) / 60)::int as minutes from sign_in_lock where account_key = $1`, [keyOf(username)]))[0]?.minutes ?? 0;
    expect(await pauseMinutes()).toBe(15);
    await cabinet.rows(`update sign_in_lock set locked_until = now() - interval '1 second'`);
    expect(await answerTo(username)).toMatchObject({ status: 401 });
    expect(await pauseMinutes()).toBe(30);
  });

  it('does not shut out who has a passkey', async () => {
    await fail('nguoi-co-that', 0);
    const owner = new Visitor(cabinet);
    await owner.do('POST', '/auth/sign-in', { username: 'nguoi-co-that', password: PASSWORD });
    const key = await owner.enrol();
    await fail('nguoi-co-that', 9);
    await answerTo('nguoi-co-that');
    expect(await answerTo('nguoi-co-that', PASSWORD)).toMatchObject({ status: 429 });
    expect(await new Visitor(cabinet).enterBy(key)).toBe('200');
  });

  it('is seen by administrators, who lift the pause', async () => {
    const administrator = await new Visitor(cabinet).enter('quan-tri');
    const { accounts } = await administrator.do<Schema['AccountsDto']>('GET', '/accounts');
    expect(accounts.find((account) => account.id === accountId)?.pausedUntil).not.toBeNull();
    expect(await administrator.do('POST', `/accounts/${accountId}/lift-pause`)).toMatchObject({ pausedUntil: null });
    expect(await answerTo('nguoi-co-that', PASSWORD)).toMatchObject({ status: 200 });
    const types = (await cabinet.rows<{ type: string }>(`select type from journal_entry where ids->>'accountId' = $1 and type in ('identity.signInPaused', 'identity.pauseLifted')`, [accountId])).map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['identity.signInPaused', 'identity.pauseLifted']));
  });

  it('begins to count anew after a right password', async () => {
    await fail('nguoi-co-that', 8);
    expect(await answerTo('nguoi-co-that', PASSWORD)).toMatchObject({ status: 200 });
    expect(await cabinet.rows('select 1 from sign_in_lock where account_key = $1', [keyOf('nguoi-co-that')])).toEqual([]);
  });

  it('leaves one line for each failure that says who and from where, and not what was typed', async () => {
    const before = cabinet.security.length;
    const response = await new Visitor(cabinet).fetch('POST', '/api/auth/sign-in', { username: 'nguoi-co-that', password: 'mật khẩu gõ nhầm' });
    const { requestId } = (await response.json()) as { requestId: string };
    await answerTo('tên-gõ-nhầm');
    await eventually(() => expect(cabinet.security.length).toBe(before + 2));
    const lines = cabinet.security.slice(before);
    const common = { security: 'signIn.failed', way: 'password', address: expect.stringMatching(/127\.0\.0\.1|::1/), time: expect.any(String) };
    expect(lines).toEqual([expect.objectContaining({ ...common, accountId, requestId }), expect.objectContaining({ ...common, accountId: 'unknown' })]);
    expect(JSON.stringify(lines)).not.toMatch(/nguoi-co-that|gõ/);
  });

  it.each<[string, string, (visitor: Visitor) => Promise<unknown>]>([
    ['link', 'signIn.failed', (visitor) => visitor.ask('POST', '/auth/link', { token: 'A'.repeat(43) })],
    ['code', 'signIn.failed', (visitor) => visitor.ask('POST', '/auth/code', { code: '123456' })],
    ['passkey', 'signIn.failed', (visitor) => visitor.enterBy(new Authenticator(visitor.origin))],
  ])('leaves a line for a %s that is not right', async (way, name, attempt) => {
    const before = cabinet.security.length;
    await attempt(new Visitor(cabinet));
    await eventually(() => expect(cabinet.security.slice(before)).toEqual([expect.objectContaining({ security: name, way, accountId: 'unknown' })]));
  });

  it('leaves a line for each try that was held back', async () => {
    for (let tries = 0; tries < 5; tries += 1) await answerTo('khong-co-ai-2');
    const before = cabinet.security.length;
    expect(await answerTo('khong-co-ai-2')).toMatchObject({ status: 429 });
    await eventually(() => expect(cabinet.security.slice(before)).toEqual([expect.objectContaining({ security: 'signIn.limited', reason: 'tooManyTries' })]));
  });

  it('leaves no warning in the log', () => {
    expect(cabinet.log).toEqual([]);
  });
});
