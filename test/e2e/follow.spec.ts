import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import { openJune } from '../support/june.js';
import type { Person } from '../support/person.js';
import { faultsOf, keepPicture, overflowOf, samplePdf, Screens, type Page } from '../support/screen.js';

const PAGES = 30;

describe('following who presents', () => {
  let cabinet: Cabinet;
  let screens: Screens;
  let chair: Person;
  let sessionId = '';
  let itemId = '';
  let presenter: Page;
  let tablet: Page;
  let phone: Page;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    screens = await Screens.open(cabinet);
    let secretary: Person;
    ({ chair, secretary, sessionId, itemId } = await openJune(cabinet));
    const { buffer } = samplePdf('trinh-bay.pdf', 'Trang', PAGES);
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(buffer)], { type: 'application/pdf' }), 'trinh-bay.pdf');
    await fetch(`${cabinet.url}/api/items/${itemId}/papers`, { method: 'POST', body: form, headers: { cookie: secretary.cookie } });
    const [paper] = await cabinet.rows<{ id: string }>(`select id from paper where title = 'trinh-bay'`);
    await secretary.do('POST', `/papers/${paper?.id ?? ''}/release`);
    await chair.do('PUT', `/sessions/${sessionId}/current-item`, { itemId });
    presenter = await screens.of('thu-tuong', `/sessions/${sessionId}?item=${itemId}&paper=${paper?.id ?? ''}`);
    tablet = await screens.of('thong-doc', `/sessions/${sessionId}?item=${itemId}`, { size: 'portrait' });
    phone = await screens.of('bo-truong-tu-phap', `/sessions/${sessionId}?item=${itemId}`, { size: 'phone', language: 'en', theme: 'dark' });
  }, 120_000);
  afterAll(async () => {
    await screens.close();
    await cabinet.close();
  });

  const isAt = (page: Page, number: number): Promise<void> => page.locator(`[data-page="${number}"][data-rendered]`).waitFor();
  async function goTo(page: Page, number: number): Promise<void> {
    await page.getByLabel('Trang số').fill(String(number));
    await page.getByLabel('Trang số').press('Enter');
  }

  it('is begun from the paper that is open, and told to everyone without moving them', async () => {
    await isAt(presenter, 1);
    await presenter.getByRole('button', { name: 'Trình bày trang này cho mọi người' }).click();
    await presenter.getByText('Bạn đang trình bày trang 1.').waitFor();
    await tablet.getByText('Thủ tướng Chính phủ đang trình bày: trinh-bay, trang 1').waitFor();
    expect(new URL(tablet.url()).searchParams.get('paper')).not.toBe(new URL(presenter.url()).searchParams.get('paper'));
    expect(await overflowOf(presenter)).toBe(0);
    await keepPicture(presenter, 'follow-1-presenter');
    expect(await faultsOf(presenter)).toEqual([]);
  });

  it('takes along who follows, on a tablet and on a phone', async () => {
    await tablet.getByRole('button', { name: 'Theo người trình bày' }).click();
    await phone.getByRole('button', { name: 'Follow', exact: true }).click();
    await isAt(tablet, 1);
    await goTo(presenter, 12);
    await Promise.all([isAt(tablet, 12), isAt(phone, 12)]);
    await phone.getByText(/^Following .*, page 12$/).waitFor();
    for (const [page, name] of [[tablet, 'follow-2-tablet'], [phone, 'follow-3-phone']] as const) {
      expect(await overflowOf(page)).toBe(0);
      await keepPicture(page, name);
      expect(await faultsOf(page)).toEqual([]);
    }
  });

  it('lets go of who scrolls, and one tap returns', async () => {
    await tablet.locator('[data-reader-scroller]').hover();
    await tablet.mouse.wheel(0, 400);
    await tablet.getByText('Thủ tướng Chính phủ đang trình bày: trinh-bay, trang 12').waitFor();
    await goTo(presenter, 25);
    await isAt(phone, 25);
    await tablet.getByText(/trang 25$/).waitFor();
    expect(await tablet.locator('[data-page="25"]').count()).toBe(0);
    await tablet.getByRole('button', { name: 'Theo người trình bày' }).click();
    await isAt(tablet, 25);
  });

  it('lets go and follows again by the keyboard', async () => {
    await tablet.locator('[data-reader-scroller]').focus();
    await tablet.keyboard.press('Home');
    await isAt(tablet, 1);
    await tablet.getByText(/đang trình bày: trinh-bay, trang 25$/).waitFor();
    await tablet.keyboard.press('f');
    await isAt(tablet, 25);
  });

  it('does not call back who turns on while the page before is being noted in the address', async () => {
    await tablet.evaluate(() => {
      const { replaceState } = window.history;
      window.history.replaceState = function turnedOn(...entry) {
        replaceState.apply(this, entry);
        if (new URLSearchParams(window.location.search).get('page') !== '24') return;
        window.history.replaceState = replaceState;
        document.querySelector('[data-reader-scroller]')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageUp', bubbles: true }));
      };
    });
    await tablet.locator('[data-reader-scroller]').press('PageUp');
    await tablet.waitForURL((url) => url.searchParams.get('page') === '23');
    await isAt(tablet, 23);
  });

  it('ends for all when the presenter stops', async () => {
    await presenter.getByRole('button', { name: 'Dừng trình bày' }).click();
    for (const page of [tablet, phone]) await page.getByRole('region', { name: /Trang đang trình bày|Page being presented/ }).waitFor({ state: 'detached' });
    await eventually(async () => expect((await chair.get<{ share: object | null }>(`/sessions/${sessionId}/share`)).share).toBeNull());
    expect(screens.complaints).toEqual([]);
  });
});
