import { Cabinet } from '../support/cabinet.js';
import { juneSession } from '../support/june.js';
import { faultsOf, keepPicture, overflowOf, Screens, SIZES, type Page } from '../support/screen.js';

describe('the clerk keeps the register of classified papers', () => {
  let cabinet: Cabinet;
  let screens: Screens;
  let sessionId: string;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    screens = await Screens.open(cabinet);
    sessionId = (await juneSession(await cabinet.person('thu-ky'))).id;
  }, 120_000);
  afterAll(async () => {
    await screens.close();
    await cabinet.close();
  });

  async function look(page: Page, name: string): Promise<void> {
    await page.locator('h1').first().waitFor();
    await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
    for (const size of ['desktop', 'portrait', 'phone'] as const) {
      await page.setViewportSize(SIZES[size]);
      expect([name, size, await overflowOf(page)]).toEqual([name, size, 0]);
      await keepPicture(page, `register-${name}-${size}`);
      if (size !== 'portrait') expect([name, size, await faultsOf(page)]).toEqual([name, size, []]);
    }
    await page.setViewportSize(SIZES.desktop);
  }

  it('enters a paper, hands out a copy and takes it back', async () => {
    const clerk = await screens.of('van-thu', `/sessions/${sessionId}`);
    await clerk.getByRole('button', { name: 'Chuẩn bị' }).click();
    await clerk.getByRole('menuitem', { name: 'Sổ tài liệu giấy (mật)' }).click();
    await clerk.getByText('Chưa ghi tài liệu giấy nào').waitFor();
    await look(clerk, 'empty');
    await clerk.getByRole('button', { name: 'Ghi tài liệu giấy' }).click();
    await clerk.getByLabel('Tên gọi tài liệu').fill('Phụ lục số 2');
    await clerk.getByLabel('Độ mật').selectOption('toiMat');
    await look(clerk, 'enter');
    await clerk.getByRole('button', { name: 'Ghi vào sổ' }).click();
    await clerk.getByRole('button', { name: 'Giao bản của Phụ lục số 2' }).click();
    await clerk.getByLabel('Người nhận').selectOption({ label: '25. Thống đốc Ngân hàng Nhà nước Việt Nam' });
    await look(clerk, 'hand-out');
    await clerk.getByRole('dialog').getByRole('button', { name: 'Giao bản' }).click();
    await clerk.getByText('1/27 bản đang giao').waitFor();
    await look(clerk, 'list');
    const member = await screens.of('thong-doc', '/desk', { size: 'phone' });
    await member.getByText('Tài liệu giấy bạn đang giữ').waitFor();
    await keepPicture(member, 'register-desk-phone');
    await clerk.getByRole('button', { name: 'Bản số 1 của Thống đốc Ngân hàng Nhà nước Việt Nam đã trả' }).click();
    await clerk.getByText('0/27 bản đang giao').waitFor();
    await member.getByText('Tài liệu giấy bạn đang giữ').waitFor({ state: 'detached' });
  });

  it('says it in English, in the dark', async () => {
    const office = await screens.of('thu-ky', `/sessions/${sessionId}/register`, { language: 'en', theme: 'dark' });
    await office.getByRole('heading', { name: 'Paper register' }).waitFor();
    await look(office, 'english');
  });

  it('reminds those who have not opened a paper', async () => {
    await cabinet.rows('delete from paper_receipt');
    const office = await screens.of('thu-ky', `/sessions/${sessionId}/receipts`);
    await office.getByRole('button', { name: /^Ai đã nhận, đã đọc: Tờ trình/ }).first().click();
    await office.getByRole('button', { name: /^Nhắc \d+ người chưa mở/ }).click();
    await office.getByText(/^Đã nhắc \d+ người/).waitFor();
    await look(office, 'reminded');
    const member = await screens.of('bo-truong-tu-phap', '/desk', { size: 'phone' });
    await member.getByText('Văn phòng nhắc bạn đọc').waitFor();
    await keepPicture(member, 'register-reminded-desk-phone');
    expect(cabinet.log).toEqual([]);
  });
});
