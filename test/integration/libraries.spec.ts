import pg from 'pg';
import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import { juneSession } from '../support/june.js';
import type { Person, Schema } from '../support/person.js';

type Library = Schema['LibraryDto'];

describe('libraries', () => {
  let cabinet: Cabinet;
  let secretary: Person;
  let member: Person;
  let other: Person;
  let papers: Schema['PaperBriefDto'][] = [];

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    [secretary, member, other] = [await cabinet.person('thu-ky'), await cabinet.person('thong-doc'), await cabinet.person('bo-truong-noi-vu')];
    papers = (await juneSession(member)).items.flatMap((item) => item.papers);
  });
  afterAll(() => cabinet.close());

  const mine = (person: Person): Promise<Library> => person.get('/library');
  const common = (person: Person): Promise<Library> => person.get(`/bodies/${member.bodyId}/library`);
  const shape = ({ folders }: Library): [string, string[]][] => folders.map(({ name, links }) => [name, links.map(({ title }) => title).sort()]);
  const folder = (library: Library, name: string): string => library.folders.find((each) => each.name === name)?.id ?? '';
  const titles = (...which: number[]): string[] => which.map((index) => papers[index]?.title ?? '').sort();
  const link = (person: Person, folderId: string, index: number): Promise<Library> => person.do('POST', `/library-folders/${folderId}/links`, { paperId: papers[index]?.id });

  it('are folders of one\'s own with links to papers: made, named, filled, moved and removed', async () => {
    expect(await mine(member)).toEqual({ folders: [], can: { keep: true } });
    await member.do('POST', '/library/folders', { name: '  Ngân sách ' });
    const library = await member.do<Library>('POST', '/library/folders', { name: 'Đọc sau' });
    // By the Vietnamese alphabet, in which Đ is no foreigner.
    expect(library.folders.map(({ name }) => name)).toEqual(['Đọc sau', 'Ngân sách']);
    const [budget, later] = [folder(library, 'Ngân sách'), folder(library, 'Đọc sau')];
    await link(member, budget, 0);
    await link(member, budget, 0);
    await link(member, budget, 1);
    const filled = await link(member, later, 0);
    expect(shape(filled)).toEqual(expect.arrayContaining([['Ngân sách', titles(0, 1)], ['Đọc sau', titles(0)]]));
    const moved = filled.folders.find(({ id }) => id === budget)?.links.find(({ paperId }) => paperId === papers[0]?.id);
    expect(moved).toMatchObject({ title: papers[0]?.title, version: 1, pages: papers[0]?.current.pages, requestId: null, sessionId: (await juneSession(member)).id });
    // Where it lies there already it lies there once.
    const after = await member.do<Library>('PATCH', `/library-links/${moved?.id ?? ''}`, { folderId: later });
    expect(shape(after)).toEqual(expect.arrayContaining([['Ngân sách', titles(1)], ['Đọc sau', titles(0)]]));
    const last = after.folders.find(({ id }) => id === budget)?.links[0];
    expect(shape(await member.do('PATCH', `/library-links/${last?.id ?? ''}`, { folderId: later }))).toContainEqual(['Đọc sau', titles(0, 1)]);
    expect(shape(await member.do('PATCH', `/library-folders/${budget}`, { name: 'Tài chính' }))).toContainEqual(['Tài chính', []]);
    expect(shape(await member.do('DELETE', `/library-links/${last?.id ?? ''}`))).toContainEqual(['Đọc sau', titles(0)]);
    expect(shape(await member.do('DELETE', `/library-folders/${budget}`))).toEqual([['Đọc sau', titles(0)]]);
    expect(await member.refused('POST', '/library/folders', { name: '   ' })).toBe('400 badInput');
    expect(await cabinet.rows(`select 1 from journal_entry where type like 'library.%'`)).toEqual([]);
  });

  it('are nobody else\'s, not the office\'s and not the database\'s other readers\'', async () => {
    const own = folder(await mine(member), 'Đọc sau');
    const [held] = (await mine(member)).folders[0]?.links ?? [];
    expect(await mine(other)).toEqual({ folders: [], can: { keep: true } });
    const theirs = folder(await other.do('POST', '/library/folders', { name: 'Của tôi' }), 'Của tôi');
    for (const person of [other, secretary]) {
      expect(await person.refused('PATCH', `/library-folders/${own}`, { name: 'x' })).toBe('404 notFound');
      expect(await person.refused('DELETE', `/library-folders/${own}`)).toBe('404 notFound');
      expect(await person.refused('POST', `/library-folders/${own}/links`, { paperId: papers[1]?.id })).toBe('404 notFound');
      expect(await person.refused('DELETE', `/library-links/${held?.id ?? ''}`)).toBe('404 notFound');
    }
    expect(await member.refused('PATCH', `/library-links/${held?.id ?? ''}`, { folderId: theirs })).toBe('404 notFound');
    const client = new pg.Client({ connectionString: cabinet.databaseUrl, options: '-c role=ecabinet_app' });
    await client.connect();
    const count = async (actor: string): Promise<number[]> => {
      await client.query('begin');
      await client.query(`select set_config('app.actor', $1, true)`, [actor]);
      const { rows } = await client.query<{ folders: number; links: number }>('select (select count(*)::int from library_folder) as folders, (select count(*)::int from library_link) as links');
      await client.query('rollback');
      return [rows[0]?.folders ?? -1, rows[0]?.links ?? -1];
    };
    expect(await count(member.me.id)).toEqual([1, 1]);
    expect(await count(secretary.me.id)).toEqual([0, 0]);
    expect(await count('system')).toEqual([0, 0]);
    await client.end();
  });

  it('of a body are kept by its secretariat, read by its members, unknown to others; each change is in the journal and told', async () => {
    await member.listen();
    const library = await secretary.do<Library>('POST', `/bodies/${member.bodyId}/library/folders`, { name: 'Quy chế' });
    const id = folder(library, 'Quy chế');
    await link(secretary, id, 0);
    await link(secretary, id, 2);
    expect(shape(await common(member))).toEqual([['Quy chế', titles(0, 2)]]);
    expect((await common(member)).can).toEqual({ keep: false });
    expect((await common(secretary)).can).toEqual({ keep: true });
    await eventually(() => expect(member.news.filter((type) => type === 'library.changed')).toHaveLength(3));
    expect(await member.refused('POST', `/bodies/${member.bodyId}/library/folders`, { name: 'x' })).toBe('403 notAllowed');
    expect(await member.refused('POST', `/library-folders/${id}/links`, { paperId: papers[1]?.id })).toBe('403 notAllowed');
    expect(await member.refused('DELETE', `/library-folders/${id}`)).toBe('403 notAllowed');
    const stranger = await cabinet.person('ubnd-thu-ky');
    expect(await stranger.refused('GET', `/bodies/${member.bodyId}/library`)).toBe('404 notFound');
    expect(await stranger.refused('PATCH', `/library-folders/${id}`, { name: 'x' })).toBe('404 notFound');
    expect(await cabinet.rows(`select ids, facts from journal_entry where type = 'library.changed' order by id`)).toEqual([
      { ids: { bodyId: member.bodyId }, facts: { act: 'folderAdded' } },
      { ids: { bodyId: member.bodyId, paperId: papers[0]?.id }, facts: { act: 'linkAdded' } }, { ids: { bodyId: member.bodyId, paperId: papers[2]?.id }, facts: { act: 'linkAdded' } },
    ]);
  });

  it('hold links and no copies: what is recalled, or what one is recused from, is not there, for nobody and for the one', async () => {
    const item = (await juneSession(secretary)).items.find(({ papers: of }) => of.some(({ id }) => id === papers[0]?.id));
    expect(await secretary.refused('POST', `/library-folders/${folder(await common(secretary), 'Quy chế')}/links`, { paperId: '00000000-0000-4000-8000-000000000000' })).toBe('404 notFound');
    await other.do('POST', `/items/${item?.id ?? ''}/recusals`, { memberId: other.memberId, reason: 'Có lợi ích liên quan' });
    const ofItem = new Set(item?.papers.map(({ id }) => id));
    expect((await common(other)).folders[0]?.links.filter(({ paperId }) => ofItem.has(paperId))).toEqual([]);
    expect((await common(member)).folders[0]?.links.some(({ paperId }) => paperId === papers[0]?.id)).toBe(true);
    expect(await other.refused('POST', `/library-folders/${folder(await mine(other), 'Của tôi')}/links`, { paperId: papers[0]?.id })).toBe('404 notFound');
    await secretary.do('POST', `/papers/${papers[0]?.id ?? ''}/recall`, { reason: 'Sai số liệu' });
    for (const person of [member, secretary]) expect((await common(person)).folders[0]?.links.some(({ paperId }) => paperId === papers[0]?.id)).toBe(false);
    expect(shape(await mine(member))).toEqual([['Đọc sau', []]]);
  });
});
