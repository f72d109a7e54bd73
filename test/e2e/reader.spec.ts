import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import { juneSession } from '../support/june.js';
import { keepPicture, samplePdf, Screens, type Page } from '../support/screen.js';

const PAGES = 1500;

describe('reading a long paper', () => {
  let cabinet: Cabinet;
  let screens: Screens;
  let page: Page;
  const asked: string[] = [];

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    screens = await Screens.open(cabinet);
    const { id, items } = await juneSession(await cabinet.person('thu-ky'));
    const item = items.find(({ papers }) => papers.length === 0) ?? items[0];
    page = await screens.of('thu-ky', `/sessions/${id}?item=${item?.id ?? ''}`, { wired: true });
    page.on('request', (request) => { if (request.url().endsWith('/file')) asked.push(request.headers()['range'] ?? 'all of it'); });
  }, 120_000);
  afterAll(async () => {
    await screens.close();
    await cabinet.close();
  });

  async function goTo(number: number): Promise<void> {
    await page.getByLabel('Trang số').fill(String(number));
    await page.getByLabel('Trang số').press('Enter');
  }

  it('shows the first page after few pieces of the file', async () => {
    const papers = page.getByRole('list', { name: 'Tài liệu', exact: true });
    const chosen = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Chọn tệp PDF' }).click();
    await (await chosen).setFiles(samplePdf('bao-cao-dai.pdf', 'Trang', PAGES));
    await papers.getByRole('button', { name: /^bao-cao-dai \d/ }).waitFor();
    asked.length = 0;
    await papers.getByRole('button', { name: /^bao-cao-dai \d/ }).click();
    await page.getByRole('region', { name: 'Tài liệu: bao-cao-dai' }).waitFor();
    await page.locator('[data-page="1"][data-rendered]').waitFor();
    expect(asked).not.toContain('all of it');
    expect(asked.length).toBeLessThanOrEqual(6);
  });

  it('waits for the network when it is away, and goes on by itself', async () => {
    await screens.cut(page);
    try {
      await goTo(700);
      // Its piece of the file may have come before the network went.
      await page.getByText('Đang tải trang 700…').or(page.locator('[data-page="700"][data-rendered]')).first().waitFor();
    } finally {
      await screens.mend(page);
    }
    await page.locator('[data-page="700"][data-rendered]').waitFor();
    await page.locator('[data-page="700"]').getByText('Trang, 700').waitFor();
  });

  it('keeps a number that is half typed while the page changes, and gives the keys back to the pages', async () => {
    const [box, pages] = [page.getByLabel('Trang số'), page.locator('[data-reader-scroller]')];
    await box.fill('14');
    await pages.evaluate((scroller) => scroller.scrollBy(0, 2 * scroller.clientHeight));
    await page.getByRole('region', { name: 'Trang 700', exact: true }).waitFor({ state: 'detached' });
    expect(await box.inputValue()).toBe('14');
    await box.press('Enter');
    await page.getByRole('region', { name: 'Trang 14', exact: true }).waitFor();
    expect(await box.inputValue()).toBe('14');
    await page.keyboard.press('j');
    await page.getByRole('region', { name: 'Trang 15', exact: true }).waitFor();
    await eventually(async () => expect(await box.inputValue()).toBe('15'));
  });

  it('finds words in it', async () => {
    await page.getByRole('button', { name: 'Tìm trong tài liệu' }).click();
    await page.getByLabel('Từ cần tìm').fill('trang, 1432');
    await page.getByRole('button', { name: 'Kết quả sau' }).click();
    await page.locator('[data-page="1432"][data-rendered]').waitFor();
    expect(screens.complaints).toEqual([]);
  });

  it('shows its first page as a picture while the file is on its way, and the page takes its place without a jump', async () => {
    await eventually(async () => expect(await cabinet.rows(`select 1 from paper_version v join paper p on p.id = v.paper_id where p.title = 'bao-cao-dai' and v.first_page is not null`)).toHaveLength(1));
    await page.evaluate(() => window.localStorage.clear());
    let letGo = (): void => undefined;
    const held = new Promise<void>((done) => { letGo = done; });
    await page.route('**/api/paper-versions/*/file', async (route) => {
      await held;
      await route.continue();
    });
    const first = page.locator('[data-page="1"]');
    const box = (): Promise<unknown> => first.evaluate((element) => { const { left, top, width, height } = element.getBoundingClientRect(); return { left, top, width, height }; });
    await page.goto(page.url().replace(/&page=\d+/, ''));
    await page.locator('[data-page="1"][data-painted]').waitFor();
    expect(await page.locator('[data-rendered]').count()).toBe(0);
    // Not white, and as sharp as its place is wide: also when it comes before the reader is laid out, as on the second time.
    const isSharp = (): Promise<boolean> => first.locator('canvas').evaluate((canvas) => canvas instanceof HTMLCanvasElement && canvas.width >= canvas.clientWidth * 0.9 && (canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data.some((value) => value < 128) ?? false));
    expect(await isSharp()).toBe(true);
    await page.reload();
    await page.locator('[data-page="1"][data-painted]').waitFor();
    expect(await isSharp()).toBe(true);
    const before = await box();
    await keepPicture(page, 'first-page-picture');
    letGo();
    await page.locator('[data-page="1"][data-rendered]').waitFor();
    expect(await box()).toEqual(before);
    expect(await first.locator('canvas').count()).toBe(1);
    await page.unroute('**/api/paper-versions/*/file');
    await page.locator('[data-page="1"]').getByText('Trang, 1').first().waitFor();
    await keepPicture(page, 'first-page-itself');
    expect(screens.complaints).toEqual([]);
  });
});
