import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { webpSize } from '../../src/papers/domain/picture.js';
import { PictureMaker } from '../../src/papers/picture/picture-maker.js';
import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import { slowJob } from '../support/slow-job.js';
import { buildPdf, deepOutline, flateBomb, textPdf, zeroPages } from '../support/hostile-pdfs.js';
import { PaperCalls, type SentPaper, type Who } from '../support/paper-calls.js';
import { openPapersStage, type PapersStage } from '../support/papers-stage.js';

const SHARED = process.env['ECABINET_SHARED_DATA'] ?? resolve(import.meta.dirname, '..', '..', '..', 'shared', 'data');

interface Row { blob: string | null; page: { width: number; height: number } | null; bytes: number | null; at: Date | null }

describe('the picture of a first page', () => {
  let stage: PapersStage;
  let papers: PaperCalls;
  beforeAll(async () => {
    stage = await openPapersStage();
    papers = new PaperCalls(stage);
  });
  afterAll(() => stage.close());

  async function rows<R>(sql: string, values: unknown[] = []): Promise<R[]> {
    return (await stage.dataSource.query(sql, values)) as R[];
  }
  const pictureOf = async (versionId: string): Promise<Row | undefined> => (await rows<Row>('select first_page_blob_id as blob, first_page as page, first_page_bytes as bytes, first_page_at as at from paper_version where id = $1', [versionId]))[0];
  const tried = (versionId: string): Promise<Row> => eventually(async () => {
    const row = await pictureOf(versionId);
    if (!row?.at) throw new Error('not tried yet');
    return row;
  }, 40_000);
  const fetchPicture = (who: Who, versionId: string, headers: Record<string, string> = {}): Promise<Response> => papers.call(who, `/paper-versions/${versionId}/first-page`, { headers });
  const file = (blobId: string): string => join(stage.folder, 'papers', blobId.slice(0, 2), blobId.slice(2, 4), blobId);
  const unused = async (blobId: string): Promise<boolean> => (await rows<{ unused: boolean }>('select unused_since is not null as unused from paper_blob where id = $1', [blobId]))[0]?.unused ?? false;
  let paper: SentPaper;

  it('is there soon after an upload, of the page’s form, and the version says so', async () => {
    paper = await papers.add(textPdf('Trang dau'));
    const { page, bytes, blob } = await tried(paper.current.id);
    expect([page, blob === null]).toEqual([{ width: 595, height: 842 }, false]);
    const response = await fetchPicture('secretariat', paper.current.id);
    expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control'), response.headers.get('x-content-type-options')]).toEqual([200, 'image/webp', 'no-store', 'nosniff']);
    const picture = Buffer.from(await response.arrayBuffer());
    expect([picture.length, webpSize(picture)]).toEqual([bytes, { width: 1240, height: 1755 }]);
    const read = (await (await papers.call('secretariat', `/papers/${paper.id}`)).json()) as { current: { firstPage: unknown } };
    expect(read.current.firstPage).toEqual({ width: 595, height: 842 });
  });

  it('is sent once to who has it already', async () => {
    const tag = (await fetchPicture('secretariat', paper.current.id)).headers.get('etag') ?? '';
    expect((await fetchPicture('secretariat', paper.current.id, { 'if-none-match': tag })).status).toBe(304);
  });

  it('lies sealed, and is nobody’s who may not read the paper', async () => {
    const { blob } = await tried(paper.current.id);
    expect(readFileSync(file(blob ?? '')).includes('WEBP')).toBe(false);
    for (const who of ['member', 'stranger'] as const) expect([who, (await fetchPicture(who, paper.current.id)).status]).toEqual([who, 404]);
    expect([403, 404]).toContain((await fetchPicture('administrator', paper.current.id)).status);
    expect((await papers.call('secretariat', `/papers/${paper.id}/release`, { method: 'POST' })).status).toBe(200);
    expect((await fetchPicture('stranger', paper.current.id)).status).toBe(404);
    await stage.dataSource.query(`update session set state = 'sent', sent_at = now() where id = $1`, [stage.sessionId]);
    expect((await fetchPicture('member', paper.current.id)).status).toBe(200);
    // To look at it is no reading.
    expect(await rows('select 1 from paper_receipt union all select 1 from paper_access')).toEqual([]);
    await papers.call('secretariat', `/papers/${paper.id}/recall`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"reason":"Thu hoi"}' });
    expect((await fetchPicture('member', paper.current.id)).status).toBe(404);
    await stage.dataSource.query(`update session set state = 'draft', sent_at = null where id = $1`, [stage.sessionId]);
  });

  it('goes with its version: replaced or removed', async () => {
    const draft = await papers.add(textPdf('Ban nhap'));
    const { blob: first } = await tried(draft.current.id);
    const next = (await (await papers.upload(`/papers/${draft.id}/versions`, textPdf('Ban khac'))).json()) as SentPaper;
    const { blob: second } = await tried(next.current.id);
    expect([await unused(first ?? ''), await unused(second ?? '')]).toEqual([true, false]);
    await papers.call('secretariat', `/papers/${draft.id}`, { method: 'DELETE' });
    expect(await unused(second ?? '')).toBe(true);
  });

  it('is none, and is not asked for again, where the page is white or in letters that are not in the file', async () => {
    const white = buildPdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>']);
    const names = existsSync(join(SHARED, 'pdf')) ? ['pdfjs/noembed-sjis.pdf', 'signed/minimal-aes256.pdf'] : [];
    for (const bytes of [white, ...names.map((name) => readFileSync(join(SHARED, 'pdf', name)))]) {
      const { current } = await papers.add(bytes);
      expect(await tried(current.id)).toMatchObject({ blob: null, page: null, bytes: null });
      expect((await fetchPicture('secretariat', current.id)).status).toBe(404);
    }
    expect(await rows(`select 1 from graphile_worker.jobs where task_identifier = 'papers-first-page'`)).toEqual([]);
  });

  it('leaves nothing in the log, whatever came', () => {
    expect(stage.log.filter((line) => !line.includes('"context":"security"'))).toEqual([]);
  });
});

