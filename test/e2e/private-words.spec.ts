import { Cabinet } from '../support/cabinet.js';
import { openJune } from '../support/june.js';
import { faultsOf, keepPicture, overflowOf, type Page, Screens } from '../support/screen.js';

describe('a private word to the chair', () => {
  let cabinet: Cabinet;
  let screens: Screens;
  let sessionId = '';

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    screens = await Screens.open(cabinet);
    ({ sessionId } = await openJune(cabinet));
  });
  afterAll(async () => {
    await screens.close();
    await cabinet.close();
  });

  async function look(page: Page, name: string): Promise<void> {
    await keepPicture(page, `words-${name}`);
    await page.evaluate(() => window.scrollTo(0, 0));
    expect([name, await overflowOf(page), await faultsOf(page)]).toEqual([name, 0, []]);
  }

  it('is written on a phone, read and answered at the console, live on both sides, and not on the secretariat’s', async () => {
    const chair = await screens.of('thu-tuong', `/sessions/${sessionId}/chair`);
    const office = await screens.of('thu-ky', `/sessions/${sessionId}/chair`);
    const phone = await screens.of('thong-doc', `/sessions/${sessionId}?tab=floor`, { size: 'phone' });
    await phone.getByRole('button', { name: 'Trao đổi' }).click();
    await phone.getByLabel('Lời nhắn, tối đa 500 ký tự').fill('Xin rút ngắn nội dung 2');
    await look(phone, '1-phone');
    await phone.getByRole('button', { name: 'Gửi Chủ tọa' }).click();
    const toChair = chair.getByRole('region', { name: 'Lời nhắn riêng' }).first();
    await toChair.getByText('1 lời nhắn chưa đọc').waitFor();
    await toChair.getByRole('button', { name: /^Đánh dấu đã đọc lời nhắn của Thống đốc/ }).click();
    await toChair.getByText('0 lời nhắn chưa đọc').waitFor();
    await phone.getByText(/· Đã đọc$/).waitFor();
    await toChair.getByRole('button', { name: /^Trả lời Thống đốc/ }).click();
    await toChair.getByRole('textbox', { name: /^Trả lời Thống đốc/ }).fill('Đồng ý, 10 phút');
    await look(chair, '2-console');
    await toChair.getByRole('button', { name: 'Gửi trả lời' }).click();
    await phone.getByText('Trả lời: Đồng ý, 10 phút').waitFor();
    await look(phone, '3-phone-answered');
    expect(await office.getByText('Lời nhắn riêng').count()).toBe(0);
    const dark = await screens.of('thu-tuong', `/sessions/${sessionId}/chair`, { size: 'portrait', language: 'en', theme: 'dark' });
    await dark.getByText('Answer: Đồng ý, 10 phút').waitFor();
    await look(dark, '4-console-dark');
    for (const page of [chair, office, phone, dark]) await page.context().close();
  }, 90_000);

  it('left no complaint in a console and no warning in the log', () => {
    expect(screens.complaints).toEqual([]);
    expect(cabinet.log).toEqual([]);
  });
});
