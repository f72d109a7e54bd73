import { Cabinet } from '../support/cabinet.js';
import { juneSession } from '../support/june.js';
import type { Person, Schema } from '../support/person.js';
import { faultsOf, keepPicture, overflowOf, Screens, SIZES, type Page } from '../support/screen.js';

describe('libraries', () => {
  let cabinet: Cabinet;
  let screens: Screens;
  let secretary: Person;
  let sessionId = '';
  let papers: Schema['PaperBriefDto'][] = [];
  let page: Page;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    screens = await Screens.open(cabinet);
    secretary = await cabinet.person('thu-ky');
    const june = await juneSession(secretary);
    sessionId = june.id;
    papers = june.items.flatMap((item) => item.papers);
    page = await screens.of('thong-doc', address(0));
  }, 120_000);
  afterAll(async () => {
    await screens.close();
    await cabinet.close();
  });

  const address = (index: number): string => `/sessions/${sessionId}?item=${papers[index]?.itemId ?? ''}&paper=${papers[index]?.id ?? ''}`;
  const link = (at: Page, index: number) => at.getByRole('link', { name: new RegExp(papers[index]?.title ?? '') });

  it('take a paper from the reader into a new folder, and are found in the menu', async () => {
    await page.getByRole('button', { name: 'Lưu vào tủ tài liệu' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tên thư mục').fill('Đọc trước phiên họp');
    await keepPicture(page, 'libraries-1-save');
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('Đã lưu vào tủ tài liệu').waitFor();
    await page.goto(address(1));
    await page.getByRole('button', { name: 'Lưu vào tủ tài liệu' }).click();
    await dialog.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('Đã lưu vào tủ tài liệu').waitFor();
    await page.getByRole('button', { name: /^Tài khoản/ }).first().click();
    // While the next screen is on its way, the reader that is left notes its place: that must not call anybody back.
    await page.locator('[data-page="1"][data-rendered]').waitFor();
    const noted = page.waitForRequest((request) => request.url().endsWith('/read') && request.postData()?.includes('"page":2') === true);
    await page.route(/\/assets\/libraries-route-[^/]*\.js$/, async (route) => {
      await noted;
      await route.continue();
    });
    await page.locator('[data-reader-scroller]').evaluate((scroller) => { scroller.scrollTop = scroller.scrollHeight / 3; });
    await page.getByRole('menuitem', { name: 'Tủ tài liệu' }).click();
    await link(page, 0).waitFor();
    await link(page, 1).waitFor();
    for (const size of ['desktop', 'landscape', 'portrait', 'phone'] as const) {
      await page.setViewportSize(SIZES[size]);
      expect(await overflowOf(page)).toBe(0);
      await keepPicture(page, `libraries-2-${size}`);
      expect(await faultsOf(page)).toEqual([]);
    }
    await page.setViewportSize(SIZES.desktop);
  });

  it('are put in order: folders added, named anew and removed, papers moved and taken out', async () => {
    await page.getByRole('button', { name: 'Thêm thư mục' }).click();
    await page.getByRole('dialog').getByLabel('Tên thư mục').fill('Tài chính');
    await page.getByRole('dialog').getByRole('button', { name: 'Lưu', exact: true }).click();
    const finance = page.getByRole('region', { name: 'Tài chính' });
    await finance.getByText('Chưa có tài liệu').waitFor();
    await page.getByRole('button', { name: `Tài liệu ${papers[1]?.title ?? ''}` }).click();
    await page.getByRole('menuitem', { name: 'Chuyển sang thư mục khác' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Chuyển', exact: true }).click();
    await finance.getByRole('link', { name: new RegExp(papers[1]?.title ?? '') }).waitFor();
    await page.getByRole('button', { name: 'Thư mục Tài chính' }).click();
    await page.getByRole('menuitem', { name: 'Đổi tên' }).click();
    await page.getByRole('dialog').getByLabel('Tên thư mục').fill('Ngân sách');
    await page.getByRole('dialog').getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByRole('region', { name: 'Ngân sách' }).waitFor();
    await page.getByRole('button', { name: `Tài liệu ${papers[1]?.title ?? ''}` }).click();
    await page.getByRole('menuitem', { name: 'Bỏ khỏi thư mục' }).click();
    await page.getByRole('region', { name: 'Ngân sách' }).getByText('Chưa có tài liệu').waitFor();
    await page.getByRole('button', { name: 'Thư mục Ngân sách' }).click();
    await page.getByRole('menuitem', { name: 'Xoá thư mục' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Xoá thư mục' }).click();
    await page.getByRole('region', { name: 'Ngân sách' }).waitFor({ state: 'detached' });
  });

  it('of the body are kept by the secretariat and lose a recalled paper while they are looked at', async () => {
    const office = await screens.of('thu-ky', address(2), { language: 'en', theme: 'dark' });
    await office.getByRole('button', { name: 'Save to a library' }).click();
    await office.getByRole('dialog').getByLabel('Save in').selectOption('body');
    await office.getByRole('dialog').getByLabel('Name of the folder').fill('Rules');
    await office.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    await office.getByText('Saved to the library').waitFor();
    await page.getByText('Thư viện chung', { exact: true }).click();
    await link(page, 2).waitFor();
    expect(await page.getByRole('button', { name: 'Thêm thư mục' }).count()).toBe(0);
    await office.goto('/libraries?library=common');
    await link(office, 2).waitFor();
    await keepPicture(office, 'libraries-3-common-dark-en');
    expect(await faultsOf(office)).toEqual([]);
    await secretary.do('POST', `/papers/${papers[2]?.id ?? ''}/recall`, { reason: 'Sai số liệu' });
    for (const each of [page, office]) await link(each, 2).waitFor({ state: 'detached' });
    await link(page, 0).waitFor({ state: 'detached' });
    await page.goto('/libraries');
    await link(page, 0).click();
    await page.getByRole('region', { name: papers[0]?.title ?? '' }).first().waitFor();
  });

  it('left no complaint in a console', () => {
    expect(screens.complaints).toEqual([]);
  });
});
