import ICAL from 'ical.js';
import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import type { Person, Schema } from '../support/person.js';

const TITLE = 'Phương án kín về cơ cấu lại';

describe('the calendar of a person', () => {
  let cabinet: Cabinet;
  let secretary: Person;
  let chair: Person;
  let minister: Person;
  let file: string;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    [secretary, chair, minister] = [await cabinet.person('thu-ky'), await cabinet.person('thu-tuong'), await cabinet.person('thong-doc')];
    file = (await minister.do<Schema['MadeCalendarDto']>('POST', '/me/calendar-feed')).path;
  });
  afterAll(() => cabinet.close());

  /** As another program asks for it: without a cookie. */
  const ask = (path = file, headers: Record<string, string> = {}) => fetch(`${cabinet.url}${path}`, { headers });
  async function events(path = file): Promise<ICAL.Event[]> {
    const response = await ask(path);
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    return new ICAL.Component(ICAL.parse(await response.text()) as unknown[]).getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  }
  async function eventOf(id: string, path = file): Promise<ICAL.Event> {
    const found = (await events(path)).find(({ uid }) => uid === `${id}@e-cabinet`);
    if (!found) throw new Error(`${id} is not in the calendar`);
    return found;
  }
  const status = (event: ICAL.Event): unknown => event.component.getFirstPropertyValue('status');
  const day = (days: number, hour = 1): string => `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T0${hour}:00:00.000Z`;

  async function session(): Promise<string> {
    const { id } = await secretary.do<Schema['SessionDto']>('POST', `/bodies/${secretary.bodyId}/sessions`, { title: TITLE, kind: 'thematic', startsAt: day(9), endsAt: day(9, 4), place: 'Phòng họp số 1; tầng 2, nhà A', onlineLink: 'https://meet.example.org/kin' });
    await secretary.do('POST', `/sessions/${id}/items`, { title: 'Nội dung', kind: 'decision', minutes: 10 });
    for (const [person, act] of [[secretary, 'submit'], [chair, 'approve'], [secretary, 'send']] as const) await person.do('POST', `/sessions/${id}/acts`, { act });
    // Changes are counted from what was sent, once that has been read from the log.
    await eventually(async () => expect(await cabinet.rows('select 1 from calendar_revision where subject_id = $1', [id])).toHaveLength(1));
    return id;
  }

  it('has sessions with time and place, follows changes by SEQUENCE, and cancels', async () => {
    const id = await session();
    const event = await eventOf(id);
    expect([event.startDate.toJSDate().toISOString(), event.endDate.toJSDate().toISOString(), event.location, event.sequence, status(event)]).toEqual([day(9), day(9, 4), 'Phòng họp số 1; tầng 2, nhà A', 0, 'CONFIRMED']);
    await secretary.do('PATCH', `/sessions/${id}`, { startsAt: day(10), endsAt: day(10, 4) });
    await eventually(async () => expect((await eventOf(id)).sequence).toBe(1));
    expect((await eventOf(id)).startDate.toJSDate().toISOString()).toBe(day(10));
    await secretary.do('POST', `/sessions/${id}/acts`, { act: 'cancel', reason: 'Không họp' });
    await eventually(async () => expect([(await eventOf(id)).sequence, status(await eventOf(id))]).toEqual([2, 'CANCELLED']));
  });

  it('has the deadlines of requests that the person is asked, and nobody else\'s', async () => {
    const create = async (memberId: string): Promise<Schema['OpinionRequestDto']> => {
      const { id } = await secretary.do<Schema['OpinionRequestDto']>('POST', `/bodies/${secretary.bodyId}/opinion-requests`, { title: TITLE, questions: [{ text: 'Đồng ý' }], memberIds: [memberId], workingDays: 3, isPublic: true });
      for (const [person, act] of [[secretary, 'submit'], [chair, 'approve'], [secretary, 'send']] as const) await person.do('POST', `/opinion-requests/${id}/acts`, { act });
      return secretary.get(`/opinion-requests/${id}`);
    };
    const mine = await create(minister.memberId);
    const others = await create(chair.memberId);
    const event = await eventOf(mine.id);
    expect([event.summary, event.endDate.toJSDate().toISOString()]).toEqual(['Hạn trả lời phiếu lấy ý kiến', mine.dueAt]);
    expect((await events()).map(({ uid }) => uid)).not.toContain(`${others.id}@e-cabinet`);
    await secretary.do('POST', `/opinion-requests/${mine.id}/acts`, { act: 'recall', reason: 'Nhầm' });
    await eventually(async () => expect([(await eventOf(mine.id)).sequence, status(await eventOf(mine.id))]).toEqual([1, 'CANCELLED']));
  });

  it('says no title and no room of a video call unless the body allows it', async () => {
    const id = await session();
    const plain = await (await ask()).text();
    expect(plain).not.toMatch(/cơ cấu|meet\.example/);
    expect((await eventOf(id)).summary).toBe('Phiên họp Chính phủ');
    const administrator = await cabinet.person('quan-tri');
    const setting = await administrator.get<Schema['BodyNotificationSettingDto']>(`/bodies/${secretary.bodyId}/notification-settings`);
    await administrator.do('PUT', `/bodies/${secretary.bodyId}/notification-settings`, { ...setting, titlesInCalendars: true });
    expect([(await eventOf(id)).summary, (await eventOf(id)).description]).toEqual([TITLE, 'https://meet.example.org/kin']);
    await administrator.do('PUT', `/bodies/${secretary.bodyId}/notification-settings`, setting);
  });

  it('answers 304 to who has it already, and nothing to who has another address', async () => {
    const first = await ask();
    const etag = first.headers.get('etag') ?? '';
    const again = await ask(file, { 'if-none-match': `W/${etag}` });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await ask(file, { 'if-none-match': '"other"' })).status).toBe(200);
    for (const wrong of [`/api/calendar/${'A'.repeat(43)}.ics`, '/api/calendar/x.ics', file.replace('.ics', '')]) expect((await ask(wrong)).status).toBe(404);
  });

  it('ends with its address, is made anew at another, and is closed to who is shut out', async () => {
    expect(await cabinet.rows(`select 1 from calendar_feed where encode(token_hash, 'escape') like '%' || $1 || '%'`, [file.slice(14, 40)])).toEqual([]);
    const { path } = await minister.do<Schema['MadeCalendarDto']>('POST', '/me/calendar-feed');
    expect([(await ask()).status, (await ask(path)).status]).toEqual([404, 200]);
    await cabinet.rows('update account set disabled = true where id = $1', [minister.me.id]);
    expect((await ask(path)).status).toBe(404);
    await cabinet.rows('update account set disabled = false where id = $1', [minister.me.id]);
    await cabinet.rows('update member set until_date = current_date - 2 where account_id = $1', [minister.me.id]);
    expect(await events(path)).toEqual([]);
    await cabinet.rows('update member set until_date = null where account_id = $1', [minister.me.id]);
    await (await cabinet.again('thong-doc')).do('DELETE', '/me/calendar-feed');
    expect((await ask(path)).status).toBe(404);
  });
});
