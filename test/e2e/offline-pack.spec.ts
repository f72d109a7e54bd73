import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import { openJune } from '../support/june.js';
import type { Person, Schema } from '../support/person.js';
import { faultsOf, keepPicture, overflowOf, samplePdf, Screens, SIZES, type Page } from '../support/screen.js';

/** Runs in the page: a store that takes so many rows more, and then has no room. */
function fillUp({ store, after }: { store: string; after: number }): void {
  const put = Reflect.get(globalThis, 'realPut') as IDBObjectStore['put'] | undefined ?? IDBObjectStore.prototype.put;
  Reflect.set(globalThis, 'realPut', put);
  let left = after;
  IDBObjectStore.prototype.put = function full(...row) {
    if (this.name === store && left-- <= 0) throw new DOMException('full', 'QuotaExceededError');
    return put.apply(this, row);
  };
}

/** Runs in the page: of which versions something lies in these stores. */
async function heldIn(names: string[]): Promise<string[][]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('e-cabinet-pack');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('closed'));
  });
  const keys = (name: string) => new Promise<IDBValidKey[]>((resolve) => {
    const request = database.transaction(name).objectStore(name).getAllKeys();
    request.onsuccess = () => resolve(request.result);
  });
  const all = await Promise.all(names.map(keys));
  database.close();
  return all.map((each) => each.map((key) => String(Array.isArray(key) ? key[0] : key)));
}

/** Runs in the page: the words of notes that wait on this device. */
async function keptWords(): Promise<unknown[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('e-cabinet-notes');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('closed'));
  });
  const kept = await new Promise<{ fields: Record<string, unknown> }[]>((resolve) => {
    const request = database.transaction('changes').objectStore('changes').getAll();
    request.onsuccess = () => resolve(request.result as { fields: Record<string, unknown> }[]);
  });
  database.close();
  return kept.map(({ fields }) => fields['text']);
}

