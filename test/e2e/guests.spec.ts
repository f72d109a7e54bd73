import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import { juneSession, openJune } from '../support/june.js';
import type { Schema } from '../support/person.js';
import { faultsOf, keepPicture, overflowOf, Screens, type Page } from '../support/screen.js';

const OWN = 'Đề nghị xây dựng dự án Luật Doanh nghiệp (sửa đổi)';

describe('an invitee on a phone, a substitute on a tablet, and the office that invites', () => {
  let cabinet: Cabinet;
  let screens: Screens;
  let june: Schema['SessionDto'];
  let phone: Page;
  let tablet: Page;
  let office: Page;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    screens = await Screens.open(cabinet);
    june = await juneSession(await cabinet.person('thu-ky'));
  }, 120_000);
  afterAll(async () => {
    await screens.close();
    await cabinet.close();
  });

  const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();

  async function look(page: Page, name: string): Promise<void> {
    expect([name, await overflowOf(page)]).toEqual([name, 0]);
    await keepPicture(page, `guests-${name}`);
    expect([name, await faultsOf(page)]).toEqual([name, []]);
  }

  it('shows the invitee when, where and what, and takes the answer', async () => {
    phone = await screens.of('moi-bo-cong-thuong', '/desk', { size: 'phone' });
    await phone.getByRole('heading', { name: 'Giấy mời của bạn' }).waitFor();
    await phone.getByText(`3. ${OWN}`).waitFor();
    await phone.getByText(june.place).waitFor();
    expect(await phone.getByRole('link', { name: 'Phiếu lấy ý kiến' }).count()).toBe(0);
    await look(phone, 'desk-phone');
    await press(phone, 'Xác nhận dự họp');
    // The answer is called as the button was.
    await phone.getByRole('button', { name: 'Xác nhận dự họp' }).waitFor({ state: 'detached' });
    await phone.getByRole('main').getByText('Xác nhận dự họp', { exact: true }).waitFor();
    await phone.getByRole('button', { name: 'Không dự được' }).waitFor();
  });

  it('opens the session at the invitee’s own item: nothing of the others is there', async () => {
    await phone.getByRole('link', { name: 'Mở phiên họp' }).click();
    await phone.getByRole('navigation', { name: 'Chương trình' }).getByText(OWN).waitFor();
    expect(await phone.locator('[data-item]').count()).toBe(1);
    await look(phone, 'session-phone');
    await press(phone, 'Trao đổi');
    await phone.getByRole('tab', { name: 'Phát biểu' }).waitFor();
    expect(await phone.getByRole('tab').count()).toBe(3);
    await look(phone, 'panel-phone');
  });

  it('lets the office see the answer, invite an organisation, and find who has an account', async () => {
    office = await screens.of('thu-ky', `/sessions/${june.id}?tab=attendance`);
    const list = office.getByRole('region', { name: 'Đại biểu mời / dự thay' });
    await list.getByText('Vụ trưởng Vụ Kế hoạch, Bộ Công Thương').waitFor();
    await list.getByText('Xác nhận dự họp').waitFor();
    await list.getByRole('button', { name: 'Mời đại biểu' }).click();
    await office.getByLabel('Họ tên, chức vụ').fill('giám đốc sở nội');
    await office.getByRole('button', { name: 'Chọn Giám đốc Sở Nội vụ' }).click();
    await office.getByText('Đăng nhập bằng tài khoản của mình').waitFor();
    await office.getByLabel('Đơn vị').fill('Sở Nội vụ');
    await office.getByRole('checkbox', { name: /^5\./ }).check();
    await look(office, 'invite-desktop');
    await press(office, 'Lưu giấy mời');
    await list.getByText('Dự nội dung 5').waitFor();
    await look(office, 'list-desktop');
    const invited = await (await cabinet.person('ubnd-so-noi-vu')).get<Schema['InvitationsDto']>('/invitations');
    expect(invited.invitations.map(({ items }) => items.map(({ number }) => number))).toEqual([['5']]);
  });

  it('names a substitute with an account from the attendance list', async () => {
    await press(office, 'Điểm danh Bộ trưởng Bộ Quốc phòng');
    await office.getByRole('menuitem', { name: 'Cử người dự thay' }).click();
    await office.getByLabel('Họ tên, chức vụ người dự thay').fill('giám đốc sở tài chính');
    await office.getByRole('button', { name: 'Chọn Giám đốc Sở Tài chính' }).click();
    await look(office, 'substitute-dialog');
    await office.getByRole('dialog').getByRole('button', { name: 'Cử người dự thay' }).click();
    await office.getByText('Dự thay: Giám đốc Sở Tài chính').waitFor();
  });

  it('lets both check in and ask to speak once their item is under discussion', async () => {
    const { chair, sessionId } = await openJune(cabinet);
    await chair.do('PUT', `/sessions/${sessionId}/current-item`, { itemId: june.items[2]?.id });
    await press(phone, 'Có mặt tại phòng họp');
    await phone.getByRole('tab', { name: 'Phát biểu' }).click();
    await phone.getByRole('tabpanel').getByRole('button', { name: 'Xin phát biểu' }).click();
    await phone.getByRole('tabpanel').getByRole('button', { name: 'Đã đăng ký' }).waitFor();
    await look(phone, 'floor-phone');
    tablet = await screens.of('du-thay-y-te', `/sessions/${sessionId}?tab=floor`, { size: 'portrait' });
    await press(tablet, 'Có mặt tại phòng họp');
    await tablet.getByRole('tabpanel').getByRole('button', { name: 'Xin phát biểu' }).click();
    await tablet.getByRole('tabpanel').getByText('Thứ trưởng Bộ Y tế').first().waitFor();
    await look(tablet, 'floor-portrait');
    await eventually(async () => {
      const { waiting } = await chair.get<Schema['FloorDto']>(`/sessions/${sessionId}/floor`);
      expect(waiting.map(({ name }) => name)).toEqual(expect.arrayContaining(['Vụ trưởng Vụ Kế hoạch, Bộ Công Thương', 'Thứ trưởng Bộ Y tế']));
    });
  });

  it('shows the substitute an open vote without a ballot', async () => {
    const { id } = (await cabinet.rows<{ id: string }>(`select id from motion where session_id = $1 and state = 'prepared'`, [june.id]))[0] ?? { id: '' };
    await (await cabinet.person('thu-tuong')).do('POST', `/motions/${id}/open`);
    await tablet.goto(`/sessions/${june.id}?item=${june.items[0]?.id ?? ''}&tab=vote`);
    await tablet.getByRole('tabpanel').getByText(/đã biểu quyết|chưa biểu quyết/i).first().waitFor();
    expect(await tablet.getByRole('button', { name: 'Đồng ý', exact: true }).count()).toBe(0);
    await look(tablet, 'vote-portrait');
    expect(await phone.getByTestId('vote-banner').count()).toBe(0);
  });

  it('left no complaint in a console and no warning in the log', () => {
    expect(screens.complaints).toEqual([]);
    expect(cabinet.log).toEqual([]);
  });
});
