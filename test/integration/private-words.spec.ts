import pg from 'pg';
import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import { openJune } from '../support/june.js';
import type { Person, Schema } from '../support/person.js';

type Words = Schema['PrivateWordsDto'];

const TEXT = 'Xin rút ngắn nội dung 2, khách đã chờ';
const ANSWER = 'Đồng ý, chuyển sang 10 phút';

describe('a private word to the chair', () => {
  let cabinet: Cabinet;
  let chair: Person;
  let member: Person;
  let deputy: Person;
  let secretary: Person;
  let sessionId = '';
  let client: pg.Client;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    client = new pg.Client({ connectionString: cabinet.databaseUrl, options: '-c role=ecabinet_app' });
    await client.connect();
    [member, deputy] = [await cabinet.person('thong-doc'), await cabinet.person('pho-thu-tuong-thuong-truc')];
    const secret = await cabinet.person('thu-ky');
    const early = (await cabinet.rows<{ id: string }>(`select s.id from session s where s.title like '%24/6/2019%'`))[0]?.id ?? '';
    expect(await member.refused('POST', `/sessions/${early}/private-words`, { text: TEXT })).toBe('409 sessionNotRunning');
    expect((await member.get<Words>(`/sessions/${early}/private-words`)).canSend).toBe(false);
    ({ chair, sessionId } = await openJune(cabinet));
    secretary = secret;
  });
  afterAll(async () => {
    await client.end();
    await cabinet.close();
  });

  const path = (): string => `/sessions/${sessionId}/private-words`;
  const words = async (person: Person): Promise<Words['words']> => (await person.get<Words>(path())).words;
  async function rowsSeenBy(actor: string): Promise<number> {
    await client.query('begin');
    try {
      await client.query(`select set_config('app.actor', $1, true)`, [actor]);
      return (await client.query<{ n: number }>('select count(*)::int as n from private_word')).rows[0]?.n ?? 0;
    } finally {
      await client.query('rollback');
    }
  }

  it('goes to who presides, live, and is seen by nobody else', async () => {
    const others = [secretary, deputy, await cabinet.person('bo-truong-noi-vu'), await cabinet.person('giup-viec')];
    for (const person of [chair, member, ...others]) await person.listen();
    expect((await member.get<Words>(path())).canSend).toBe(true);
    await member.do('POST', path(), { text: ` ${TEXT} ` });
    expect(await words(member)).toEqual([expect.objectContaining({ isToMe: false, text: TEXT, name: 'Thủ tướng Chính phủ', readAt: null, answer: null })]);
    expect(await words(chair)).toEqual([expect.objectContaining({ isToMe: true, text: TEXT, name: 'Thống đốc Ngân hàng Nhà nước Việt Nam' })]);
    await eventually(() => expect([chair.news.includes('word.sent'), member.news.includes('word.sent')]).toEqual([true, true]));
    for (const person of others) {
      expect([person.me.username, await words(person)]).toEqual([person.me.username, []]);
      expect([person.me.username, person.news.filter((type) => type.startsWith('word'))]).toEqual([person.me.username, []]);
    }
  });

  it('is shown by the database to those two alone, and stands in no row of the journal', async () => {
    for (const username of ['thong-doc', 'thu-tuong']) expect([username, await rowsSeenBy((await cabinet.person(username)).me.id)]).toEqual([username, 1]);
    for (const username of ['thu-ky', 'pho-thu-tuong-thuong-truc', 'bo-truong-noi-vu', 'quan-tri', 'kiem-tra', 'giup-viec', 'ubnd-chu-tich']) expect([username, await rowsSeenBy((await cabinet.person(username)).me.id)]).toEqual([username, 0]);
    expect(await rowsSeenBy('')).toBe(0);
    const journal = await cabinet.rows<{ facts: object; ids: object; audiences: string[]; private_hash: unknown }>(`select facts, ids, audiences, private_hash from journal_entry where type = 'word.sent'`);
    expect(journal).toEqual([{ facts: {}, ids: expect.objectContaining({ sessionId }), audiences: [`account:${member.me.id}`, `account:${chair.me.id}`], private_hash: null }]);
    expect(await cabinet.rows(`select 1 from journal_private where content like '%rút ngắn%'`)).toEqual([]);
  });

  it('is marked as read and answered once, by who it was sent to', async () => {
    const [word] = await words(chair);
    for (const person of [member, secretary, deputy]) for (const act of ['read', 'answer']) expect([person.me.username, act, await person.refused('POST', `/private-words/${word?.id ?? ''}/${act}`, { text: 'x' })]).toEqual([person.me.username, act, '404 notFound']);
    await chair.do('POST', `/private-words/${word?.id ?? ''}/read`);
    const [seen] = await words(member);
    expect(seen?.readAt).not.toBeNull();
    await chair.do('POST', `/private-words/${word?.id ?? ''}/read`);
    await chair.do('POST', `/private-words/${word?.id ?? ''}/answer`, { text: ANSWER });
    expect(await words(member)).toEqual([expect.objectContaining({ answer: ANSWER, readAt: seen?.readAt })]);
    await eventually(() => expect(member.news.filter((type) => type.startsWith('word'))).toEqual(['word.sent', 'word.read', 'word.answered']));
    expect(await chair.refused('POST', `/private-words/${word?.id ?? ''}/answer`, { text: 'Khác' })).toBe('409 wordAnswered');
  });

  it('goes to whom the chair delegated, and what was sent before stays with the chair', async () => {
    const [{ today } = { today: '' }] = await cabinet.rows<{ today: string }>(`select (now() at time zone 'Asia/Ho_Chi_Minh')::date::text as today`);
    const { id } = await chair.do<{ id: string }>('POST', `/bodies/${chair.bodyId}/chair-delegations`, { memberId: deputy.memberId, fromDate: today, untilDate: today });
    await member.do('POST', path(), { text: 'Gửi người đang chủ tọa' });
    expect((await words(deputy)).map(({ text, isToMe }) => [text, isToMe])).toEqual([['Gửi người đang chủ tọa', true]]);
    expect((await words(chair)).map(({ text }) => text)).toEqual([TEXT]);
    expect(await deputy.refused('POST', path(), { text: 'Cho chính mình' })).toBe('403 notAllowed');
    await chair.do('DELETE', `/chair-delegations/${id}`);
    expect((await words(deputy)).map(({ text }) => text)).toEqual(['Gửi người đang chủ tọa']);
  });

  it('is written by members and substitutes in a session that runs, and by nobody else', async () => {
    const substitute = await cabinet.person('du-thay-y-te');
    await substitute.do('POST', path(), { text: 'Người dự thay xin nói' });
    expect((await words(chair)).map(({ text }) => text)).toContain('Người dự thay xin nói');
    for (const username of ['thu-ky', 'giup-viec', 'moi-bo-cong-thuong', 'thu-tuong']) expect([username, await (await cabinet.person(username)).refused('POST', path(), { text: 'x' })]).toEqual([username, '403 notAllowed']);
    expect(await (await cabinet.person('ubnd-chu-tich')).refused('GET', path())).toBe('404 notFound');
    expect(await member.refused('POST', path(), { text: 'x'.repeat(501) })).toBe('400 badInput');
    expect(await member.refused('POST', path(), { text: '   ' })).toBe('400 badInput');
    await chair.do('POST', `/sessions/${sessionId}/acts`, { act: 'end' });
    expect(await member.refused('POST', path(), { text: TEXT })).toBe('409 sessionNotRunning');
  });

  it('left nothing in the log', () => expect(cabinet.log).toEqual([]));
});
