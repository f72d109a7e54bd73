import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import { faultsOf, samplePdf, Screens, type Page } from '../support/screen.js';

const TITLE = 'Dự thảo Nghị định về quản lý, kết nối và chia sẻ dữ liệu số';

/** Chooses an answer of the first question. */
const choose = (page: Page, choice: string) => page.getByRole('radiogroup', { name: 'Lựa chọn cho câu hỏi 1' }).getByRole('radio', { name: choice, exact: true }).click();

async function sendReply(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Gửi trả lời' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Gửi trả lời' }).click();
  await page.getByText(/^Đã gửi lúc/).waitFor();
}

describe('a written opinion request, from the officer’s desk to its result', () => {
  let cabinet: Cabinet;
  let screens: Screens;
  let officer: Page;
  let address = '';

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    screens = await Screens.open(cabinet);
    officer = await screens.of('chuyen-vien', '/opinion-requests');
  }, 120_000);
  afterAll(async () => {
    await screens.close();
    await cabinet.close();
  });

  it('is made in five steps, with a paper', async () => {
    await officer.getByRole('link', { name: 'Tạo phiếu lấy ý kiến' }).click();
    await officer.getByRole('button', { name: 'Tiếp theo' }).click();
    expect(await officer.getByText('Cần điền mục này.').count()).toBe(2);
    await officer.getByLabel('Tên phiếu lấy ý kiến').fill(TITLE);
    await officer.getByLabel('Nội dung giải trình').fill('Bộ Thông tin và Truyền thông trình Chính phủ xem xét, cho ý kiến.');
    await officer.getByRole('textbox', { name: /^Câu hỏi 1(?! bằng)/ }).fill('Đồng ý ban hành Nghị định');
    await officer.getByRole('button', { name: 'Tiếp theo' }).click();
    const chosen = officer.waitForEvent('filechooser');
    await officer.getByRole('button', { name: 'Chọn tệp PDF' }).click();
    await (await chosen).setFiles(samplePdf('to-trinh.pdf', 'To trinh'));
    await officer.getByRole('listitem').getByText('to-trinh', { exact: true }).waitFor();
    await officer.getByRole('button', { name: 'Tiếp theo' }).click();
    await officer.getByRole('button', { name: 'Bỏ chọn tất cả' }).click();
    for (const office of ['Bộ trưởng Bộ Tư pháp', 'Bộ trưởng Bộ Y tế', 'Bộ trưởng Bộ Tài chính']) await officer.getByRole('checkbox', { name: office }).check();
    await officer.getByText('Đã chọn 3/27 thành viên').waitFor();
    await officer.getByRole('button', { name: 'Tiếp theo' }).click();
    await officer.getByText(/^Nếu gửi bây giờ, hạn là/).waitFor();
    await officer.getByRole('button', { name: 'Tiếp theo' }).click();
    await officer.getByText('3 thành viên', { exact: false }).waitFor();
    await officer.getByRole('button', { name: 'Lưu phiếu' }).click();
    await officer.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    await officer.getByRole('button', { name: /to-trinh/ }).first().waitFor();
    address = new URL(officer.url()).pathname;
    expect(await faultsOf(officer)).toEqual([]);
  });

  it('goes to the chair, who approves, and to the members, once the secretariat sends it', async () => {
    await officer.getByRole('button', { name: 'Trình duyệt' }).click();
    await officer.getByText('Chờ duyệt', { exact: true }).waitFor();
    const chair = await screens.of('thu-tuong', address, { size: 'landscape' });
    await chair.getByRole('button', { name: 'Duyệt', exact: true }).click();
    const secretary = await screens.of('thu-ky', address);
    await secretary.getByRole('button', { name: 'Gửi phiếu lấy ý kiến' }).click();
    await secretary.getByRole('dialog').getByText('3 thành viên', { exact: false }).waitFor();
    await secretary.getByRole('dialog').getByRole('button', { name: 'Gửi phiếu lấy ý kiến' }).click();
    await secretary.getByText('Đang lấy ý kiến', { exact: true }).waitFor();
    await officer.getByText('Đang lấy ý kiến', { exact: true }).waitFor();
    for (const page of [chair, secretary]) await page.context().close();
  });

  it('is answered with another opinion on a phone, which needs words', async () => {
    const phone = await screens.of('bo-truong-tu-phap', '/desk', { size: 'phone' });
    await phone.getByRole('link', { name: TITLE }).first().click();
    await phone.getByRole('button', { name: 'Trả lời ngay' }).click();
    await choose(phone, 'Ý kiến khác');
    await phone.getByRole('button', { name: 'Tiếp theo' }).click();
    await phone.getByText('Ý kiến khác cần có nội dung.').waitFor();
    await phone.getByLabel('Nội dung ý kiến khác').fill('Cần quy định rõ trách nhiệm của cơ quan chủ quản dữ liệu.');
    await phone.getByRole('button', { name: 'Tiếp theo' }).click();
    await sendReply(phone);
    expect(await faultsOf(phone)).toEqual([]);
    await officer.getByText('1/3 đã trả lời').first().waitFor();
    await phone.context().close();
  });

  it('keeps a draft to its writer until it is sent', async () => {
    const tablet = await screens.of('bo-truong-y-te', address, { size: 'portrait' });
    await choose(tablet, 'Đồng ý');
    await tablet.getByLabel('Ý kiến', { exact: true }).fill('Nhất trí với Tờ trình.');
    await tablet.getByRole('button', { name: 'Lưu nháp' }).click();
    await tablet.getByText('Đã lưu nháp. Chưa gửi cho Văn phòng.').waitFor();
    expect(await officer.getByText('1/3 đã trả lời').count()).toBeGreaterThan(0);
    await tablet.reload();
    await eventually(async () => expect(await tablet.getByRole('radio', { name: 'Đồng ý', exact: true }).getAttribute('aria-checked')).toBe('true'));
    expect(await tablet.getByLabel('Ý kiến', { exact: true }).inputValue()).toBe('Nhất trí với Tờ trình.');
    await sendReply(tablet);
    await officer.getByText('2/3 đã trả lời').first().waitFor();
    await tablet.context().close();
  });

  it('is closed at the deadline: the result has its arithmetic, and silence is told apart from a cast vote', async () => {
    const id = address.split('/').at(-1) ?? '';
    await cabinet.rows(`update opinion_request set due_at = now() + interval '300 milliseconds' where id = $1`, [id]);
    await cabinet.rows(`update graphile_worker._private_jobs set run_at = now() + interval '300 milliseconds' where key = $1`, [`close-opinion-request:${id}`]);
    await officer.getByText('Đã đóng', { exact: true }).first().waitFor();
    const result = officer.getByRole('region', { name: 'Kết quả câu 1' });
    await result.getByText('Cần 2/3; 1 đồng ý, 1 coi như đồng ý (không trả lời trong hạn), 0 không đồng ý, 1 ý kiến khác: thông qua').waitFor();
    await result.getByText('Nghị định 191/2026/NĐ-CP', { exact: false }).waitFor();
    await officer.getByRole('listitem').filter({ hasText: 'Bộ trưởng Bộ Tài chính' }).getByText('Coi như đồng ý').first().waitFor();
    await officer.getByRole('listitem').filter({ hasText: 'Bộ trưởng Bộ Tư pháp' }).getByText('Cần quy định rõ trách nhiệm của cơ quan chủ quản dữ liệu.').waitFor();
    expect(await faultsOf(officer)).toEqual([]);
    const silent = await screens.of('bo-truong-tai-chinh', address, { size: 'portrait' });
    await silent.getByText('Bạn không trả lời trong hạn: coi như đồng ý.').waitFor();
    expect(await silent.getByRole('button', { name: 'Gửi trả lời' }).count()).toBe(0);
  });

  it('left no complaint in a console and no warning in the log', () => {
    expect(screens.complaints).toEqual([]);
    expect(cabinet.log).toEqual([]);
  });
});