describe('papers taken along', () => {
  let cabinet: Cabinet;
  let screens: Screens;
  let secretary: Person;
  let member: Person;
  let sessionId = '';
  let itemId = '';
  let paper: Schema['PaperBriefDto'];
  let page: Page;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    screens = await Screens.open(cabinet);
    ({ secretary, sessionId, itemId } = await openJune(cabinet));
    member = await cabinet.person('thong-doc');
    paper = await upload(`/items/${itemId}/papers`, 'mang-theo.pdf');
    page = await screens.of('thong-doc', address(), { wired: true });
    await page.locator('[data-page="1"][data-rendered]').waitFor();
  }, 120_000);
  afterAll(async () => {
    await screens.close();
    await cabinet.close();
  });

  const address = (): string => `/sessions/${sessionId}?item=${itemId}&paper=${paper.id}`;
  async function upload(path: string, name: string): Promise<Schema['PaperBriefDto']> {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(samplePdf(name, `Trang cua ${name}`, 5).buffer)], { type: 'application/pdf' }), name);
    const response = await fetch(`${cabinet.url}/api${path}`, { method: 'POST', headers: { cookie: secretary.cookie }, body: form });
    const { id } = (await response.json()) as Schema['PaperBriefDto'];
    return secretary.do('POST', `/papers/${id}/release`);
  }
  /** What lies in the browser's storage, as bytes: names of rows, and whether any of it can be read. */
  const stored = (words: string[]): Promise<{ papers: number; readable: string[]; extractable: boolean | null }> => page.evaluate(async (wanted) => {
    // Opening what is not there, or is just going, would make it.
    const database = await new Promise<IDBDatabase | null>((resolve) => {
      const request = indexedDB.open('e-cabinet-pack');
      request.onupgradeneeded = () => request.transaction?.abort();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve(null);
    });
    if (database === null) return { papers: 0, readable: [], extractable: null };
    const all = <T>(name: string) => new Promise<T[]>((resolve) => {
      if (!database.objectStoreNames.contains(name)) return resolve([]);
      const request = database.transaction(name).objectStore(name).getAll() as IDBRequest<T[]>;
      request.onsuccess = () => resolve(request.result);
    });
    const chunks: Uint8Array[] = [];
    const gather = (value: unknown): void => {
      if (value instanceof ArrayBuffer) chunks.push(new Uint8Array(value));
      else if (ArrayBuffer.isView(value)) chunks.push(new Uint8Array(value.buffer));
      else if (typeof value === 'string') chunks.push(new TextEncoder().encode(value));
      else if (typeof value === 'object' && value !== null && !(value instanceof CryptoKey)) Object.values(value).forEach(gather);
    };
    const papers = await all<unknown>('papers');
    const [device] = await all<{ key: CryptoKey }>('device');
    for (const name of ['papers', 'pieces', 'answers']) (await all<unknown>(name)).forEach(gather);
    database.close();
    const text = chunks.map((chunk) => new TextDecoder('utf-8').decode(chunk)).join('\n');
    return { papers: papers.length, readable: wanted.filter((word) => text.includes(word)), extractable: device ? device.key.extractable : null };
  }, words);
  const list = () => page.getByRole('link', { name: /mang-theo/ });
  async function openList(): Promise<void> {
    await page.getByRole('button', { name: /^Tài khoản/ }).first().click();
    await page.getByRole('menuitem', { name: 'Trên thiết bị này' }).click();
    await page.getByRole('heading', { name: 'Trên thiết bị này' }).waitFor();
  }

  it('are all those of a session, sealed, and listed with their size and age', async () => {
    await keepPicture(page, 'pack-1-before');
    await page.getByRole('button', { name: /^Mang theo \d+/ }).click();
    await page.getByText(/^Đã mang theo \d+ tài liệu/).waitFor();
    await page.getByRole('link', { name: /^Đã mang theo/ }).waitFor();
    await keepPicture(page, 'pack-2-taken');
    const { items, title } = await member.get<Schema['SessionDto']>(`/sessions/${sessionId}`);
    const count = items.flatMap(({ papers }) => papers).length;
    const taken = await cabinet.rows(`select 1 from journal_entry where type = 'copy.taken'`);
    expect(taken).toHaveLength(count);
    expect(await stored(['%PDF', 'mang-theo', title, 'Thống đốc'])).toEqual({ papers: count, readable: [], extractable: false });
    await openList();
    await list().waitFor();
    await page.getByText('Sẵn sàng').waitFor();
    await page.getByText('thiết bị này', { exact: true }).waitFor();
    for (const size of ['desktop', 'landscape', 'portrait', 'phone'] as const) {
      await page.setViewportSize(SIZES[size]);
      expect(await overflowOf(page)).toBe(0);
      await keepPicture(page, `pack-3-list-${size}`);
      expect(await faultsOf(page)).toEqual([]);
    }
    await page.setViewportSize(SIZES.desktop);
    const dark = await screens.of('bo-truong-tai-chinh', `/sessions/${sessionId}`, { size: 'portrait', language: 'en', theme: 'dark' });
    await dark.getByRole('button', { name: 'Agenda' }).first().click().catch(() => undefined);
    // The device is full after three pieces: that is said, and nothing half kept counts as kept.
    await dark.evaluate(fillUp, { store: 'pieces', after: 3 });
    const checked = dark.waitForResponse(/\/api\/offline\/check$/);
    await dark.getByRole('button', { name: /^Take \d+ papers along/ }).click();
    await dark.getByText(/no room left/).waitFor();
    // What watches over the papers has tried to bring the missing ones, too.
    await checked;
    await eventually(async () => expect(await dark.evaluate(async () => { const { held = [], pending = [] } = await navigator.locks.query(); return [...held, ...pending].filter(({ name }) => name === 'e-cabinet-pack').length; })).toBe(0));
    const [held, whole] = await dark.evaluate(heldIn, ['papers', 'pieces']);
    expect(new Set(whole)).toEqual(new Set(held));
    expect((await cabinet.rows<{ id: string }>('select version_id as id from taken_copy t join account a on a.id = t.account_id where a.username = $1', ['bo-truong-tai-chinh'])).map(({ id }) => id).sort()).toEqual(held?.sort());
    await dark.evaluate(fillUp, { store: 'pieces', after: Infinity });
    await dark.getByRole('button', { name: /^Take \d+ papers along/ }).click();
    await dark.getByRole('link', { name: /^Taken along/ }).waitFor();
    await keepPicture(dark, 'pack-6-portrait-dark-en');
    await dark.goto('/on-this-device');
    await dark.getByText('Remove all').waitFor();
    await keepPicture(dark, 'pack-7-list-dark-en');
    expect(await faultsOf(dark)).toEqual([]);
    await dark.getByRole('button', { name: 'Remove all' }).click();
    await dark.getByRole('dialog').getByRole('button', { name: 'Remove all' }).click();
    await dark.getByText('No papers taken along yet').waitFor();
    await keepPicture(dark, 'pack-8-empty-dark-en');
    await dark.context().close();
  });

  it('are read and marked after a start without a network, and the notes are sent when it is back', async () => {
    await screens.cut(page);
    await page.goto('about:blank');
    await page.goto(address());
    await page.locator('[data-page="1"][data-rendered]').waitFor();
    await page.getByText(/Ngoại tuyến: những gì đã mở/).waitFor();
    await keepPicture(page, 'pack-4-offline');
    await page.getByRole('button', { name: 'Ghi chú', exact: true }).click();
    const pane = page.getByRole('region', { name: 'Ghi chú trên tài liệu này' });
    await pane.getByRole('button', { name: 'Ghi chú trang 1' }).click();
    await pane.locator('textarea:focus').waitFor();
    await page.keyboard.type('Viết khi không có mạng');
    await pane.getByText(/đang chờ gửi/).waitFor();
    await eventually(async () => expect(await page.evaluate(keptWords)).toEqual(['Viết khi không có mạng']));
    expect(await faultsOf(page)).toEqual([]);
    // What was written is there after another start, too.
    await page.goto('about:blank');
    await page.goto(address());
    await page.getByRole('button', { name: /Viết khi không có mạng/ }).first().waitFor();
    const notes = async () => (await member.get<Schema['VersionNotesDto']>(`/paper-versions/${paper.current.id}/notes`)).notes.map(({ text }) => text);
    expect(await notes()).toEqual([]);
    // A paper that was not opened before.
    const other = (await member.get<Schema['SessionDto']>(`/sessions/${sessionId}`)).items.flatMap(({ id, papers }) => papers.map(({ id: paperId, current }) => ({ itemId: id, paperId, versionId: current.id }))).find(({ paperId }) => paperId !== paper.id);
    if (other === undefined) throw new Error('a second paper');
    await cabinet.rows('delete from paper_receipt where version_id = $1 and account_id = $2', [other.versionId, member.me.id]);
    await page.goto(`/sessions/${sessionId}?item=${other.itemId}&paper=${other.paperId}`);
    await page.locator('[data-page="1"][data-rendered]').waitFor();
    await page.waitForFunction((id) => Object.keys(localStorage).some((key) => key.startsWith('readings:') && localStorage.getItem(key)?.includes(id)), other.versionId);
    const read = () => cabinet.rows('select furthest_page as page from paper_receipt where version_id = $1 and account_id = $2', [other.versionId, member.me.id]);
    expect(await read()).toEqual([]);
    await screens.mend(page);
    await eventually(async () => expect(await notes()).toEqual(['Viết khi không có mạng']));
    await eventually(async () => expect(await read()).toEqual([{ page: 1 }]));
    await page.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith('readings:')));
  });

  it('start as well when the network is there and the server is not, and say what needs it', async () => {
    await cabinet.end('SIGKILL');
    await page.goto('/desk');
    await page.getByText(/Mất kết nối với máy chủ/).waitFor();
    await page.goto('/on-this-device');
    await list().waitFor();
    await page.goto('/opinion-requests');
    await page.getByText(/Không kết nối được/).first().waitFor();
    await cabinet.start();
  });

  it('go when one is recalled, and a newer version comes by itself', async () => {
    await page.goto('/on-this-device');
    await list().waitFor();
    const other = await upload(`/items/${itemId}/papers`, 'bo-sung.pdf');
    await page.getByRole('link', { name: /bo-sung/ }).waitFor();
    await secretary.do('POST', `/papers/${paper.id}/recall`, { reason: 'Sai số liệu' });
    await list().waitFor({ state: 'detached' });
    await page.getByText(/1 bản mang theo đã được xoá/).waitFor();
    expect((await stored([])).papers).toBe((await cabinet.rows(`select 1 from taken_copy where account_id = $1`, [member.me.id])).length);
    await page.getByRole('button', { name: /^Xoá khỏi thiết bị này: bo-sung/ }).click();
    await page.getByRole('link', { name: /bo-sung/ }).waitFor({ state: 'detached' });
    await eventually(async () => expect(await cabinet.rows(`select 1 from taken_copy where version_id = $1`, [other.current.id])).toEqual([]));
  });

  it('go when the device is ended from elsewhere, at once where it is connected, and also where nobody is signed in any more', async () => {
    const [device] = (await member.get<Schema['OfflineDevicesDto']>('/offline/devices')).devices;
    await member.do('DELETE', `/offline/devices/${device?.id ?? ''}`);
    await page.getByText(/Thiết bị này đã bị bỏ khỏi danh sách/).waitFor();
    await page.getByText('Chưa mang theo tài liệu nào').waitFor();
    await keepPicture(page, 'pack-5-ended');
    expect((await stored([])).extractable).toBeNull();

    await page.goto(`/sessions/${sessionId}`);
    await page.getByRole('button', { name: /^Mang theo \d+/ }).click();
    await page.getByRole('link', { name: /^Đã mang theo/ }).waitFor();
    // Signed out from elsewhere: the page is left for the sign-in page, and nothing stays behind.
    await cabinet.rows(`update account_session set authenticated_at = now()`);
    await member.do('POST', '/me/sessions/end-others');
    await page.waitForURL(/\/sign-in/);
    await eventually(async () => expect(await stored([])).toEqual({ papers: 0, readable: [], extractable: null }));
  });

  it('left no complaint in a console', () => {
    expect(screens.complaints).toEqual([]);
  });
});
