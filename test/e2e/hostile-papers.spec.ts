import { Cabinet } from '../support/cabinet.js';
import { buildPdf, imageBomb, pagesPdf, polyglotZip } from '../support/hostile-pdfs.js';
import { juneSession } from '../support/june.js';
import { Screens, type Page } from '../support/screen.js';

const FONT = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';
const CONTENT = 'BT /F1 24 Tf 72 700 Td (Noi dung) Tj ET';

/** One page with an action that programs run by themselves when the file is opened. */
const acting = (action: string): Buffer => buildPdf([
  `<</Type/Catalog/Pages 2 0 R/OpenAction ${action}/AA<</WC ${action}>>>>`, '<</Type/Pages/Kids[3 0 R]/Count 1>>',
  '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>', `<</Length ${CONTENT.length}>>stream\n${CONTENT}\nendstream`, FONT,
]);

const linking = (...addresses: string[]): Buffer => buildPdf([
  '<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>',
  `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>/Annots[${addresses.map((_, index) => `${6 + index} 0 R`).join(' ')}]>>`,
  `<</Length ${CONTENT.length}>>stream\n${CONTENT}\nendstream`, FONT,
  ...addresses.map((address, index) => `<</Type/Annot/Subtype/Link/Rect[72 ${600 - index * 60} 300 ${640 - index * 60}]/A<</S/URI/URI(${address})>>>>`),
]);

describe('hostile papers, open in the reader', () => {
  let cabinet: Cabinet;
  let screens: Screens;
  let page: Page;
  let sessionId: string;
  let itemId: string;
  const happened: string[] = [];

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    screens = await Screens.open(cabinet);
    const secretary = await cabinet.person('thu-ky');
    const { id, items } = await juneSession(secretary);
    [sessionId, itemId] = [id, items[3]?.id ?? ''];
    page = await screens.of('thu-ky', `/sessions/${sessionId}?item=${itemId}`);
    page.on('dialog', (dialog) => { happened.push(`dialog ${dialog.message()}`); void dialog.dismiss(); });
    page.on('popup', (popup) => happened.push(`popup ${popup.url()}`));
    page.on('download', (download) => happened.push(`download ${download.url()}`));
  }, 120_000);
  afterAll(async () => {
    await screens.close();
    await cabinet.close();
  });

  /** Uploads and opens it; gives its place. */
  async function open(name: string, bytes: Buffer): Promise<void> {
    const secretary = await cabinet.person('thu-ky');
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(bytes)]), `${name}.pdf`);
    const answer = await fetch(`${cabinet.url}/api/items/${itemId}/papers`, { method: 'POST', headers: { cookie: secretary.cookie }, body: form });
    expect([name, answer.status]).toEqual([name, 201]);
    const { id } = (await answer.json()) as { id: string };
    await page.goto(`/sessions/${sessionId}?item=${itemId}&paper=${id}`);
    await page.getByRole('region', { name: `Tài liệu: ${name}` }).waitFor();
  }

  it.each([
    ['launch-action', '<</S/Launch/F(calc.exe)>>'], ['js-openaction', '<</S/JavaScript/JS(app.alert\\(1\\))>>'], ['uri-openaction', '<</S/URI/URI(http://example.org/seen)>>'], ['print-openaction', '<</S/Named/N/Print>>'],
  ])('%s does nothing, and the page is read', async (name, action) => {
    const asked: string[] = [];
    const note = (request: { url: () => string }): void => { if (!request.url().startsWith(cabinet.url) && !/^(blob|data):/.test(request.url())) asked.push(request.url()); };
    page.on('request', note);
    await open(name, acting(action));
    await page.locator('[data-page="1"][data-rendered]').getByText('Noi dung').waitFor();
    page.off('request', note);
    expect([asked, happened, new URL(page.url()).pathname]).toEqual([[], [], `/sessions/${sessionId}`]);
  });

  it('links of programs and of files are none; one of the web is asked about first', async () => {
    await open('uri-action', linking('javascript:alert\\(1\\)', 'file:///etc/passwd', 'https://example.org/van-ban'));
    await page.locator('[data-page="1"][data-rendered]').getByText('Noi dung').waitFor();
    const links = page.locator('[data-page="1"]').getByRole('button').or(page.locator('[data-page="1"] a'));
    // All links of a page come together, after its words.
    await links.first().waitFor();
    expect(await links.count()).toBe(1);
    await links.first().click();
    await page.getByText('Tài liệu này dẫn đến: https://example.org/van-ban').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Huỷ' }).click();
    expect(happened).toEqual([]);
  });

  it('a picture of 900 million dots does not take the reader with it', async () => {
    await open('image-bomb', imageBomb());
    await page.locator('[data-page="1"][data-rendered]').or(page.getByText('Không hiển thị được trang 1')).first().waitFor();
    await open('ordinary', pagesPdf('Van ban thuong', 3));
    await page.locator('[data-page="1"][data-rendered]').getByText('Van ban thuong').waitFor();
  });

  it('a PDF with an archive behind it is a PDF and nothing else', async () => {
    await open('polyglot-zip', polyglotZip());
    await page.locator('[data-page="1"][data-rendered]').waitFor();
    expect([happened, cabinet.log]).toEqual([[], []]);
  });
});
