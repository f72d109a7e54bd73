import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import { IN_ROOM, juneSession } from '../support/june.js';
import type { Person, Schema } from '../support/person.js';
import { type Page, Screens } from '../support/screen.js';

const MOST_TABS = 80;

describe('a meeting by the keyboard alone', () => {
  let cabinet: Cabinet;
  let screens: Screens;
  let sessionId = '';
  let chair: Page;
  let member: Page;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    screens = await Screens.open(cabinet);
    const secretary: Person = await cabinet.person('thu-ky');
    const june = await juneSession(secretary);
    sessionId = june.id;
    const members = await cabinet.rows<{ username: string; id: string }>('select a.username, m.id from member m join account a on a.id = m.account_id');
    for (const { id } of members.filter(({ username }) => IN_ROOM.includes(username))) await secretary.do('POST', `/sessions/${sessionId}/attendance`, { memberId: id, act: 'checkIn', mode: 'room' });
    chair = await screens.of('thu-tuong', `/sessions/${sessionId}/chair`);
    member = await screens.of('thong-doc', `/sessions/${sessionId}?item=${june.items[0]?.id ?? ''}`);
  }, 120_000);
  afterAll(async () => {
    await screens.close();
    await cabinet.close();
  });

  const focused = (page: Page): Promise<string> => page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return '';
    return (element.getAttribute('aria-label') ?? element.textContent).trim();
  });

  /** Presses Tab until what has the focus is called so; it must be there, and show that it has the focus. */
  async function tabTo(page: Page, name: RegExp): Promise<void> {
    for (let count = 0; count < MOST_TABS; count += 1) {
      if (name.test(await focused(page))) {
        const ring = await page.evaluate(() => (document.activeElement === null ? '' : getComputedStyle(document.activeElement).outlineStyle));
        expect([String(name), ring]).not.toEqual([String(name), 'none']);
        return;
      }
      await page.keyboard.press('Tab');
    }
    throw new Error(`no way by Tab to ${String(name)}`);
  }

  /** Once what was pressed is done, the focus is there. */
  const standsOn = (page: Page, name: RegExp): Promise<void> => eventually(async () => expect(await focused(page)).toMatch(name));

  async function enterOn(page: Page, name: RegExp): Promise<void> {
    await tabTo(page, name);
    await page.keyboard.press('Enter');
  }

  it('lets the chair open the session, begin the item and open the vote without losing the place', async () => {
    await chair.getByTestId('next-step').waitFor();
    await enterOn(chair, /^Khai mạc phiên họp/);
    await chair.getByTestId('next-step').filter({ hasText: 'Bắt đầu nội dung 1' }).waitFor();
    // Who has pressed the one button stands on the one button.
    await standsOn(chair, /^Bắt đầu nội dung 1/);
    await chair.keyboard.press('Enter');
    await chair.getByTestId('next-step').filter({ hasText: 'Mở biểu quyết nội dung 1' }).waitFor();
    await standsOn(chair, /^Mở biểu quyết nội dung 1/);
    await chair.keyboard.press('Enter');
    await chair.getByText('0/27 đã biểu quyết').first().waitFor();
  });

  it('lets a member raise the hand, go to the vote, choose and confirm', async () => {
    // Whoever tabs past a place before it is there does not find it.
    await member.getByRole('button', { name: 'Xin phát biểu' }).first().waitFor();
    await member.getByRole('radio', { name: 'Đồng ý', exact: true }).or(member.getByRole('button', { name: 'Đồng ý', exact: true })).first().waitFor();
    await enterOn(member, /^Xin phát biểu$/);
    await member.getByRole('button', { name: 'Bỏ đăng ký' }).first().waitFor();
    await tabTo(member, /^Đồng ý$/);
    await member.keyboard.press('Space');
    await enterOn(member, /^(Bỏ phiếu|Gửi|Xác nhận)/);
    await member.getByText('Phiếu của bạn đã được ghi nhận', { exact: false }).first().waitFor();
  });

  it('lets the chair call the speaker, close and publish', async () => {
    await chair.getByRole('button', { name: /^Mời .* phát biểu$/ }).first().waitFor();
    await enterOn(chair, /^Mời .* phát biểu$/);
    await chair.getByRole('button', { name: 'Kết thúc lượt' }).waitFor();
    await enterOn(chair, /^Kết thúc lượt$/);
    await chair.getByRole('button', { name: 'Kết thúc lượt' }).waitFor({ state: 'detached' });
    await enterOn(chair, /^Đóng biểu quyết/);
    await chair.getByTestId('next-step').filter({ hasText: 'Công bố kết quả' }).waitFor();
    await standsOn(chair, /^Công bố kết quả/);
    await chair.keyboard.press('Enter');
    await chair.getByText(/Cần 14\/27/).first().waitFor();
    // The chair sees the count when the vote is closed: it says nothing of whether it is published yet.
    const secretary = await cabinet.person('thu-ky');
    await eventually(async () => expect((await secretary.get<Schema['SessionDto']>(`/sessions/${sessionId}`)).items[0]?.motions[0]?.state).toBe('published'));
  });
});
