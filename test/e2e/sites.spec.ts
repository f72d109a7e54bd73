import { Cabinet } from '../support/cabinet.js';
import { openJune } from '../support/june.js';
import type { Person } from '../support/person.js';
import { faultsOf, keepPicture, overflowOf, type Page, Screens } from '../support/screen.js';
import { VideoService } from '../support/video-service.js';

const SITE = 'Điểm cầu Đà Nẵng';

describe('a session with a remote site and a video room', () => {
  let cabinet: Cabinet;
  let screens: Screens;
  let video: VideoService;
  let other: VideoService;
  let secretary: Person;
  let sessionId = '';

  beforeAll(async () => {
    [video, other] = [await VideoService.open(), await VideoService.open()];
    cabinet = await Cabinet.open({ ECABINET_VIDEO_ORIGINS: video.origin });
    screens = await Screens.open(cabinet);
    secretary = await cabinet.person('thu-ky');
    const { sessions } = await secretary.get<{ sessions: { id: string; title: string }[] }>(`/bodies/${secretary.bodyId}/sessions`);
    await secretary.do('PATCH', `/sessions/${sessions.find(({ title }) => title.includes('24/6/2019'))?.id ?? ''}`, { onlineLink: `${video.origin}/ChinhPhu` });
    ({ sessionId } = await openJune(cabinet));
  });
  afterAll(async () => {
    await screens.close();
    await cabinet.close();
    await Promise.all([video.close(), other.close()]);
  });

  async function look(page: Page, name: string): Promise<void> {
    await keepPicture(page, `sites-${name}`);
    expect([name, await overflowOf(page)]).toEqual([name, 0]);
    await page.evaluate(() => window.scrollTo(0, 0));
    expect([name, await faultsOf(page)]).toEqual([name, []]);
  }

  it('is made by the secretariat with its people, its list and its wall', async () => {
    const office = await screens.of('thu-ky', `/sessions/${sessionId}/room`);
    await office.getByRole('button', { name: 'Thêm điểm cầu' }).click();
    await office.getByLabel('Tên điểm cầu').fill(SITE);
    await office.getByLabel('Địa chỉ, phòng').fill('24 Trần Phú, phòng 3');
    await office.getByLabel('Đầu mối liên hệ').fill('0236 000 000');
    await look(office, '1-form');
    await office.getByRole('button', { name: 'Lưu điểm cầu' }).click();
    await office.getByRole('button', { name: `Người dự tại ${SITE}` }).click();
    for (const name of [/^Bộ trưởng Bộ Y tế/, /^Bộ trưởng Bộ Quốc phòng/]) await office.getByRole('checkbox', { name }).first().check();
    await look(office, '2-people');
    await office.getByRole('button', { name: 'Lưu 2 người' }).click();
    await office.getByText('0/2 người có mặt').waitFor();
    await look(office, '3-room');
    await office.getByRole('button', { name: 'Tạo màn hình' }).click();
    await office.getByLabel('Tên màn hình').fill('Màn hình lớn');
    await office.getByLabel('Nơi treo').selectOption({ label: SITE });
    await office.getByRole('dialog').getByRole('button', { name: 'Tạo màn hình' }).click();
    const address = new URL(await office.getByRole('textbox', { name: 'Đường dẫn của màn hình' }).inputValue());
    await office.getByRole('button', { name: 'Xong' }).click();
    await office.getByRole('link', { name: `Danh sách điểm danh ${SITE}` }).click();
    await office.getByRole('button', { name: /^Ghi nhận Bộ trưởng Bộ Quốc phòng có mặt/ }).click();
    await office.getByText(/^Có mặt lúc/).waitFor();
    await look(office, '4-list');
    await office.emulateMedia({ media: 'print' });
    await keepPicture(office, 'sites-4-list-print');
    expect(await office.getByRole('button', { name: 'In danh sách' }).isVisible()).toBe(false);
    const wall = await screens.window({ size: 'wall' });
    await wall.goto(`/display${address.hash}`);
    await wall.getByRole('region', { name: `Điểm danh tại ${SITE}` }).getByText('1/2 người có mặt').waitFor();
    await look(wall, '5-wall');
    for (const page of [office, wall]) await page.context().close();
  }, 90_000);

  it('lets its people check in there by themselves, and everybody sees who is where', async () => {
    const phone = await screens.of('bo-truong-y-te', `/sessions/${sessionId}?tab=attendance`, { size: 'phone' });
    await phone.getByRole('button', { name: 'Trao đổi' }).click();
    await phone.getByRole('button', { name: `Có mặt tại ${SITE}` }).click();
    await phone.getByRole('region', { name: SITE }).getByText('Bộ trưởng Bộ Y tế').waitFor();
    await look(phone, '6-member-phone');
    const tablet = await screens.of('thong-doc', `/sessions/${sessionId}?tab=attendance`, { size: 'landscape', language: 'en', theme: 'dark' });
    await tablet.getByText('Seat map', { exact: true }).click();
    await tablet.getByRole('button', { name: /: At a site$/ }).first().waitFor();
    await look(tablet, '7-map-dark');
    for (const page of [phone, tablet]) await page.context().close();
  }, 60_000);

  it('opens the video room within the page by a tap, with camera and microphone for it alone, and nothing of another origin', async () => {
    const member = await screens.of('thong-doc', `/sessions/${sessionId}`);
    await member.getByRole('button', { name: 'Vào phòng họp trực tuyến' }).waitFor();
    expect(video.asked).toEqual([]);
    await member.getByRole('button', { name: 'Vào phòng họp trực tuyến' }).click();
    const room = member.frameLocator('iframe[title="Phòng họp trực tuyến"]').locator('#here');
    expect(await room.textContent()).toBe('camera=true microphone=true display-capture=true geolocation=false referrer=""');
    expect(video.asked).toContain('/ChinhPhu');
    await look(member, '8-video');
    // What somebody might slip into the page: the browser refuses it.
    await member.evaluate((address) => {
      const frame = document.createElement('iframe');
      frame.src = address;
      document.body.append(frame);
    }, `${other.origin}/elsewhere`);
    await member.waitForFunction(() => document.querySelectorAll('iframe').length === 2);
    await member.getByRole('button', { name: 'Rời phòng trực tuyến' }).click();
    await member.getByRole('button', { name: 'Vào phòng họp trực tuyến' }).waitFor();
    expect(other.asked).toEqual([]);
    const refused = screens.complaints.splice(0);
    expect(refused.join(' ')).toMatch(/frame-src/);
    await member.context().close();
    const phone = await screens.of('bo-truong-y-te', `/sessions/${sessionId}`, { size: 'phone', theme: 'dark' });
    await phone.getByRole('button', { name: 'Vào phòng họp trực tuyến' }).click();
    await phone.frameLocator('iframe').locator('#here').waitFor();
    await look(phone, '9-video-phone');
    await phone.context().close();
  }, 60_000);

  it('is a plain link where the room is elsewhere', async () => {
    await cabinet.rows(`update session set online_link = $1 where id = $2`, [`${other.origin}/x`, sessionId]);
    const member = await screens.of('thong-doc', `/sessions/${sessionId}`);
    const link = member.getByRole('link', { name: 'Vào phòng họp trực tuyến' });
    expect([await link.getAttribute('href'), await link.getAttribute('rel'), await link.getAttribute('target')]).toEqual([`${other.origin}/x`, 'noreferrer noopener', '_blank']);
    await member.context().close();
  });

  it('left no complaint in a console and no warning in the log', () => {
    expect(screens.complaints).toEqual([]);
    expect(cabinet.log.filter((line) => !line.includes('csp'))).toEqual([]);
  });
});
