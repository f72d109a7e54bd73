import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import { faultsOf, samplePdf, Screens, type Page } from '../support/screen.js';

const TITLE = 'Phiên họp Chính phủ thường kỳ tháng 12';
const DECREE = 'Dự thảo Nghị định về dữ liệu mở';
const REPORT = 'Báo cáo tình hình chuẩn bị Tết';
const OTHER = 'Những vấn đề khác';

/** Chooses the twentieth of the next month in a picker of day and time; the time is the one that stands there. */
async function pickDay(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: label }).click();
  const calendar = page.getByRole('dialog');
  await calendar.locator('button[data-direction="next"]').first().click();
  await calendar.getByRole('button', { name: /^20 / }).click();
  await page.keyboard.press('Escape');
}

async function addItem(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Thêm nội dung', exact: true }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Tên nội dung').fill(title);
  await form.getByRole('button', { name: 'Lưu nội dung' }).click();
  await page.getByRole('button', { name: `Kéo để sắp xếp: ${title}` }).waitFor();
}

async function openItem(page: Page, title: string): Promise<void> {
  await page.locator('[data-item]').filter({ hasText: title }).click();
  await page.locator('[data-item][aria-current="true"]').filter({ hasText: title }).waitFor();
}

/** The agenda as it stands: number and title of each item. */
async function agendaOf(page: Page): Promise<string[]> {
  const entries = await page.locator('[data-item]').evaluateAll((items) => items.map((item) => item.textContent ?? ''));
  return entries.map((text) => [DECREE, REPORT, OTHER].reduce((found, title) => (text.includes(title) ? `${text.slice(0, text.indexOf(title))} ${title}` : found), ''));
}

