import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import { openJune } from '../support/june.js';
import type { Person, Schema } from '../support/person.js';
import { faultsOf, keepPicture, overflowOf, samplePdf, Screens, type Page } from '../support/screen.js';

describe('notes on a paper', () => {
  let cabinet: Cabinet;
  let screens: Screens;
  let secretary: Person;
  let member: Person;
  let sessionId = '';
  let itemId = '';
  let paper: Schema['PaperBriefDto'];
  let desk: Page;
  let phone: Page;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    screens = await Screens.open(cabinet);
    ({ secretary, sessionId, itemId } = await openJune(cabinet));
    member = await cabinet.person('thong-doc');
    paper = await upload(`/items/${itemId}/papers`, 6);
    const address = `/sessions/${sessionId}?item=${itemId}&paper=${paper.id}`;
    desk = await screens.of('thong-doc', address);
    phone = await screens.of('thong-doc', address, { size: 'phone', theme: 'dark', wired: true });
    for (const page of [desk, phone]) await page.locator('[data-page="1"][data-rendered]').waitFor();
  }, 120_000);
  afterAll(async () => {
    await screens.close();
    await cabinet.close();
  });

  async function upload(path: string, pages: number): Promise<Schema['PaperBriefDto']> {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(samplePdf('ghi-chu.pdf', 'Noi dung trang', pages).buffer)], { type: 'application/pdf' }), 'ghi-chu.pdf');
    const response = await fetch(`${cabinet.url}/api${path}`, { method: 'POST', headers: { cookie: secretary.cookie }, body: form });
    const { id } = (await response.json()) as Schema['PaperBriefDto'];
    return secretary.do('POST', `/papers/${id}/release`);
  }
  const saved = async (version = paper.current.id): Promise<Schema['NoteDto'][]> => (await member.get<Schema['VersionNotesDto']>(`/paper-versions/${version}/notes`)).notes;
  const pane = (page: Page): ReturnType<Page['getByRole']> => page.getByRole('region', { name: 'Ghi chú trên tài liệu này' });
  async function openPane(page: Page): Promise<void> {
    if (await pane(page).isVisible()) return;
    await page.getByRole('button', { name: 'Ghi chú', exact: true }).click();
    await pane(page).waitFor();
  }
  const entries = (page: Page): Promise<string[]> => pane(page).getByRole('list', { name: 'Các ghi chú' }).locator('[aria-expanded]').allInnerTexts();

  it('are made by choosing words, and stay when the page is turned, enlarged and read again', async () => {
    await desk.locator('[data-page="1"]').getByText('Noi dung trang, 1').selectText();
    const bar = desk.getByRole('toolbar', { name: 'Chữ đã chọn' });
    await bar.waitFor();
    await keepPicture(desk, 'notes-1-selection');
    await bar.getByRole('button', { name: 'Tô xanh, gạch chân liền' }).click();
    await desk.locator('[data-page="1"] [data-note]').waitFor();
    await eventually(async () => expect(await saved()).toEqual([expect.objectContaining({ kind: 'highlight', colour: 'green', quote: expect.objectContaining({ exact: 'Noi dung trang, 1' }) as unknown })]));
    const [left = 0, top = 0, width = 0] = (await saved())[0]?.rects ?? [];
    expect([left, top, width].map((share) => Math.round(share * 100))).toEqual([12, 8, 26].map((share, index) => (index === 2 ? Math.round(width * 100) : share)));
    await desk.reload();
    await desk.locator('[data-page="1"] [data-note]').waitFor();
    await desk.locator('[data-page="1"] [data-note] rect').click({ force: true });
    await pane(desk).getByLabel('Nội dung ghi chú').fill('Đề nghị làm rõ số liệu');
    await eventually(async () => expect((await saved())[0]?.text).toBe('Đề nghị làm rõ số liệu'));
    expect(await overflowOf(desk)).toBe(0);
    await keepPicture(desk, 'notes-2-pane');
    expect(await faultsOf(desk)).toEqual([]);
  });

  it('are written and drawn on a phone without a network, and lost by neither when another device wrote meanwhile', async () => {
    await phone.reload();
    await phone.locator('[data-page="1"] [data-note]').waitFor();
    await openPane(phone);
    await pane(phone).getByRole('button', { name: /Tô chữ/ }).click();
    await screens.cut(phone);
    // The device has no room: what is written is in the page alone, and that is said.
    await phone.evaluate(() => {
      const { put } = IDBObjectStore.prototype;
      Reflect.set(globalThis, 'makeRoom', () => { IDBObjectStore.prototype.put = put; });
      IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); };
    });
    await pane(phone).getByLabel('Nội dung ghi chú').fill('Viết trên');
    await pane(phone).getByText(/không còn chỗ để giữ/).waitFor();
    await phone.evaluate(() => { (Reflect.get(globalThis, 'makeRoom') as () => void)(); });
    await pane(phone).getByLabel('Nội dung ghi chú').fill('Viết trên điện thoại');
    await pane(phone).getByText(/đang chờ gửi\. Đã giữ/).waitFor();
    await pane(desk).getByLabel('Nội dung ghi chú').fill('Viết trên máy tính');
    await eventually(async () => expect((await saved())[0]?.text).toBe('Viết trên máy tính'));
    await pane(phone).getByRole('button', { name: 'Vẽ lên trang' }).click();
    const surface = phone.locator('[data-ink-page="1"]');
    await surface.waitFor();
    const box = await surface.boundingBox();
    if (!box) throw new Error('no page to draw on');
    for (const row of [0.4, 0.5]) {
      await phone.mouse.move(box.x + box.width * 0.2, box.y + box.height * row);
      await phone.mouse.down();
      await phone.mouse.move(box.x + box.width * 0.6, box.y + box.height * (row + 0.06), { steps: 8 });
      await phone.mouse.up();
    }
    await phone.locator('[data-page="1"] path').nth(1).waitFor({ state: 'attached' });
    await keepPicture(phone, 'notes-3-phone-ink');
    await phone.getByRole('button', { name: 'Xong' }).click();
    expect(await saved()).toHaveLength(1);
    // A list that is read while notes are on their way comes after them, without those that it had not seen.
    const list = /\/paper-versions\/[^/]+\/notes$/;
    await phone.route(list, async (route) => {
      const response = await route.fetch();
      await eventually(async () => expect(await saved()).toHaveLength(3));
      await route.fulfill({ response }).catch(() => undefined);
    });
    await screens.mend(phone);
    await eventually(async () => expect((await saved()).map(({ kind, text, strokes }) => [kind, text, strokes.length])).toEqual(expect.arrayContaining([['highlight', 'Viết trên máy tính', 0], ['highlight', 'Viết trên điện thoại', 0], ['ink', '', 2]])));
    expect(await saved()).toHaveLength(3);
    await desk.reload();
    await openPane(desk);
    await openPane(phone);
    await pane(phone).locator('[aria-expanded="true"]').click();
    await eventually(async () => {
      const [mine, theirs] = [await entries(desk), await entries(phone)];
      expect(mine).toHaveLength(3);
      expect(theirs).toEqual(mine);
    });
    await phone.unroute(list);
    expect(await overflowOf(phone)).toBe(0);
    await keepPicture(phone, 'notes-4-phone-pane');
    expect(await faultsOf(phone)).toEqual([]);
  });

  it('are made by the keyboard alone: on the page, as a bookmark, and on words that were found', async () => {
    const before = (await saved()).length;
    await pane(desk).getByRole('button', { name: 'Ghi chú trang 1' }).press('Enter');
    await pane(desk).locator('textarea:focus').waitFor();
    await desk.keyboard.type('Bằng bàn phím, j và k là chữ');
    await eventually(async () => expect((await saved()).some(({ kind, text }) => kind === 'text' && text === 'Bằng bàn phím, j và k là chữ')).toBe(true));
    await pane(desk).getByRole('button', { name: 'Đánh dấu trang 1' }).press('Enter');
    await desk.getByRole('button', { name: 'Tìm trong tài liệu' }).press('Enter');
    await desk.getByLabel('Từ cần tìm').fill('trang, 6');
    await desk.getByRole('button', { name: 'Kết quả sau' }).click();
    await desk.locator('[data-page="6"][data-rendered]').waitFor();
    await desk.getByRole('button', { name: 'Tô chỗ vừa tìm thấy' }).press('Enter');
    await desk.locator('[data-page="6"] [data-note]').waitFor();
    await eventually(async () => expect(await saved()).toHaveLength(before + 3));
    await keepPicture(desk, 'notes-5-keyboard');
    expect(await faultsOf(desk)).toEqual([]);
  });

  it('are found across papers by who wrote them, and lead back to their place', async () => {
    const mine = await screens.of('thong-doc', '/notes', { size: 'phone' });
    await mine.getByText('6 ghi chú').waitFor();
    await keepPicture(mine, 'notes-9-mine-phone');
    expect([await overflowOf(mine), await faultsOf(mine)]).toEqual([0, []]);
    await mine.getByLabel('Tìm trong ghi chú').fill('may tinh');
    await mine.getByText('1 ghi chú', { exact: true }).waitFor();
    await mine.getByRole('list', { name: 'Kết quả' }).getByRole('link', { name: /Viết trên máy tính/ }).click();
    await mine.locator('[data-page="1"] [data-note]').first().waitFor();
    await mine.context().close();
    await desk.goto('/notes?kind=ink');
    await desk.getByText('1 ghi chú', { exact: true }).waitFor();
    await keepPicture(desk, 'notes-10-mine');
    expect(await faultsOf(desk)).toEqual([]);
    await desk.goBack();
    await openPane(desk);
    await pane(desk).getByRole('button', { name: /Viết trên điện thoại/ }).click();
  });

  it('are taken away in a copy of the paper, as other readers of PDF show them', async () => {
    const coming = desk.waitForEvent('download');
    await pane(desk).getByRole('button', { name: 'Tải PDF kèm ghi chú' }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toBe('ghi-chu - ghi chú.pdf');
    const copy = await getDocument({ data: new Uint8Array(readFileSync(await download.path())), verbosity: 0 }).promise;
    const written = (await Promise.all(Array.from({ length: copy.numPages }, async (_, index) => (await copy.getPage(index + 1)).getAnnotations()))).flat() as { subtype: string; quadPoints?: object; contentsObj?: { str: string } }[];
    await copy.destroy();
    expect(written.map(({ subtype }) => subtype).filter((subtype) => subtype !== 'Popup').sort()).toEqual(['Highlight', 'Highlight', 'Highlight', 'Highlight', 'Highlight', 'Ink', 'Ink']);
    expect(written.filter(({ subtype }) => subtype === 'Highlight').every(({ quadPoints }) => quadPoints !== undefined && quadPoints !== null)).toBe(true);
    expect(written.map(({ contentsObj }) => contentsObj?.str)).toEqual(expect.arrayContaining(['Viết trên máy tính', 'Viết trên điện thoại', 'Bằng bàn phím, j và k là chữ']));
  });

  it('are deleted, and brought back by one tap', async () => {
    const before = (await saved()).length;
    await pane(desk).getByRole('button', { name: 'Xoá', exact: true }).click();
    await eventually(async () => expect(await saved()).toHaveLength(before - 1));
    await desk.getByRole('button', { name: 'Hoàn tác' }).click();
    await eventually(async () => expect(await saved()).toHaveLength(before));
  });

  it('are shown to a named member, who cannot change them', async () => {
    await pane(desk).getByRole('button', { name: /Viết trên máy tính/ }).click();
    await pane(desk).getByRole('button', { name: 'Chia sẻ' }).click();
    const dialog = desk.getByRole('dialog', { name: 'Chia sẻ ghi chú' });
    await dialog.getByLabel('Tìm người').fill('tu phap');
    await dialog.getByRole('checkbox').check();
    await keepPicture(desk, 'notes-6-share');
    expect(await faultsOf(desk)).toEqual([]);
    await dialog.getByRole('button', { name: /^Lưu/ }).click();
    await dialog.waitFor({ state: 'detached' });
    const other = await screens.of('bo-truong-tu-phap', `/sessions/${sessionId}?item=${itemId}&paper=${paper.id}`, { size: 'portrait' });
    await other.locator('[data-page="1"] [data-note]').waitFor();
    await openPane(other);
    await pane(other).getByRole('button', { name: /Viết trên máy tính/, expanded: false }).click();
    await pane(other).getByRole('button', { name: /Viết trên máy tính/, expanded: true }).waitFor();
    expect(await pane(other).getByLabel('Nội dung ghi chú').count()).toBe(0);
    expect(await entries(other)).toHaveLength(1);
    await keepPicture(other, 'notes-7-shared');
    await other.context().close();
  });

  it('are carried to the next version where their words still stand; the others are listed', async () => {
    const next = await upload(`/papers/${paper.id}/versions`, 5);
    await desk.goto(`/sessions/${sessionId}?item=${itemId}&paper=${paper.id}`);
    await eventually(async () => expect((await saved(next.current.id)).map(({ kind }) => kind).sort()).toEqual(['bookmark', 'highlight', 'highlight', 'ink', 'text']));
    await openPane(desk);
    const lost = desk.getByRole('region', { name: 'Ghi chú mất chỗ' });
    await lost.getByText('trang, 6', { exact: true }).waitFor();
    await lost.getByRole('link', { name: 'Mở phiên bản 1' }).waitFor();
    await keepPicture(desk, 'notes-8-carried');
    expect(await faultsOf(desk)).toEqual([]);
  });

  it('leave nothing on the device of who signs out', async () => {
    const kept = (): Promise<number> => phone.evaluate(() => new Promise<number>((done, fail) => {
      const request = indexedDB.open('e-cabinet-notes', 1);
      request.onerror = () => fail(new Error('closed'));
      request.onsuccess = () => {
        const all = request.result.transaction('changes').objectStore('changes').count();
        all.onsuccess = () => { request.result.close(); done(all.result); };
      };
    }));
    // The phone has turned to the new version meanwhile, and has brought over notes as well: nothing of that is under way any more.
    await phone.reload();
    await openPane(phone);
    await phone.getByRole('region', { name: 'Ghi chú mất chỗ' }).waitFor();
    await eventually(async () => expect(await kept()).toBe(0));
    await phone.route('**/api/notes/**', (route) => route.abort());
    await pane(phone).getByRole('button', { name: /Ghi chú trang/ }).click();
    await pane(phone).getByText(/đang chờ gửi/).waitFor();
    await eventually(async () => expect(await kept()).toBe(1));
    await phone.getByRole('button', { name: /^Tài khoản/ }).first().click();
    await phone.getByRole('menuitem', { name: 'Đăng xuất' }).click();
    await phone.waitForURL(/\/sign-in/);
    await eventually(async () => expect(await kept()).toBe(0));
    expect(screens.complaints).toEqual([]);
  });
});
