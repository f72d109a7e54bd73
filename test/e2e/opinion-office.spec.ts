import { readFileSync } from 'node:fs';
import { open } from 'yauzl';
import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import type { Schema } from '../support/person.js';
import { faultsOf, keepPicture, overflowOf, Screens, SIZES, type Page } from '../support/screen.js';

/** The year before: so many requests a month to all members, of whom some answer, some are deemed, some say nothing. */
const PAST_SQL = `with made as (
    insert into opinion_request (body_id, rule_set_id, title, state, working_days, is_public, sent_at, due_at, closed_at)
    select b.id, b.rule_set_id, 'Dự thảo Nghị định số ' || n, 'closed', 3, true, at, at + interval '3 days', at + interval '3 days'
    from body b, lateral (select n, date_trunc('month', now()) - (n / 2 || ' months')::interval + interval '5 days' as at from generate_series(2, 17) n) t where b.kind = 'government' returning id, body_id, sent_at)
  insert into opinion_member (request_id, member_id, state, answered_at)
  select made.id, m.id, case when s.number % 9 = 0 then 'deemed' when (s.number + extract(month from sent_at)::int) % 11 = 0 then 'notAnswered' else 'answered' end,
    case when s.number % 9 = 0 or (s.number + extract(month from sent_at)::int) % 11 = 0 then null else sent_at + (s.number || ' hours')::interval end
  from made join member m on m.body_id = made.body_id join seat s on s.id = m.seat_id`;

/** The text of a file inside a workbook. */
function inside(file: string, name: string): Promise<string> {
  return new Promise((resolve, reject) => open(file, { lazyEntries: true }, (error, zip) => {
    if (error) return reject(error);
    zip.on('entry', (entry: { fileName: string }) => {
      if (entry.fileName !== name) return zip.readEntry();
      zip.openReadStream(entry as Parameters<typeof zip.openReadStream>[0], (failure, stream) => {
        if (failure) return reject(failure);
        let text = '';
        stream.on('data', (chunk: Buffer) => (text += chunk.toString('utf8'))).on('end', () => resolve(text));
      });
    });
    zip.on('end', () => resolve(''));
    zip.readEntry();
  }));
}