describe('a server that is killed while a first page is written down', () => {
  let cabinet: Cabinet;
  beforeAll(async () => {
    cabinet = await Cabinet.open();
  });
  afterAll(() => cabinet.close());

  it('writes it down after its next start', async () => {
    const slow = await slowJob(cabinet);
    await slow.takenBy();
    await cabinet.end('SIGKILL');
    await slow.letGo();
    await cabinet.start();
    await cabinet.rows(`select graphile_worker.add_job('papers-first-page-missing')`);
    const done = await eventually(async () => {
      const [row] = await cabinet.rows<{ blob: string; page: unknown }>('select first_page_blob_id as blob, first_page as page from paper_version where id = $1 and first_page_at is not null', [slow.versionId]);
      if (!row) throw new Error('not yet');
      return row;
    });
    expect([done.page !== null, done.blob === slow.earlierBlob]).toEqual([true, false]);
    expect(await cabinet.rows('select 1 from paper_blob where id = $1 and unused_since is null', [done.blob])).toHaveLength(1);
    expect(cabinet.log).toEqual([]);
  });
});

describe('the process that draws', () => {
  const maker = new PictureMaker();
  afterAll(() => maker.onModuleDestroy());
  const draw = (bytes: Buffer): ReturnType<PictureMaker['draw']> => maker.draw({ size: bytes.length, open: () => Promise.resolve(Readable.from([bytes])) });

  it.each<[string, () => Buffer]>([
    ['nothing', () => Buffer.alloc(0)], ['no PDF', () => Buffer.from('<html>')], ['half a header', () => Buffer.from('%PDF-1.7\n')], ['a document without a page', zeroPages],
    ['a file that unpacks to a gigabyte', () => flateBomb()],
  ])('makes no picture of %s', async (_, bytes) => {
    expect(await draw(bytes())).toBeNull();
  });

  it('draws good files beside them, in any size a page may have', async () => {
    expect(await draw(deepOutline())).toBeNull();
    for (const [box, points] of [['0 0 14400 14400', 14_400], ['0 0 72 72', 72]] as const) {
      const content = `0 0 ${points} ${points / 2} re f`;
      const picture = await draw(buildPdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', `<</Type/Page/Parent 2 0 R/MediaBox[${box}]/Contents 4 0 R>>`, `<</Length ${content.length}>>stream\n${content}\nendstream`]));
      expect(picture?.points).toEqual({ width: points, height: points });
      expect(webpSize(picture?.bytes ?? Buffer.alloc(0))).toEqual(points === 72 ? { width: 288, height: 288 } : { width: 1240, height: 1240 });
    }
  });

  const folder = join(SHARED, 'pdf', 'vn');
  (existsSync(folder) ? it : it.skip)('draws each of the Vietnamese samples, small enough to be there at once', async () => {
    for (const name of readdirSync(folder).filter((each) => each.endsWith('.pdf')).slice(0, 3)) {
      const picture = await draw(readFileSync(join(folder, name)));
      expect([name, picture !== null && picture.bytes.length <= 160_000]).toEqual([name, true]);
    }
  });
});
