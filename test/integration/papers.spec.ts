import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildPdf, polyglotHtml, textPdf, zeroPages } from '../support/hostile-pdfs.js';
import { openPapersStage, type PapersStage } from '../support/papers-stage.js';

type Who = keyof PapersStage['cookies'];

interface Version { id: string; number: number; fileName: string; pages: number; size: number; sha256: string; releasedAt: string | null; note: string | null }
interface Paper { id: string; title: string; state: string; current: Version; versionCount: number; versions?: Version[]; late: boolean; readState: string; can: Record<string, boolean>; code?: string; params?: Record<string, unknown> }

let stage: PapersStage;
beforeAll(async () => {
  stage = await openPapersStage();
});
afterAll(() => stage.close());

let made = 0;
/** A PDF unlike all others. */
const pdf = (): Buffer => textPdf(`Van ban so ${(made += 1)}`);

function call(who: Who | null, path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${stage.url}${path}`, { ...init, headers: { ...(who ? { cookie: stage.cookies[who] } : {}), ...init.headers } });
}

function post(who: Who, path: string, body: unknown = {}, method = 'POST'): Promise<Response> {
  return call(who, path, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
}

function upload(who: Who | null, path: string, file: { bytes: Buffer; name?: string; fields?: Record<string, string> }): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries(file.fields ?? {})) form.set(name, value);
  form.set('file', new Blob([new Uint8Array(file.bytes)], { type: 'application/octet-stream' }), file.name ?? 'Tờ trình.pdf');
  return call(who, path, { method: 'POST', body: form });
}

// Our own server's answers: their shape is what the test is about.
const read = async (response: Response): Promise<Paper> => (await response.json()) as Paper;

async function add(fields: Record<string, string> = {}, bytes = pdf()): Promise<Paper> {
  const response = await upload('secretariat', `/items/${stage.itemId}/papers`, { bytes, fields });
  expect(response.status).toBe(201);
  return read(response);
}

async function released(bytes = pdf()): Promise<Paper> {
  const paper = await add({}, bytes);
  return read(await post('secretariat', `/papers/${paper.id}/release`));
}

async function setSession(sql: string): Promise<void> {
  await stage.dataSource.query(`update session set ${sql} where id = $1`, [stage.sessionId]);
}

async function lastEntry(): Promise<{ type: string; audiences: string[]; ids: Record<string, string> } | undefined> {
  const rows = (await stage.dataSource.query('select type, audiences, ids from journal_entry order by id desc limit 1')) as { type: string; audiences: string[]; ids: Record<string, string> }[];
  return rows[0];
}

const count = async (): Promise<number> => ((await stage.dataSource.query('select count(*)::int as n from paper')) as { n: number }[])[0]?.n ?? -1;

describe('uploading a paper', () => {
  it('keeps what the content says, under a clean name, and tells the office', async () => {
    const response = await upload('secretariat', `/items/${stage.itemId}/papers`, { bytes: pdf(), name: 'To\u031B\u0300 tri\u0300nh/\u202Efdp.exe\u0007..pdf', fields: { note: 'bản đầu' } });
    const paper = await read(response);
    expect(response.status).toBe(201);
    expect(paper).toMatchObject({ state: 'draft', versionCount: 1, readState: 'unread', can: { replace: true, release: true, recall: false, remove: true } });
    expect(paper.current).toMatchObject({ number: 1, pages: 1, note: 'bản đầu', releasedAt: null });
    expect(paper.current.fileName).not.toMatch(/[\u202E\u0007/]/);
    expect(paper.current.fileName).toBe(paper.current.fileName.normalize('NFC'));
    const entry = await lastEntry();
    expect(entry).toMatchObject({ type: 'paper.changed', ids: { paperId: paper.id, itemId: stage.itemId } });
    expect(entry?.audiences).toEqual([expect.stringMatching(/:office$/)]);
  });

  it('takes the title that was sent, and the name without one', async () => {
    expect((await add({ title: 'Dự thảo Nghị quyết' })).title).toBe('Dự thảo Nghị quyết');
    expect((await add()).title).toBe('Tờ trình');
  });

  it.each([
    ['fileEmpty', 422, Buffer.alloc(0)],
    ['notAPdf', 422, Buffer.from('<html><script>alert(1)</script></html>')],
    ['notAPdf', 422, polyglotHtml()],
    ['pdfDamaged', 422, Buffer.from('%PDF-')],
    ['pdfNoPages', 422, zeroPages()],
    ['fileTooLarge', 413, Buffer.concat([textPdf(), Buffer.alloc(6 * 1024 * 1024)])],
  ])('refuses with %s (%i) and saves nothing', async (code, status, bytes) => {
    const before = await count();
    const response = await upload('secretariat', `/items/${stage.itemId}/papers`, { bytes });
    expect({ status: response.status, code: (await read(response)).code }).toEqual({ status, code });
    expect(await count()).toBe(before);
  });

  it('refuses a classified paper, an unknown field, no file and another media type', async () => {
    const path = `/items/${stage.itemId}/papers`;
    expect((await read(await upload('secretariat', path, { bytes: pdf(), fields: { classification: 'mat' } }))).code).toBe('classifiedRefused');
    expect((await read(await upload('secretariat', path, { bytes: pdf(), fields: { owner: 'x' } }))).code).toBe('badInput');
    expect((await read(await call('secretariat', path, { method: 'POST', body: new FormData() }))).code).toBe('fileMissing');
    expect((await post('secretariat', path)).status).toBe(415);
  });

  it('refuses the same file twice on one item, naming the paper that has it', async () => {
    const bytes = pdf();
    await add({ title: 'Báo cáo' }, bytes);
    const response = await upload('secretariat', `/items/${stage.itemId}/papers`, { bytes, name: 'khac.pdf' });
    expect(response.status).toBe(409);
    expect(await read(response)).toMatchObject({ code: 'sameFile', params: { title: 'Báo cáo' } });
  });

  it('gives each of many files sent at once a place of its own', async () => {
    const papers = await Promise.all(Array.from({ length: 5 }, () => add()));
    expect(new Set(papers.map((paper) => (paper as unknown as { order: number }).order)).size).toBe(5);
  });

  it.each([[null, 401], ['stranger', 403], ['administrator', 403], ['member', 403], ['chair', 403]] as const)('is not for %s (%i)', async (who, status) => {
    expect((await upload(who, `/items/${stage.itemId}/papers`, { bytes: pdf() })).status).toBe(status);
  });
});

describe('before its release', () => {
  it('a paper does not exist for members, wherever they ask', async () => {
    const paper = await add();
    await setSession(`sent_at = now(), state = 'sent'`);
    for (const who of ['member', 'stranger'] as const) {
      expect((await call(who, `/papers/${paper.id}`)).status).toBe(404);
      expect((await call(who, `/paper-versions/${paper.current.id}/file`)).status).toBe(404);
      expect((await post(who, `/paper-versions/${paper.current.id}/read`, { page: 1 }, 'PUT')).status).toBe(404);
    }
    expect((await call('secretariat', `/papers/${paper.id}`)).status).toBe(200);
  });

  it('its file may be replaced without a new number, and it may be removed', async () => {
    const paper = await add();
    const replaced = await read(await upload('secretariat', `/papers/${paper.id}/versions`, { bytes: pdf() }));
    expect(replaced).toMatchObject({ versionCount: 1, current: { number: 1 } });
    expect(replaced.current.sha256).not.toBe(paper.current.sha256);
    expect((await call('secretariat', `/papers/${paper.id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await call('secretariat', `/papers/${paper.id}`)).status).toBe(404);
  });
});

