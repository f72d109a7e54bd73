import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import { ABSENT, IN_ROOM } from '../support/june.js';
import type { Schema } from '../support/person.js';
import { faultsOf, keepPicture, overflowOf, type Page, samplePdf, Screens } from '../support/screen.js';

type Request = Schema['OpinionRequestDto'];

const TITLE = 'Dự thảo Nghị quyết về cơ chế đặc thù phát triển hạ tầng số';
const OPTIONS = ['Thí điểm tại 5 địa phương', 'Áp dụng toàn quốc', 'Giao Bộ trình lại'];
/** Four reply through their assistants, one asks to discuss it, two stay silent; the other twenty answer. */
const ASSISTED = ['bo-truong-y-te', 'bo-truong-tu-phap', 'bo-truong-xay-dung', 'bo-truong-noi-vu'];
const DISCUSSES = 'bo-truong-tai-chinh';
const SILENT = ['thong-doc', 'tong-thanh-tra'];
const ANSWER = [...IN_ROOM, ...ABSENT].filter((each) => ![...ASSISTED, DISCUSSES, ...SILENT].includes(each));

describe('a written opinion of 27 members, from the officer’s desk to the next agenda', () => {
  let cabinet: Cabinet;
  let screens: Screens;
  let officer: Page;
  let address = '';

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    screens = await Screens.open(cabinet);
    officer = await screens.of('chuyen-vien', '/opinion-requests');
    for (const [index, username] of ASSISTED.slice(1).entries()) await assistantOf(username, `giup-viec-${index + 2}`);
  }, 120_000);
  afterAll(async () => {
    await screens.close();
    await cabinet.close();
  });

  async function assistantOf(member: string, username: string): Promise<void> {
    await cabinet.rows(`with who as (insert into account (username, name, demo) values ($1, 'Trợ lý', true) returning id), m as (select m.id, m.body_id, m.account_id from member m join account a on a.id = m.account_id where a.username = $2),
      role as (insert into role_assignment (account_id, body_id, role) select who.id, m.body_id, 'assistant' from who, m) insert into member_assistant (account_id, body_id, member_id, assigned_by) select who.id, m.body_id, m.id, m.account_id from who, m`, [username, member]);
  }
  const id = () => address.split('/').at(-1) ?? '';
  const read = async (username: string) => (await cabinet.person(username)).get<Request>(`/opinion-requests/${id()}`);
  const next = (page: Page) => page.getByRole('button', { name: 'Tiếp theo' }).click();
  async function sendReply(page: Page, name = 'Gửi trả lời'): Promise<void> {
    await page.getByRole('button', { name }).click();
    await page.getByRole('dialog').getByRole('button', { name }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  const written = ({ questions: [plain, among] }: Request, choice: string, options: number[]) => ({ answers: [{ questionId: plain?.id, choice }, { questionId: among?.id, choice: 'agree', selected: options.map((at) => among?.options[at]?.id) }] });

  it('is prepared in five steps, each kept as it is left; one goes back without losing anything', async () => {
    await officer.getByRole('link', { name: 'Tạo phiếu lấy ý kiến' }).click();
    await officer.getByLabel('Tên phiếu lấy ý kiến').fill(TITLE);
    await officer.getByRole('textbox', { name: /^Câu hỏi 1(?! bằng)/ }).fill('Đồng ý ban hành Nghị quyết');
    await officer.getByRole('button', { name: 'Thêm câu hỏi' }).click();
    await officer.getByRole('textbox', { name: /^Câu hỏi 2(?! bằng)/ }).fill('Phạm vi áp dụng');
    await officer.getByLabel('Cách trả lời câu hỏi 2').selectOption('options');
    await officer.getByRole('button', { name: 'Thêm phương án' }).click();
    for (const [index, label] of OPTIONS.entries()) await officer.getByRole('textbox', { name: `Phương án ${index + 1}` }).fill(label);
    await officer.getByLabel('Được chọn tối đa').fill('2');
    expect(await faultsOf(officer)).toEqual([]);
    await keepPicture(officer, 'cycle-1-questions');
    await next(officer);
    const chosen = officer.waitForEvent('filechooser');
    await officer.getByRole('button', { name: 'Chọn tệp PDF' }).click();
    await (await chosen).setFiles(samplePdf('to-trinh.pdf', 'To trinh'));
    await officer.getByRole('listitem').getByText('to-trinh', { exact: true }).waitFor();
    await officer.reload();
    await officer.getByRole('listitem').getByText('to-trinh', { exact: true }).waitFor();
    await officer.getByRole('button', { name: 'Quay lại' }).click();
    await eventually(async () => expect(await officer.getByRole('textbox', { name: 'Phương án 3' }).inputValue()).toBe(OPTIONS[2]));
    await next(officer);
    await next(officer);
    await officer.getByText('Đã chọn 27/27 thành viên').waitFor();
    await next(officer);
    await officer.getByText(/^Nếu gửi bây giờ, hạn là .* ngày làm việc/).waitFor();
    await keepPicture(officer, 'cycle-2-deadline');
    await next(officer);
    await officer.getByRole('button', { name: 'Trình duyệt' }).click();
    await officer.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    address = new URL(officer.url()).pathname;
    await (await cabinet.person('thu-tuong')).do('POST', `/opinion-requests/${id()}/acts`, { act: 'approve' });
    await (await cabinet.person('thu-ky')).do('POST', `/opinion-requests/${id()}/acts`, { act: 'send' });
    await officer.getByText('Đang lấy ý kiến', { exact: true }).waitFor();
  });

  it('is answered by twenty, each by one thumb on a phone, question after question', async () => {
    for (const [index, username] of ANSWER.entries()) {
      const phone = await screens.of(username, index < 2 ? '/opinion-requests' : `${address}?answer=1`, { size: 'phone' });
      if (index < 2) {
        await phone.getByRole('link', { name: TITLE }).click();
        await phone.getByRole('button', { name: 'Trả lời ngay' }).click();
      }
      const choices = phone.getByRole('radiogroup', { name: 'Lựa chọn cho câu hỏi 1' });
      // One of them, who stands for the others' doubts, disagrees.
      await choices.getByRole('radio', { name: index === ANSWER.length - 1 ? 'Không đồng ý' : 'Đồng ý', exact: true }).click();
      if (index === 0) {
        expect([await overflowOf(phone), await faultsOf(phone)]).toEqual([0, []]);
        await keepPicture(phone, 'cycle-3-now-phone');
      }
      await next(phone);
      // Three choose two options, which is as many as one may; the others one.
      for (const option of index < 3 ? OPTIONS : [OPTIONS[index < 13 ? 0 : 1]]) await phone.getByRole('checkbox', { name: option }).click();
      await next(phone);
      if (index < 3) {
        await phone.getByText('Chỉ được chọn tối đa 2 phương án.').waitFor();
        await phone.getByRole('checkbox', { name: OPTIONS[2] }).click();
        await next(phone);
      }
      await sendReply(phone);
      await phone.getByText(/^Đã gửi lúc/).waitFor();
      await phone.context().close();
    }
    await officer.getByText('20/27 đã trả lời').first().waitFor();
  }, 150_000);

  it('is prepared by assistants, who hand it up, and sent by the members alone', async () => {
    const desk = await screens.of('giup-viec', address, { size: 'landscape' });
    await desk.getByRole('radiogroup', { name: 'Lựa chọn cho câu hỏi 1' }).getByRole('radio', { name: 'Đồng ý', exact: true }).click();
    await desk.getByRole('checkbox', { name: OPTIONS[0] }).click();
    await desk.getByRole('button', { name: 'Thêm ý kiến cho câu 1' }).click();
    await desk.getByLabel('Mức độ').selectOption('should');
    await desk.getByLabel('Nội dung ý kiến kèm theo').fill('Làm rõ nguồn kinh phí của ngành y tế.');
    expect(await faultsOf(desk)).toEqual([]);
    await keepPicture(desk, 'cycle-4-assistant');
    await sendReply(desk, 'Trình thành viên');
    await desk.getByText('Đã trình thành viên, chờ thành viên gửi.').waitFor();
    const minister = await screens.of('bo-truong-y-te', `${address}?answer=1`, { size: 'phone', theme: 'dark', language: 'en' });
    await minister.getByText(/^Prepared by .*, handed up at/).waitFor();
    await minister.getByText('Làm rõ nguồn kinh phí của ngành y tế.').waitFor();
    expect([await overflowOf(minister), await faultsOf(minister)]).toEqual([0, []]);
    await keepPicture(minister, 'cycle-5-handed-up-phone-en-dark');
    for (const _ of [1, 2]) await minister.getByRole('button', { name: 'Next' }).click();
    await minister.getByRole('button', { name: 'Send the reply' }).click();
    await minister.getByRole('dialog').getByRole('button', { name: 'Send the reply' }).click();
    await minister.getByText(/Prepared by/).waitFor();
    for (const [index, username] of ASSISTED.slice(1).entries()) {
      const assistant = await cabinet.person(`giup-viec-${index + 2}`);
      const draft = written(await assistant.get<Request>(`/opinion-requests/${id()}`), 'agree', [0]);
      await assistant.do('PUT', `/opinion-requests/${id()}/draft`, { ...draft, handUp: true });
      expect(await assistant.refused('PUT', `/opinion-requests/${id()}/reply`, { ...draft, send: true })).toBe('403 notAllowed');
      await (await cabinet.person(username)).do('PUT', `/opinion-requests/${id()}/reply`, { send: true, ...draft });
    }
    for (const page of [desk, minister]) await page.context().close();
    await officer.getByText('24/27 đã trả lời').first().waitFor();
  });

  it('is asked to be discussed by one, with a reason and a file', async () => {
    const phone = await screens.of(DISCUSSES, `${address}?answer=1`, { size: 'phone' });
    await phone.getByRole('radio', { name: 'Ý kiến khác', exact: true }).click();
    await phone.getByLabel('Nội dung ý kiến khác').fill('Chưa rõ nguồn vốn.');
    await next(phone);
    await phone.getByRole('checkbox', { name: OPTIONS[1] }).click();
    await next(phone);
    await phone.getByRole('checkbox', { name: 'Đề nghị thảo luận tại phiên họp' }).click();
    await phone.getByLabel('Lý do đề nghị thảo luận').fill('Cần bàn về cân đối ngân sách.');
    const chosen = phone.waitForEvent('filechooser');
    await phone.getByRole('button', { name: 'Thêm tệp PDF' }).click();
    await (await chosen).setFiles(samplePdf('can-doi.pdf', 'Can doi'));
    await phone.getByRole('link', { name: 'can-doi.pdf' }).waitFor();
    expect(await faultsOf(phone)).toEqual([]);
    await keepPicture(phone, 'cycle-6-discussion-phone');
    await sendReply(phone);
    await phone.getByText(/^Đã gửi lúc/).waitFor();
    await phone.context().close();
  });

  it('reminds before the deadline those whose answer is missing, once each, after everybody was told of it once', async () => {
    const told = (kind: string) => cabinet.rows<{ username: string; count: number }>('select a.username, count(*)::int as count from notification n join account a on a.id = n.account_id where n.kind = $1 and n.request_id = $2 group by 1 order by 1', [kind, id()]);
    // Four hours before it, as the body has it; what was due before the deadline was set is left out.
    await cabinet.rows(`with moved as (update opinion_request set due_at = clock_timestamp() + interval '3 hours 59 minutes' where id = $1) update calendar_revision set changed_at = changed_at - interval '30 days' where subject_id = $1`, [id()]);
    await eventually(async () => expect(await told('requestDue')).toEqual([...SILENT].sort().map((username) => ({ username, count: 1 }))));
    const sent = await told('requestSent');
    expect(sent.map(({ username }) => username)).toEqual(expect.arrayContaining([...IN_ROOM, ...ABSENT, 'giup-viec', 'giup-viec-2', 'giup-viec-3', 'giup-viec-4']));
    expect([sent.length, sent.filter(({ count }) => count !== 1)]).toEqual([31, []]);
  });

  it('is closed at the deadline with the right figures: two are silent and deemed to agree, told apart', async () => {
    await cabinet.rows(`update opinion_request set due_at = now() + interval '300 milliseconds' where id = $1`, [id()]);
    await cabinet.rows(`update graphile_worker._private_jobs set run_at = now() + interval '300 milliseconds' where key = $1`, [`close-opinion-request:${id()}`]);
    await officer.getByText('Đã đóng', { exact: true }).first().waitFor();
    await officer.getByText('Cần 14/27; 23 đồng ý, 2 coi như đồng ý (không trả lời trong hạn), 1 không đồng ý, 1 ý kiến khác: thông qua').waitFor();
    await officer.getByText(`Được chọn: ${OPTIONS[0] ?? ''}`).waitFor();
    const { questions, standing } = await read('chuyen-vien');
    expect(questions[0]?.result?.tally).toEqual({ agree: 23, deemed: 2, disagree: 1, otherOpinion: 1, abstain: 0, notAnswered: 0 });
    expect(questions[1]?.result).toMatchObject({ tally: { agree: 25, deemed: 0, notAnswered: 2 }, needed: 14, options: [{ votes: 17, chosen: true }, { votes: 11, chosen: false }, { votes: 0, chosen: false }] });
    expect(standing).toEqual({ conditions: 0, discussions: 1, whyNotAdopted: 'discussionAsked', proposed: 'toSession' });
    expect(await faultsOf(officer)).toEqual([]);
    await officer.evaluate(() => window.scrollTo(0, 0));
    await keepPicture(officer, 'cycle-7-closed');
  });

  it('is summarised, and comes onto the next agenda with its papers and replies, since one asked to discuss it', async () => {
    const secretary = await cabinet.person('thu-ky');
    const startsAt = Date.now() + 20 * 86_400_000;
    const session = await secretary.do<Schema['SessionDto']>('POST', `/bodies/${secretary.bodyId}/sessions`, { title: 'Phiên họp thường kỳ tới', kind: 'regular', startsAt: new Date(startsAt).toISOString(), endsAt: new Date(startsAt + 7_200_000).toISOString(), place: 'Trụ sở Chính phủ' });
    await officer.getByRole('button', { name: 'Tổng hợp kết quả' }).click();
    await officer.getByLabel('Nội dung kết luận').fill('Đa số thành viên nhất trí; một thành viên đề nghị thảo luận.');
    await officer.getByRole('button', { name: 'Lưu tổng hợp' }).click();
    await officer.getByText('Đã tổng hợp', { exact: true }).waitFor();
    const chair = await screens.of('thu-tuong', address, { size: 'portrait', theme: 'dark', language: 'en' });
    await chair.getByRole('button', { name: 'Put to a session' }).waitFor();
    expect(await chair.getByRole('button', { name: 'Adopt', exact: true }).count()).toBe(0);
    await keepPicture(chair, 'cycle-8-chair-portrait-en-dark');
    expect(await faultsOf(chair)).toEqual([]);
    await chair.getByRole('button', { name: 'Put to a session' }).click();
    await chair.getByRole('dialog').getByRole('combobox').selectOption(session.id);
    await chair.getByRole('dialog').getByRole('button', { name: 'Put to a session' }).click();
    await chair.getByRole('link', { name: 'On the agenda: Phiên họp thường kỳ tới' }).waitFor();
    const { items } = await secretary.get<Schema['SessionDto']>(`/sessions/${session.id}`);
    expect(items.map(({ title, papers }) => [title, papers.map((paper) => paper.title)])).toEqual([[TITLE, ['to-trinh']]]);
    const { positions } = await secretary.get<Schema['PositionsDto']>(`/items/${items[0]?.id ?? ''}/positions`);
    const count = (stand: string) => positions.filter((each) => each.stand === stand).length;
    expect([positions.length, count('noObjection'), count('objection'), count('wishToSpeak')]).toEqual([25, 23, 1, 1]);
    await officer.getByRole('link', { name: 'Đã đưa vào chương trình: Phiên họp thường kỳ tới' }).click();
    await officer.getByRole('link', { name: `Từ phiếu lấy ý kiến: ${TITLE}` }).waitFor();
    await keepPicture(officer, 'cycle-9-item');
  });

  it('left no complaint in a console and no warning in the log', () => {
    expect(screens.complaints).toEqual([]);
    expect(cabinet.log).toEqual([]);
  });
});
