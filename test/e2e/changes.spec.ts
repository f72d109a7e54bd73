import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import { openJune } from '../support/june.js';
import { linesPdf } from '../support/paper-pages.js';
import type { Person, Schema } from '../support/person.js';
import { faultsOf, keepPicture, overflowOf, Screens, type Page } from '../support/screen.js';

const lines = (name: string): string[] => Array.from({ length: 14 }, (_, line) => `${line + 1}. Noi dung khoan ${name}${line} quy dinh ve trach nhiem ${name}${line * 3} cua co quan`);
const OLD = ['alpha', 'beta', 'gamma', 'delta', 'epsilon'].map(lines);

/** Words replaced on page 2, a page put in after it, a line taken out of page 4, three lines moved from page 1 to the last. */
function newer(): string[][] {
  const [one = [], two = [], three = [], four = [], five = []] = OLD.map((page) => [...page]);
  const moved = one.splice(4, 3);
  two[6] = two[6]?.replace('trach nhiem', 'tham quyen') ?? '';
  four.splice(5, 1);
  return [one, two, ['Dieu khoan chuyen tiep duoc bo sung sau khi lay y kien'], three, four, [...five, ...moved]];
}

describe('what changed since I read', () => {
  let cabinet: Cabinet;
  let screens: Screens;
  let secretary: Person;
  let paper: Schema['PaperBriefDto'];
  let address = '';
  let desk: Page;

  async function send(path: string, bytes: Buffer): Promise<Schema['PaperBriefDto']> {
    const form = new FormData();
    form.append('title', 'Đề án sửa đổi');
    form.append('file', new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }), 'de-an.pdf');
    const response = await fetch(`${cabinet.url}/api${path}`, { method: 'POST', headers: { cookie: secretary.cookie }, body: form });
    const { id, current } = (await response.json()) as Schema['PaperBriefDto'];
    await eventually(async () => expect(await cabinet.rows('select 1 from version_text where version_id = $1', [current.id])).toHaveLength(1), 60_000);
    return secretary.do('POST', `/papers/${id}/release`);
  }

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    screens = await Screens.open(cabinet);
    const june = await openJune(cabinet);
    ({ secretary } = june);
    const first = await send(`/items/${june.itemId}/papers`, linesPdf(OLD));
    for (const who of ['thong-doc', 'thu-tuong']) await (await cabinet.person(who)).do('PUT', `/paper-versions/${first.current.id}/read`, { page: 5 });
    paper = await send(`/papers/${first.id}/versions`, linesPdf(newer()));
    address = `/sessions/${june.sessionId}?item=${june.itemId}&paper=${paper.id}`;
    desk = await screens.of('thong-doc', '/');
  }, 120_000);
  afterAll(async () => {
    await screens.close();
    await cabinet.close();
    expect(screens.complaints).toEqual([]);
  });

  const pane = (page: Page): ReturnType<Page['getByRole']> => page.getByRole('region', { name: 'Thay đổi so với bản trước' });
  const bar = (page: Page): ReturnType<Page['getByRole']> => page.getByRole('toolbar', { name: 'Thay đổi so với bản trước' });
  const isSeen = (page: Page, number: number): Promise<void> => page.locator(`[data-page="${number}"] [data-change][data-current]`).first().waitFor({ state: 'attached' });

  it('is said on the desk and beside the paper, with the way to the first place', async () => {
    const line = desk.getByRole('link', { name: 'Bản 2: 4 thay đổi ở 4 trang — xem thay đổi đầu tiên' });
    await line.waitFor();
    await keepPicture(desk, 'changes-1-desk');
    expect(await faultsOf(desk)).toEqual([]);
    const other = await screens.of('thu-tuong', '/sessions');
    // The paper itself is open beside the line, which goes when the server hears of it: not before it was seen.
    let tell = (): void => undefined;
    const isSeenThere = new Promise<void>((done) => { tell = done; });
    await other.route(/\/read$/, async (route) => {
      await isSeenThere;
      await route.continue().catch(() => undefined);
    });
    await other.goto(`${address}&tab=summary`);
    await other.getByRole('button', { name: 'Bản 2: 4 thay đổi ở 4 trang — xem thay đổi đầu tiên' }).waitFor();
    tell();
    await line.click();
    await isSeen(desk, 2);
    await bar(desk).getByText('1/4 · Sửa').waitFor();
    await keepPicture(desk, 'changes-2-first');
    expect(await faultsOf(desk)).toEqual([]);
    expect(await overflowOf(desk)).toBe(0);
  });

  it('is walked through by keys and buttons, and each place is marked on its page', async () => {
    await desk.locator('[data-reader-scroller]').focus();
    for (const [key, page, words] of [['n', 3, '2/4 · Thêm'], ['n', 5, '3/4 · Bỏ'], ['n', 6, '4/4 · Chuyển chỗ'], ['n', 2, '1/4 · Sửa'], ['p', 6, '4/4 · Chuyển chỗ']] as const) {
      await desk.keyboard.press(key);
      await isSeen(desk, page);
      await bar(desk).getByText(words).waitFor();
    }
    await eventually(async () => expect(await desk.locator('[data-page="6"] [data-change][data-current] rect').count()).toBe(3));
    await bar(desk).getByRole('button', { name: 'Danh sách thay đổi' }).click();
    await eventually(async () => expect(await pane(desk).locator('button[aria-current]').innerText()).toMatch(/^Chuyển chỗ/));
    expect((await pane(desk).getByRole('list').allInnerTexts()).map((text) => text.split('\n')[0])).toEqual(['Sửa', 'Thêm', 'Bỏ', 'Chuyển chỗ']);
    await keepPicture(desk, 'changes-3-list');
    expect(await faultsOf(desk)).toEqual([]);
    await pane(desk).getByRole('button', { name: /^Bỏ/ }).click();
    await isSeen(desk, 5);
    await keepPicture(desk, 'changes-4-gone');
    await bar(desk).getByRole('button', { name: 'Thôi xem thay đổi' }).click();
    await eventually(async () => expect(await desk.locator('[data-change]').count()).toBe(0));
  });

  it('is offered once when the paper is opened, and not again when it was looked at', async () => {
    const reader = await screens.of('thu-tuong', address, { size: 'phone', theme: 'dark', language: 'en' });
    const banner = reader.getByText('Version 2: 4 changes on 4 pages since version 1, which you have opened.');
    await banner.waitFor();
    await reader.locator('[data-page="1"][data-rendered]').waitFor();
    await keepPicture(reader, 'changes-5-banner-phone');
    expect(await faultsOf(reader)).toEqual([]);
    await reader.getByRole('button', { name: 'See the first change' }).click();
    await isSeen(reader, 2);
    const bar = reader.getByRole('toolbar', { name: 'What changed' });
    await bar.getByText('1/4 · Reworded').waitFor();
    await keepPicture(reader, 'changes-6-place-phone');
    await bar.getByRole('button', { name: 'List of changes' }).click();
    await reader.getByRole('region', { name: 'What changed' }).waitFor();
    await keepPicture(reader, 'changes-7-list-phone');
    expect(await faultsOf(reader)).toEqual([]);
    expect(await overflowOf(reader)).toBe(0);
    const noted = reader.waitForRequest((request) => request.method() === 'PUT' && request.url().endsWith('/read'));
    await reader.reload();
    await reader.locator('[data-page][data-rendered]').first().waitFor();
    // The banner would be asked for with the paper: it would be there before the page is noted.
    await noted;
    expect(await banner.count()).toBe(0);
  });

  const scrollers = (page: Page): ReturnType<Page['locator']> => page.locator('[data-reader-scroller]');
  const topsOf = (page: Page): Promise<number[]> => scrollers(page).evaluateAll((all) => all.map(({ scrollTop }) => scrollTop));

  it('is seen in both versions side by side, which scroll together', async () => {
    const reader = await screens.of('thong-doc', `${address}&changes=first`);
    await isSeen(reader, 2);
    // What the list asks for is still under way when the older version is chosen in it, and the list closes.
    const asked = `**/api/papers/${paper.id}`;
    await reader.route(asked, async (route) => {
      await pane(reader).waitFor({ state: 'detached' });
      await route.continue().catch(() => undefined);
    });
    await bar(reader).getByRole('button', { name: 'Danh sách thay đổi' }).click();
    await pane(reader).getByRole('button', { name: 'Bản 1, trang 2' }).click();
    await reader.locator('[data-look="out"][data-current]').waitFor({ state: 'attached' });
    await reader.unroute(asked);
    await eventually(async () => expect(await scrollers(reader).count()).toBe(2));
    expect(await reader.getByRole('region', { name: 'Đề án sửa đổi, bản 1: Trang 2' }).count()).toBe(1);
    await keepPicture(reader, 'beside-1-versions');
    expect(await faultsOf(reader)).toEqual([]);
    expect(await overflowOf(reader)).toBe(0);
    // In the newer version one page more stands before: page 6 there is page 5 here.
    await scrollers(reader).first().hover();
    await reader.mouse.wheel(0, 20_000);
    await reader.getByRole('region', { name: 'Đề án sửa đổi, bản 1: Trang 5' }).waitFor();
    await reader.getByRole('switch', { name: 'Cuộn cùng nhau' }).click({ force: true });
    const [, before] = await topsOf(reader);
    await reader.mouse.move(300, 500);
    await reader.mouse.wheel(0, -20_000);
    await eventually(async () => expect((await topsOf(reader))[0]).toBeLessThan(20));
    expect((await topsOf(reader))[1]).toBe(before);
    await reader.getByRole('button', { name: 'Đóng tài liệu bên cạnh' }).click();
    await eventually(async () => expect(await scrollers(reader).count()).toBe(1));
  });

  it('lays another paper of the session beside, and one at a time where there is no room', async () => {
    const reader = await screens.of('thong-doc', address, { size: 'portrait', theme: 'dark', language: 'en' });
    await reader.locator('[data-page][data-rendered]').first().waitFor();
    await scrollers(reader).focus();
    await reader.keyboard.press('b');
    const dialog = reader.getByRole('dialog', { name: 'Which paper beside this one?' });
    await dialog.getByRole('button', { name: 'Version 1' }).waitFor();
    await keepPicture(reader, 'beside-2-choose');
    expect(await faultsOf(reader)).toEqual([]);
    await dialog.getByRole('list', { name: 'Other papers' }).getByRole('button').first().click();
    await reader.getByRole('radiogroup', { name: 'Paper in view' }).waitFor();
    await eventually(async () => expect(await reader.locator('[data-page][data-rendered]:visible').count()).toBeGreaterThan(0));
    await keepPicture(reader, 'beside-3-switch');
    expect(await faultsOf(reader)).toEqual([]);
    await reader.getByRole('radiogroup', { name: 'Paper in view' }).getByText('Đề án sửa đổi', { exact: true }).click();
    await reader.getByRole('region', { name: /^Page \d+$/ }).waitFor();
    expect(await overflowOf(reader)).toBe(0);
  });

  it.each([['landscape', 'vi', 'light'], ['portrait', 'en', 'light'], ['portrait', 'vi', 'dark']] as const)('stands on a tablet (%s, %s, %s)', async (size, language, theme) => {
    const reader = await screens.of('thong-doc', `${address}&changes=first`, { size, language, theme });
    await isSeen(reader, 2);
    await reader.locator('[data-page="2"][data-rendered]').waitFor();
    await keepPicture(reader, `changes-8-${size}-${language}-${theme}`);
    expect(await faultsOf(reader)).toEqual([]);
    expect(await overflowOf(reader)).toBe(0);
  });
});
