import { Cabinet } from '../support/cabinet.js';
import { faultsOf, keepPicture, overflowOf, Screens, type Page } from '../support/screen.js';

describe('a browser that remembers how far the log had come', () => {
  let cabinet: Cabinet;
  let screens: Screens;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    screens = await Screens.open(cabinet);
  }, 120_000);
  afterAll(async () => {
    await screens.close();
    await cabinet.close();
  });

  const seen = (page: Page) => page.evaluate(() => JSON.parse(window.localStorage.getItem('log-checkpoint') ?? 'null') as { size: number; root: string; at: string } | null);
  const remember = (page: Page, change: Record<string, unknown>) => page.evaluate((entries) => {
    const kept = JSON.parse(window.localStorage.getItem('log-checkpoint') ?? '{}') as Record<string, unknown>;
    window.localStorage.setItem('log-checkpoint', JSON.stringify({ ...kept, ...entries }));
  }, change);

  async function visited(username: string, size: 'desktop' | 'phone'): Promise<Page> {
    const page = await screens.of(username, '/desk', { size });
    await page.waitForFunction(() => window.localStorage.getItem('log-checkpoint') !== null);
    return page;
  }

  it('finds at the next visit that the log goes on from it, and says nothing', async () => {
    const page = await visited('thong-doc', 'desktop');
    const before = await seen(page);
    await cabinet.again('bo-truong-y-te');
    const auditor = await cabinet.person('kiem-tra');
    await auditor.get('/journal/1/proof');
    await auditor.get('/journal/export');
    await page.reload();
    await page.waitForFunction((size) => (JSON.parse(window.localStorage.getItem('log-checkpoint') ?? '{}') as { size: number }).size > size, before?.size ?? 0);
    expect(await page.getByTestId('log-fork').count()).toBe(0);
  });

  it.each(['desktop', 'phone'] as const)('warns on every page when it is another log, and the warning cannot be closed (%s)', async (size) => {
    const page = await visited(size === 'phone' ? 'bo-truong-y-te' : 'bo-truong-noi-vu', size);
    await remember(page, { root: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=' });
    await page.goto('/sessions');
    const warning = page.getByTestId('log-fork');
    await warning.getByText('Nhật ký hệ thống không khớp với lần trước').waitFor();
    expect(await warning.getByRole('button').allTextContents()).toEqual(['Tải bằng chứng']);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await overflowOf(page)).toBe(0);
    await keepPicture(page, `log-fork-${size}`);
    const saved = page.waitForEvent('download');
    await warning.getByRole('button').click();
    expect((await saved).suggestedFilename()).toBe('ecabinet-log-evidence.json');
    await page.goto('/opinion-requests');
    await warning.waitFor();
    // What it saw first stays: the other log does not take its place.
    expect((await seen(page))?.root).toMatch(/^AAAA/);
  });

  it('finds the proof of a row right in the auditor’s own browser', async () => {
    const page = await screens.of('kiem-tra', '/journal');
    await page.getByRole('button', { name: /^Bằng chứng của dòng/ }).first().click();
    await page.getByTestId('proof-right').waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it('tells a restore from a backup apart, once', async () => {
    const page = await visited('tong-thanh-tra', 'desktop');
    const size = (await seen(page))?.size ?? 0;
    await cabinet.rows('insert into journal_restoration (at, size) values (now(), $1)', [size - 5]);
    await page.goto('/sessions');
    const notice = page.getByTestId('log-restored');
    await notice.getByText('Hệ thống đã được khôi phục từ bản sao lưu').waitFor();
    await notice.getByText('5 dòng ghi sau đó không còn').waitFor();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await keepPicture(page, 'log-restored');
    const keptAfter = (at: string) => page.waitForFunction((before) => (JSON.parse(window.localStorage.getItem('log-checkpoint') ?? '{}') as { at: string }).at > before, at);
    const before = (await seen(page))?.at ?? '';
    await notice.getByRole('button', { name: 'Đã đọc' }).click();
    await notice.waitFor({ state: 'detached' });
    await keptAfter(before);
    const accepted = (await seen(page))?.at ?? '';
    await page.reload();
    await keptAfter(accepted);
    expect(await notice.count()).toBe(0);
  });

  it('left no complaint in a console and no warning in the log', () => {
    expect(screens.complaints).toEqual([]);
    expect(cabinet.log).toEqual([]);
  });
});
