import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { Cabinet } from '../support/cabinet.js';
import { juneSession } from '../support/june.js';
import type { Person, Schema } from '../support/person.js';
import { samplePdf } from '../support/screen.js';

interface Pack { pages: number; text: string; outline: string[]; bytes: Buffer; leftOut: string | null; name: string }

/** What somebody who opens the file sees of it. */
async function read(bytes: Buffer): Promise<Pick<Pack, 'pages' | 'text' | 'outline'>> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  let text = '';
  for (let page = 1; page <= document.numPages; page += 1) {
    const { items } = await (await document.getPage(page)).getTextContent();
    text += items.map((item) => ('str' in item ? `${item.str} ` : '')).join('');
  }
  const outline = ((await document.getOutline()) as { title: string; items: { title: string }[] }[]).flatMap(({ title, items }) => [title, ...items.map((item) => item.title)]);
  const pages = document.numPages;
  await document.destroy();
  return { pages, text: text.replace(/\s+/g, ' '), outline };
}

const plain = (words: string): string => words.replace(/\s+/g, '');

describe('the print pack of a session', () => {
  let cabinet: Cabinet;
  let secretary: Person;
  let june: Schema['SessionDto'];

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    secretary = await cabinet.person('thu-ky');
    june = await juneSession(secretary);
  });
  afterAll(() => cabinet.close());

  async function print(person: Person, language = 'vi'): Promise<Pack> {
    const response = await fetch(`${cabinet.url}/api/sessions/${june.id}/print-pack?language=${language}`, { headers: { cookie: person.cookie } });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const bytes = Buffer.from(await response.arrayBuffer());
    return { ...(await read(bytes)), bytes, leftOut: response.headers.get('x-left-out'), name: response.headers.get('content-disposition') ?? '' };
  }

  async function upload(itemId: string, file: { name: string; buffer: Buffer }): Promise<Schema['PaperBriefDto']> {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(file.buffer)], { type: 'application/pdf' }), file.name);
    const response = await fetch(`${cabinet.url}/api/items/${itemId}/papers`, { method: 'POST', headers: { cookie: secretary.cookie }, body: form });
    return (await response.json()) as Schema['PaperBriefDto'];
  }

  it('holds the agenda, sheets, ballots and every released paper, each behind a sheet that the outline names', async () => {
    const pack = await print(secretary);
    const papers = june.items.flatMap((item) => item.papers);
    const words = plain(pack.text);
    for (const { title } of june.items) expect(words).toContain(plain(title));
    for (const { title, current } of papers) {
      expect(words).toContain(plain(title));
      expect(words).toContain(current.sha256);
    }
    for (const { title } of june.attendance) expect(words).toContain(plain(title));
    for (const word of ['Đồng ý', 'Không đồng ý', 'Ý kiến khác', 'Danh sách điểm danh', 'BẢNG BIỂU QUYẾT GỌI TÊN', 'Mọi tài liệu đã phát hành đều có trong bộ in này']) expect(words).toContain(plain(word));
    expect(pack.outline).toEqual(expect.arrayContaining(['Chương trình phiên họp', 'Danh mục tài liệu', 'Danh sách điểm danh', 'Phiếu biểu quyết', 'Biểu quyết gọi tên', ...papers.map(({ title }) => title), ...june.items.filter((item) => item.papers.length > 0).map(({ number, title }) => `${number}. ${title}`)]));
    // Cover, agenda, list; one or two pages of attendance; a ballot and a roll-call sheet for each decision item; a sheet for each paper.
    const decisions = june.items.filter(({ kind }) => kind === 'decision').length;
    const made = pack.pages - papers.reduce((sum, { current }) => sum + current.pages, 0);
    expect(made).toBeGreaterThanOrEqual(4 + 2 * decisions + papers.length);
    expect(made).toBeLessThanOrEqual(6 + 4 * decisions + papers.length);
    expect([pack.leftOut, pack.name.includes('filename*=UTF-8')]).toEqual(['0', true]);
    expect(pack.text).not.toMatch(/undefined|\uFFFD/);
  });

  it('is sound for other programs, where they are there to ask', async () => {
    const { bytes, pages } = await print(secretary);
    const folder = mkdtempSync(path.join(tmpdir(), 'ecabinet-pack-'));
    const file = path.join(folder, 'pack.pdf');
    writeFileSync(file, bytes);
    const said = (command: string, ...words: string[]): string => spawnSync(command, words, { encoding: 'utf8' }).stdout;
    const has = (command: string): boolean => spawnSync(command, ['--version']).error === undefined;
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
    if (has('qpdf')) expect(said('qpdf', '--check', file)).toContain('No syntax or stream encoding errors');
    if (has('pdfinfo')) expect(said('pdfinfo', file)).toContain(`Pages:           ${pages}`);
    if (has('pdftotext')) expect(plain(said('pdftotext', '-nodiag', file, '-'))).toContain(plain(june.items[0]?.title ?? ''));
    rmSync(folder, { recursive: true });
  });

  it('says in its footer who printed it, and in the journal that it was printed', async () => {
    const chair = await cabinet.person('thu-tuong');
    const { text } = await print(chair, 'en');
    expect(text).toContain(`Printed by ${chair.me.nameEn ?? chair.me.name}`);
    const rows = await cabinet.rows<{ actor_id: string; facts: { papers: number; leftOut: number; pages: number } }>(`select actor_id, facts from journal_entry where type = 'session.printed' order by id`);
    const [logged] = await cabinet.rows<{ papers: number; codes: number; code: string }>(`select count(*)::int as papers, count(distinct code)::int as codes, max(code) as code from paper_access where kind = 'printed' and account_id = $1`, [chair.me.id]);
    expect(logged).toMatchObject({ papers: june.items.flatMap((item) => item.papers).length, codes: 1 });
    expect(text).toContain(`${logged?.code ?? ''} · `);
    expect(rows.at(-1)).toMatchObject({ actor_id: chair.me.id, facts: { leftOut: 0, papers: june.items.flatMap((item) => item.papers).length } });
  });

  it('is for who runs the session alone', async () => {
    const address = `/sessions/${june.id}/print-pack`;
    expect(await (await cabinet.person('thong-doc')).refused('GET', address)).toBe('403 notAllowed');
    expect(await (await cabinet.person('chuyen-vien')).refused('GET', address)).toBe('403 notAllowed');
    expect(await (await cabinet.person('moi-bo-cong-thuong')).refused('GET', address)).toMatch(/^40[34]/);
    expect(await (await cabinet.person('ubnd-chu-tich')).refused('GET', address)).toBe('404 notFound');
  });

  it('has no draft, and no paper the chair may not see after a recusal', async () => {
    const chair = await cabinet.person('thu-tuong');
    const item = june.items[2];
    await upload(item?.id ?? '', samplePdf('du-thao-kin.pdf', 'BAN NHAP CHUA PHAT HANH'));
    expect((await print(secretary)).text).not.toContain('BAN NHAP CHUA PHAT HANH');
    await chair.do('POST', `/items/${item?.id ?? ''}/recusals`, { memberId: chair.memberId, reason: 'Có cổ phần' });
    const pack = await print(chair);
    for (const { current } of item?.papers ?? []) expect(pack.text).not.toContain(current.sha256.slice(0, 20));
    expect(pack.text).toContain('Không tham gia do xung đột lợi ích');
  });

  it('names on its cover what it leaves out: a password, a file that cannot be joined, one that is too large', async () => {
    const [locked, broken, large] = june.items.flatMap((item) => item.papers);
    await cabinet.rows('update paper_version set needs_password = true where id = $1', [locked?.current.id]);
    const [row] = await cabinet.rows<{ blob_id: string }>('select blob_id from paper_version where id = $1', [broken?.current.id]);
    const stored = readdirSync(cabinet.folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(row?.blob_id ?? 'none'));
    expect(stored).toHaveLength(1);
    for (const name of stored) writeFileSync(path.join(cabinet.folder, name), 'no longer what was stored');
    await cabinet.rows('update paper_version set size = 900000000 where id = $1', [large?.current.id]);
    const pack = await print(secretary);
    expect(pack.text).toContain('cần mật khẩu để mở');
    expect(pack.text).toContain('vượt dung lượng của một bộ in');
    expect(pack.text).toContain('tệp không ghép được');
    expect(pack.leftOut).toBe('3');
    for (const paper of [locked, broken, large]) expect(pack.text).not.toContain(paper?.current.sha256);
    expect(pack.text).not.toContain('Mọi tài liệu đã phát hành đều có');
  });
});
