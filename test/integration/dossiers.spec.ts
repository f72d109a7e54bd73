import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import { pagesPdf } from '../support/hostile-pdfs.js';
import { juneSession } from '../support/june.js';
import type { Person, Refused, Schema } from '../support/person.js';
import { wordFile } from '../support/word-files.js';

type Dossier = Schema['DossierDto'];

describe('dossiers: submitted by sponsors, cleared and placed by the secretariat', () => {
  let cabinet: Cabinet;
  let planning: Person;
  let finance: Person;
  let secretary: Person;
  let dossier: Dossier;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    [planning, finance, secretary] = [await cabinet.person('trinh-ke-hoach-dau-tu'), await cabinet.person('trinh-tai-chinh'), await cabinet.person('thu-ky')];
  });
  afterAll(() => cabinet.close());

  const list = async (person: Person): Promise<string[]> => (await person.get<Schema['DossiersDto']>(`/bodies/${secretary.bodyId}/dossiers`)).dossiers.map(({ title }) => title);
  const act = (person: Person, act: string, reason?: string): Promise<Dossier> => person.do('POST', `/dossiers/${dossier.id}/acts`, { act, ...(reason === undefined ? {} : { reason }) });
  let made = 0;
  const pdf = (pages = 1): Buffer => pagesPdf(`Bao cao so ${(made += 1)}`, pages);
  async function send(person: Person, path: string, { bytes = pdf(), name = 'bao-cao.pdf', fields = {} }: { bytes?: Buffer; name?: string; fields?: Record<string, string> } = {}): Promise<{ status: number; body: Dossier & Refused }> {
    const form = new FormData();
    for (const [key, value] of Object.entries(fields)) form.append(key, value);
    form.append('file', new Blob([new Uint8Array(bytes)]), name);
    const answer = await fetch(`${cabinet.url}/api${path}`, { method: 'POST', headers: { cookie: person.cookie }, body: form });
    return { status: answer.status, body: (await answer.json()) as Dossier & Refused };
  }

  it('are seen by their own organisation from the start, and by the office once they are submitted', async () => {
    expect(planning.me.can).toMatchObject({ submit: true, clear: false, read: false });
    dossier = await planning.do('POST', `/bodies/${planning.bodyId}/dossiers`, { title: 'Dự thảo Nghị quyết về phục hồi kinh tế', kind: 'decision', summary: 'Đề nghị Chính phủ ban hành Nghị quyết.' });
    expect(dossier).toMatchObject({ organisation: 'Bộ Kế hoạch và Đầu tư', state: 'draft', can: { edit: true, submit: true, withdraw: true, place: false } });
    expect(await list(planning)).toContain(dossier.title);
    expect(await list(secretary)).not.toContain(dossier.title);
    expect(await list(finance)).toEqual(['Giải ngân vốn đầu tư công 7 tháng đầu năm 2019']);
    for (const person of [secretary, finance]) expect(await person.refused('GET', `/dossiers/${dossier.id}`)).toBe('404 notFound');
    for (const other of ['thong-doc', 'thu-tuong', 'kiem-tra', 'giup-viec']) expect(await (await cabinet.person(other)).refused('GET', `/dossiers/${dossier.id}`)).toBe('403 notAllowed');
    expect(await (await cabinet.person('ubnd-thu-ky')).refused('GET', `/bodies/${planning.bodyId}/dossiers`)).toBe('404 notFound');
  });

  it('take PDF files, say what is missing, and are not submitted before that is mended', async () => {
    expect(dossier.rule).toMatchObject({ summaryAbovePages: 10, summaryAtMostPages: 6, citation: expect.stringContaining('191/2026') });
    expect((await planning.ask<Refused>('POST', `/dossiers/${dossier.id}/acts`, { act: 'submit' })).body).toMatchObject({ code: 'dossierIncomplete', params: { findings: ['mainMissing'] } });
    const { body } = await send(planning, `/dossiers/${dossier.id}/papers`, { bytes: pdf(11), fields: { title: 'Tờ trình', part: 'main' } });
    expect(body.findings).toEqual([{ code: 'summaryMissing', paperId: null, blocks: true, params: { pages: 11, above: 10 } }]);
    const long = (await send(planning, `/dossiers/${dossier.id}/papers`, { bytes: pdf(7), fields: { title: 'Tóm tắt', part: 'summary' } })).body;
    expect(long.findings).toEqual([{ code: 'summaryTooLong', paperId: long.files[1]?.id, blocks: true, params: { pages: 7, atMost: 6 } }]);
    const path = `/dossiers/${dossier.id}/papers/${long.files[1]?.id ?? ''}`;
    expect((await send(planning, `${path}/versions`, { bytes: pdf(6) })).body).toMatchObject({ findings: [], papers: 2, pages: 17 });
    expect(await planning.do('PATCH', path, { part: 'annex', title: 'Phụ lục' })).toMatchObject({ findings: [{ code: 'summaryMissing' }], files: [{ part: 'main' }, { part: 'annex', title: 'Phụ lục' }] });
    dossier = await planning.do('PATCH', path, { part: 'summary' });
    expect(dossier.findings).toEqual([]);
  });

  it('are read by the sponsor in the reader before anybody else, and make no news for the office', async () => {
    await secretary.listen();
    const version = dossier.files[0]?.current.id ?? '';
    expect(await planning.get(`/papers/${dossier.files[0]?.id ?? ''}`)).toMatchObject({ dossierId: dossier.id, itemId: null, versions: [{ id: version }] });
    await planning.do('PUT', `/paper-versions/${version}/read`, { page: 2 });
    await planning.do('PATCH', `/dossiers/${dossier.id}`, { wishedOn: '2026-12-01' });
    expect(await planning.refused('PATCH', `/dossiers/${dossier.id}`, { wishedOn: '2026-02-30' })).toBe('422 dateBad');
    expect((await planning.do<Dossier>('PATCH', `/dossiers/${dossier.id}`, { wishedOn: '' })).wishedOn).toBeNull();
    for (const person of [secretary, finance]) {
      expect(await person.refused('GET', `/papers/${dossier.files[0]?.id ?? ''}`)).toBe('404 notFound');
      expect(await person.refused('GET', `/paper-versions/${version}/file`)).toBe('404 notFound');
    }
    const changes = await secretary.get<Schema['ChangesDto']>('/changes?since=0');
    expect(JSON.stringify(changes)).not.toContain(dossier.id);
    expect(JSON.stringify(changes)).not.toContain(version);
  });

  it('are submitted, returned with a reason, and submitted again', async () => {
    dossier = await act(planning, 'submit');
    expect(dossier).toMatchObject({ state: 'submitted', can: { edit: false, submit: false, withdraw: true } });
    expect(await list(secretary)).toContain(dossier.title);
    expect((await send(planning, `/dossiers/${dossier.id}/papers`)).body.code).toBe('dossierStateForbids');
    expect(await planning.refused('PATCH', `/dossiers/${dossier.id}`, { title: 'x' })).toBe('409 dossierStateForbids');
    expect(await planning.refused('POST', `/dossiers/${dossier.id}/acts`, { act: 'check' })).toBe('403 notAllowed');
    expect(await secretary.refused('POST', `/dossiers/${dossier.id}/acts`, { act: 'return' })).toBe('422 reasonMissing');
    expect(await secretary.get<Dossier>(`/dossiers/${dossier.id}`)).toMatchObject({ can: { return: true, check: true, place: true, edit: false, withdraw: false }, files: [{ can: { replace: false, remove: false, release: false } }, {}] });
    await planning.listen();
    await act(secretary, 'return', 'Bổ sung ý kiến thẩm định của Bộ Tư pháp');
    await eventually(() => expect(planning.news).toContain('dossier.changed'));
    dossier = await planning.get(`/dossiers/${dossier.id}`);
    expect(dossier).toMatchObject({ state: 'returned', returnReason: 'Bổ sung ý kiến thẩm định của Bộ Tư pháp', can: { edit: true, submit: true } });
    const added = await send(planning, `/dossiers/${dossier.id}/papers`, { fields: { title: 'Báo cáo thẩm định', part: 'annex' } });
    expect(added.body.files.map(({ title }) => title)).toEqual(['Tờ trình', 'Phụ lục', 'Báo cáo thẩm định']);
    dossier = await act(planning, 'submit');
    expect(dossier.returnReason).toBeNull();
  });

  it('are accepted and put on an agenda, where their papers wait as drafts for the pack', async () => {
    await act(secretary, 'check');
    expect(await planning.refused('POST', `/dossiers/${dossier.id}/acts`, { act: 'withdraw' })).toBe('409 dossierStateForbids');
    const sessionId = (await secretary.do<Schema['SessionDto']>('POST', `/bodies/${secretary.bodyId}/sessions`, { title: 'Phiên họp tháng 12', kind: 'regular', startsAt: '2026-12-21T01:00:00Z', endsAt: '2026-12-21T04:00:00Z', place: 'Phòng họp' })).id;
    const placed = await secretary.do<Dossier>('POST', `/dossiers/${dossier.id}/place`, { sessionId, minutes: 20 });
    expect(placed).toMatchObject({ state: 'placed', sessionId, can: { return: false, place: false } });
    const { items } = await secretary.get<Schema['SessionDto']>(`/sessions/${sessionId}`);
    expect(items).toMatchObject([{ id: placed.itemId, title: dossier.title, sponsor: 'Bộ Kế hoạch và Đầu tư', summary: 'Đề nghị Chính phủ ban hành Nghị quyết.', minutes: 20, papers: [{ title: 'Tờ trình', state: 'draft', part: 'main', dossierId: dossier.id }, { part: 'summary' }, { part: 'annex' }] }]);
    expect((await planning.get<Dossier>(`/dossiers/${dossier.id}`))).toMatchObject({ state: 'placed', itemId: null, sessionId: null, can: { supplement: true, edit: false } });
    expect(await secretary.refused('POST', `/dossiers/${dossier.id}/place`, { sessionId })).toBe('409 dossierStateForbids');
    expect(await planning.refused('GET', `/sessions/${sessionId}`)).toBe('403 notAllowed');
    expect(await secretary.refused('DELETE', `/items/${placed.itemId ?? ''}`)).toBe('409 itemHasContent');
  });

  it('are supplemented by their sponsor: the secretariat releases the new version', async () => {
    const [first] = dossier.files;
    const path = `/dossiers/${dossier.id}/papers/${first?.id ?? ''}`;
    expect(await planning.refused('DELETE', path)).toBe('409 dossierStateForbids');
    expect((await send(planning, `/dossiers/${dossier.id}/papers`)).body.code).toBe('dossierStateForbids');
    await secretary.do('POST', `/papers/${first?.id ?? ''}/release`);
    const { status } = await send(planning, `${path}/versions`, { bytes: pdf(11), fields: { note: 'Cập nhật số liệu' } });
    expect(status).toBe(201);
    expect(await secretary.get(`/papers/${first?.id ?? ''}`)).toMatchObject({ state: 'released', current: { number: 2, note: 'Cập nhật số liệu', releasedAt: null }, can: { release: true } });
    expect(await planning.refused('POST', `/papers/${first?.id ?? ''}/release`)).toBe('403 notAllowed');
  });

  it('go onto an item that is there already, after its papers, and never to another body', async () => {
    const june = await juneSession(secretary);
    const item = june.items[1];
    await cabinet.rows(`update dossier set state = 'submitted' where organisation = 'Bộ Tài chính'`);
    const [other] = (await finance.get<Schema['DossiersDto']>(`/bodies/${finance.bodyId}/dossiers`)).dossiers;
    const elsewhere = await juneSession(await cabinet.person('ubnd-thu-ky')).catch(async () => {
      const [row] = await cabinet.rows<{ id: string }>(`select s.id from session s join body b on b.id = s.body_id where b.kind = 'committee' limit 1`);
      return row;
    });
    expect(await secretary.refused('POST', `/dossiers/${other?.id ?? ''}/place`, { sessionId: elsewhere?.id })).toBe('404 notFound');
    expect(await secretary.refused('POST', `/dossiers/${other?.id ?? ''}/place`, {})).toBe('400 badInput');
    await secretary.do('POST', `/dossiers/${other?.id ?? ''}/place`, { itemId: item?.id });
    const papers = (await juneSession(secretary)).items[1]?.papers ?? [];
    expect(papers.at(-1)).toMatchObject({ dossierId: other?.id, order: (item?.papers.length ?? 0), state: 'draft' });
    const member = await juneSession(await cabinet.person('thong-doc'));
    expect(member.items[1]?.papers).toHaveLength(item?.papers.length ?? -1);
  });

  it('refuse hostile Word files and keep what is there', async () => {
    const fresh = await planning.do<Dossier>('POST', `/bodies/${planning.bodyId}/dossiers`, { title: 'Hồ sơ khác', kind: 'information' });
    const path = `/dossiers/${fresh.id}/papers`;
    for (const [bytes, code] of [[wordFile('x', [{ name: 'word/vbaProject.bin', content: 'x' }]), 'docMacros'], [Buffer.from('MZ…'), 'notAPdf']] as const) {
      const { status, body } = await send(planning, path, { bytes, name: 'van-ban.docx' });
      expect([status, body.code]).toEqual([422, code]);
    }
    expect(await planning.get(`/dossiers/${fresh.id}`)).toMatchObject({ files: [], takesWord: expect.any(Boolean) });
    await planning.do('POST', `/dossiers/${fresh.id}/acts`, { act: 'withdraw' });
    expect(cabinet.log).toEqual([]);
  });

  it('make a PDF of a Word document where LibreOffice is there, keep the original, and say so where it is not', async () => {
    const fresh = await planning.do<Dossier>('POST', `/bodies/${planning.bodyId}/dossiers`, { title: 'Hồ sơ Word', kind: 'information' });
    const bytes = wordFile('Tờ trình về việc ban hành Nghị quyết', [{ name: 'word/comments.xml', content: '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="1"/></w:comments>' }]);
    const { status, body } = await send(planning, `/dossiers/${fresh.id}/papers`, { bytes, name: 'Tờ trình.docx', fields: { part: 'main' } });
    if (!fresh.takesWord) {
      expect([status, body.code]).toEqual([422, 'converterMissing']);
      return;
    }
    const current = body.files[0]?.current;
    expect(current).toMatchObject({ fileName: 'Tờ trình.pdf', pages: 1, hasText: true, original: { fileName: 'Tờ trình.docx', size: bytes.length, warnings: ['comments'] } });
    expect(body.findings).toMatchObject([{ code: 'comments', blocks: false }]);
    const original = (person: Person): Promise<Response> => fetch(`${cabinet.url}/api/paper-versions/${current?.id ?? ''}/original`, { headers: { cookie: person.cookie } });
    expect(Buffer.from(await (await original(planning)).arrayBuffer()).equals(bytes)).toBe(true);
    expect((await original(finance)).status).toBe(404);
  }, 30_000);

  it('survive a crash right after they were acknowledged', async () => {
    const fresh = await planning.do<Dossier>('POST', `/bodies/${planning.bodyId}/dossiers`, { title: 'Hồ sơ trước sự cố', kind: 'information' });
    await send(planning, `/dossiers/${fresh.id}/papers`, { fields: { part: 'main' } });
    await planning.do('POST', `/dossiers/${fresh.id}/acts`, { act: 'submit' });
    await cabinet.end('SIGKILL');
    await cabinet.start();
    expect(await secretary.get(`/dossiers/${fresh.id}`)).toMatchObject({ state: 'submitted', files: [{ part: 'main' }] });
  });
});
