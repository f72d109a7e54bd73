import { Cabinet } from '../support/cabinet.js';
import { juneSession } from '../support/june.js';
import type { Schema } from '../support/person.js';
import { faultsOf, keepPicture, overflowOf, Screens, SIZES, type Page } from '../support/screen.js';

describe('a unit names who attends, and a member who comes instead', () => {
  let cabinet: Cabinet;
  let screens: Screens;
  let june: Schema['SessionDto'];

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    screens = await Screens.open(cabinet);
    june = await juneSession(await cabinet.person('thu-ky'));
  }, 120_000);
  afterAll(async () => {
    await screens.close();
    await cabinet.close();
  });

  async function look(page: Page, name: string): Promise<void> {
    for (const size of ['desktop', 'phone'] as const) {
      await page.setViewportSize(SIZES[size]);
      expect([name, size, await overflowOf(page)]).toEqual([name, size, 0]);
      await keepPicture(page, `unit-${name}-${size}`);
      expect([name, size, await faultsOf(page)]).toEqual([name, size, []]);
    }
    await page.setViewportSize(SIZES.desktop);
  }

  it('lets the office invite a unit with its contact', async () => {
    const office = await screens.of('thu-ky', `/sessions/${june.id}?tab=attendance`);
    await office.getByRole('button', { name: 'Mời đại biểu' }).click();
    await office.getByLabel('Đơn vị', { exact: true }).fill('Sở Nội vụ');
    await office.getByLabel('Đầu mối của đơn vị').fill('giám đốc sở nội');
    await office.getByText('Hãy chọn đầu mối trong danh sách').waitFor();
    await office.getByRole('button', { name: 'Chọn Giám đốc Sở Nội vụ' }).click();
    await office.getByLabel('Hạn cử người').waitFor();
    await office.getByRole('checkbox', { name: /^2\./ }).check();
    await look(office, 'invite');
    await office.getByRole('button', { name: 'Lưu giấy mời' }).click();
    await office.getByText('Đơn vị chưa cử người; đầu mối: Giám đốc Sở Nội vụ').waitFor();
  });

  it('asks the contact on their desk, and shows nothing else of the session', async () => {
    const desk = await screens.of('ubnd-so-noi-vu', '/desk');
    await desk.getByRole('heading', { name: 'Sở Nội vụ: cử người dự họp' }).waitFor();
    await desk.getByText(`2. ${june.items[1]?.title ?? ''}`).waitFor();
    expect(await desk.getByText(june.items[0]?.title ?? '').count()).toBe(0);
    await look(desk, 'desk');
    await desk.getByLabel('Họ tên, chức vụ người dự').fill('Trưởng phòng Cải cách hành chính');
    await desk.getByRole('button', { name: 'Gửi tên người dự' }).click();
    await desk.getByText('Đơn vị cử: Trưởng phòng Cải cách hành chính').waitFor();
    const { guests } = await juneSession(await cabinet.person('thu-ky'));
    expect(guests.map(({ name }) => name)).toContain('Trưởng phòng Cải cách hành chính');
  });

  it('lets a member who is absent say who comes', async () => {
    const member = await screens.of('thong-doc', `/sessions/${june.id}?tab=attendance`);
    await member.getByRole('button', { name: 'Báo vắng' }).click();
    await member.getByRole('dialog').getByLabel('Lý do').fill('Đi công tác nước ngoài');
    await member.getByRole('dialog').getByRole('button', { name: 'Báo vắng' }).click();
    await member.getByRole('button', { name: 'Cử người dự thay' }).click();
    await member.getByLabel('Họ tên, chức vụ người dự thay').fill('Phó Thống đốc');
    await look(member, 'member');
    await member.getByRole('dialog').getByRole('button', { name: 'Cử người dự thay' }).click();
    await member.getByText('Dự thay: Phó Thống đốc').first().waitFor();
    await member.getByRole('button', { name: 'Đổi người dự thay' }).waitFor();
  });

  it('makes the print pack from the menu of the session', async () => {
    const office = await screens.of('thu-ky', `/sessions/${june.id}`);
    await office.getByRole('button', { name: 'Chuẩn bị' }).click();
    await office.getByRole('menuitem', { name: 'Bộ in phiên họp' }).click();
    const coming = office.waitForEvent('download', { timeout: 60_000 });
    await office.getByRole('button', { name: 'Lập bộ in' }).click();
    expect((await coming).suggestedFilename()).toContain('Phiên họp Chính phủ');
    await office.getByText('Mọi tài liệu đã phát hành đều có trong bộ in.', { exact: false }).waitFor();
    await look(office, 'print-pack');
  });

  it('left no complaint in a console and no warning in the log', () => {
    expect(screens.complaints).toEqual([]);
    expect(cabinet.log).toEqual([]);
  });
});
