import { TOTP } from 'otpauth';
import { Cabinet } from '../support/cabinet.js';
import { faultsOf, keepPicture, Screens, type Page } from '../support/screen.js';
import { withAuthenticator } from '../support/virtual-authenticator.js';
import { forgetTries, invite, PASSWORD } from '../support/visitor.js';

describe('signing in, in a browser', () => {
  let cabinet: Cabinet;
  let screens: Screens;
  let home: string;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    screens = await Screens.open(cabinet);
    // Passkeys belong to a name, not to an address.
    home = cabinet.url.replace('127.0.0.1', 'localhost');
  }, 120_000);
  beforeEach(() => forgetTries(cabinet));
  afterAll(async () => {
    await screens.close();
    await cabinet.close();
  });

  async function signOut(page: Page): Promise<void> {
    await page.getByRole('button', { name: /^Tài khoản/ }).click();
    await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
    await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
  }

  it('a minister enrols a passkey, signs out, and signs in by it', async () => {
    const page = await screens.window();
    await withAuthenticator(page);
    await page.goto(`${home}/sign-in`);
    await page.getByRole('button', { name: /^Bộ trưởng Bộ Y tế/ }).click();
    await page.getByRole('button', { name: /^Tài khoản/ }).click();
    await page.getByRole('menuitem', { name: 'Thiết bị & bảo mật' }).click();
    await page.getByRole('button', { name: 'Thêm khoá truy cập' }).click();
    await page.getByLabel('Tên khoá').fill('Máy tính bảng');
    await page.getByRole('button', { name: 'Tạo khoá' }).click();
    await page.getByText('Máy tính bảng', { exact: true }).waitFor();
    await signOut(page);
    await page.getByRole('button', { name: 'Đăng nhập bằng khoá truy cập' }).click();
    await page.waitForURL(/\/desk$/);
    await page.goto(`${home}/me/security`);
    await page.getByText(/bằng khoá truy cập$/).first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it('an invited person sets a password, turns on codes, and signs in with both on a phone', async () => {
    const { token } = await invite(cabinet, 'nguoi-moi');
    const page = await screens.window({ size: 'phone' });
    await page.goto(`${home}/set-password#token=${token}`);
    await page.getByText('Xin chào Người dùng nguoi-moi').waitFor();
    await page.getByLabel('Mật khẩu mới').fill(PASSWORD);
    await page.getByLabel('Nhập lại mật khẩu').fill(PASSWORD);
    await page.getByRole('button', { name: 'Đặt mật khẩu' }).click();
    await page.getByLabel('Tên đăng nhập').fill('nguoi-moi');
    await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    await page.waitForURL(/\/desk$/);
    await page.goto(`${home}/me/security`);
    await page.getByRole('button', { name: 'Bật mã xác thực' }).click();
    await page.getByRole('img', { name: 'Mã QR để thêm vào ứng dụng xác thực' }).waitFor();
    const secret = (await page.getByRole('dialog').locator('code').textContent())?.replaceAll(' ', '') ?? '';
    expect(await faultsOf(page)).toEqual([]);
    await page.getByLabel('Mã 6 số đang hiện trong ứng dụng').fill(new TOTP({ secret }).generate());
    await page.getByRole('button', { name: 'Xác nhận và bật' }).click();
    await page.getByRole('heading', { name: 'Mã khôi phục' }).waitFor();
    const recovery = await page.getByRole('dialog').getByRole('listitem').allTextContents();
    expect(recovery).toHaveLength(10);
    // Each is there as a whole, on a phone too.
    expect(await page.getByRole('dialog').getByRole('listitem').evaluateAll((items) => items.map((item) => item.scrollWidth <= item.clientWidth))).toEqual(recovery.map(() => true));
    await keepPicture(page, 'recovery-codes-phone');
    await page.getByRole('button', { name: 'Tôi đã cất các mã' }).click();
    await signOut(page);
    await page.getByLabel('Tên đăng nhập').fill('nguoi-moi');
    await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    await page.getByRole('heading', { name: 'Nhập mã xác thực' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByLabel('Mã xác thực hoặc mã khôi phục').fill('000000');
    await page.getByRole('button', { name: 'Xác nhận' }).click();
    await page.getByRole('alert').getByText('Mã không đúng').waitFor();
    await page.getByLabel('Mã xác thực hoặc mã khôi phục').fill(recovery[0] ?? '');
    await page.getByRole('button', { name: 'Xác nhận' }).click();
    await page.waitForURL(/\/desk$/);
  });

  it('two administrators recover an account: one asks, the other confirms and sees the link once', async () => {
    await cabinet.rows(`update account set password_hash = 'x' where username = 'bo-truong-noi-vu'`);
    const [first, second] = [await screens.of('quan-tri', '/administration/accounts?q=bo-truong-noi-vu'), await screens.of('quan-tri-2', '/administration/accounts')];
    await first.getByRole('button', { name: 'Thao tác với Bộ trưởng Bộ Nội vụ' }).click();
    await first.getByRole('menuitem', { name: 'Đề nghị khôi phục tài khoản' }).click();
    await first.getByLabel('Lý do').fill('Mất điện thoại, đã gặp trực tiếp');
    await first.getByRole('button', { name: 'Gửi đề nghị' }).click();
    await first.getByText('Đang chờ một quản trị viên khác xác nhận.').waitFor();
    await second.getByText('Mất điện thoại, đã gặp trực tiếp').waitFor();
    await second.getByRole('button', { name: 'Xác nhận' }).click();
    await second.getByRole('dialog').getByRole('button', { name: 'Xác nhận' }).click();
    await second.getByRole('heading', { name: 'Đường dẫn một lần' }).waitFor();
    expect(await second.getByRole('textbox', { name: 'Đường dẫn một lần' }).inputValue()).toMatch(/\/set-password#token=/);
  });

  it('left no complaint in a console and no warning in the log', () => {
    expect(screens.complaints).toEqual([]);
    expect(cabinet.log).toEqual([]);
  });
});
