import { Cabinet } from '../support/cabinet.js';
import { ABSENT, IN_ROOM, juneSession } from '../support/june.js';
import type { Person, Schema } from '../support/person.js';
import { faultsOf, keepPicture, overflowOf, type Page, Screens, SIZES } from '../support/screen.js';

const MINUTE = 60_000;

describe('the chair runs a session alone, from one page', () => {
  let cabinet: Cabinet;
  let screens: Screens;
  let secretary: Person;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    screens = await Screens.open(cabinet);
    secretary = await cabinet.person('thu-ky');
  });
  afterAll(async () => {
    await screens.close();
    await cabinet.close();
  });

  /** Presses the one button, whose words are checked, and waits until it names something else. */
  async function press(chair: Page, words: string | RegExp): Promise<void> {
    const button = chair.getByTestId('next-step').filter({ hasText: words });
    await button.click();
    await button.waitFor({ state: 'detached' });
  }

  async function vote(sessionId: string, usernames: readonly string[]): Promise<void> {
    const { nextStep } = await (await cabinet.person('thu-tuong')).get<Schema['SessionDto']>(`/sessions/${sessionId}`);
    await Promise.all(usernames.map(async (username) => (await cabinet.person(username)).do('POST', `/motions/${nextStep?.motionId ?? ''}/ballots`, { choice: 'agree' })));
  }

  it('holds the session of 24 June 2019 in under ten minutes', async () => {
    const june = await juneSession(secretary);
    const members = await cabinet.rows<{ username: string; id: string }>('select a.username, m.id from member m join account a on a.id = m.account_id');
    for (const { id } of members.filter(({ username }) => IN_ROOM.includes(username))) await secretary.do('POST', `/sessions/${june.id}/attendance`, { memberId: id, act: 'checkIn', mode: 'room' });
    const began = Date.now();
    const chair = await screens.of('thu-tuong', `/sessions/${june.id}/chair`, { size: 'landscape' });
    await chair.getByText('Có mặt 21/27, cần 18').first().waitFor();
    await keepPicture(chair, 'chair-1-before');
    await press(chair, 'Khai mạc phiên họp');
    await press(chair, 'Bắt đầu nội dung 1');
    await press(chair, 'Mở biểu quyết nội dung 1');
    await chair.getByText('0/27 đã biểu quyết').first().waitFor();
    await vote(june.id, [...IN_ROOM, ...ABSENT.slice(0, 4)]);
    await chair.getByText('25/27 đã biểu quyết').first().waitFor();
    await keepPicture(chair, 'chair-2-vote');
    await press(chair, 'Đóng biểu quyết');
    await press(chair, 'Công bố kết quả');
    await chair.getByText('Cần 14/27; 25 đồng ý, 0 không đồng ý, 2 không biểu quyết: thông qua').first().waitFor();
    await keepPicture(chair, 'chair-3-result');
    for (const number of [2, 3, 4, 5, 6, 7]) {
      await press(chair, `Bắt đầu nội dung ${number}`);
      if (number === 3 || number === 4) {
        await chair.getByText('Bộ trưởng Bộ Tư pháp').or(chair.getByText('Thống đốc Ngân hàng Nhà nước')).first().waitFor();
        await chair.getByRole('button', { name: /^Mời .* phát biểu/ }).first().click();
        await chair.getByRole('button', { name: 'Kết thúc lượt' }).click();
        await press(chair, `Mở biểu quyết nội dung ${number}`);
        await vote(june.id, IN_ROOM);
        await press(chair, 'Đóng biểu quyết');
        await press(chair, 'Công bố kết quả');
      } else await press(chair, `Ghi nhận nội dung ${number}`);
    }
    await press(chair, 'Kết thúc phiên họp');
    await press(chair, 'Kết luận phiên họp');
    await chair.getByText('Không còn bước nào').waitFor();
    expect(Date.now() - began).toBeLessThan(10 * MINUTE);
    const done = await juneSession(secretary);
    expect([done.state, ...done.items.map(({ outcome }) => outcome)]).toEqual(['concluded', 'approved', 'noted', 'approved', 'approved', 'noted', 'noted', 'noted']);
  }, 5 * MINUTE);

  it('holds a session of 40 items, 30 of them on the consent list, in under five minutes', async () => {
    const { sessionId } = await bigSession();
    const began = Date.now();
    const chair = await screens.of('thu-tuong', `/sessions/${sessionId}/chair`, { size: 'portrait', language: 'en' });
    await press(chair, 'Open the session');
    await chair.getByText('30 items on the list').waitFor();
    await keepPicture(chair, 'chair-4-consent');
    await press(chair, 'Put the consent list to the vote');
    await vote(sessionId, IN_ROOM);
    await press(chair, 'Close the vote');
    await press(chair, 'Publish the result');
    for (let number = 31; number <= 40; number += 1) {
      await press(chair, `Begin item ${number}`);
      await press(chair, `Open the vote on item ${number}`);
      await vote(sessionId, IN_ROOM);
      await press(chair, 'Close the vote');
      await press(chair, 'Publish the result');
    }
    await press(chair, 'End the session');
    expect(Date.now() - began).toBeLessThan(5 * MINUTE);
    const { items } = await secretary.get<Schema['SessionDto']>(`/sessions/${sessionId}`);
    expect(items.filter(({ outcome }) => outcome === 'approved')).toHaveLength(40);
  }, 5 * MINUTE);

  /** Forty decision items; on thirty every member has no objection, on ten somebody objects. */
  async function bigSession(): Promise<{ sessionId: string }> {
    const [base] = await cabinet.rows<{ body_id: string; rule_set_id: string }>(`select body_id, rule_set_id from session where title like '%24/6/2019%'`);
    const [made] = await cabinet.rows<{ id: string }>(
      `insert into session (body_id, rule_set_id, title, title_en, kind, state, starts_at, ends_at, place, sent_at) values ($1, $2, 'Phiên họp 40 nội dung', 'Session of 40 items', 'regular', 'sent', now(), now() + interval '3 hours', 'Phòng họp Chính phủ', now()) returning id`,
      [base?.body_id, base?.rule_set_id],
    );
    const sessionId = made?.id ?? '';
    await cabinet.rows(`insert into agenda_item (session_id, body_id, "order", title, title_en, kind, minutes) select $1, $2, n - 1, 'Dự thảo Nghị định số ' || n, 'Draft decree no. ' || n, 'decision', 5 from generate_series(1, 40) n`, [sessionId, base?.body_id]);
    await cabinet.rows(`insert into attendance (session_id, member_id, state, mode, checked_in_at) select $1, m.id, case when a.username = any($3) then 'checkedIn' else 'absenceApproved' end, case when a.username = any($3) then 'room' end, now()
      from member m join account a on a.id = m.account_id where m.body_id = $2`, [sessionId, base?.body_id, IN_ROOM]);
    await cabinet.rows(`insert into position (item_id, member_id, stand) select i.id, t.member_id, case when i."order" < 30 or t.member_id <> (select min(member_id::text)::uuid from attendance where session_id = $1) then 'noObjection' else 'objection' end
      from agenda_item i join attendance t on t.session_id = i.session_id where i.session_id = $1`, [sessionId]);
    return { sessionId };
  }

  it.each([['desktop', 'vi', 'dark'], ['landscape', 'en', 'light'], ['portrait', 'vi', 'light'], ['phone', 'en', 'dark'], ['phone', 'vi', 'light']] as const)('fits and has no fault for accessibility: %s, %s, %s', async (size, language, theme) => {
    const { sessionId } = await bigSession();
    const chairPerson = await cabinet.person('thu-tuong');
    await chairPerson.do('POST', `/sessions/${sessionId}/acts`, { act: 'open' });
    const { items } = await chairPerson.get<Schema['SessionDto']>(`/sessions/${sessionId}`);
    await chairPerson.do('PUT', `/sessions/${sessionId}/current-item`, { itemId: items[30]?.id });
    for (const username of ['thong-doc', 'bo-truong-tai-chinh']) await (await cabinet.person(username)).do('POST', `/items/${items[30]?.id ?? ''}/turns`, { kind: username === 'thong-doc' ? 'speech' : 'pointOfOrder' });
    const chair = await screens.of('thu-tuong', `/sessions/${sessionId}/chair`, { size, language, theme });
    await chair.getByTestId('next-step').waitFor();
    await chair.getByRole('button', { name: /^(Mời|Call) / }).first().click();
    await chair.getByRole('button', { name: /Kết thúc lượt|End the turn/ }).waitFor();
    expect(await overflowOf(chair)).toBe(0);
    await keepPicture(chair, `chair-5-${size}-${language}-${theme}`);
    expect(await faultsOf(chair)).toEqual([]);
    const member = await screens.of('thong-doc', `/sessions/${sessionId}?item=${items[30]?.id ?? ''}&tab=floor`, { size, language, theme });
    if (SIZES[size].width < 768) await member.getByRole('button', { name: /^(Trao đổi|Panel)$/ }).click();
    await member.getByText(/Danh sách chờ|Waiting/).first().waitFor();
    expect(await overflowOf(member)).toBe(0);
    await keepPicture(member, `floor-${size}-${language}-${theme}`);
    expect(await faultsOf(member)).toEqual([]);
    await member.context().close();
    await chair.context().close();
  }, MINUTE);

  it('left no complaint in a console and no warning in the log', () => {
    expect(screens.complaints).toEqual([]);
    expect(cabinet.log).toEqual([]);
  });
});
