import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Cabinet } from '../support/cabinet.js';
import { juneSession } from '../support/june.js';
import { faultsOf, keepPicture, overflowOf, Screens, type Page } from '../support/screen.js';

const SIGNED = path.resolve(import.meta.dirname, '../fixtures/signed/two-signatures.pdf');

describe('a signed paper', () => {
  let cabinet: Cabinet;
  let screens: Screens;
  let address: string;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    screens = await Screens.open(cabinet);
    const { id, items } = await juneSession(await cabinet.person('thu-ky'));
    const item = items.find(({ papers }) => papers.length === 0) ?? items[0];
    address = `/sessions/${id}?item=${item?.id ?? ''}`;
  }, 120_000);
  afterAll(async () => {
    await screens.close();
    await cabinet.close();
  });

  const open = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: /^nghi-quyet-da-ky/ }).first().click();
    await page.locator('[data-page="1"][data-rendered]').waitFor();
  };

  it('says so in the list, and who signed and what each signature covers', async () => {
    const page = await screens.of('thu-ky', address);
    const chosen = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Chọn tệp PDF' }).click();
    await (await chosen).setFiles({ name: 'nghi-quyet-da-ky.pdf', mimeType: 'application/pdf', buffer: readFileSync(SIGNED) });
    await page.getByText('Có 2 chữ ký số').waitFor();
    await open(page);
    await page.getByRole('button', { name: 'Chữ ký số', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Chữ ký số của nghi-quyet-da-ky' });
    await dialog.getByText('Toàn bộ tệp', { exact: true }).waitFor();
    expect(await dialog.getByText('Lord Testerino').count()).toBe(2);
    expect(await dialog.getByText('Còn nguyên như lúc ký').count()).toBe(2);
    await dialog.getByText('Chỉ trạng thái trước của văn bản: 26.384 trong 50.827 byte.').waitFor();
    await dialog.getByText('chưa kiểm tra chứng thư').waitFor();
    await keepPicture(page, 'signatures-desktop');
    expect(await faultsOf(page)).toEqual([]);
  });

  it('says the same in English on a phone, in the dark', async () => {
    const page = await screens.of('thu-ky', address, { size: 'phone', language: 'en', theme: 'dark' });
    await page.getByRole('button', { name: 'Panel', exact: true }).click();
    await page.getByText('2 digital signatures').waitFor();
    await open(page);
    await page.getByRole('button', { name: 'More tools' }).click();
    await page.getByRole('menuitem', { name: 'Digital signatures' }).click();
    const dialog = page.getByRole('dialog', { name: 'Digital signatures of nghi-quyet-da-ky' });
    await dialog.getByText('The whole file', { exact: true }).waitFor();
    expect(await overflowOf(page)).toBe(0);
    await keepPicture(page, 'signatures-phone');
    expect(await faultsOf(page)).toEqual([]);
    expect(screens.complaints).toEqual([]);
  });
});