describe('released to the members', () => {
  beforeAll(() => setSession(`sent_at = now(), state = 'sent', starts_at = now() + interval '30 days'`));

  it('it is there for members of the body alone, and told to them', async () => {
    const paper = await released();
    expect(paper).toMatchObject({ state: 'released', late: false, can: { release: false, recall: true, remove: false } });
    expect((await lastEntry())).toMatchObject({ type: 'paper.released' });
    expect((await lastEntry())?.audiences.some((audience) => !audience.endsWith(':office'))).toBe(true);
    expect(await read(await call('member', `/papers/${paper.id}`))).toMatchObject({ readState: 'unread', can: { replace: false, release: false, recall: false, remove: false } });
    expect((await call('stranger', `/papers/${paper.id}`)).status).toBe(404);
    expect((await call('administrator', `/papers/${paper.id}`)).status).toBe(403);
    expect((await post('secretariat', `/papers/${paper.id}/release`)).status).toBe(409);
    expect((await call('secretariat', `/papers/${paper.id}`, { method: 'DELETE' })).status).toBe(409);
  });

  it('a new version stays hidden until it is released, then replaces what was read', async () => {
    const paper = await released();
    expect((await post('member', `/paper-versions/${paper.current.id}/read`, { page: 1 }, 'PUT')).status).toBe(204);
    expect(await read(await call('member', `/papers/${paper.id}`))).toMatchObject({ readState: 'read' });
    const waiting = await read(await upload('secretariat', `/papers/${paper.id}/versions`, { bytes: pdf(), fields: { note: 'sửa Điều 6' } }));
    expect(waiting).toMatchObject({ versionCount: 2, current: { number: 2, releasedAt: null } });
    expect(await read(await call('member', `/papers/${paper.id}`))).toMatchObject({ versionCount: 1, current: { number: 1 }, readState: 'read' });
    expect((await call('member', `/paper-versions/${waiting.current.id}/file`)).status).toBe(404);
    await post('secretariat', `/papers/${paper.id}/release`);
    const seen = await read(await call('member', `/papers/${paper.id}`));
    expect(seen).toMatchObject({ versionCount: 2, current: { number: 2, note: 'sửa Điều 6' }, readState: 'replaced' });
    expect(seen.versions?.map((version) => version.number)).toEqual([2, 1]);
  });

  it('refuses the same file as a new version', async () => {
    const bytes = pdf();
    const paper = await released(bytes);
    expect((await read(await upload('secretariat', `/papers/${paper.id}/versions`, { bytes }))).code).toBe('sameFile');
  });

  it('recalled, it is gone for members at once and stays with the office with its reason', async () => {
    const paper = await released();
    expect((await read(await post('secretariat', `/papers/${paper.id}/recall`, { reason: '  ' }))).code).toBe('reasonMissing');
    expect(await read(await post('secretariat', `/papers/${paper.id}/recall`, { reason: 'gửi nhầm' }))).toMatchObject({ state: 'recalled' });
    expect((await call('member', `/papers/${paper.id}`)).status).toBe(404);
    expect((await call('member', `/paper-versions/${paper.current.id}/file`)).status).toBe(404);
    expect(await read(await call('secretariat', `/papers/${paper.id}`))).toMatchObject({ recallReason: 'gửi nhầm' });
  });

  it('says late when fewer working days are left than the regulation asks', async () => {
    await setSession(`starts_at = now() + interval '3 days'`);
    expect((await released()).late).toBe(true);
    await setSession(`starts_at = now() + interval '30 days'`);
    expect((await released()).late).toBe(false);
  });

  it('notes a reading once in the journal, and the furthest page', async () => {
    const paper = await released();
    for (const page of [1, 1]) await post('member', `/paper-versions/${paper.current.id}/read`, { page }, 'PUT');
    const rows = (await stage.dataSource.query(`select 1 from journal_entry where type = 'paper.read' and ids->>'versionId' = $1`, [paper.current.id])) as unknown[];
    expect(rows).toHaveLength(1);
    expect((await post('member', `/paper-versions/${paper.current.id}/read`, { page: 2 }, 'PUT')).status).toBe(400);
  });

  it('does not change after the session has ended, but can still be recalled', async () => {
    const paper = await released();
    const draft = await add();
    await setSession(`state = 'ended'`);
    expect((await upload('secretariat', `/items/${stage.itemId}/papers`, { bytes: pdf() })).status).toBe(409);
    expect((await upload('secretariat', `/papers/${paper.id}/versions`, { bytes: pdf() })).status).toBe(409);
    expect((await post('secretariat', `/papers/${draft.id}/release`)).status).toBe(409);
    expect((await post('secretariat', `/papers/${paper.id}/recall`, { reason: 'có nội dung mật' })).status).toBe(200);
    await setSession(`state = 'sent'`);
  });
});

