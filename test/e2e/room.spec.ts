import { Cabinet } from '../support/cabinet.js';
import { IN_ROOM, openJune } from '../support/june.js';
import type { Person, Schema } from '../support/person.js';
import { faultsOf, keepPicture, overflowOf, type Page, Screens } from '../support/screen.js';

const MINUTE = 60_000;

/** Words of a wall that stand outside of the screen or of the card they are in: nobody can scroll there. */
const cutOff = (page: Page): Promise<string[]> => page.evaluate(() => Array.from(document.querySelectorAll('main p, header p, h1, footer p, li')).flatMap((element) => {
  const { right, bottom } = element.getBoundingClientRect();
  const card = element.closest('main section')?.getBoundingClientRect();
  return right > window.innerWidth + 1 || bottom > (card?.bottom ?? window.innerHeight) + 1 ? [element.textContent] : [];
}));

/** What the bar at the top covers while the page is scrolled is no fault. */
async function faultsFromTop(page: Page): Promise<string[]> {
  await page.evaluate(() => window.scrollTo(0, 0));
  return faultsOf(page);
}

describe('the room of a session', () => {
  let cabinet: Cabinet;
  let screens: Screens;
  let chair: Person;
  let sessionId = '';
  let itemId = '';
  let motionId = '';

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    screens = await Screens.open(cabinet);
    ({ chair, sessionId, itemId, motionId } = await openJune(cabinet));
  });
  afterAll(async () => {
    await screens.close();
    await cabinet.close();
  });

  /** The address of a display that the secretariat makes, by hand. */
  async function makeDisplay(secretary: Page, name: string): Promise<string> {
    await secretary.getByRole('button', { name: 'Tạo màn hình' }).click();
    await secretary.getByLabel('Tên màn hình').fill(name);
    await secretary.getByRole('dialog').getByRole('button', { name: 'Tạo màn hình' }).click();
    const address = await secretary.getByRole('textbox', { name: 'Đường dẫn của màn hình' }).inputValue();
    await secretary.getByRole('button', { name: 'Xong' }).click();
    return new URL(address).hash;
  }

  it('has a wall that shows the item, who speaks, the vote and its result, live, and goes dark when it is revoked', async () => {
    const secretary = await screens.of('thu-ky', `/sessions/${sessionId}/room`);
    const hash = await makeDisplay(secretary, 'Phòng A');
    await secretary.getByText('Phòng A', { exact: true }).waitFor();
    expect(await faultsFromTop(secretary)).toEqual([]);
    await keepPicture(secretary, 'room-1-displays');
    const wall = await screens.window({ size: 'wall' });
    await wall.goto(`/display${hash}`);
    await wall.getByText('Chưa chọn nội dung đang bàn').waitFor();
    await chair.do('PUT', `/sessions/${sessionId}/current-item`, { itemId });
    await wall.getByText('Nội dung 1', { exact: true }).waitFor();
    for (const username of ['thong-doc', 'bo-truong-tu-phap']) await (await cabinet.person(username)).do('POST', `/items/${itemId}/turns`, { kind: 'speech' });
    const { waiting } = await chair.get<Schema['FloorDto']>(`/sessions/${sessionId}/floor`);
    await chair.do('POST', `/turns/${waiting[0]?.id ?? ''}/acts`, { act: 'start' });
    await wall.getByText('Thống đốc Ngân hàng Nhà nước Việt Nam').waitFor();
    await wall.getByText(/1 người chờ phát biểu: Bộ trưởng Bộ Tư pháp/).waitFor();
    await keepPicture(wall, 'wall-1-speaker');
    expect(await cutOff(wall)).toEqual([]);
    expect(await faultsOf(wall)).toEqual([]);
    await chair.do('POST', `/turns/${waiting[0]?.id ?? ''}/acts`, { act: 'end' });
    await chair.do('POST', `/motions/${motionId}/open`);
    await Promise.all(IN_ROOM.map(async (username) => (await cabinet.person(username)).do('POST', `/motions/${motionId}/ballots`, { choice: username === 'thong-doc' ? 'disagree' : 'agree' })));
    await wall.getByText('21/27 đã biểu quyết').waitFor();
    await keepPicture(wall, 'wall-2-vote');
    await chair.do('POST', `/motions/${motionId}/close`);
    await chair.do('POST', `/motions/${motionId}/publish`);
    await wall.getByText(/Cần 14\/27; 20 đồng ý, 1 không đồng ý, 6 không biểu quyết: thông qua/).waitFor();
    for (const [size, theme] of [['wall', 'dark'], ['wall', 'light'], ['desktop', 'light']] as const) {
      const other = await screens.window({ size });
      await other.goto(`/display${hash.replace('theme=dark', `theme=${theme}`)}`);
      await other.getByTestId('wall-outcome').waitFor();
      expect([await overflowOf(other), await cutOff(other)]).toEqual([0, []]);
      expect(await faultsOf(other)).toEqual([]);
      await keepPicture(other, `wall-3-result-${size}-${theme}`);
      await other.context().close();
    }
    expect((await wall.context().cookies()).map(({ name }) => name)).toEqual([]);
    expect(await wall.getByRole('button').count() + await wall.getByRole('link').count()).toBe(0);
    await secretary.getByRole('button', { name: 'Thu hồi màn hình Phòng A' }).click();
    await secretary.getByRole('dialog').getByRole('button', { name: 'Thu hồi' }).click();
    await wall.getByText('Đường dẫn này không còn hiệu lực').waitFor();
    await secretary.context().close();
    await wall.context().close();
  }, 2 * MINUTE);

  it('has a seat map on which attendance is kept, and a plan that is drawn by keyboard', async () => {
    const secretary = await screens.of('thu-ky', `/sessions/${sessionId}/room`);
    await secretary.getByRole('button', { name: 'Ghế 3, Phó Thủ tướng, Bộ trưởng Bộ Ngoại giao: Vắng' }).or(secretary.getByRole('button', { name: /^Ghế 3, .*: Vắng$/ })).first().click();
    await secretary.getByRole('button', { name: 'Có mặt trực tuyến' }).click();
    await secretary.getByRole('button', { name: /^Ghế 3, .*: Trực tuyến$/ }).waitFor();
    await keepPicture(secretary, 'room-2-map');
    expect(await faultsFromTop(secretary)).toEqual([]);
    await secretary.getByRole('link', { name: 'Sắp xếp chỗ ngồi' }).click();
    const first = secretary.getByRole('button', { name: /^Ghế 1, .*hàng 1, cột 6$/ });
    await first.focus();
    await first.press('ArrowDown');
    await secretary.getByRole('button', { name: /^Ghế 1, .*hàng 2, cột 6$/ }).waitFor();
    await secretary.keyboard.press('ArrowDown');
    await secretary.getByRole('button', { name: /^Ghế 1, .*hàng 3, cột 6$/ }).waitFor();
    const [dragged, target] = [await secretary.getByRole('button', { name: /^Ghế 2, / }).boundingBox(), await secretary.getByRole('button', { name: /^Ghế 1, / }).boundingBox()];
    await secretary.mouse.move((dragged?.x ?? 0) + 20, (dragged?.y ?? 0) + 20);
    await secretary.mouse.down();
    await secretary.mouse.move((target?.x ?? 0) + 20, (target?.y ?? 0) + 70, { steps: 8 });
    await secretary.mouse.up();
    await secretary.getByRole('button', { name: /^Ghế 2, .*hàng 4, cột 6$/ }).waitFor();
    await keepPicture(secretary, 'room-3-plan');
    expect(await faultsFromTop(secretary)).toEqual([]);
    await secretary.getByRole('button', { name: 'Lưu sơ đồ' }).click();
    await secretary.getByRole('heading', { name: 'Phòng họp', exact: true }).waitFor();
    const plan = await chair.get<Schema['SeatPlanDto']>(`/bodies/${chair.bodyId}/seat-plan`);
    expect(plan.seats.slice(0, 2).map(({ row, column }) => [row, column])).toEqual([[3, 6], [4, 6]]);
    await secretary.context().close();
    const member = await screens.of('thong-doc', `/sessions/${sessionId}?tab=attendance`, { size: 'phone', language: 'en', theme: 'dark' });
    await member.getByRole('button', { name: 'Panel' }).click();
    await member.getByText('Seat map', { exact: true }).click();
    await member.getByRole('button', { name: /^Seat 3, .*: Online$/ }).click();
    expect(await member.getByRole('button', { name: 'Present in the room' }).count()).toBe(0);
    await keepPicture(member, 'room-4-member-phone');
    expect([await overflowOf(member), await faultsFromTop(member)]).toEqual([0, []]);
    await member.context().close();
  }, MINUTE);

  it('left no complaint in a console and no warning in the log', () => {
    expect(screens.complaints).toEqual([]);
    expect(cabinet.log).toEqual([]);
  });
});
