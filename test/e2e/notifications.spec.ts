import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import type { Person, Schema } from '../support/person.js';
import { PostOffice } from '../support/post-office.js';
import { faultsOf, keepPicture, overflowOf, type Page, Screens, SIZES } from '../support/screen.js';

describe('notifications', () => {
  let cabinet: Cabinet;
  let office: PostOffice;
  let screens: Screens;
  let secretary: Person;
  let request: Schema['OpinionRequestDto'];

  beforeAll(async () => {
    office = await PostOffice.open();
    cabinet = await Cabinet.open(office.settings);
    screens = await Screens.open(cabinet);
    secretary = await cabinet.person('thu-ky');
    const chair = await cabinet.person('thu-tuong');
    const { seats } = await secretary.get<Schema['SeatsDto']>(`/bodies/${secretary.bodyId}/seats`);
    const memberIds = seats.slice(0, 8).flatMap(({ member }) => (member ? [member.id] : []));
    const memberId = (await cabinet.person('thong-doc')).memberId;
    request = await secretary.do('POST', `/bodies/${secretary.bodyId}/opinion-requests`, { title: 'Dự thảo Nghị định về phí đường bộ', questions: [{ text: 'Đồng ý ban hành' }], memberIds: [...new Set([...memberIds, memberId])], workingDays: 3, isPublic: true });
    for (const [person, act] of [[secretary, 'submit'], [chair, 'approve']] as const) await person.do('POST', `/opinion-requests/${request.id}/acts`, { act });
  }, 120_000);
  afterAll(async () => {
    await screens.close();
    await cabinet.close();
    await office.close();
  });

  /** All sizes, light: no faults, nothing beyond the edge. */
  async function look(page: Page, name: string): Promise<void> {
    for (const size of ['desktop', 'landscape', 'portrait', 'phone'] as const) {
      await page.setViewportSize(SIZES[size]);
      expect([name, size, await overflowOf(page)]).toEqual([name, size, 0]);
      await keepPicture(page, `notifications-${name}-${size}`);
      expect([name, size, await faultsOf(page)]).toEqual([name, size, []]);
    }
    await page.setViewportSize(SIZES.desktop);
  }

  it('ring at once on a telephone, lead to the matter, and are read then', async () => {
    const page = await screens.of('thong-doc', '/desk', { size: 'phone' });
    await page.getByRole('link', { name: /^Thông báo/ }).waitFor();
    await secretary.do('POST', `/opinion-requests/${request.id}/acts`, { act: 'send' });
    await page.getByRole('link', { name: /^Thông báo, \d+ chưa đọc$/ }).click();
    await page.getByRole('link', { name: /Có phiếu lấy ý kiến chờ trả lời.*phí đường bộ/ }).waitFor();
    await look(page, '1-inbox');
    await page.setViewportSize(SIZES.phone);
    const isRead = page.waitForResponse((response) => response.url().endsWith('/api/me/notifications/read'));
    await page.getByRole('link', { name: /phí đường bộ/ }).click();
    await page.waitForURL(`**/opinion-requests/${request.id}`);
    await isRead;
    await page.goto('/notifications');
    await page.getByRole('link', { name: /phí đường bộ/ }).waitFor();
    await eventually(async () => expect(await page.getByRole('link', { name: /phí đường bộ.*chưa đọc/ }).count()).toBe(0));
  });

  it('go by mail where a person wants it, with quiet hours, a digest and a calendar', async () => {
    const page = await screens.of('thong-doc', '/me/notifications');
    await page.getByRole('checkbox', { name: 'Thư điện tử' }).check();
    await page.getByLabel('Địa chỉ thư điện tử').fill('thong-doc@people.example');
    await page.getByRole('switch', { name: 'Giờ yên tĩnh' }).check();
    await page.getByRole('switch', { name: 'Gộp thông báo không gấp' }).check();
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Đã lưu.').waitFor();
    await page.getByRole('button', { name: 'Gửi thử' }).first().click();
    await eventually(() => expect(office.to('thong-doc@people.example')).toHaveLength(1));
    await page.getByRole('button', { name: 'Tạo địa chỉ lịch' }).click();
    const address = await page.getByLabel('Địa chỉ lịch').inputValue();
    expect(await (await fetch(address)).text()).toContain('BEGIN:VCALENDAR');
    await look(page, '2-mine');
    const dark = await screens.of('thong-doc', '/me/notifications', { language: 'en', theme: 'dark', size: 'phone' });
    await dark.getByRole('heading', { name: 'Notification settings' }).waitFor();
    await keepPicture(dark, 'notifications-2-mine-phone-en-dark');
    expect(await faultsOf(dark)).toEqual([]);
    await dark.goto('/notifications');
    await dark.getByRole('link', { name: /A request waits for an answer.*phí đường bộ/ }).waitFor();
    await keepPicture(dark, 'notifications-1-inbox-phone-en-dark');
    expect(await faultsOf(dark)).toEqual([]);
  });

  it('remind by hand, one member or all who have not answered', async () => {
    const page = await screens.of('thu-ky', `/opinion-requests/${request.id}`);
    await page.getByRole('button', { name: 'Nhắc: Thống đốc Ngân hàng Nhà nước Việt Nam' }).click();
    await page.getByText('Đã nhắc 1 người.').waitFor();
    await page.getByText(/^Nhắc lần cuối/).first().waitFor();
    await page.getByRole('button', { name: 'Nhắc tất cả' }).click();
    await page.getByText(/^Đã nhắc [2-9] người\.$/).waitFor();
    await look(page, '3-progress');
  });

  it('are seen by the administrator as sent and failed, without contents, and set for a body', async () => {
    office.refusals.push({ code: 550, says: '<thong-doc@people.example>: no such person' });
    await cabinet.rows(`update person_notification_setting set quiet_from = null, quiet_until = null`);
    await (await cabinet.person('thong-doc')).do('POST', '/me/notification-tests', { channel: 'mail' });
    // The page of an administrator is of when it was opened.
    await eventually(async () => expect(await cabinet.rows(`select 1 from notification_delivery where state = 'failed'`)).toHaveLength(1));
    const page = await screens.of('quan-tri', '/administration/notifications');
    await page.getByRole('button', { name: /^Gửi lại/ }).waitFor();
    expect(await page.getByText('phí đường bộ').count()).toBe(0);
    expect(await page.getByText('people.example').count()).toBe(0);
    await look(page, '4-deliveries');
    await page.getByLabel('Tình trạng').selectOption('failed');
    await page.waitForURL(/state=failed/);
    await page.getByRole('button', { name: /^Gửi lại/ }).click();
    await page.getByText('Không có thông báo nào', { exact: true }).waitFor();
    await page.goto('/administration/reminders');
    await page.getByRole('button', { name: 'Thêm lời nhắc' }).click();
    await page.getByRole('group', { name: 'Lời nhắc 3' }).getByLabel('Trước hạn').fill('2');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Đã lưu.').waitFor();
    await look(page, '5-body');
    const dark = await screens.of('quan-tri', '/administration/reminders', { language: 'en', theme: 'dark' });
    await dark.getByRole('group', { name: 'Reminder 3' }).waitFor();
    await keepPicture(dark, 'notifications-5-body-en-dark');
    expect(await faultsOf(dark)).toEqual([]);
    expect(screens.complaints).toEqual([]);
  });
});