/** Says why, in the dialog that asks for it. */
async function giveReason(page: Page, reason: string, confirm: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(reason);
  await dialog.getByRole('button', { name: confirm, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

async function chooseInMenu(page: Page, menu: string | RegExp, entry: string): Promise<void> {
  await page.getByRole('button', { name: menu }).click();
  await page.getByRole('menuitem', { name: entry, exact: true }).click();
}

describe('a session, from the secretariat’s first word to a vote that is annulled and repeated', () => {
  let cabinet: Cabinet;
  let screens: Screens;
  let secretary: Page;
  let chair: Page;
  let member: Page;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    screens = await Screens.open(cabinet);
    secretary = await screens.of('thu-ky', '/sessions');
    member = await screens.of('bo-truong-y-te', '/sessions', { size: 'portrait' });
  }, 120_000);
  afterAll(async () => {
    await screens.close();
    await cabinet.close();
  });

  it('is made with time and place; what is missing is named', async () => {
    await secretary.getByRole('button', { name: 'Tạo phiên họp' }).click();
    await secretary.getByRole('menuitem', { name: 'Phiên họp mới' }).click();
    await secretary.getByRole('button', { name: 'Lưu phiên họp' }).click();
    expect(await secretary.getByText('Cần điền mục này.').count()).toBe(4);
    await secretary.getByLabel('Tên phiên họp').fill(TITLE);
    await secretary.getByLabel('Địa điểm').fill('Phòng họp số 1');
    await pickDay(secretary, 'Bắt đầu');
    await pickDay(secretary, 'Dự kiến kết thúc');
    await secretary.getByRole('button', { name: 'Lưu phiên họp' }).click();
    await secretary.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    await secretary.getByText('Dự thảo', { exact: true }).first().waitFor();
  });

  it('has an agenda that is ordered by keyboard', async () => {
    for (const title of [OTHER, DECREE, REPORT]) await addItem(secretary, title);
    await secretary.getByRole('button', { name: `Kéo để sắp xếp: ${OTHER}` }).focus();
    await secretary.keyboard.press('Alt+ArrowDown');
    await eventually(async () => expect(await agendaOf(secretary)).toEqual([`1 ${DECREE}`, `2 ${OTHER}`, `3 ${REPORT}`]));
    await secretary.keyboard.press('Alt+ArrowDown');
    await eventually(async () => expect(await agendaOf(secretary)).toEqual([`1 ${DECREE}`, `2 ${REPORT}`, `3 ${OTHER}`]));
    await secretary.getByRole('button', { name: `Kéo để sắp xếp: ${REPORT}` }).focus();
    await secretary.keyboard.press('Alt+ArrowRight');
    await eventually(async () => expect(await agendaOf(secretary)).toEqual([`1 ${DECREE}`, `1.1 ${REPORT}`, `2 ${OTHER}`]));
    expect(await faultsOf(secretary)).toEqual([]);
  });

  it('takes several files at once, and says of each what became of it', async () => {
    await openItem(secretary, DECREE);
    const files = [samplePdf('to-trinh.pdf', 'To trinh', 3), { name: 'trang.pdf', buffer: Buffer.from('<!doctype html><p>Not found</p>') }, { name: 'rong.pdf', buffer: Buffer.alloc(0) }, samplePdf('du-thao.pdf', 'Du thao', 5)];
    const dropped = await secretary.evaluateHandle((list) => {
      const transfer = new DataTransfer();
      for (const { name, base64 } of list) transfer.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name, { type: 'application/pdf' }));
      return transfer;
    }, files.map(({ name, buffer }) => ({ name, base64: buffer.toString('base64') })));
    await secretary.getByText('Kéo tệp PDF vào đây').dispatchEvent('drop', { dataTransfer: dropped });
    const list = secretary.getByRole('list', { name: 'Tệp đang đưa lên' });
    for (const name of ['to-trinh.pdf', 'du-thao.pdf']) await list.getByRole('listitem').filter({ hasText: name }).getByText('Đã đưa lên').waitFor();
    for (const name of ['trang.pdf', 'rong.pdf']) await list.getByRole('listitem').filter({ hasText: name }).getByRole('alert').waitFor();
    const papers = secretary.getByRole('list', { name: 'Tài liệu', exact: true });
    await eventually(async () => expect(await papers.getByRole('listitem').count()).toBe(2));
    expect(await faultsOf(secretary)).toEqual([]);
  });

  it('is returned by the chair with a reason, submitted again, approved and sent; then the member has it', async () => {
    await secretary.getByRole('button', { name: 'Trình duyệt' }).click();
    await secretary.getByText('Chờ duyệt', { exact: true }).waitFor();
    chair = await screens.of('thu-tuong', new URL(secretary.url()).pathname, { size: 'landscape' });
    await chooseInMenu(chair, 'Thao tác khác với phiên họp', 'Trả lại');
    await giveReason(chair, 'Bổ sung báo cáo thẩm định', 'Trả lại');
    await secretary.getByText('Chủ trì trả lại: Bổ sung báo cáo thẩm định').waitFor();
    await secretary.getByRole('button', { name: 'Trình duyệt' }).click();
    await chair.getByRole('button', { name: 'Duyệt phiên họp' }).click();
    expect(await member.getByRole('link', { name: TITLE }).count()).toBe(0);
    await secretary.getByRole('button', { name: 'Gửi giấy mời và phát hành tài liệu' }).click();
    await secretary.getByRole('dialog').getByRole('button', { name: 'Gửi giấy mời và phát hành tài liệu' }).click();
    await member.getByRole('link', { name: TITLE }).click();
    await member.getByRole('region', { name: 'Tài liệu: to-trinh' }).waitFor();
    await member.locator('[data-page="1"][data-rendered]').waitFor();
  });

  it('knows who will be absent and who comes instead', async () => {
    await member.getByRole('tab', { name: 'Điểm danh' }).click();
    await member.getByRole('button', { name: 'Báo vắng', exact: true }).click();
    await giveReason(member, 'Công tác nước ngoài', 'Báo vắng');
    await member.getByText('Đã báo vắng').first().waitFor();
    await secretary.getByRole('tab', { name: 'Điểm danh' }).click();
    await chooseInMenu(secretary, 'Điểm danh Bộ trưởng Bộ Y tế', 'Duyệt báo vắng');
    await member.getByText('Vắng có phép').first().waitFor();
    await chooseInMenu(secretary, 'Điểm danh Bộ trưởng Bộ Y tế', 'Cử người dự thay');
    await giveReason(secretary, 'Thứ trưởng Bộ Y tế', 'Cử người dự thay');
    await member.getByText('Dự thay: Thứ trưởng Bộ Y tế').first().waitFor();
    expect(await faultsOf(member)).toEqual([]);
  });

  it('has a comment answered', async () => {
    await member.getByRole('tab', { name: /^Ý kiến/ }).click();
    await member.getByLabel('Viết ý kiến').fill('Đề nghị làm rõ kinh phí.');
    await member.getByRole('button', { name: 'Gửi ý kiến' }).click();
    await secretary.getByRole('tab', { name: /^Ý kiến/ }).click();
    await secretary.getByRole('button', { name: 'Trả lời Bộ trưởng Bộ Y tế' }).click();
    await secretary.getByLabel('Trả lời', { exact: true }).fill('Kinh phí nêu tại Điều 12.');
    await secretary.getByRole('listitem').getByRole('button', { name: 'Gửi ý kiến' }).click();
    await member.getByText('Kinh phí nêu tại Điều 12.').waitFor();
  });

  it('tells a reader of a new version of what they have read', async () => {
    await member.getByRole('tab', { name: 'Tóm tắt' }).click();
    await secretary.getByRole('tab', { name: 'Tóm tắt' }).click();
    await chooseInMenu(secretary, 'Thao tác với to-trinh', 'Đưa lên phiên bản mới');
    const dialog = secretary.getByRole('dialog');
    const chosen = secretary.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: 'Tệp PDF' }).click();
    await (await chosen).setFiles(samplePdf('to-trinh-sua.pdf', 'To trinh sua', 4));
    await dialog.getByLabel('Nội dung thay đổi so với phiên bản trước').fill('Bổ sung Điều 12');
    await dialog.getByRole('button', { name: 'Đưa lên', exact: true }).click();
    await secretary.getByText('Phiên bản mới chưa phát hành').waitFor();
    await chooseInMenu(secretary, 'Thao tác với to-trinh', 'Phát hành');
    await dialog.getByRole('button', { name: 'Phát hành', exact: true }).click();
    await member.getByText('Có phiên bản mới').first().waitFor();
    await member.getByText('Bổ sung Điều 12').first().waitFor();
  });

  it('loses neither of two taps that come before the next painting', async () => {
    const other = secretary.locator('[data-item]').filter({ hasText: OTHER });
    await secretary.evaluate(([item, tab]) => {
      for (const each of [item, tab]) if (each instanceof HTMLElement) each.click();
    }, [await other.elementHandle(), await secretary.getByRole('tab', { name: /^Ý kiến/ }).elementHandle()]);
    await secretary.getByRole('tab', { name: /^Ý kiến/, selected: true }).waitFor();
    expect(await other.getAttribute('aria-current')).toBe('true');
    await openItem(secretary, DECREE);
  });

  it('has its vote annulled with a reason and repeated', async () => {
    await secretary.getByRole('tab', { name: /^Biểu quyết/ }).click();
    await secretary.getByRole('button', { name: 'Chuẩn bị biểu quyết' }).click();
    await secretary.getByRole('dialog').getByRole('button', { name: 'Lưu câu hỏi' }).click();
    await chair.getByRole('button', { name: 'Khai mạc phiên họp' }).click();
    await giveReason(chair, 'Biểu quyết từ xa', 'Khai mạc phiên họp');
    await secretary.getByRole('button', { name: 'Mở biểu quyết' }).click();
    await secretary.getByRole('dialog').getByRole('button', { name: 'Mở biểu quyết' }).click();
    await secretary.getByText('Đang biểu quyết', { exact: true }).first().waitFor();
    await chooseInMenu(secretary, 'Thao tác khác với biểu quyết', 'Huỷ biểu quyết');
    await giveReason(secretary, 'Câu hỏi chưa rõ', 'Huỷ biểu quyết');
    await secretary.getByText('Đã huỷ: Câu hỏi chưa rõ').waitFor();
    await chooseInMenu(secretary, 'Thao tác khác với biểu quyết', 'Biểu quyết lại');
    await secretary.getByText('Biểu quyết lại một vấn đề đã huỷ hoặc chưa quyết.').waitFor();
    await secretary.getByText('Đã huỷ: Câu hỏi chưa rõ').waitFor();
    await secretary.getByRole('button', { name: 'Mở biểu quyết' }).click();
    await secretary.getByRole('dialog').getByRole('button', { name: 'Mở biểu quyết' }).click();
    await chair.getByRole('button', { name: 'Đồng ý', exact: true }).or(chair.getByRole('button', { name: 'Đến phiếu biểu quyết' })).first().waitFor();
    expect(await faultsOf(secretary)).toEqual([]);
  });

  it('lets the administrator read members from a file, after a look at each row', async () => {
    const administrator = await screens.of('quan-tri', '/administration/bodies');
    await administrator.getByRole('link', { name: /Chính phủ/ }).first().click();
    await administrator.getByRole('link', { name: 'Nhập thành viên từ CSV' }).click();
    const chosen = administrator.waitForEvent('filechooser');
    await administrator.getByRole('button', { name: 'Chọn tệp CSV' }).click();
    await (await chosen).setFiles({ name: 'thanh-vien.csv', mimeType: 'text/csv', buffer: Buffer.from('STT,Chức danh,Họ tên,Từ ngày\n28,Bộ trưởng Bộ Dữ liệu,Bộ trưởng Bộ Dữ liệu,2026-01-01\n') });
    await administrator.getByRole('row').filter({ hasText: 'Bộ trưởng Bộ Dữ liệu' }).getByText('Thêm mới').waitFor();
    await administrator.getByRole('button', { name: 'Nhập 1 dòng' }).click();
    await administrator.getByText('Đã nhập: 1 thêm mới, 0 cập nhật, 0 không đổi.').waitFor();
    await administrator.getByRole('row').filter({ hasText: 'Bộ trưởng Bộ Dữ liệu' }).waitFor();
  });

  it('left no complaint in a console and no warning in the log', () => {
    expect(screens.complaints).toEqual([]);
    expect(cabinet.log).toEqual([]);
  });
});
