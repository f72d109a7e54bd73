import ICAL from 'ical.js';
import { Cabinet } from '../support/cabinet.js';
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
    return id;
  }
  /** Nothing is made of the log meanwhile, as where a machine is busy. */
  async function unread(work: () => Promise<void>): Promise<void> {
    const holder = await cabinet.pool.connect();
    await holder.query('begin; select 1 from notification_cursor for update');
    try {
      await work();
    } finally {
      await holder.query('rollback');
      holder.release();
    }
  }
  const countOf = async (id: string): Promise<unknown[]> => { const event = await eventOf(id); return [event.sequence, status(event)]; };

  it('has sessions with time and place, follows changes by SEQUENCE, and cancels', async () => {
    const id = await session();
    const event = await eventOf(id);
    expect([event.startDate.toJSDate().toISOString(), event.endDate.toJSDate().toISOString(), event.location, event.sequence, status(event)]).toEqual([day(9), day(9, 4), 'Phòng họp số 1; tầng 2, nhà A', 0, 'CONFIRMED']);
    await secretary.do('PATCH', `/sessions/${id}`, { startsAt: day(10), endsAt: day(10, 4) });
    const moved = await eventOf(id);
    expect([moved.sequence, moved.startDate.toJSDate().toISOString()]).toEqual([1, day(10)]);
    await secretary.do('POST', `/sessions/${id}/acts`, { act: 'cancel', reason: 'Không họp' });
    expect(await countOf(id)).toEqual([2, 'CANCELLED']);
  });

  it('gives another state of an entry another number also before the log is read, and people are told all the same, once', async () => {
    const told = async (id: string): Promise<string[]> => (await cabinet.rows<{ kind: string }>(`select kind from notification where session_id = $1 and account_id = $2 and kind <> 'sessionSent'`, [id, minister.me.id])).map(({ kind }) => kind);
    const id = await session();
    await cabinet.settled();
    await unread(async () => {
      expect(await countOf(id)).toEqual([0, 'CONFIRMED']);
      await secretary.do('PATCH', `/sessions/${id}`, { startsAt: day(10), endsAt: day(10, 4) });
      const both = await Promise.all([countOf(id), countOf(id)]);
      expect(both).toEqual([[1, 'CONFIRMED'], [1, 'CONFIRMED']]);
      expect(await told(id)).toEqual([]);
    });
    await secretary.do('PATCH', `/sessions/${id}`, { title: `${TITLE}, lần 2` });
    await cabinet.settled();
    expect([await countOf(id), await told(id)]).toEqual([[1, 'CONFIRMED'], ['sessionChanged']]);
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
    await unread(async () => {
      await secretary.do('POST', `/opinion-requests/${mine.id}/acts`, { act: 'recall', reason: 'Nhầm' });
      expect(await countOf(mine.id)).toEqual([1, 'CANCELLED']);
    });
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