describe('the file', () => {
  const bytes = buildPdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>', `(${'x'.repeat(5000)})`]);
  let path: string;
  let tag: string;
  beforeAll(async () => {
    await setSession(`sent_at = now(), state = 'sent'`);
    const paper = await released(bytes);
    path = `/paper-versions/${paper.current.id}/file`;
    tag = `"${paper.current.sha256}"`;
  });

  it('is the very bytes, as a PDF and nothing else', async () => {
    const response = await call('member', path);
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
    const headers: Record<string, string> = {};
    response.headers.forEach((value, name) => (headers[name] = value));
    expect(headers).toMatchObject({
      'content-type': 'application/pdf', 'x-content-type-options': 'nosniff', 'accept-ranges': 'bytes', 'content-length': String(bytes.length), etag: tag, 'cache-control': 'no-store',
      'content-disposition': `inline; filename="To trinh.pdf"; filename*=UTF-8''T%E1%BB%9D%20tr%C3%ACnh.pdf`,
    });
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
  });

  it.each([
    ['bytes=0-99', 0, 100], ['bytes=100-', 100, bytes.length], ['bytes=-50', bytes.length - 50, bytes.length], ['bytes=10-999999', 10, bytes.length],
  ])('gives the part %s', async (range, start, end) => {
    const response = await call('member', path, { headers: { range } });
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(`bytes ${start}-${end - 1}/${bytes.length}`);
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes.subarray(start, end))).toBe(true);
  });

  it('says 416 behind the end, and 304 to who has it', async () => {
    const behind = await call('member', path, { headers: { range: `bytes=${bytes.length}-` } });
    expect({ status: behind.status, range: behind.headers.get('content-range') }).toEqual({ status: 416, range: `bytes */${bytes.length}` });
    expect((await call('member', path, { headers: { 'if-none-match': tag } })).status).toBe(304);
  });

  it('is whole when the part asked for is of another version', async () => {
    expect((await call('member', path, { headers: { range: 'bytes=0-9', 'if-range': '"other"' } })).status).toBe(200);
    expect((await call('member', path, { headers: { range: 'bytes=0-9', 'if-range': tag } })).status).toBe(206);
  });
});

describe('sending the session', () => {
  it('releases every paper that waits', async () => {
    await setSession(`sent_at = null, state = 'draft'`);
    const paper = await add();
    await setSession(`state = 'approved'`);
    expect((await call('member', `/papers/${paper.id}`)).status).toBe(404);
    const answer = await post('secretariat', `/sessions/${stage.sessionId}/acts`, { act: 'send' });
    expect(answer.ok).toBe(true);
    expect(await read(await call('member', `/papers/${paper.id}`))).toMatchObject({ state: 'released', current: { number: 1 } });
  });

  it('keeps an item that has papers', async () => {
    expect((await read(await call('secretariat', `/items/${stage.itemId}`, { method: 'DELETE' }))).code).toBe('itemHasContent');
  });
});
