import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import { openJune } from '../support/june.js';
import type { Person, Schema } from '../support/person.js';
import { faultsOf, keepPicture, overflowOf, type Page, Screens, SIZES } from '../support/screen.js';

const WORDS = 'Đề nghị bổ sung lộ trình chuyển tiếp cho hệ thống cũ.';

describe('a meeting goes on when the connection does not', () => {
  let cabinet: Cabinet;
  let screens: Screens;
  let chair: Person;
  let sessionId = '';
  let items: Schema['AgendaItemDto'][] = [];
  let page: Page;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    screens = await Screens.open(cabinet);
    ({ chair, sessionId } = await openJune(cabinet));
    ({ items } = await chair.get<Schema['SessionDto']>(`/sessions/${sessionId}`));
    page = await screens.of('bo-truong-tai-chinh', `/sessions/${sessionId}?item=${items[0]?.id ?? ''}&tab=comments`, { wired: true });
  }, 120_000);
  afterAll(async () => {
    await screens.close();
    await cabinet.close();
  });

  /** Turns to an item, and waits until a page of its first paper is there. */
  async function read(index: number): Promise<void> {
    await page.getByRole('button', { name: items[index]?.title ?? '' }).first().click();
    await page.getByRole('region', { name: items[index]?.papers[0]?.title ?? '' }).locator('[data-rendered]').first().waitFor();
  }
  const banner = () => page.getByText('Những gì đã mở vẫn đọc được', { exact: false }).or(page.getByText('những gì đã mở vẫn đọc được', { exact: false })).first();
  const field = () => page.getByRole('textbox', { name: 'Viết ý kiến' });
  /** The news of what was sent may be here before the answer, which empties the field. */
  const isEmptied = () => eventually(async () => expect(await field().inputValue()).toBe(''));
  const drafts = (): Promise<string[]> => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('draft:')));

  it('keeps agenda and papers readable without a network, refuses to send at once and keeps the words', async () => {
    await read(0);
    await read(1);
    // The screens of a meeting come quietly after the first.
    await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('sessions-route')));
    await screens.cut(page);
    await banner().waitFor();
    await read(0);
    await page.getByRole('tab', { name: /^Ý kiến/ }).first().click();
    await field().fill(WORDS);
    await page.getByText('Bản nháp được giữ trên thiết bị này').waitFor();
    await page.getByRole('button', { name: 'Gửi ý kiến' }).click();
    await page.getByText('Không có mạng nên chưa gửi được', { exact: false }).waitFor();
    expect(await field().inputValue()).toBe(WORDS);
    for (const size of ['desktop', 'phone'] as const) {
      await page.setViewportSize(SIZES[size]);
      expect(await overflowOf(page)).toBe(0);
      expect(await faultsOf(page)).toEqual([]);
      await keepPicture(page, `offline-${size}`);
    }
    await page.setViewportSize(SIZES.desktop);
    // Screens that were not opened before are there too, with what is known of them.
    for (const tab of [/^Phát biểu/, /^Biểu quyết/]) {
      await page.getByRole('tab', { name: tab }).first().click();
      await page.getByRole('tabpanel').first().waitFor();
    }
    expect(await page.getByText('Màn hình gặp lỗi').count()).toBe(0);
  });

  it('catches up by itself with what happened meanwhile, and has the draft after a reload', async () => {
    await chair.do('PUT', `/sessions/${sessionId}/current-item`, { itemId: items[1]?.id });
    const other = await cabinet.person('thong-doc');
    await other.do('POST', `/items/${items[0]?.id ?? ''}/comments`, { text: 'Nhất trí với dự thảo.', weight: 'remark' });
    await screens.mend(page);
    await banner().waitFor({ state: 'detached' });
    await page.getByRole('banner').or(page.locator('header')).getByText(`2. ${items[1]?.title ?? ''}`).first().waitFor();
    await page.reload();
    await page.getByRole('tab', { name: /^Ý kiến/ }).first().click();
    await page.getByText('Nhất trí với dự thảo.').waitFor();
    await page.getByText('Bản nháp được giữ trên thiết bị này').waitFor();
    expect(await field().inputValue()).toBe(WORDS);
    await page.getByRole('button', { name: 'Gửi ý kiến' }).click();
    await page.getByRole('paragraph').filter({ hasText: WORDS }).waitFor();
    await isEmptied();
    expect(await drafts()).toEqual([]);
  });

  it('does the same when the server is gone, and goes on when it is back', async () => {
    // The page was loaded anew: what is to be read later is opened first.
    await read(1);
    await read(0);
    await cabinet.end('SIGKILL');
    await banner().waitFor();
    await read(1);
    await page.getByRole('tab', { name: /^Ý kiến/ }).first().click();
    await field().fill('Câu này ở lại.');
    await page.getByRole('button', { name: 'Gửi ý kiến' }).click();
    await page.getByText('Không có mạng nên chưa gửi được', { exact: false }).waitFor();
    await cabinet.start();
    await banner().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Gửi ý kiến' }).click();
    await page.getByRole('paragraph').filter({ hasText: 'Câu này ở lại.' }).waitFor();
    await isEmptied();
  });

  it('keeps what is written on while the words before are on their way', async () => {
    const path = /\/api\/items\/[^/]+\/comments$/;
    let answer = (): void => undefined;
    const isAnswered = new Promise<void>((done) => { answer = done; });
    // What is only read passes: it may be under way when the route is taken away.
    await page.route(path, async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      const response = await route.fetch();
      await isAnswered;
      return route.fulfill({ response });
    });
    await field().fill('Câu thứ nhất.');
    await page.getByRole('button', { name: 'Gửi ý kiến' }).click();
    await page.getByRole('paragraph').filter({ hasText: 'Câu thứ nhất.' }).waitFor();
    await field().fill('Câu thứ hai.');
    answer();
    await page.getByText('Đã gửi ý kiến').waitFor();
    expect(await field().inputValue()).toBe('Câu thứ hai.');
    await page.getByText('Bản nháp được giữ trên thiết bị này').waitFor();
    await page.unroute(path);
  });

  it('leaves no draft on the device of who signs out, and lets one be discarded', async () => {
    await field().fill('Sẽ bỏ.');
    await page.getByRole('button', { name: 'Bỏ bản nháp' }).click();
    expect(await field().inputValue()).toBe('');
    await field().fill('Không để lại.');
    await page.getByText('Bản nháp được giữ trên thiết bị này').waitFor();
    expect(await drafts()).toHaveLength(1);
    await page.evaluate(() => localStorage.setItem('draft:somebody-else:comment:1', '{"at":1,"value":"x"}'));
    await page.getByRole('button', { name: /^Tài khoản/ }).first().click();
    await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
    await page.waitForURL(/\/sign-in/);
    expect(await drafts()).toEqual([]);
  });

  it('waits for a part of the screen that does not come, and shows it when it can', async () => {
    // From a page that fetches nothing ahead, so that the part is missing whenever it is asked for.
    const other = await screens.of('bo-truong-xay-dung', '/sign-in');
    let isMissed = false;
    other.on('request', (request) => { isMissed ||= request.resourceType() === 'fetch' && new URL(request.url()).pathname === '/'; });
    // It comes once the page has found out that it did not: by then React has given up, had it been told of the failure.
    await other.route(/\/assets\/floor-panel-[^/]*\.js$/, (route) => (isMissed ? route.continue() : route.abort()));
    await other.goto(`/sessions/${sessionId}`);
    await other.getByRole('tab', { name: /^Phát biểu/ }).first().click();
    await other.getByText('Chưa có ai phát biểu.').waitFor();
    expect(isMissed).toBe(true);
    expect(await other.getByText('Màn hình gặp lỗi').count()).toBe(0);
  });

  it('says that a newer version is here where a part belonged to the one before, and loses nothing of what is open', async () => {
    const other = await screens.of('bo-truong-noi-vu', `/sessions/${sessionId}?item=${items[0]?.id ?? ''}&tab=comments`);
    const written = other.getByRole('textbox', { name: 'Viết ý kiến' });
    await written.fill('Đang viết dở.');
    // What belongs to the first screen has come: only what is asked for next is of the program before.
    await other.locator('[data-page="1"][data-rendered]').waitFor();
    for (const name of ['Lưu vào tủ tài liệu', 'Xin phát biểu', /^Mang theo \d+/]) await other.getByRole('button', { name }).first().waitFor();
    // The server has other parts by now, and another page that asks for them.
    await other.route(/\/assets\/.*\.(js|css)$/, (route) => route.fulfill({ status: 404, body: '' }));
    await other.route(`${cabinet.url}/`, (route) => route.fulfill({ contentType: 'text/html', body: '<script type="module" src="/assets/index-newer.js"></script>' }));
    await other.getByRole('main').focus();
    await other.keyboard.press('?');
    await other.getByRole('heading', { name: 'Đã có phiên bản mới' }).waitFor();
    expect(await faultsOf(other)).toEqual([]);
    await other.getByRole('button', { name: 'Để sau' }).click();
    expect(await written.inputValue()).toBe('Đang viết dở.');
    await other.unrouteAll();
    await other.getByRole('button', { name: 'Tải lại trang' }).click();
    await other.getByRole('button', { name: 'Tải lại trang' }).waitFor({ state: 'detached' });
    await written.waitFor();
    expect(await written.inputValue()).toBe('Đang viết dở.');
    await other.getByRole('main').focus();
    await other.keyboard.press('?');
    await other.getByRole('dialog').waitFor();
  });

  it('left no complaint in a console', () => {
    expect(screens.complaints).toEqual([]);
  });
});
