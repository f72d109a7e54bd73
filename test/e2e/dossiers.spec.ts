import { Cabinet } from '../support/cabinet.js';
import { faultsOf, keepPicture, overflowOf, samplePdf, Screens, SIZES, type Page } from '../support/screen.js';

describe('a sponsor submits a dossier, the secretariat clears it and puts it on the agenda', () => {
  let cabinet: Cabinet;
  let screens: Screens;
  let sponsor: Page;
  let office: Page;
  const TITLE = 'Dự thảo Nghị quyết về phát triển nhà ở xã hội giai đoạn 2021 – 2030';

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    screens = await Screens.open(cabinet);
  }, 120_000);
  afterAll(async () => {
    await screens.close();
    await cabinet.close();
  });

  async function look(page: Page, name: string): Promise<void> {
    await page.locator('h1').first().waitFor();
    await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
    for (const size of ['desktop', 'landscape', 'portrait', 'phone'] as const) {
      await page.setViewportSize(SIZES[size]);
      expect([name, size, await overflowOf(page)]).toEqual([name, size, 0]);
      await keepPicture(page, `dossier-${name}-${size}`);
      if (size === 'desktop' || size === 'phone') expect([name, size, await faultsOf(page)]).toEqual([name, size, []]);
    }
    await page.setViewportSize(SIZES.desktop);
  }

  it('begins where the sponsor’s work is, with nothing of the sessions', async () => {
    sponsor = await screens.of('trinh-ke-hoach-dau-tu', '/');
    await sponsor.getByRole('heading', { level: 1, name: 'Hồ sơ trình' }).waitFor();
    expect(await sponsor.getByRole('navigation').getByRole('link').allInnerTexts()).toHaveLength(1);
    await sponsor.getByText('Tình hình kinh tế – xã hội tháng 7').waitFor();
    expect(await sponsor.getByText('Giải ngân vốn đầu tư công').count()).toBe(0);
    await look(sponsor, 'list');
    await sponsor.getByRole('button', { name: 'Lập hồ sơ mới' }).click();
    await sponsor.getByLabel('Tên nội dung trình').fill(TITLE);
    await sponsor.getByLabel('Tóm tắt nội dung trình').fill('Đề nghị Chính phủ ban hành Nghị quyết về phát triển nhà ở xã hội.');
    await look(sponsor, 'form');
    await sponsor.getByRole('button', { name: 'Lập hồ sơ', exact: true }).click();
    await sponsor.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  });

  it('says what is missing, and takes it', async () => {
    await sponsor.getByText('Chưa có văn bản chính.').waitFor();
    expect(await sponsor.getByRole('button', { name: 'Gửi Văn phòng' }).isDisabled()).toBe(true);
    await sponsor.locator('input[type=file]').last().setInputFiles(samplePdf('To trinh nha o xa hoi.pdf', 'To trinh', 12));
    await sponsor.getByText('Văn bản chính dài 12 trang, trên 10 trang phải có bản tóm tắt.').waitFor();
    await look(sponsor, 'missing');
    await sponsor.getByRole('button', { name: 'Đổi tên tài liệu: To trinh nha o xa hoi' }).click();
    await sponsor.getByRole('textbox', { name: 'Tên tài liệu' }).fill('Tờ trình về nhà ở xã hội');
    await sponsor.getByRole('dialog').getByRole('button', { name: 'Lưu' }).click();
    await sponsor.getByRole('button', { name: /^Tờ trình về nhà ở xã hội/ }).waitFor();
    await sponsor.locator('input[type=file]').last().setInputFiles(samplePdf('Tom tat.pdf', 'Tom tat', 2));
    await sponsor.getByText('Hồ sơ đủ điều kiện để gửi.').waitFor();
    expect(await sponsor.getByLabel('Loại tài liệu: Tom tat').inputValue()).toBe('summary');
    await sponsor.getByRole('button', { name: 'Gửi Văn phòng' }).click();
    await sponsor.getByRole('dialog').getByRole('button', { name: 'Gửi Văn phòng' }).click();
    await sponsor.getByText('Đã gửi, chờ kiểm tra').waitFor();
  });

  it('is read by the secretariat, and returned with a reason that the sponsor sees at once', async () => {
    office = await screens.of('thu-ky', '/dossiers');
    await look(office, 'office');
    await office.getByRole('link', { name: TITLE }).click();
    await office.getByRole('button', { name: /^Tờ trình về nhà ở xã hội/ }).click();
    await office.locator('[data-rendered]').first().waitFor();
    await look(office, 'reading');
    await office.getByRole('button', { name: 'Về hồ sơ' }).click();
    await office.getByRole('button', { name: 'Trả lại' }).click();
    await office.getByRole('dialog').getByLabel('Cần hoàn thiện').fill('Bổ sung ý kiến của Bộ Tư pháp.');
    await office.getByRole('dialog').getByRole('button', { name: 'Trả lại' }).click();
    await sponsor.getByText('Bổ sung ý kiến của Bộ Tư pháp.').waitFor();
    await look(sponsor, 'returned');
    await sponsor.locator('input[type=file]').last().setInputFiles(samplePdf('Y kien Bo Tu phap.pdf', 'Y kien', 1));
    await sponsor.getByRole('button', { name: /Y kien Bo Tu phap/ }).first().waitFor();
    await sponsor.getByRole('button', { name: 'Gửi Văn phòng' }).click();
    await sponsor.getByRole('dialog').getByRole('button', { name: 'Gửi Văn phòng' }).click();
  });

  it('goes onto the agenda with its papers', async () => {
    await office.getByRole('button', { name: 'Tiếp nhận' }).click();
    await office.getByText('Đã tiếp nhận', { exact: true }).first().waitFor();
    await office.getByRole('button', { name: 'Đưa vào chương trình' }).click();
    await office.getByRole('dialog').getByLabel('Nội dung', { exact: true }).waitFor();
    await office.getByRole('dialog').getByLabel('Phiên họp').selectOption({ label: (await office.getByRole('dialog').getByLabel('Phiên họp').locator('option').allInnerTexts()).find((text) => text.includes('24/6/2019')) ?? '' });
    await look(office, 'place');
    await office.getByRole('dialog').getByRole('button', { name: 'Đưa vào chương trình' }).click();
    await office.getByRole('link', { name: 'Mở phiên họp' }).click();
    await office.getByRole('heading', { name: TITLE }).first().waitFor();
    await office.getByRole('button', { name: /^Tờ trình về nhà ở xã hội/ }).first().waitFor();
    await sponsor.getByText('Đã vào chương trình', { exact: true }).waitFor();
    await look(sponsor, 'placed');
  });

  it('says it all in English too', async () => {
    const english = await screens.of('trinh-tai-chinh', '/dossiers', { language: 'en', theme: 'dark' });
    await english.getByRole('link', { name: /Disbursement of public investment/ }).click();
    await english.getByRole('heading', { level: 1, name: /Disbursement of public investment/ }).waitFor();
    await english.getByText('To be completed').first().waitFor();
    await look(english, 'english');
    expect(cabinet.log).toEqual([]);
  });
});
