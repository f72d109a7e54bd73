import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { Cabinet } from '../support/cabinet.js';
import type { Person, Schema } from '../support/person.js';

type Request = Schema['OpinionRequestDto'];
type Figures = Schema['OpinionFiguresDto'];

const ASKED = ['thu-tuong', 'bo-truong-y-te', 'bo-truong-tu-phap', 'thong-doc'];

describe('reports of written opinions', () => {
  let cabinet: Cabinet;
  let [secretary, officer, chair, health]: Person[] = [];
  let request: Request;
  let before: Figures;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    [secretary, officer, chair, health] = await Promise.all(['thu-ky', 'chuyen-vien', 'thu-tuong', 'bo-truong-y-te'].map((username) => cabinet.person(username)));
    before = await figures();
  });
  afterAll(() => cabinet.close());

  const who = (person: Person | undefined): Person => {
    if (person === undefined) throw new Error('nobody is signed in');
    return person;
  };
  const figures = (query = ''): Promise<Figures> => who(secretary).get(`/bodies/${who(secretary).bodyId}/opinion-figures${query}`);
  const act = (person: Person | undefined, body: object): Promise<Request> => who(person).do('POST', `/opinion-requests/${request.id}/acts`, body);
  const reply = async (username: string, body: object): Promise<unknown> => (await cabinet.person(username)).do('PUT', `/opinion-requests/${request.id}/reply`, { send: true, ...body });
  const memberOf = ({ members }: Figures, username: string, ids: Map<string, string>) => members.find(({ memberId }) => memberId === ids.get(username));

  async function idsOf(): Promise<Map<string, string>> {
    const rows = await cabinet.rows<{ username: string; id: string }>('select a.username, m.id from member m join account a on a.id = m.account_id where m.body_id = $1', [who(secretary).bodyId]);
    return new Map(rows.map(({ username, id }) => [username, id]));
  }

  it('count while a request runs: who waits is told apart from who is silent', async () => {
    const ids = await idsOf();
    const questions = [{ text: 'Đồng ý ban hành Nghị định' }, { text: 'Chọn phương án', kind: 'options', options: [{ label: 'Phương án một' }, { label: 'Phương án hai' }], most: 1 }];
    request = await who(officer).do('POST', `/bodies/${who(secretary).bodyId}/opinion-requests`, { title: 'Nghị định về cảnh báo sớm', titleEn: 'Decree on early warning', questions, memberIds: ASKED.map((each) => ids.get(each)), workingDays: 3, isPublic: true });
    await act(officer, { act: 'submit' });
    await act(chair, { act: 'approve' });
    request = await act(secretary, { act: 'send' });
    const [plain, among] = request.questions;
    const answers = (option: number) => [{ questionId: plain?.id, choice: 'agree' }, { questionId: among?.id, choice: 'agree', selected: [among?.options[option]?.id] }];
    await reply('thu-tuong', { answers: answers(0) });
    await reply('bo-truong-y-te', { answers: [{ questionId: plain?.id, choice: 'otherOpinion', text: 'Sửa Điều 5 về xả lũ' }, answers(0)[1]], comments: [{ weight: 'blocking', text: 'Bổ sung nguồn lực cho vùng hạ du' }] });
    await reply('bo-truong-tu-phap', { answers: answers(1), discussion: 'Cần bàn kỹ phương án hai' });
    const now = await figures();
    expect(now.total).toMatchObject({ asked: before.total.asked + 4, answered: before.total.answered + 3, waiting: before.total.waiting + 1, missing: before.total.missing });
    const [first] = now.requests;
    expect(first).toMatchObject({ requestId: request.id, state: 'sent', asked: 4, answered: 3, deemed: 0, missing: 0, waiting: 1, onTime: null, closedAt: null });
    expect(first?.medianHours).toBeLessThan(1);
  });

  it('count after the deadline: deemed by the rule set, on time by member, every month of the period', async () => {
    const ids = await idsOf();
    await cabinet.rows(`update opinion_request set due_at = now() - interval '1 second' where id = $1`, [request.id]);
    request = await act(secretary, { act: 'close' });
    const after = await figures();
    expect(after.requests[0]).toMatchObject({ answered: 3, deemed: 1, missing: 0, waiting: 0, onTime: 0.75 });
    const [governor, governorBefore] = [memberOf(after, 'thong-doc', ids), memberOf(before, 'thong-doc', ids)];
    expect([governor?.deemed, governor?.asked]).toEqual([(governorBefore?.deemed ?? 0) + 1, (governorBefore?.asked ?? 0) + 1]);
    expect(after.members.map(({ seatNumber }) => seatNumber)).toEqual(after.members.map(({ seatNumber }) => seatNumber).sort((left, right) => left - right));
    expect(after.months.reduce((sum, month) => sum + month.asked, 0)).toBe(after.total.asked);
    expect(after.months).toHaveLength(13);
    expect(await figures('?from=2019-01-01&until=2019-03-31')).toMatchObject({ requests: [], total: { asked: 0, onTime: null }, months: [{ month: '2019-01' }, { month: '2019-02' }, { month: '2019-03' }] });
  });

  it.each([['?from=2026-02-30', '422 dateBad'], ['?from=2026-03-01&until=2026-02-01', '422 periodBad'], ['?from=1990-01-01', '422 periodBad'], ['?from=x', '400 badInput']])('refuse the period %s', async (query, why) => {
    expect(await who(secretary).refused('GET', `/bodies/${who(secretary).bodyId}/opinion-figures${query}`)).toBe(why);
  });

  it('are for secretariat and chair of the body alone', async () => {
    const stranger = await cabinet.person('ubnd-chu-tich');
    for (const path of [`/bodies/${who(secretary).bodyId}/opinion-figures`, `/opinion-requests/${request.id}/summary-document`]) {
      expect((await fetch(`${cabinet.url}/api${path}`, { headers: { cookie: who(chair).cookie } })).status).toBe(200);
      expect(await who(health).refused('GET', path)).toBe('403 notAllowed');
      expect(await stranger.refused('GET', path)).toBe('404 notFound');
    }
  });

  async function document(language: string): Promise<{ text: string; tags: string; info: Record<string, unknown>; metadata: string; marked: boolean | undefined; name: string }> {
    const response = await fetch(`${cabinet.url}/api/opinion-requests/${request.id}/summary-document?language=${language}`, { headers: { cookie: who(secretary).cookie } });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const metadata = Buffer.from(bytes).toString('latin1');
    const pdf = await getDocument({ data: bytes, verbosity: 0 }).promise;
    let [text, tags] = ['', ''];
    for (let page = 1; page <= pdf.numPages; page += 1) {
      const { items } = await (await pdf.getPage(page)).getTextContent();
      text += items.map((item) => ('str' in item ? `${item.str} ` : '')).join('');
      tags += JSON.stringify(await (await pdf.getPage(page)).getStructTree());
    }
    const { info } = await pdf.getMetadata();
    const marked = (await pdf.getMarkInfo())?.Marked;
    await pdf.destroy();
    return { text: text.normalize('NFC').replace(/\s+/g, ' '), tags, info: info as Record<string, unknown>, metadata, marked, name: decodeURIComponent(response.headers.get('content-disposition') ?? '') };
  }

  it('become an official document with choices, comments, deemed, arithmetic and conclusion, tagged and for archives', async () => {
    request = await act(officer, { act: 'summarise', conclusion: 'Đưa vấn đề ra phiên họp gần nhất.', conclusionEn: 'To the next session.' });
    const { text, tags, info, metadata, marked, name } = await document('vi');
    for (const words of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'Tổng hợp ý kiến thành viên về: Nghị định về cảnh báo sớm', '3 đã trả lời, 1 coi như đồng ý do không trả lời trong hạn, 0 không trả lời',
      'Cần 3 trên 4 (tổng số thành viên); 2 đồng ý và 1 coi như đồng ý là 3. Kết quả: thông qua.', 'Phương án một', 'Điều kiện', 'Bổ sung nguồn lực cho vùng hạ du', 'Sửa Điều 5 về xả lũ', 'Đề nghị thảo luận tại phiên họp', 'Cần bàn kỹ phương án hai',
      'Đưa vấn đề ra phiên họp gần nhất.', 'Chờ quyết định.', 'NĐ', 'Coi như đồng ý',
    ]) expect(text).toContain(words);
    expect(name).toContain('Tổng hợp ý kiến thành viên về- Nghị định về cảnh báo sớm.pdf');
    // Elsewhere the compiler that tags is not there, and the file is PDF/A-2b.
    if (process.platform === 'linux' && process.arch === 'x64') {
      expect(marked).toBe(true);
      for (const tag of ['"H1"', '"Table"', '"TH"', '"TD"']) expect(tags).toContain(tag);
    }
    expect(metadata).toMatch(/pdfaid:part>2<[\s\S]*pdfaid:conformance>[AB]</);
    expect(info).toMatchObject({ Title: 'Tổng hợp ý kiến thành viên về: Nghị định về cảnh báo sớm', Language: 'vi' });
    const english = await document('en');
    for (const words of ['Summary of members\u2019 written opinions on: Decree on early warning', 'To the next session.', 'Deemed to agree']) expect(english.text.replaceAll("'", '\u2019')).toContain(words);
  });

  it('there is no document before the close', async () => {
    const { id } = await who(officer).do<Request>('POST', `/bodies/${who(secretary).bodyId}/opinion-requests`, { title: 'Chưa gửi', questions: [{ text: 'Đồng ý' }], memberIds: request.members?.map(({ memberId }) => memberId) ?? [], workingDays: 3, isPublic: true });
    expect(await who(officer).refused('GET', `/opinion-requests/${id}/summary-document`)).toBe('409 requestStateForbids');
  });
});
