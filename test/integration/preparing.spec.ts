import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Cabinet } from '../support/cabinet.js';
import { juneSession } from '../support/june.js';
import type { Person, Schema } from '../support/person.js';
import { samplePdf } from '../support/screen.js';

const AGENDA = readFileSync(path.resolve(import.meta.dirname, '../fixtures/agenda/chuong-trinh.csv'), 'utf8');

describe('preparing a session in an afternoon', () => {
  let cabinet: Cabinet;
  let secretary: Person;
  let chair: Person;
  let june: Schema['SessionDto'];

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    [secretary, chair] = [await cabinet.person('thu-ky'), await cabinet.person('thu-tuong')];
    june = await juneSession(secretary);
  });
  afterAll(() => cabinet.close());

  const session = (id: string, person = secretary): Promise<Schema['SessionDto']> => person.get(`/sessions/${id}`);
  const make = async (title: string, startsAt = '2027-03-10T01:00:00.000Z', endsAt = '2027-03-10T03:00:00.000Z'): Promise<string> =>
    (await secretary.do<{ id: string }>('POST', `/bodies/${secretary.bodyId}/sessions`, { title, kind: 'regular', place: 'Phòng họp số 1', startsAt, endsAt })).id;

  it('copies a session with its agenda, without papers and outcomes', async () => {
    const { id } = await secretary.do<{ id: string }>('POST', `/sessions/${june.id}/clone`, { title: 'Phiên họp tháng 7', startsAt: '2027-07-24T01:00:00.000Z' });
    const copy = await session(id);
    expect(copy).toMatchObject({ state: 'draft', kind: june.kind, place: june.place, endsAt: '2027-07-24T04:30:00.000Z' });
    expect(copy.items.map(({ number, title, papers }) => [number, title, papers.length])).toEqual(june.items.map(({ number, title }) => [number, title, 0]));
    expect(await (await cabinet.person('thong-doc')).refused('POST', `/sessions/${june.id}/clone`, { title: 'x', startsAt: '2027-07-24T01:00:00.000Z' })).toBe('403 notAllowed');
    expect(await (await cabinet.person('thong-doc')).refused('GET', `/sessions/${id}`)).toBe('404 notFound');
  });

  it('makes a series that keeps the hour and passes over holidays', async () => {
    const first = await make('Giao ban tuần', '2026-04-20T01:30:00.000Z', '2026-04-20T02:30:00.000Z');
    const { sessions } = await secretary.do<Schema['SeriesMadeDto']>('POST', `/sessions/${first}/series`, { rhythm: 'week', count: 2 });
    expect(sessions.map(({ startsAt, moved }) => [startsAt, moved])).toEqual([['2026-04-28T01:30:00.000Z', true], ['2026-05-04T01:30:00.000Z', false]]);
    expect(await secretary.refused('POST', `/sessions/${first}/series`, { rhythm: 'week', count: 53 })).toBe('400 badInput');
  });

  it('keeps templates of a body for those who prepare', async () => {
    const { id } = await secretary.do<{ id: string }>('POST', `/sessions/${june.id}/template`, { name: 'Phiên họp thường kỳ' });
    const { templates } = await secretary.get<Schema['TemplatesDto']>(`/bodies/${secretary.bodyId}/session-templates`);
    expect(templates).toMatchObject([{ id, name: 'Phiên họp thường kỳ', minutes: 210, itemCount: 7 }]);
    const made = await secretary.do<{ id: string }>('POST', `/bodies/${secretary.bodyId}/sessions/from-template`, { templateId: id, title: 'Phiên họp tháng 8', startsAt: '2027-08-25T01:00:00.000Z' });
    expect((await session(made.id)).items).toHaveLength(7);
    const other = await cabinet.person('ubnd-thu-ky');
    expect(await other.refused('DELETE', `/session-templates/${id}`)).toBe('404 notFound');
    expect(await other.refused('POST', `/bodies/${other.bodyId}/sessions/from-template`, { templateId: id, title: 'x', startsAt: '2027-08-25T01:00:00.000Z' })).toBe('404 notFound');
    await secretary.do('DELETE', `/session-templates/${id}`);
    expect((await secretary.get<Schema['TemplatesDto']>(`/bodies/${secretary.bodyId}/session-templates`)).templates).toEqual([]);
    expect(await cabinet.rows(`select 1 from journal_entry where facts->>'templateRemoved' = $1`, [id])).toHaveLength(1);
  });

  it('imports an agenda into a session after a preview, all lines of it, once', async () => {
    const id = await make('Phiên họp nhập chương trình');
    const preview = await secretary.do<Schema['AgendaPreviewDto']>('POST', `/bodies/${secretary.bodyId}/agenda-import/preview`, { text: AGENDA });
    expect(preview).toMatchObject({ format: 'csv', lines: 4 });
    expect(preview.meetings[0]?.items.map(({ number, title }) => `${number} ${title}`)).toEqual(['1 Tình hình kinh tế – xã hội', '1.1 Báo cáo của Bộ Kế hoạch và Đầu tư', '2 Dự thảo Nghị quyết']);
    expect((await session(id)).items).toEqual([]);
    const run = { text: AGENDA, digest: preview.digest, meetings: [0], sessionId: id, kind: 'information' };
    expect(await secretary.refused('POST', `/bodies/${secretary.bodyId}/agenda-import`, { ...run, text: `${AGENDA} ` })).toBe('409 importChanged');
    expect(await secretary.refused('POST', `/bodies/${secretary.bodyId}/agenda-import`, { ...run, sessionId: undefined })).toBe('422 importTimeMissing');
    expect(await secretary.do('POST', `/bodies/${secretary.bodyId}/agenda-import`, run)).toEqual({ sessionIds: [id], items: 3 });
    expect((await session(id)).items.map(({ number, kind, minutes, sponsor }) => [number, kind, minutes, sponsor])).toEqual([['1', 'information', 30, 'Bộ Kế hoạch và Đầu tư'], ['1.1', 'oral', 10, null], ['2', 'decision', 20, 'Văn phòng Chính phủ']]);
    expect(await secretary.refused('POST', `/bodies/${secretary.bodyId}/agenda-import/preview`, { text: 'không phải chương trình' })).toBe('422 agendaFormatUnknown');
  });

  it('makes a session of each meeting of a calendar', async () => {
    const text = JSON.stringify({ data: [{ body: 'City Council', date: '2027-10-12T15:00:00+00:00', location: 'Chamber', status: 'Scheduled', files: [{ fileName: 'Agenda.pdf', path: 'https://example.test/a.pdf' }] }, { body: 'Finance', date: '2027-10-13T15:00:00+00:00', location: 'Room 2', status: 'Cancelled', files: [] }] });
    const { digest } = await secretary.do<Schema['AgendaPreviewDto']>('POST', `/bodies/${secretary.bodyId}/agenda-import/preview`, { text });
    const { sessionIds } = await secretary.do<Schema['AgendaImportedDto']>('POST', `/bodies/${secretary.bodyId}/agenda-import`, { text, digest, meetings: [0, 1], kind: 'decision' });
    const made = await Promise.all(sessionIds.map((id) => session(id)));
    expect(made.map(({ title, startsAt, place, items }) => [title, startsAt, place, items.length])).toEqual([['City Council', '2027-10-12T15:00:00.000Z', 'Chamber', 1], ['Finance', '2027-10-13T15:00:00.000Z', 'Room 2', 0]]);
    expect(made[0]?.items[0]).toMatchObject({ title: 'Agenda.pdf', kind: 'information', summary: 'https://example.test/a.pdf' });
  });

  it('says what is missing before it is sent, until when papers are in time, and who allowed them to be late', async () => {
    const id = await make('Phiên họp gấp', new Date(Date.now() + 86_400_000).toISOString(), new Date(Date.now() + 86_400_000 + 600_000).toISOString());
    const ready = (person = secretary): Promise<Schema['ReadinessDto']> => person.get(`/sessions/${id}/readiness`);
    expect((await ready()).findings.map(({ code }) => code)).toEqual(['agendaEmpty']);
    const { id: itemId } = await secretary.do<{ id: string }>('POST', `/sessions/${id}/items`, { title: 'Nội dung', kind: 'decision', minutes: 30 });
    expect((await ready()).findings.map(({ code }) => code)).toEqual(['overLong', 'sponsorMissing', 'paperMissing']);
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(samplePdf('a.pdf', 'A', 2).buffer)], { type: 'application/pdf' }), 'a.pdf');
    expect((await fetch(`${cabinet.url}/api/items/${itemId}/papers`, { method: 'POST', headers: { cookie: secretary.cookie }, body: form })).status).toBe(201);
    const late = await ready();
    expect(late.findings.map(({ code }) => code)).toEqual(['overLong', 'sponsorMissing', 'late']);
    expect(late).toMatchObject({ leadDays: 3, citation: 'Nghị định 191/2026/NĐ-CP', can: { allowLate: false } });
    expect(late.workingDaysLeft).toBeLessThan(0);
    expect(await secretary.refused('PUT', `/items/${itemId}/late-allowance`, { reason: 'Gấp' })).toBe('403 notAllowed');
    expect((await ready(chair)).findings.map(({ code }) => code)).toContain('late');
    await chair.do('PUT', `/items/${itemId}/late-allowance`, { reason: 'Việc phát sinh đột xuất' });
    const allowed = await ready(chair);
    expect(allowed.allowances).toMatchObject([{ itemId, name: 'Thủ tướng Chính phủ', reason: 'Việc phát sinh đột xuất' }]);
    expect((await ready()).findings.map(({ code, params }) => [code, params['name']])).toContainEqual(['lateAllowed', 'Thủ tướng Chính phủ']);
    await chair.do('DELETE', `/items/${itemId}/late-allowance`);
    expect((await ready()).findings.map(({ code }) => code)).toContain('late');
    expect(await (await cabinet.person('thong-doc')).refused('GET', `/sessions/${id}/readiness`)).toBe('403 notAllowed');
  });

  it('carries undecided items forward, each once, and keeps the way back', async () => {
    const [may] = await cabinet.rows<{ id: string; item: string }>(`select s.id, i.id as item from session s join agenda_item i on i.session_id = s.id where s.title like '%tháng 5 năm 2019%' and i.kind = 'information'`);
    await cabinet.rows(`update agenda_item set outcome = 'deferred' where id = $1`, [may?.item]);
    const id = await make('Phiên họp kế tiếp');
    const { items } = await secretary.get<Schema['UndecidedDto']>(`/sessions/${id}/carry-forward`);
    expect(items).toMatchObject([{ itemId: may?.item, sessionId: may?.id }]);
    await secretary.do('POST', `/sessions/${id}/carry-forward`, { itemIds: [may?.item] });
    expect((await session(id)).items).toMatchObject([{ title: 'Tình hình kinh tế – xã hội tháng 5 và 5 tháng đầu năm 2019', carriedFrom: { sessionId: may?.id, itemId: may?.item }, outcome: null }]);
    expect(await secretary.refused('POST', `/sessions/${id}/carry-forward`, { itemIds: [may?.item] })).toBe('404 notFound');
    expect((await secretary.get<Schema['UndecidedDto']>(`/sessions/${id}/carry-forward`)).items).toEqual([]);
  });

  it('lets who the chair delegated approve, for that time and no further', async () => {
    const deputy = await cabinet.person('pho-thu-tuong-thuong-truc');
    const id = await make('Phiên họp trình duyệt');
    await secretary.do('POST', `/sessions/${id}/items`, { title: 'Nội dung', kind: 'oral', minutes: 10 });
    await secretary.do('POST', `/sessions/${id}/acts`, { act: 'submit' });
    expect(await deputy.refused('POST', `/sessions/${id}/acts`, { act: 'approve' })).toBe('404 notFound');
    const body = { memberId: deputy.memberId, fromDate: '2020-01-01', untilDate: '2099-12-31' };
    expect(await secretary.refused('POST', `/bodies/${secretary.bodyId}/chair-delegations`, body)).toBe('403 notAllowed');
    const { id: delegation } = await chair.do<{ id: string }>('POST', `/bodies/${chair.bodyId}/chair-delegations`, body);
    expect(await deputy.refused('POST', `/bodies/${chair.bodyId}/chair-delegations`, { ...body, memberId: chair.memberId })).toBe('403 notAllowed');
    await deputy.do('POST', `/sessions/${id}/acts`, { act: 'approve' });
    await chair.do('DELETE', `/chair-delegations/${delegation}`);
    expect(await deputy.refused('POST', `/sessions/${id}/acts`, { act: 'send' })).toBe('404 notFound');
    await secretary.do('POST', `/sessions/${id}/acts`, { act: 'send' });
    expect((await session(id, deputy)).state).toBe('sent');
  });

  it('left no warning in the log', () => {
    expect(cabinet.log).toEqual([]);
  });
});
