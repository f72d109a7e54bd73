import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import { juneSession } from '../support/june.js';
import type { Person, Schema } from '../support/person.js';

type Paper = Schema['RegisteredPaperDto'];

describe('the register of papers that stay on paper, and reminders to read', () => {
  let cabinet: Cabinet;
  let clerk: Person;
  let secretary: Person;
  let member: Person;
  let june: Schema['SessionDto'];
  let paper: Paper;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    [clerk, secretary, member] = [await cabinet.person('van-thu'), await cabinet.person('thu-ky'), await cabinet.person('thong-doc')];
    june = await juneSession(secretary);
  });
  afterAll(() => cabinet.close());

  const register = async (person = clerk): Promise<Paper[]> => (await person.get<Schema['RegisterDto']>(`/sessions/${june.id}/register`)).papers;
  const desk = (person: Person): Promise<Schema['DeskDto']> => person.get(`/desk?bodyId=${person.bodyId}`);
  const give = (entry: Record<string, unknown>): Promise<Paper> => clerk.do('POST', `/registered-papers/${paper.id}/handouts`, entry);

  it('is kept by the office, and exists for nobody else', async () => {
    expect((await juneSession(clerk)).can.register).toBe(true);
    paper = await clerk.do('POST', `/items/${june.items[1]?.id ?? ''}/registered-papers`, { title: 'Phụ lục số 2', classification: 'mat', copies: 3 });
    expect(await register()).toEqual([{ id: paper.id, itemId: june.items[1]?.id, title: 'Phụ lục số 2', classification: 'mat', copies: 3, handouts: [] }]);
    for (const username of ['thong-doc', 'thu-tuong', 'giup-viec', 'trinh-tai-chinh', 'kiem-tra']) expect(await (await cabinet.person(username)).refused('GET', `/sessions/${june.id}/register`)).toBe('403 notAllowed');
    expect(await (await cabinet.person('ubnd-thu-ky')).refused('GET', `/sessions/${june.id}/register`)).toBe('404 notFound');
    expect(await (await cabinet.person('ubnd-thu-ky')).refused('DELETE', `/registered-papers/${paper.id}`)).toBe('404 notFound');
    expect((await desk(member)).paperCopies).toEqual([]);
  });

  it('hands a copy to a member, who is told at once what they have and when it is to be back', async () => {
    await member.listen();
    const dueAt = new Date(Date.now() + 3_600_000).toISOString();
    const { handouts } = await give({ number: 1, memberId: member.memberId, dueAt });
    expect(handouts).toMatchObject([{ number: 1, memberId: member.memberId, holder: 'Thống đốc Ngân hàng Nhà nước Việt Nam', state: 'out', dueAt, returnedAt: null }]);
    await eventually(() => expect(member.news).toContain('register.changed'));
    expect((await desk(member)).paperCopies).toMatchObject([{ title: 'Phụ lục số 2', classification: 'mat', number: 1, dueAt, isOverdue: false }]);
    expect((await desk(await cabinet.person('bo-truong-y-te'))).paperCopies).toEqual([]);
  });

  it('refuses a copy that somebody has, one that there is not, and one for nobody', async () => {
    const path = `/registered-papers/${paper.id}/handouts`;
    expect(await clerk.refused('POST', path, { number: 1, holder: 'Ai đó' })).toBe('409 copyOut');
    expect(await clerk.refused('POST', path, { number: 4, holder: 'Ai đó' })).toBe('422 copyUnknown');
    expect(await clerk.refused('POST', path, { number: 2, holder: '  ' })).toBe('422 copyHolderMissing');
    expect(await clerk.refused('POST', path, { number: 2, holder: 'Ai đó', dueAt: '2019-06-24T01:00:00Z' })).toBe('422 copyDuePast');
    expect(await clerk.refused('DELETE', `/registered-papers/${paper.id}`)).toBe('409 copiesGivenOut');
  });

  it('gives one copy to one of two who ask at the same moment', async () => {
    const answers = await Promise.all(['Chuyên viên A', 'Chuyên viên B'].map((holder) => clerk.refused('POST', `/registered-papers/${paper.id}/handouts`, { number: 2, holder })));
    expect(answers.sort()).toEqual(['201 ', '409 copyOut']);
  });

  it('says what is overdue, and takes it back once, however often that is sent', async () => {
    await cabinet.rows(`update paper_handout set due_at = now() - interval '1 minute' where number = 1`);
    const [row] = await register();
    expect(row?.handouts.map(({ number, state }) => [number, state])).toEqual([[1, 'overdue'], [2, 'out']]);
    expect((await desk(member)).paperCopies).toMatchObject([{ isOverdue: true }]);
    const path = `/paper-handouts/${row?.handouts[0]?.id ?? ''}/return`;
    const first = await clerk.do<Paper>('POST', path);
    expect(await clerk.do<Paper>('POST', path)).toEqual(first);
    expect(first.handouts[0]).toMatchObject({ state: 'returned', returnedAt: expect.any(String) });
    expect((await desk(member)).paperCopies).toEqual([]);
    expect((await give({ number: 1, holder: 'Vụ trưởng' })).handouts.map(({ number, state }) => [number, state])).toEqual([[1, 'out'], [1, 'returned'], [2, 'out']]);
    const acts = await cabinet.rows<{ act: string }>(`select facts->>'act' as act from journal_entry where type = 'register.changed' order by id`);
    expect(acts.map(({ act }) => act)).toEqual(['added', 'handedOut', 'handedOut', 'returned', 'handedOut']);
  });

  it('shows in the database itself to each member the copies they have, and to others none', async () => {
    await give({ number: 3, memberId: member.memberId });
    const client = await cabinet.pool.connect();
    const seen: Record<string, number[]> = {};
    for (const person of [member, clerk, await cabinet.person('thu-tuong'), await cabinet.person('quan-tri')]) {
      await client.query('begin; set local role ecabinet_app');
      await client.query(`select set_config('app.actor', $1, true)`, [person.me.id]);
      const { rows } = await client.query<{ papers: number; handouts: number }>('select (select count(*)::int from registered_paper) as papers, (select count(*)::int from paper_handout) as handouts');
      seen[person.me.username] = [rows[0]?.papers ?? -1, rows[0]?.handouts ?? -1];
      await client.query('rollback');
    }
    client.release();
    // The first copy was the member's too, and came back.
    expect(seen).toEqual({ 'thong-doc': [1, 2], 'van-thu': [1, 4], 'thu-tuong': [0, 0], 'quan-tri': [0, 0] });
  });

  it('reminds those who have not opened a paper, until they do', async () => {
    await cabinet.rows('delete from paper_receipt');
    const target = june.items[0]?.papers[0];
    const version = target?.current.id ?? '';
    await member.do('PUT', `/paper-versions/${version}/read`, { page: 1 });
    const late = await cabinet.person('bo-truong-tu-phap');
    await late.listen();
    const { receipts } = await secretary.get<Schema['PaperReceiptsDto']>(`/papers/${target?.id ?? ''}/receipts`);
    const { people } = await secretary.do<Schema['RemindedDto']>('POST', `/papers/${target?.id ?? ''}/reminders`);
    expect(people).toBe(receipts.filter(({ state }) => state === 'delivered' || state === 'old').length);
    await eventually(() => expect(late.news).toContain('paper.reminded'));
    expect((await desk(late)).remindedPapers).toMatchObject([{ paperId: target?.id, title: target?.title }]);
    expect((await desk(member)).remindedPapers).toEqual([]);
    const after = await secretary.get<Schema['PaperReceiptsDto']>(`/papers/${target?.id ?? ''}/receipts`);
    expect(after.receipts.find(({ name }) => name === 'Bộ trưởng Bộ Tư pháp')?.remindedAt).toEqual(expect.any(String));
    await late.do('PUT', `/paper-versions/${version}/read`, { page: 1 });
    expect((await desk(late)).remindedPapers).toEqual([]);
    expect(await member.refused('POST', `/papers/${target?.id ?? ''}/reminders`)).toBe('403 notAllowed');
    expect(cabinet.log).toEqual([]);
  });
});
