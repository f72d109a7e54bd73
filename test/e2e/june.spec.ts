import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import { ABSENT, IN_ROOM, juneSession } from '../support/june.js';
import { faultsOf, keepPicture, Screens, type Page } from '../support/screen.js';
import type { Schema } from '../support/person.js';

const AGREE = 'Đồng ý';

const ballotOf = (page: Page) => page.getByRole('group', { name: 'Lựa chọn của bạn' });
const bannerOf = (page: Page) => page.getByTestId('vote-banner').getByRole('button', { name: 'Đến phiếu biểu quyết' });

/** Chooses at the vote card, confirms, and reads the receipt. */
async function voteAgree(page: Page): Promise<string> {
  await ballotOf(page).getByRole('button', { name: AGREE, exact: true }).click();
  await page.getByRole('button', { name: 'Gửi phiếu' }).click();
  return page.getByTestId('receipt').innerText();
}

describe('the session of 24 June 2019, played by four people at their screens', () => {
  let cabinet: Cabinet;
  let screens: Screens;
  let secretary: Page;
  let chair: Page;
  let inRoom: Page;
  let absent: Page;
  let june: Schema['SessionDto'];

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    screens = await Screens.open(cabinet);
    june = await juneSession(await cabinet.person('thu-ky'));
    const address = `/sessions/${june.id}`;
    secretary = await screens.of('thu-ky', address);
    chair = await screens.of('thu-tuong', address, { size: 'landscape' });
    inRoom = await screens.of('bo-truong-tu-phap', address, { size: 'portrait' });
    absent = await screens.of('bo-truong-y-te', address, { size: 'phone', wired: true });
  }, 120_000);
  afterAll(async () => {
    await screens.close();
    await cabinet.close();
  });

  it('lets the secretariat add an item and a paper, which reach the others only when they may see them', async () => {
    const officer = await cabinet.person('chuyen-vien');
    const { id } = await officer.do<Schema['ChangedDto']>('POST', `/sessions/${june.id}/items`, { title: 'Những vấn đề khác', titleEn: 'Any other business', kind: 'standing', minutes: 5 });
    await chair.getByText('Những vấn đề khác').first().waitFor();
    await officer.do('DELETE', `/items/${id}`);
    await eventually(async () => expect(await chair.getByText('Những vấn đề khác').count()).toBe(0));
  });

  it('lets a member in the room read the 40-page paper and comment on a page', async () => {
    const long = june.items[0]?.papers.find((paper) => paper.current.pages === 40);
    await inRoom.goto(`/sessions/${june.id}?item=${june.items[0]?.id ?? ''}&paper=${long?.id ?? ''}&page=1`);
    await inRoom.locator('canvas').first().waitFor();
    const pageNumber = inRoom.getByRole('main').locator('input').first();
    await pageNumber.fill('37');
    await pageNumber.press('Enter');
    await eventually(async () => expect(await inRoom.locator('[data-page-number="37"] canvas, [data-page="37"] canvas').count()).toBe(1));
    const member = await cabinet.person('bo-truong-tu-phap');
    await member.do('POST', `/items/${june.items[0]?.id ?? ''}/comments`, { text: 'Đề nghị làm rõ phạm vi áp dụng.', weight: 'should', paperVersionId: long?.current.id, page: 37 });
    await secretary.getByRole('tab', { name: /^Ý kiến/ }).click();
    await secretary.getByText('Đề nghị làm rõ phạm vi áp dụng.').waitFor();
  });

  it('counts the quorum live while people check in, and opens', async () => {
    await inRoom.goto(`/sessions/${june.id}`);
    for (const username of IN_ROOM) {
      const person = await cabinet.person(username);
      await person.do('POST', `/sessions/${june.id}/attendance`, { memberId: person.memberId, act: 'checkIn', mode: 'room' });
    }
    for (const page of [secretary, chair]) await page.getByText('21/27 · cần 18').first().waitFor();
    await chair.getByRole('button', { name: 'Khai mạc phiên họp' }).click();
    await secretary.getByText('Đang họp', { exact: true }).first().waitFor();
  });

  it('opens the vote; three vote at their screens, the others through their own clients', async () => {
    await secretary.getByRole('tab', { name: /Biểu quyết/ }).click();
    await secretary.getByRole('button', { name: 'Mở biểu quyết' }).click();
    await secretary.getByRole('dialog').getByRole('button', { name: 'Mở biểu quyết' }).click();
    // The card stands there by itself where there is room for it; elsewhere the banner leads to it.
    await ballotOf(chair).waitFor();
    for (const page of [inRoom, absent]) await bannerOf(page).waitFor();
    await keepPicture(chair, '03-vote-open');
    await bannerOf(inRoom).click();
    const receipts = [await voteAgree(chair), await voteAgree(inRoom)];
    expect(new Set(receipts).size).toBe(2);
    for (const receipt of receipts) expect(receipt).toMatch(/^([2-9A-Z]{4}-){3}[2-9A-Z]{4}$/);
    await keepPicture(inRoom, '04-receipt-tablet');
    expect(await faultsOf(inRoom)).toEqual([]);
  });

  it('is right by itself, once the network is back, at a screen that was offline during the vote', async () => {
    const motionId = june.items[0]?.motions[0]?.id ?? '';
    await bannerOf(absent).click();
    await ballotOf(absent).waitFor();
    await screens.cut(absent);
    const voters = [...IN_ROOM.filter((username) => !['thu-tuong', 'bo-truong-tu-phap'].includes(username)), ...ABSENT.filter((username) => username !== 'bo-truong-y-te').slice(0, 4)];
    await Promise.all(voters.map(async (username) => (await cabinet.person(username)).do('POST', `/motions/${motionId}/ballots`, { choice: 'agree' })));
    await secretary.getByText('25/27', { exact: false }).first().waitFor();
    await secretary.getByRole('button', { name: 'Đóng biểu quyết' }).click();
    await secretary.getByRole('dialog').getByRole('button', { name: 'Đóng biểu quyết' }).click();
    await secretary.getByRole('button', { name: 'Công bố kết quả' }).click();
    await secretary.getByText('Cần 14/27; 25 đồng ý', { exact: false }).first().waitFor();
    const returned = Date.now();
    await screens.mend(absent);
    await absent.getByText('Cần 14/27; 25 đồng ý', { exact: false }).first().waitFor();
    process.stdout.write(`a screen that was offline showed the result ${Date.now() - returned} ms after the network was back\n`);
  });

  it('shows everybody: adopted, 14 of 27 needed, 25 agreed, with the citation', async () => {
    await keepPicture(secretary, '05-result');
    await chair.getByRole('tab', { name: /Biểu quyết/ }).click();
    await chair.getByText('Cần 14/27; 25 đồng ý, 0 không đồng ý, 0 ý kiến khác, 2 không biểu quyết: thông qua').or(chair.getByText('Cần 14/27; 25 đồng ý, 0 không đồng ý, 2 không biểu quyết: thông qua')).first().waitFor();
    await chair.getByText('Nghị định 138/2016/NĐ-CP').first().waitFor();
    expect(await faultsOf(chair)).toEqual([]);
    expect(await faultsOf(secretary)).toEqual([]);
  });

  it('is in English for who reads English', async () => {
    const english = await screens.of('thong-doc', `/sessions/${june.id}?item=${june.items[0]?.id ?? ''}`, { language: 'en' });
    await english.getByRole('tab', { name: /Vote/ }).click();
    await english.getByText(/14 of 27 needed; 25 agreed/).first().waitFor();
    expect(await english.locator('html').getAttribute('lang')).toBe('en');
  });

  it('left no complaint in a console and no warning in the log', () => {
    expect(screens.complaints).toEqual([]);
    expect(cabinet.log).toEqual([]);
  });
});
