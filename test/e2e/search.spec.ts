import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import { juneSession } from '../support/june.js';
import type { Schema } from '../support/person.js';
import { faultsOf, keepPicture, overflowOf, samplePdf, Screens } from '../support/screen.js';

describe('search on screen', () => {
  let cabinet: Cabinet;
  let screens: Screens;
  let sessionId = '';
  let paperId = '';

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    screens = await Screens.open(cabinet);
    const secretary = await cabinet.person('thu-ky');
    const { id, items } = await juneSession(secretary);
    sessionId = id;
    const form = new FormData();
    form.append('title', 'Báo cáo thử nghiệm');
    form.append('file', new Blob([new Uint8Array(samplePdf('bao-cao.pdf', 'Kinh phi zebrawood nam 2026', 6).buffer)], { type: 'application/pdf' }), 'bao-cao.pdf');
    const response = await fetch(`${cabinet.url}/api/items/${items[0]?.id ?? ''}/papers`, { method: 'POST', headers: { cookie: secretary.cookie }, body: form });
    const paper = (await response.json()) as Schema['PaperBriefDto'];
    paperId = paper.id;
    await secretary.do('POST', `/papers/${paperId}/release`);
    await secretary.do('POST', `/items/${items[0]?.id ?? ''}/comments`, { text: 'Đề nghị làm rõ kinh phí zebrawood', weight: 'remark' });
    await eventually(async () => expect(await cabinet.rows('select 1 from version_text where version_id = $1', [paper.current.id])).toHaveLength(1));
  }, 120_000);
  afterAll(async () => {
    expect(screens.complaints).toEqual([]);
    await screens.close();
    await cabinet.close();
  });

  it('finds by the palette and opens all results, and a page with its words marked', async () => {
    const page = await screens.of('thong-doc', '/desk');
    await page.keyboard.press('Control+k');
    await page.getByRole('textbox', { name: 'Tìm kiếm' }).fill('kinh phí zebraw');
    await page.getByRole('button', { name: /Trang 1 · Báo cáo thử nghiệm/ }).waitFor();
    await keepPicture(page, 'search-palette');
    await page.getByRole('button', { name: 'Xem mọi kết quả cho “kinh phí zebraw”' }).click();
    await page.getByText('Không tìm thấy “kinh phí zebraw”').waitFor();
    await page.getByRole('searchbox', { name: 'Từ cần tìm' }).fill('kinh phi zebrawood');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Tài liệu · 6' }).waitFor();
    await page.getByRole('heading', { name: 'Ý kiến · 1' }).waitFor();
    expect(await page.locator('mark').allTextContents()).toContain('kinh phí zebrawood');
    await keepPicture(page, 'search-results');
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('link', { name: 'Xem tất cả 6' }).click();
    await page.getByRole('link', { name: /Trang 6/ }).click();
    await page.locator('[data-page="6"][data-rendered]').waitFor();
    expect(new URL(page.url()).searchParams.get('paper')).toBe(paperId);
    await page.getByText(/\/\s*6|6 kết quả|0\/6/).first().waitFor();
    await keepPicture(page, 'search-in-paper');
    await page.getByRole('link', { name: 'Tìm trong cả bộ tài liệu' }).click();
    await page.getByRole('heading', { name: 'Tài liệu · 6' }).waitFor();
    expect(new URL(page.url()).searchParams.get('session')).toBe(sessionId);
    await page.context().close();
  });

  it.each([['phone', 'vi', 'light'], ['portrait', 'en', 'dark'], ['landscape', 'vi', 'dark']] as const)('fits a %s in %s, %s', async (size, language, theme) => {
    const page = await screens.of('thong-doc', '/search?q=kinh+phi+zebrawood', { size, language, theme });
    await page.locator('mark').first().waitFor();
    expect(await overflowOf(page)).toBe(0);
    expect(await faultsOf(page)).toEqual([]);
    await keepPicture(page, `search-${size}`);
    await page.context().close();
  });
});
