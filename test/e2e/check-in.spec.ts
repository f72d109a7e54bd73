import { Cabinet } from '../support/cabinet.js';
import { juneSession } from '../support/june.js';
import type { Schema } from '../support/person.js';
import { faultsOf, keepPicture, overflowOf, type Page, Screens } from '../support/screen.js';

/** What the picture says to a camera. Chromium reads QR codes here as little as anywhere; the address is asked of the server that drew it. */
const codeOf = async (cabinet: Cabinet, sessionId: string): Promise<string> => (await (await cabinet.person('thu-ky')).get<Schema['CheckInCodeDto']>(`/sessions/${sessionId}/check-in-code`)).address;

describe('checking in by the code that hangs in the room', () => {
  let cabinet: Cabinet;
  let screens: Screens;
  let june: Schema['SessionDto'];

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    screens = await Screens.open(cabinet);
    june = await juneSession(await cabinet.person('thu-ky'));
  });
  afterAll(async () => {
    await screens.close();
    await cabinet.close();
  });

  async function look(page: Page, name: string): Promise<void> {
    await keepPicture(page, `check-in-${name}`);
    expect([name, await overflowOf(page), await faultsOf(page)]).toEqual([name, 0, []]);
  }

  it('is shown as large as the screen by who keeps the attendance, and on the wall', async () => {
    const secretary = await screens.of('thu-ky', `/sessions/${june.id}?tab=attendance`);
    await secretary.getByRole('button', { name: 'QR điểm danh' }).click();
    await secretary.getByRole('img', { name: /Mã QR điểm danh/ }).waitFor();
    await look(secretary, 'dialog-desktop');
    await secretary.keyboard.press('Escape');
    await secretary.getByRole('dialog').waitFor({ state: 'detached' });
    const console = await screens.of('thu-tuong', `/sessions/${june.id}/chair`, { size: 'portrait', language: 'en', theme: 'dark' });
    await console.getByRole('button', { name: 'Check-in QR' }).click();
    await console.getByRole('img', { name: /Check-in QR code/ }).waitFor();
    await look(console, 'dialog-tablet-dark');
    const { address } = await (await cabinet.person('thu-ky')).do<Schema['MadeDisplayDto']>('POST', `/sessions/${june.id}/displays`, { name: 'Phòng A' });
    for (const [size, theme] of [['wall', 'dark'], ['desktop', 'light']] as const) {
      const wall = await screens.window({ size });
      await wall.goto(`${address}&theme=${theme}`);
      await wall.getByRole('img', { name: /Mã QR điểm danh/ }).waitFor();
      await look(wall, `wall-${size}-${theme}`);
      expect(await wall.getByRole('region', { name: 'Quét mã để điểm danh' }).evaluate((code) => code.getBoundingClientRect().bottom <= window.innerHeight)).toBe(true);
      await wall.context().close();
    }
    for (const page of [secretary, console]) await page.context().close();
  }, 60_000);

  it('leads a member on a phone through the sign-in, with the code kept, to one button', async () => {
    const phone = await screens.window({ size: 'phone' });
    await phone.goto(await codeOf(cabinet, june.id));
    await phone.waitForURL(/\/sign-in/);
    expect(new URL(phone.url()).search).not.toContain('code');
    await phone.getByRole('button', { name: /Thống đốc Ngân hàng Nhà nước/ }).click();
    await phone.getByRole('button', { name: 'Tôi có mặt tại phòng họp' }).waitFor();
    await look(phone, 'phone');
    await phone.getByRole('button', { name: 'Tôi có mặt tại phòng họp' }).click();
    await phone.getByText(/Đã ghi nhận bạn có mặt lúc/).waitFor();
    await look(phone, 'phone-done');
    await phone.reload(); // By then the code may be old: who is there is told so all the same.
    await phone.getByRole('button', { name: 'Tôi có mặt tại phòng họp' }).click();
    await phone.getByText(/Bạn đã điểm danh từ/).waitFor();
    await phone.getByRole('link', { name: 'Mở phiên họp' }).click();
    await phone.waitForURL((url) => url.pathname === `/sessions/${june.id}`);
    await phone.context().close();
  }, 60_000);

  it('tells who scanned an old code to scan again, and who is not invited that they are not', async () => {
    const phone = await screens.of('bo-truong-noi-vu', `/sessions/${june.id}/check-in#code=AAAAAAAAAAAAAAAA`, { size: 'phone', theme: 'dark' });
    await phone.getByRole('button', { name: 'Tôi có mặt tại phòng họp' }).click();
    await phone.getByText(/Hãy quét lại mã QR đang hiện/).waitFor();
    await look(phone, 'phone-old');
    await phone.goto(`/sessions/${june.id}/check-in`);
    await phone.getByText(/Đường dẫn này thiếu mã/).waitFor();
    const stranger = await screens.of('ubnd-thu-ky', await codeOf(cabinet, june.id), { size: 'phone', language: 'en' });
    await stranger.getByRole('button', { name: 'I am in the meeting room' }).click();
    await stranger.getByText(/You are not on the list of this session/).waitFor();
    await look(stranger, 'phone-stranger');
    for (const page of [phone, stranger]) await page.context().close();
  }, 60_000);

  it('left no complaint in a console and no warning in the log', () => {
    expect(screens.complaints).toEqual([]);
    expect(cabinet.log).toEqual([]);
  });
});
