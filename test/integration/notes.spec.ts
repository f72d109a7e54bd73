import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import { openJune } from '../support/june.js';
import type { Person, Schema } from '../support/person.js';
import { samplePdf } from '../support/screen.js';

type Note = Schema['NoteDto'];
const QUOTE = { exact: 'Trang, 2', prefix: '', suffix: '' };

describe('notes on papers', () => {
  let cabinet: Cabinet;
  let secretary: Person;
  let member: Person;
  let other: Person;
  let sessionId = '';
  let itemId = '';
  let paperId = '';
  let versionId = '';
  let client: pg.Client;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    ({ secretary, sessionId, itemId } = await openJune(cabinet));
    [member, other] = [await cabinet.person('thong-doc'), await cabinet.person('bo-truong-tu-phap')];
    ({ paperId, versionId } = await upload(`/items/${itemId}/papers`, 'Trang'));
    await secretary.do('POST', `/papers/${paperId}/release`);
    client = new pg.Client({ connectionString: cabinet.databaseUrl, options: '-c role=ecabinet_app' });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await cabinet.close();
  });

  async function upload(path: string, line: string): Promise<{ paperId: string; versionId: string }> {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(samplePdf('ghi-chu.pdf', line, 3).buffer)], { type: 'application/pdf' }), 'ghi-chu.pdf');
    const response = await fetch(`${cabinet.url}/api${path}`, { method: 'POST', headers: { cookie: secretary.cookie }, body: form });
    const paper = (await response.json()) as Schema['PaperBriefDto'];
    return { paperId: paper.id, versionId: paper.current.id };
  }
  const entry = (more: object = {}): object => ({ versionId, base: 0, kind: 'highlight', page: 2, quote: QUOTE, start: 0, end: 8, rects: [0.1, 0.1, 0.4, 0.02], ...more });
  const put = (person: Person, id: string, more: object = {}): Promise<Note> => person.do('PUT', `/notes/${id}`, entry(more));
  const on = (person: Person, version = versionId): Promise<Schema['VersionNotesDto']> => person.get(`/paper-versions/${version}/notes`);
  const idsOf = async (person: Person): Promise<string[]> => (await on(person)).notes.map(({ id }) => id);
  const make = async (person: Person, more: object = {}): Promise<Note> => put(person, randomUUID(), more);
  const accountId = async (username: string): Promise<string> => (await cabinet.rows<{ id: string }>('select id from account where username = $1', [username]))[0]?.id ?? '';

  async function seen(actor: string, id: string, setting = 'app.actor'): Promise<number> {
    await client.query('begin');
    await client.query('select set_config($1, $2, true)', [setting, setting === 'app.backup' || actor === 'system' || actor === '' ? actor : await accountId(actor)]);
    const { rows } = await client.query('select 1 from note where id = $1', [id]);
    await client.query('rollback');
    return rows.length;
  }

  it('are made by the device and are there once, however often they are sent', async () => {
    const id = randomUUID();
    const first = await put(member, id, { text: 'Đề nghị làm rõ', colour: 'green' });
    expect(first).toMatchObject({ id, kind: 'highlight', page: 2, quote: QUOTE, text: 'Đề nghị làm rõ', colour: 'green', isMine: true, isDeleted: false, sharedWith: [] });
    expect(await put(member, id, { text: 'Đề nghị làm rõ', colour: 'green' })).toEqual(first);
    expect(await idsOf(member)).toEqual([id]);
  });

  it('are nobody else’s: not in a list, not by their id, not in the database', async () => {
    const { id } = await make(member, { text: 'Riêng tôi' });
    for (const username of ['thu-tuong', 'thu-ky', 'giup-viec', 'bo-truong-tu-phap']) {
      const person = await cabinet.person(username);
      expect([username, await idsOf(person)]).toEqual([username, []]);
      expect((await person.get<Schema['MyNotesDto']>('/notes')).total).toBe(0);
      expect(await person.refused('PUT', `/notes/${id}`, entry({ base: 1, text: 'x' }))).toBe('404 notFound');
      expect(await person.refused('DELETE', `/notes/${id}?base=9`)).toBe('404 notFound');
      expect(await person.refused('PUT', `/notes/${id}/readers`, { accountIds: [] })).toBe('404 notFound');
    }
    for (const actor of ['thu-tuong', 'thu-ky', 'quan-tri', 'kiem-tra', 'system', '']) expect([actor, await seen(actor, id)]).toEqual([actor, 0]);
    expect([await seen('thong-doc', id), await seen('yes', id, 'app.backup')]).toEqual([1, 1]);
    for (const username of ['quan-tri', 'ubnd-chu-tich']) expect(['403 notAllowed', '404 notFound']).toContain(await (await cabinet.person(username)).refused('GET', `/paper-versions/${versionId}/notes`));
  });

  it('keep the words of both devices that changed the same note, and the colour of the one that knew of no words', async () => {
    const { id, revision } = await make(member, { text: 'Bản đầu' });
    await put(member, id, { base: revision, text: 'Máy tính bảng' });
    const merged = await put(member, id, { base: revision, text: 'Điện thoại', colour: 'pink' });
    expect(merged).toMatchObject({ text: 'Máy tính bảng', colour: 'pink' });
    await put(member, id, { base: revision, text: 'Điện thoại' });
    const { notes } = await on(member);
    expect(notes.filter(({ text }) => text === 'Điện thoại')).toHaveLength(1);
  });

  it('are deleted, brought back, and kept where another device had changed them', async () => {
    const { id, revision } = await make(member, { text: 'Xoá thử' });
    const changed = await put(member, id, { base: revision, text: 'Đã sửa' });
    expect(await member.do('DELETE', `/notes/${id}?base=${revision}`)).toMatchObject({ isDeleted: false, text: 'Đã sửa' });
    const gone = await member.do<Note>('DELETE', `/notes/${id}?base=${changed.revision}`);
    expect(gone.isDeleted).toBe(true);
    expect(await idsOf(member)).not.toContain(id);
    expect(await put(member, id, { base: gone.revision, revive: true })).toMatchObject({ isDeleted: false, text: 'Đã sửa' });
    expect(await idsOf(member)).toContain(id);
  });

  it('join the lines that two devices drew, and leave out those rubbed out', async () => {
    const [a, b, c] = [randomUUID(), randomUUID(), randomUUID()];
    const line = (id: string): object => ({ id, points: [0.1, 0.1, 0.5, 0.2, 0.2, 0.5] });
    const { id } = await make(member, { kind: 'ink', quote: undefined, strokes: [line(a), line(b)] });
    await put(member, id, { kind: 'ink', strokes: [line(c)], erased: [a] });
    expect((await put(member, id, { kind: 'ink', strokes: [line(a)] })).strokes.map((stroke) => stroke.id)).toEqual([b, c]);
  });

  it('are shown to named members while they are shared, read-only, and told to them alone', async () => {
    const { id, revision } = await make(member, { text: 'Anh xem giúp' });
    const { people } = await member.get<Schema['NoteReadersDto']>(`/paper-versions/${versionId}/note-readers`);
    expect(people.map((person) => person.id)).toContain(other.me.id);
    expect(people.map((person) => person.id)).not.toContain(secretary.me.id);
    await other.listen();
    expect((await member.do<Note>('PUT', `/notes/${id}/readers`, { accountIds: [other.me.id] })).sharedWith).toEqual([expect.objectContaining({ id: other.me.id })]);
    await eventually(() => expect(other.news).toContain('note.shared'));
    expect((await on(other)).notes).toEqual([expect.objectContaining({ id, text: 'Anh xem giúp', isMine: false, sharedWith: [], by: expect.objectContaining({ id: member.me.id }) as unknown })]);
    expect((await other.get<Schema['MyNotesDto']>('/notes')).total).toBe(1);
    expect([await seen('bo-truong-tu-phap', id), await seen('thu-tuong', id)]).toEqual([1, 0]);
    expect(await other.refused('PUT', `/notes/${id}`, entry({ base: revision, text: 'x' }))).toBe('404 notFound');
    expect(await other.refused('DELETE', `/notes/${id}?base=${revision}`)).toBe('404 notFound');
    expect(await member.refused('PUT', `/notes/${id}/readers`, { accountIds: [secretary.me.id] })).toBe('404 notFound');
    await member.do('PUT', `/notes/${id}/readers`, { accountIds: [] });
    expect([await idsOf(other), await seen('bo-truong-tu-phap', id)]).toEqual([[], 0]);
    const rows = await cabinet.rows<{ audiences: string[]; ids: object; facts: object }>(`select audiences, ids, facts from journal_entry where type like 'note.%' order by id`);
    expect(rows).toHaveLength(2);
    expect(rows[0]?.audiences.sort()).toEqual([`account:${member.me.id}`, `account:${other.me.id}`].sort());
    expect(JSON.stringify(rows)).not.toContain(id);
  });

  it('are found among all of mine, by words without accents, by session, paper and kind', async () => {
    const { id } = await make(member, { kind: 'text', text: 'Bổ sung lộ trình ĐẦU TƯ', quote: undefined, point: [0.5, 0.5] });
    const find = async (query: string): Promise<string[]> => (await member.get<Schema['MyNotesDto']>(`/notes?${query}`)).notes.map((note) => note.id);
    expect(await find('words=lo%20trinh%20dau')).toEqual([id]);
    expect(await find(`words=${encodeURIComponent('lộ trình'.normalize('NFD'))}`)).toEqual([id]);
    expect(await find('words=khong-co')).toEqual([]);
    expect(await find(`sessionId=${sessionId}&kind=text`)).toEqual([id]);
    expect(await find(`sessionId=${randomUUID()}`)).toEqual([]);
    expect((await find(`paperId=${paperId}`)).length).toBeGreaterThan(3);
    expect(await find(`paperId=${paperId}&from=1000`)).toEqual([]);
    expect((await member.get<Schema['MyNotesDto']>('/notes')).sessions.map((session) => session.id)).toEqual([sessionId]);
    expect((await (await cabinet.person('thu-ky')).get<Schema['MyNotesDto']>('/notes')).sessions).toEqual([]);
    const { notes: [mine] } = await member.get<Schema['MyNotesDto']>('/notes?kind=text');
    expect(mine).toMatchObject({ paperId, itemId, sessionId, isNewest: true, paperTitle: 'ghi-chu' });
  });

  it('leave the house as web annotations: mine alone', async () => {
    const page = await member.get<{ items: { id: string }[] } & Schema['AnnotationPageDto']>(`/paper-versions/${versionId}/annotations`);
    expect(page).toMatchObject({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationPage' });
    expect(page.items.map(({ id }) => id)).toEqual((await idsOf(member)).map((id) => `urn:uuid:${id}`));
    expect((await other.get<Schema['AnnotationPageDto']>(`/paper-versions/${versionId}/annotations`)).items).toEqual([]);
  });

  it('wait for their place on the next version, and are carried on once by whatever device', async () => {
    const { versionId: next } = await upload(`/papers/${paperId}/versions`, 'Trang moi');
    expect(await member.refused('GET', `/paper-versions/${next}/notes`)).toBe('404 notFound');
    await secretary.do('POST', `/papers/${paperId}/release`);
    const { notes, earlier } = await on(member, next);
    expect(notes).toEqual([]);
    const [old] = earlier;
    const carried = await put(member, randomUUID(), { versionId: next, carriedFrom: old?.id, text: old?.text });
    const again = await put(member, randomUUID(), { versionId: next, carriedFrom: old?.id, text: old?.text });
    expect(again.id).toBe(carried.id);
    expect((await on(member, next)).earlier.map(({ id }) => id)).toEqual(earlier.slice(1).map(({ id }) => id));
    const { id: foreign } = await make(other);
    expect(await member.refused('PUT', `/notes/${randomUUID()}`, entry({ versionId: next, carriedFrom: foreign }))).toBe('404 notFound');
  });

  it('stand on a page that the paper has, and are not there when the paper is not', async () => {
    expect(await member.refused('PUT', `/notes/${randomUUID()}`, entry({ page: 4 }))).toBe('400 badInput');
    const { id } = await make(member);
    await member.do('PUT', `/notes/${id}/readers`, { accountIds: [other.me.id] });
    await secretary.do('POST', `/papers/${paperId}/recall`, { reason: 'Nhầm tệp' });
    for (const person of [member, other]) {
      expect(await person.refused('GET', `/paper-versions/${versionId}/notes`)).toBe('404 notFound');
      expect((await person.get<Schema['MyNotesDto']>('/notes')).total).toBe(0);
    }
    expect(await seen('bo-truong-tu-phap', id)).toBe(0);
  });

  it('left nothing in the log', () => expect(cabinet.log).toEqual([]));
});
