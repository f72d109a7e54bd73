import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Cabinet } from '../support/cabinet.js';
import { juneSession } from '../support/june.js';
import type { Schema } from '../support/person.js';
import { faultsOf, keepPicture, overflowOf, samplePdf, Screens } from '../support/screen.js';

const AGENDA = { name: 'chuong-trinh.csv', mimeType: 'text/csv', buffer: readFileSync(path.resolve(import.meta.dirname, '../fixtures/agenda/chuong-trinh.csv')) };

describe('the secretariat prepares a session without beginning from nothing', () => {
  let cabinet: Cabinet;
  let screens: Screens;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    screens = await Screens.open(cabinet);
  });
  afterAll(async () => {
    await screens.close();
    await cabinet.close();
  });

  it('imports an agenda from a file after looking at every line', async () => {
    const page = await screens.of('thu-ky', '/sessions', { size: 'landscape' });
    const secretary = await cabinet.person('thu-ky');
    const { id } = await secretary.do<{ id: string }>('POST', `/bodies/${secretary.bodyId}/sessions`, { title: 'Phiên họp nhập chương trình', kind: 'regular', place: 'Phòng họp số 1', startsAt: '2027-03-10T01:00:00.000Z', endsAt: '2027-03-10T03:00:00.000Z' });
    await page.reload();
    await page.getByRole('button', { name: 'Tạo phiên họp' }).click();
    await keepPicture(page, 'preparing-1-menu');
    await page.getByRole('menuitem', { name: 'Nhập chương trình từ tệp' }).click();
    await page.locator('input[type=file]').setInputFiles(AGENDA);
    await page.getByText('Đọc được 4 dòng (CSV)', { exact: false }).waitFor();
    await page.getByText('Báo cáo của Bộ Kế hoạch và Đầu tư').waitFor();
    await page.getByLabel('Nhập vào').selectOption(id);
    await keepPicture(page, 'preparing-2-import');
    expect(await faultsOf(page)).toEqual([]);
    expect(await overflowOf(page)).toBe(0);
    await page.getByRole('button', { name: 'Nhập', exact: true }).click();
    await page.waitForURL(new RegExp(id));
    await page.getByText('Dự thảo Nghị quyết').first().waitFor();
    await page.context().close();
  });

  it.each([['desktop', 'vi', 'light'], ['phone', 'en', 'dark'], ['portrait', 'vi', 'dark']] as const)('says what is missing and who allowed late papers: %s, %s, %s', async (size, language, theme) => {
    const secretary = await cabinet.person('thu-ky');
    const soon = Date.now() + 86_400_000;
    const { id } = await secretary.do<{ id: string }>('POST', `/bodies/${secretary.bodyId}/sessions`, { title: 'Phiên họp gấp', titleEn: 'Urgent session', kind: 'regular', place: 'Phòng họp số 1', startsAt: new Date(soon).toISOString(), endsAt: new Date(soon + 7_200_000).toISOString() });
    const { id: itemId } = await secretary.do<{ id: string }>('POST', `/sessions/${id}/items`, { title: 'Dự thảo Nghị định', titleEn: 'Draft decree', kind: 'decision', minutes: 30 });
    await secretary.do('POST', `/sessions/${id}/items`, { title: 'Báo cáo nhanh', titleEn: 'Short report', kind: 'information', minutes: 10, sponsor: 'Bộ Tài chính' });
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(samplePdf('a.pdf', 'A', 2).buffer)], { type: 'application/pdf' }), 'a.pdf');
    await fetch(`${cabinet.url}/api/items/${itemId}/papers`, { method: 'POST', headers: { cookie: secretary.cookie }, body: form });
    const chair = await screens.of('thu-tuong', `/sessions/${id}`, { size, language, theme });
    await chair.getByRole('button', { name: language === 'vi' ? 'Chuẩn bị' : 'Prepare' }).click();
    await chair.getByRole('menuitem', { name: language === 'vi' ? 'Kiểm tra trước khi gửi' : 'Check before sending' }).click();
    const dialog = chair.getByRole('dialog').first();
    await dialog.getByText(/chưa ghi cơ quan chủ trì|no sponsor is named/i).waitFor();
    await dialog.getByRole('button', { name: language === 'vi' ? 'Cho phép gửi muộn' : 'Allow late papers' }).click();
    const reason = chair.getByRole('dialog').last();
    await reason.getByRole('textbox').fill('Việc phát sinh đột xuất');
    await reason.getByRole('button', { name: language === 'vi' ? 'Cho phép gửi muộn' : 'Allow late papers' }).click();
    await dialog.getByText(/Thủ tướng Chính phủ cho phép|allowed by/).waitFor();
    expect(await overflowOf(chair)).toBe(0);
    await keepPicture(chair, `preparing-3-${size}-${language}-${theme}`);
    expect(await faultsOf(chair)).toEqual([]);
    const office = await screens.of('thu-ky', `/sessions/${id}`, { size, language, theme });
    await office.getByRole('button', { name: language === 'vi' ? 'Chuẩn bị' : 'Prepare' }).click();
    await office.getByRole('menuitem', { name: language === 'vi' ? 'Kiểm tra trước khi gửi' : 'Check before sending' }).click();
    await office.getByRole('dialog').getByText('Việc phát sinh đột xuất').waitFor();
    await keepPicture(office, `preparing-4-${size}-${language}-${theme}`);
    expect(await faultsOf(office)).toEqual([]);
    await chair.context().close();
    await office.context().close();
  }, 60_000);

  it('copies the session of June and saves it as a template', async () => {
    const june = await juneSession(await cabinet.person('thu-ky'));
    const page = await screens.of('thu-ky', `/sessions/${june.id}`, { size: 'desktop' });
    await page.getByRole('button', { name: 'Chuẩn bị' }).click();
    await page.getByRole('menuitem', { name: 'Lưu làm mẫu' }).click();
    await page.getByRole('dialog').getByLabel('Tên mẫu').fill('Phiên họp chuyên đề');
    await page.getByRole('dialog').getByRole('button', { name: 'Lưu làm mẫu' }).click();
    await page.getByText('Đã lưu mẫu.').first().waitFor();
    await page.getByRole('button', { name: 'Chuẩn bị' }).click();
    await page.getByRole('menuitem', { name: 'Nhân bản phiên họp' }).click();
    await page.getByRole('dialog').getByLabel('Bắt đầu').fill('2027-07-24T08:00');
    await keepPicture(page, 'preparing-5-clone');
    await page.getByRole('button', { name: 'Tạo bản sao' }).click();
    await page.waitForURL((url) => !url.pathname.includes(june.id));
    await page.getByText('Tình hình giải ngân vốn đầu tư công').first().waitFor();
    const { templates } = await (await cabinet.person('thu-ky')).get<Schema['TemplatesDto']>(`/bodies/${june.bodyId}/session-templates`);
    expect(templates).toHaveLength(1);
    await page.context().close();
  });

  it('lets the chair delegate, on a phone', async () => {
    const page = await screens.of('thu-tuong', '/sessions', { size: 'phone' });
    await page.getByRole('button', { name: 'Uỷ quyền chủ trì' }).click();
    await page.getByLabel('Thành viên').selectOption({ label: 'Phó Thủ tướng Thường trực Chính phủ' });
    await keepPicture(page, 'preparing-6-delegate');
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Uỷ quyền', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Kết thúc' }).waitFor();
    await page.context().close();
  });

  it.each([['landscape', 'vi', 'light'], ['phone', 'en', 'dark']] as const)('rehearses the session with made-up members, and takes the rehearsal away: %s, %s, %s', async (size, language, theme) => {
    const june = await juneSession(await cabinet.person('thu-ky'));
    const word = (vi: string, en: string): string => (language === 'vi' ? vi : en);
    const page = await screens.of('thu-tuong', `/sessions/${june.id}`, { size, language, theme });
    const menu = page.getByRole('button', { name: word('Chuẩn bị', 'Prepare') });
    await menu.click();
    await page.getByRole('menuitem', { name: word('Diễn tập phiên họp', 'Rehearse this session') }).click();
    await page.getByRole('button', { name: word('Bắt đầu diễn tập', 'Begin the rehearsal') }).click();
    await page.getByRole('region', { name: word('DIỄN TẬP', 'REHEARSAL') }).waitFor();
    await page.getByRole('button', { name: word('Cho thành viên vào họp', 'Let members arrive') }).click();
    await page.getByText(/2\d\/27/).first().waitFor();
    expect(await overflowOf(page)).toBe(0);
    await keepPicture(page, `preparing-7-rehearsal-${size}-${language}`);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: word('Kết thúc diễn tập', 'End the rehearsal') }).click();
    await page.getByRole('dialog').getByRole('button', { name: word('Kết thúc diễn tập', 'End the rehearsal') }).click();
    await page.waitForURL(/\/sessions$/);
    await page.context().close();
  }, 60_000);

  it('left no complaint in a console and no warning in the log', () => {
    expect(screens.complaints).toEqual([]);
    expect(cabinet.log).toEqual([]);
  });
});
