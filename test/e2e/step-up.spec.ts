import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { TOTP } from 'otpauth';
import { Cabinet } from '../support/cabinet.js';
import { openJune } from '../support/june.js';
import type { Schema } from '../support/person.js';
import { faultsOf, keepPicture, Screens, type Look, type Page } from '../support/screen.js';
import { withAuthenticator } from '../support/virtual-authenticator.js';
import { PASSWORD } from '../support/visitor.js';

describe('voting where the working regulation asks for the person again', () => {
  let cabinet: Cabinet;
  let screens: Screens;
  let vote: Awaited<ReturnType<typeof openJune>>;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    screens = await Screens.open(cabinet);
    vote = await openJune(cabinet);
    await vote.secretary.do('POST', `/motions/${vote.motionId}/open`);
  }, 120_000);
  afterAll(async () => {
    await screens.close();
    await cabinet.close();
  });

  /** At the vote, by the server's name, where passkeys live. */
  async function atVote(username: string, look: Look = {}): Promise<Page> {
    const page = await screens.window(look);
    await withAuthenticator(page);
    const home = cabinet.url.replace('127.0.0.1', 'localhost');
    await page.context().request.post(`${home}/api/auth/demo-sign-in`, { headers: { 'content-type': 'application/json' }, data: { username } });
    await page.goto(`${home}/sessions/${vote.sessionId}?item=${vote.itemId}&tab=vote`);
    return page;
  }

  const card = (page: Page) => page.locator(`[data-motion="${vote.motionId}"]`);

  it('says quietly that it is not asked where the switch is off', async () => {
    const page = await atVote('bo-truong-tu-phap');
    await card(page).getByText('không yêu cầu xác nhận lại danh tính khi biểu quyết').waitFor();
    await cabinet.rows(`update rule_set set settings = settings || '{"stepUp": true}'`);
  });

  it('a minister enrols a passkey and signs the ballot with it', async () => {
    const page = await atVote('bo-truong-tai-chinh');
    const there = page.url();
    await page.goto(new URL('/me/security', there).href);
    await page.getByRole('button', { name: 'Thêm khoá truy cập' }).click();
    await page.getByRole('button', { name: 'Tạo khoá' }).click();
    await page.getByText('Đã thêm khoá truy cập.').waitFor();
    await page.goto(there);
    await card(page).getByRole('button', { name: 'Đồng ý', exact: true }).click();
    await card(page).getByText('Khi gửi, bạn sẽ được hỏi khoá truy cập', { exact: false }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await keepPicture(page, 'step-up-passkey');
    await card(page).getByRole('button', { name: 'Gửi phiếu' }).click();
    await card(page).getByTestId('receipt').waitFor();
    const [evidence] = await cabinet.rows<{ kind: string; same: boolean }>(`select v.kind, v.sha256 = e.facts->>'evidenceSha256' as same from step_up_evidence v join journal_entry e on e.type = 'motion.cast' and e.facts->>'memberId' = v.member_id::text and e.ids->>'motionId' = v.subject_id::text`);
    expect(evidence).toEqual({ kind: 'passkey', same: true });
  });

  it('who has no passkey is asked for password and code, on a phone; a wrong one is said and can be typed again', async () => {
    const person = await cabinet.person('bo-truong-y-te');
    await person.do('PUT', '/me/security/password', { password: PASSWORD });
    const { secret } = await person.do<Schema['BegunCodesDto']>('POST', '/me/security/codes');
    await person.do('POST', '/me/security/codes/confirm', { code: new TOTP({ secret }).generate() });
    await cabinet.rows('update totp set last_step = 0');
    const page = await atVote('bo-truong-y-te', { size: 'phone' });
    await card(page).getByRole('button', { name: 'Không đồng ý', exact: true }).click();
    await card(page).getByRole('button', { name: 'Gửi phiếu' }).click();
    const dialog = page.getByRole('dialog', { name: 'Xác nhận là bạn' });
    await dialog.getByLabel('Mật khẩu', { exact: true }).fill('không phải mật khẩu này');
    await dialog.getByLabel('Mã 6 số trong ứng dụng').fill(new TOTP({ secret }).generate());
    expect(await faultsOf(page)).toEqual([]);
    await keepPicture(page, 'step-up-code-phone');
    await dialog.getByRole('button', { name: 'Xác nhận và gửi' }).click();
    await dialog.getByRole('alert').waitFor();
    await dialog.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
    await dialog.getByLabel('Mã 6 số trong ứng dụng').fill(new TOTP({ secret }).generate());
    await dialog.getByRole('button', { name: 'Xác nhận và gửi' }).click();
    await card(page).getByTestId('receipt').waitFor();
  });

  it('takes the proof of the published vote away, and finds it right offline; one changed letter is found', async () => {
    await vote.chair.do('POST', `/motions/${vote.motionId}/close`);
    await vote.chair.do('POST', `/motions/${vote.motionId}/publish`);
    const page = await atVote('bo-truong-tai-chinh');
    const saved = page.waitForEvent('download');
    await card(page).getByRole('link', { name: 'Tải hồ sơ kiểm chứng' }).click();
    const file = await (await saved).path();
    const verify = (of: string) => spawnSync(process.execPath, ['bin/ecabinet.mjs', 'verify', of, '--lang', 'vi'], { encoding: 'utf8', env: { PATH: process.env['PATH'] } });
    const right = verify(file);
    expect([right.status, right.stdout]).toEqual([0, expect.stringContaining('đều đạt')]);
    const text = readFileSync(file, 'utf8');
    expect(JSON.parse(text)).toMatchObject({ evidence: expect.arrayContaining([expect.objectContaining({ kind: 'passkey' }), expect.objectContaining({ kind: 'code' })]) });
    const other = `${file}.changed.json`;
    writeFileSync(other, text.replace('"signature":"M', '"signature":"N'));
    expect(verify(other).status).toBe(1);
    rmSync(other);
  });

  it('left no complaint in a console and no warning in the log', () => {
    expect(screens.complaints).toEqual([]);
    expect(cabinet.log).toEqual([]);
  });
});
