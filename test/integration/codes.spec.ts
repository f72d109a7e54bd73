import { TOTP } from 'otpauth';
import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import type { Schema } from '../support/person.js';
import { forgetTries, inviteWithPassword, PASSWORD, Visitor } from '../support/visitor.js';

describe('codes of an authenticator app', () => {
  let cabinet: Cabinet;
  let visitor: Visitor;
  let totp: TOTP;
  let recoveryCodes: string[];
  const username = 'nguoi-dung-ma';

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    ({ visitor } = await inviteWithPassword(cabinet, username));
  });
  beforeEach(() => forgetTries(cabinet));
  afterAll(() => cabinet.close());

  /** The code of a step no test has used: a code counts once, so each test takes the next. */
  const codeAt = (steps: number): string => totp.generate({ timestamp: Date.now() + steps * 30_000 });
  const forgetSteps = (): Promise<object[]> => cabinet.rows('update totp set last_step = 0');

  async function half(): Promise<Visitor> {
    const elsewhere = new Visitor(cabinet);
    expect(await elsewhere.do('POST', '/auth/sign-in', { username, password: PASSWORD })).toEqual({ next: 'code', me: null });
    return elsewhere;
  }

  it('are in force once a first code has shown that the app holds the secret', async () => {
    const begun = await visitor.do<Schema['BegunCodesDto']>('POST', '/me/security/codes');
    expect(begun.uri).toBe(`otpauth://totp/e-Cabinet:${username}?issuer=e-Cabinet&secret=${begun.secret}&algorithm=SHA1&digits=6&period=30`);
    totp = new TOTP({ secret: begun.secret });
    expect(await visitor.outcome('POST', '/me/security/codes/confirm', { code: '000000' })).toBe('401 codeWrong');
    expect((await visitor.do<Schema['MySecurityDto']>('GET', '/me/security')).codes).toBe(false);
    ({ recoveryCodes } = await visitor.do<Schema['RecoveryCodesDto']>('POST', '/me/security/codes/confirm', { code: codeAt(0) }));
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(await visitor.do('GET', '/me/security')).toMatchObject({ codes: true, recoveryCodesLeft: 10 });
    expect(await visitor.outcome('POST', '/me/security/codes')).toBe('409 codesAlreadySet');
  });

  it('are kept encrypted, the recovery codes hashed', async () => {
    const [row] = await cabinet.rows<{ sealed: Buffer; plain: Buffer }>(`select sealed_secret as sealed from totp`);
    expect(row?.sealed.includes(Buffer.from(totp.secret.buffer))).toBe(false);
    const codes = await cabinet.rows<{ code_hash: Buffer }>('select code_hash from recovery_code');
    expect(codes.map((code) => code.code_hash.length)).toEqual(Array.from({ length: 10 }, () => 32));
  });

  it('are asked for after the right password, before any session begins', async () => {
    await forgetSteps();
    const elsewhere = await half();
    expect(await elsewhere.outcome('GET', '/me')).toBe('401 notSignedIn');
    expect(await elsewhere.outcome('POST', '/auth/code', { code: codeAt(0) })).toBe('200');
    expect(await elsewhere.outcome('GET', '/me')).toBe('200');
  });

  it('count once, in their own 30 seconds and the 30 after, never before', async () => {
    await forgetSteps();
    // The step must not change while the codes are tried.
    await eventually(() => expect(Date.now() % 30_000).toBeLessThan(16_000));
    for (const [steps, expected] of [[-2, '401 codeWrong'], [2, '401 codeWrong'], [1, '401 codeWrong'], [-1, '200'], [-1, '401 codeWrong'], [0, '200'], [0, '401 codeWrong'], [-1, '401 codeWrong']] as const) {
      await cabinet.rows('delete from sign_in_lock');
      await forgetTries(cabinet);
      expect([steps, await (await half()).outcome('POST', '/auth/code', { code: codeAt(steps) })]).toEqual([steps, expected]);
    }
  });

  it('are waited for only in the browser the password was typed in, five minutes and five tries long', async () => {
    await forgetSteps();
    const elsewhere = await half();
    expect(await new Visitor(cabinet).outcome('POST', '/auth/code', { code: codeAt(0) })).toBe('410 signInExpired');
    await cabinet.rows(`update pending_sign_in set tries = 5`);
    expect(await elsewhere.outcome('POST', '/auth/code', { code: codeAt(0) })).toBe('410 signInExpired');
    const late = await half();
    await cabinet.rows(`update pending_sign_in set expires_at = now()`);
    expect(await late.outcome('POST', '/auth/code', { code: codeAt(0) })).toBe('410 signInExpired');
  });

  it('can be replaced by a recovery code, however it is typed, which counts once', async () => {
    const [code = ''] = recoveryCodes;
    expect(await (await half()).outcome('POST', '/auth/code', { code: code.toLowerCase().replaceAll('-', ' ') })).toBe('200');
    expect(await (await half()).outcome('POST', '/auth/code', { code })).toBe('401 codeWrong');
    expect(await visitor.do('GET', '/me/security')).toMatchObject({ recoveryCodesLeft: 9 });
  });

  it('are limited like passwords: five tries a minute', async () => {
    const elsewhere = await half();
    for (let tries = 0; tries < 4; tries += 1) expect(await elsewhere.outcome('POST', '/auth/code', { code: '000000' })).toBe('401 codeWrong');
    expect(await elsewhere.outcome('POST', '/auth/code', { code: '000000' })).toBe('429 tooManyTries');
  });

  it('new recovery codes end the old ones', async () => {
    await cabinet.rows('delete from sign_in_lock');
    const { recoveryCodes: renewed } = await visitor.do<Schema['RecoveryCodesDto']>('POST', '/me/security/recovery-codes');
    expect(await (await half()).outcome('POST', '/auth/code', { code: recoveryCodes[1] })).toBe('401 codeWrong');
    expect(await (await half()).outcome('POST', '/auth/code', { code: renewed[1] })).toBe('200');
  });

  it('are asked again with the password where a session was left open; recovery codes do not count there', async () => {
    await forgetSteps();
    await cabinet.rows(`update account_session set authenticated_at = now() - interval '1 hour'`);
    expect(await visitor.outcome('DELETE', '/me/security/codes')).toBe('403 freshSignInNeeded');
    expect(await visitor.outcome('POST', '/auth/again', { password: PASSWORD })).toBe('401 codeWrong');
    expect(await visitor.outcome('POST', '/auth/again', { password: PASSWORD, code: recoveryCodes[2] })).toBe('401 codeWrong');
    expect(await visitor.outcome('POST', '/auth/again', { password: PASSWORD, code: codeAt(0) })).toBe('200');
    expect(await visitor.do('DELETE', '/me/security/codes')).toMatchObject({ codes: false, recoveryCodesLeft: 0 });
  });

  it('leave no warning in the log', () => {
    expect(cabinet.log).toEqual([]);
  });
});
