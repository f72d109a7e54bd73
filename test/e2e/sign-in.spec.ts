import { Cabinet } from '../support/cabinet.js';
import { faultsOf, keepPicture, overflowOf, Screens, type Page } from '../support/screen.js';
import { withAuthenticator } from '../support/virtual-authenticator.js';
import { forgetTries, invite, PASSWORD, Visitor } from '../support/visitor.js';

describe('who one is, in a browser', () => {
  let cabinet: Cabinet;
  let screens: Screens;
  let home: string;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    screens = await Screens.open(cabinet);
    home = cabinet.url.replace('127.0.0.1', 'localhost');
  }, 120_000);
  beforeEach(() => forgetTries(cabinet));
  afterAll(async () => {
    await screens.close();
    await cabinet.close();
  });

  /** What a browser keeps for itself, and lets scripts read. */
  const stored = (page: Page): Promise<Record<string, string>> => page.evaluate(() => ({ ...window.localStorage, ...window.sessionStorage }));

  it('types a password into a masked field that takes what is pasted and what a password manager fills in', async () => {
    const page = await screens.window();
    await page.goto('/sign-in');
    const field = page.getByLabel('Mật khẩu', { exact: true });
    expect([await field.getAttribute('type'), await field.getAttribute('autocomplete'), await page.getByLabel('Tên đăng nhập').getAttribute('autocomplete')]).toEqual(['password', 'current-password', 'username']);
    await page.getByLabel('Tên đăng nhập').fill(PASSWORD);
    await page.getByLabel('Tên đăng nhập').press('Control+a');
    await page.keyboard.press('Control+c');
    await field.focus();
    await page.keyboard.press('Control+v');
    expect(await field.inputValue()).toBe(PASSWORD);
    await page.getByRole('button', { name: 'Hiện hoặc ẩn mật khẩu' }).click();
    expect(await field.getAttribute('type')).toBe('text');
  });

  it.each(['//evil.example', '/\\evil.example', '/\t/evil.example', 'https://evil.example/desk', 'javascript:alert(1)', '/../..//evil.example', '', '/sessions?x=1'])('is led by the address %j to a page of our own', async (to) => {
    const page = await screens.window();
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(cabinet.url)) elsewhere.push(request.url());
    });
    await page.goto(`/sign-in?to=${encodeURIComponent(to)}`);
    await page.getByRole('button', { name: /^Bộ trưởng Bộ Y tế/ }).click();
    await page.getByRole('button', { name: /^Tài khoản/ }).waitFor();
    expect([new URL(page.url()).origin, elsewhere]).toEqual([cabinet.url, []]);
    if (to === '/sessions?x=1') expect(page.url()).toBe(`${cabinet.url}${to}`);
  });

  it('opens a one-time link whose secret no server sees; an address that shows it to servers opens nothing', async () => {
    const { token } = await invite(cabinet, 'nguoi-nhan-link');
    const page = await screens.window();
    const seen: string[] = [];
    page.on('request', (request) => seen.push(`${request.url()} ${request.headers()['referer'] ?? ''}`));
    await page.goto(`/set-password#token=${token}`);
    await page.getByText('Xin chào Người dùng nguoi-nhan-link').waitFor();
    expect(seen.filter((address) => address.includes(token))).toEqual([]);
    const fields = page.locator('input[autocomplete="new-password"]');
    expect(await fields.evaluateAll((inputs) => inputs.map((input) => input.getAttribute('type')))).toEqual(['password', 'password']);
    await page.goto(`/set-password?token=${token}`);
    await page.getByText('Thiếu mã trong đường dẫn').waitFor();
  });

  it('finds the way out on every page, and leaves nothing of the work behind in the browser', async () => {
    const page = await screens.of('thu-ky', '/desk');
    for (const address of ['/desk', '/sessions', '/opinion-requests', '/me/security', '/administration', '/nowhere']) {
      await page.goto(address);
      await page.getByRole('button', { name: /^Tài khoản/ }).click();
      await page.getByRole('menuitem', { name: 'Đăng xuất' }).waitFor();
      await page.keyboard.press('Escape');
    }
    await page.getByRole('button', { name: /^Tài khoản/ }).click();
    await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
    await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
    const kept = await stored(page);
    // The language, the theme, the body one works for, and the journal's checkpoint: no secret, title or name.
    expect(Object.keys(kept).filter((key) => !/^(language|body|mantine-color-scheme-value|reader\.(fit|dark|page\.[0-9a-f-]+)|log-checkpoint)$/.test(key))).toEqual([]);
    expect(JSON.stringify(kept)).not.toMatch(/Phiên họp|Thư ký|thu-ky|Bộ trưởng/);
    await page.goBack();
    await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
  });

  it('is signed out in the browser though the server is away, and on the server as soon as it answers', async () => {
    const page = await screens.of('bo-truong-y-te', '/desk');
    const cookies = await page.context().cookies();
    await page.route('**/api/**', (route) => route.abort('connectionrefused'));
    await page.getByRole('button', { name: /^Tài khoản/ }).click();
    await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
    await page.getByText('Bạn đã đăng xuất trên trình duyệt này nhưng máy chủ chưa trả lời.', { exact: false }).waitFor();
    expect(await page.getByText('Bàn làm việc').count()).toBe(0);
    await keepPicture(page, 'sign-out-offline');
    await page.unroute('**/api/**');
    await page.goto('/desk');
    await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
    const answer = await fetch(`${cabinet.url}/api/me`, { headers: { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') } });
    expect(answer.status).toBe(401);
    expect(Object.keys(await stored(page))).not.toContain('leaving');
  });

  it('adds a passkey and signs the other devices out in the same go', async () => {
    const elsewhere = await new Visitor(cabinet).enter('bo-truong-noi-vu');
    const page = await screens.window();
    await withAuthenticator(page);
    await page.goto(`${home}/sign-in`);
    await page.getByRole('button', { name: /^Bộ trưởng Bộ Nội vụ/ }).click();
    await page.getByRole('button', { name: /^Tài khoản/ }).waitFor();
    await page.goto(`${home}/me/security`);
    await page.getByRole('button', { name: 'Thêm khoá truy cập' }).click();
    await page.getByLabel('Tên khoá').fill('Máy tính bảng');
    await page.getByRole('button', { name: 'Tạo khoá' }).click();
    const offer = page.getByRole('alert').filter({ hasText: 'Đã đổi cách đăng nhập' });
    await offer.waitFor();
    await keepPicture(page, 'factor-changed');
    expect(await faultsOf(page)).toEqual([]);
    await offer.getByRole('button', { name: 'Đăng xuất các thiết bị khác' }).click();
    await offer.waitFor({ state: 'detached' });
    expect(await elsewhere.outcome('GET', '/me')).toBe('401 notSignedIn');
  });

  it('is asked again before another device is signed out by a session that was left open', async () => {
    const elsewhere = await new Visitor(cabinet).enter('bo-truong-noi-vu');
    const page = await screens.window();
    await withAuthenticator(page);
    await page.goto(`${home}/sign-in`);
    await page.getByRole('button', { name: /^Bộ trưởng Bộ Nội vụ/ }).click();
    await page.getByRole('button', { name: /^Tài khoản/ }).waitFor();
    await cabinet.rows(`update account_session set authenticated_at = now() - interval '1 hour'`);
    await page.goto(`${home}/me/security`);
    await page.getByRole('button', { name: 'Đăng xuất các thiết bị khác' }).click();
    await page.getByRole('dialog', { name: 'Xác nhận là bạn' }).waitFor();
    expect(await elsewhere.outcome('GET', '/me')).toBe('200');
  });

  it('says of what an untouched page reads that nobody asked for it, until it is touched', async () => {
    const page = await screens.of('bo-truong-xay-dung', '/desk');
    await page.getByText('Trực tuyến').waitFor();
    await page.clock.install();
    await page.clock.fastForward(61_000);
    const byItself = page.waitForRequest((request) => request.url().endsWith('/api/me'));
    const elsewhere = await new Visitor(cabinet).enter('bo-truong-xay-dung');
    await elsewhere.do('PATCH', '/me', { theme: 'light' });
    expect((await byItself).headers()['x-refetch']).toBe('news');
    const asked = page.waitForRequest((request) => request.method() === 'GET' && /\/api\/bodies\/.*\/sessions/.test(request.url()));
    await page.getByRole('link', { name: 'Phiên họp', exact: true }).first().click();
    expect((await asked).headers()['x-refetch']).toBeUndefined();
  });

  it('who signed in by one factor is shown what to do next, on a phone too', async () => {
    for (const size of ['desktop', 'phone'] as const) {
      const page = await screens.of('bo-truong-y-te', '/sign-in', { size });
      // Only production asks for it, over https: here the answer says so.
      await page.route('**/api/me', async (route) => {
        const answer = await route.fetch();
        await route.fulfill({ response: answer, json: { ...((await answer.json()) as object), mustConfirm: true } });
      });
      await page.goto('/desk');
      await page.getByText('Cần xác nhận thêm một bước').waitFor();
      expect([await faultsOf(page), await overflowOf(page)]).toEqual([[], 0]);
      await keepPicture(page, `must-confirm-${size}`);
      await page.getByRole('button', { name: 'Xác nhận', exact: true }).click();
      await page.getByRole('dialog', { name: 'Xác nhận là bạn' }).waitFor();
    }
  });

  it('leaves no warning in the log and no error in the console', () => {
    expect([cabinet.log, screens.complaints]).toEqual([[], []]);
  });
});