describe('the office and its written opinions', () => {
  let cabinet: Cabinet;
  let screens: Screens;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    screens = await Screens.open(cabinet);
    await cabinet.rows(PAST_SQL);
  }, 120_000);
  afterAll(async () => {
    await screens.close();
    await cabinet.close();
    expect(screens.complaints).toEqual([]);
  });

  async function look(page: Page, name: string, sizes: readonly (keyof typeof SIZES)[]): Promise<void> {
    for (const size of sizes) {
      await page.setViewportSize(SIZES[size]);
      // The shell changes its places for the new size first.
      await eventually(async () => expect([name, size, await overflowOf(page)]).toEqual([name, size, 0]));
      await keepPicture(page, `opinion-office-${name}-${size}`);
    }
    expect([name, await faultsOf(page)]).toEqual([name, []]);
    await page.setViewportSize(SIZES.desktop);
  }

  it('reads figures by month, member and request, and takes them away as a workbook', async () => {
    const office = await screens.of('thu-ky', '/opinion-requests');
    await office.getByRole('link', { name: 'Thống kê' }).click();
    await office.getByRole('heading', { name: 'Theo thành viên' }).waitFor();
    await office.getByRole('row', { name: /Thống đốc Ngân hàng Nhà nước/ }).first().waitFor();
    await look(office, 'vi', ['desktop', 'landscape', 'portrait', 'phone']);
    const coming = office.waitForEvent('download');
    await office.getByRole('button', { name: 'Tải bảng tính (XLSX)' }).click();
    const file = await (await coming).path();
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
    const [sheets, texts] = [await inside(file, 'xl/workbook.xml'), `${await inside(file, 'xl/sharedStrings.xml')}${await inside(file, 'xl/worksheets/sheet1.xml')}`];
    for (const name of ['Theo thành viên', 'Theo tháng', 'Theo phiếu']) expect(sheets).toContain(name);
    expect(texts).toContain('Thống đốc Ngân hàng Nhà nước Việt Nam');
    await office.getByLabel('Đến ngày').fill('2001-12-31');
    await office.getByLabel('Từ ngày').fill('2001-01-01');
    await office.getByText('Không có phiếu nào được gửi trong khoảng này').waitFor();
    await look(office, 'empty', ['desktop', 'phone']);
    await office.getByLabel('Từ ngày').fill('2002-01-01');
    await office.getByText('Khoảng thời gian không hợp lệ').waitFor();
    await keepPicture(office, 'opinion-office-refused');
  });

  it('has figures in English, in the dark, for the chair too; members have no such page', async () => {
    const chair = await screens.of('thu-tuong', '/opinion-requests/figures', { language: 'en', theme: 'dark' });
    await chair.getByRole('heading', { name: 'By member' }).waitFor();
    await look(chair, 'en', ['desktop', 'phone']);
    const member = await screens.of('thong-doc', '/opinion-requests');
    await member.locator('h1').waitFor();
    expect(await member.getByRole('link', { name: 'Thống kê' }).count()).toBe(0);
  });

  it('does one thing to several requests: to approve, approved, sent, reminded; what is refused stays chosen', async () => {
    const secretary = await cabinet.person('thu-ky');
    const { seats } = await secretary.get<Schema['SeatsDto']>(`/bodies/${secretary.bodyId}/seats`);
    const memberIds = seats.slice(0, 3).map((seat) => seat.member?.id ?? '');
    const titles = ['Dự thảo Quyết định về lưu trữ số', 'Dự thảo Quyết định về chữ ký số'];
    const made: string[] = [];
    for (const title of titles) made.push((await secretary.do<Schema['OpinionRequestDto']>('POST', `/bodies/${secretary.bodyId}/opinion-requests`, { title, questions: [{ text: 'Đồng ý ban hành' }], memberIds, workingDays: 3, isPublic: true })).id);
    const states = async (): Promise<string[]> => Promise.all(made.map(async (id) => (await secretary.get<Schema['OpinionRequestDto']>(`/opinion-requests/${id}`)).state));
    const choose = async (page: Page, words: { start: string; choose: string }): Promise<void> => {
      await page.getByRole('button', { name: words.start }).click();
      for (const title of titles) await page.getByRole('checkbox', { name: `${words.choose}: ${title}` }).check();
    };
    const vi = { start: 'Chọn nhiều', choose: 'Chọn' };
    const office = await screens.of('thu-ky', '/opinion-requests?show=preparing');
    await choose(office, vi);
    await look(office, 'bulk', ['desktop', 'portrait', 'phone']);
    await office.getByRole('button', { name: 'Trình duyệt (2)' }).click();
    await eventually(async () => expect(await states()).toEqual(['pendingApproval', 'pendingApproval']));
    const chair = await screens.of('thu-tuong', '/opinion-requests?show=preparing', { size: 'phone', language: 'en', theme: 'dark' });
    await choose(chair, { start: 'Choose several', choose: 'Choose' });
    await look(chair, 'bulk-en', ['phone']);
    await chair.getByRole('button', { name: 'Approve (2)' }).click();
    await eventually(async () => expect(await states()).toEqual(['approved', 'approved']));
    // One is sent elsewhere before the screen knows: it is refused, and said.
    for (const title of titles) await office.getByRole('checkbox', { name: `Chọn: ${title}` }).check();
    await office.getByRole('button', { name: 'Gửi phiếu (2)' }).click();
    await office.route(`**/api/opinion-requests/${made[0] ?? ''}/acts`, async (route) => {
      await secretary.do('POST', `/opinion-requests/${made[0] ?? ''}/acts`, { act: 'send' });
      await route.continue();
    });
    await office.getByRole('dialog').getByRole('button', { name: 'Gửi phiếu' }).click();
    await office.getByRole('alert').getByText(`${titles[0] ?? ''}:`).waitFor();
    await keepPicture(office, 'opinion-office-bulk-refused');
    await eventually(async () => expect(await states()).toEqual(['sent', 'sent']));
    await office.goto(`${cabinet.url}/opinion-requests?show=running`);
    await choose(office, vi);
    await office.getByRole('button', { name: 'Nhắc trả lời (2)' }).click();
    await eventually(async () => expect(await cabinet.rows('select 1 from notification where kind = $1 and request_id = any($2::uuid[])', ['requestReminded', made])).toHaveLength(6));
  });
});
