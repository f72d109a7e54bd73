import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Cabinet } from '../support/cabinet.js';
import { decide, type Decided } from '../support/decided.js';
import { eventually } from '../support/eventually.js';
import { buildPdf } from '../support/hostile-pdfs.js';
import type { Person, Schema } from '../support/person.js';

const SHARED = process.env['ECABINET_SHARED_DATA'] ?? resolve(import.meta.dirname, '..', '..', '..', 'shared', 'data');

/** A PDF with one line of text on each page. */
function pagesPdf(...lines: string[]): Buffer {
  const kids = lines.map((_, index) => `${4 + index * 2} 0 R`).join(' ');
  return buildPdf([
    '<</Type/Catalog/Pages 2 0 R>>', `<</Type/Pages/Kids[${kids}]/Count ${lines.length}>>`, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...lines.flatMap((line, index) => {
      const content = line === '' ? '' : `BT /F1 12 Tf 72 700 Td (${line}) Tj ET`;
      return [`<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${5 + index * 2} 0 R/Resources<</Font<</F1 3 0 R>>>>>>`, `<</Length ${content.length}>>stream\n${content}\nendstream`];
    }),
  ]);
}

describe('search', () => {
  let cabinet: Cabinet;
  let done: Decided;
  let secretary: Person;
  let member: Person;
  const ids = { item: '', otherItem: '', paper: '', version: '', draft: '', recalled: '', body: '' };

  const find = (who: Person, q: string, rest = ''): Promise<Schema['SearchDto']> => who.get<Schema['SearchDto']>(`/search?q=${encodeURIComponent(q)}${rest}`);
  const totals = async (who: Person, q: string, rest = ''): Promise<Record<string, number>> => Object.fromEntries((await find(who, q, rest)).groups.map(({ kind, total }) => [kind, total]));
  const pagesOf = async (who: Person, q: string, rest = ''): Promise<(number | null)[]> => (await find(who, q, `${rest}&kind=paper`)).groups.flatMap(({ hits }) => hits.map(({ page }) => page));

  async function upload(path: string, bytes: Buffer, title: string): Promise<Schema['PaperBriefDto']> {
    const form = new FormData();
    form.append('title', title);
    form.append('file', new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }), 'to-trinh.pdf');
    const response = await fetch(`${cabinet.url}/api${path}`, { method: 'POST', headers: { cookie: secretary.cookie }, body: form });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as Schema['PaperBriefDto'];
  }
  const isRead = (versionId: string): Promise<void> => eventually(async () => expect(await cabinet.rows('select whole, kept from version_text where version_id = $1', [versionId])).toEqual([{ whole: true, kept: true }]));

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    done = await decide(cabinet);
    [secretary, member] = [await cabinet.person('thu-ky'), await cabinet.person('thong-doc')];
    ids.body = secretary.bodyId;
    const { items } = await secretary.get<Schema['SessionDto']>(`/sessions/${done.sessionId}`);
    ids.item = done.itemId;
    ids.otherItem = items.find(({ id }) => id !== done.itemId)?.id ?? '';
    const paper = await upload(`/items/${ids.item}/papers`, pagesPdf('Trang dau zebrawood khong dau', 'trang hai', 'zebra wood va zebrawood'), 'Tờ trình quagga');
    Object.assign(ids, { paper: paper.id, version: paper.current.id });
    await secretary.do('POST', `/papers/${paper.id}/release`);
    const draft = await upload(`/items/${ids.item}/papers`, pagesPdf('zebrawood trong du thao'), 'Dự thảo quagga');
    ids.draft = draft.current.id;
    const recalled = await upload(`/items/${ids.item}/papers`, pagesPdf('zebrawood da thu hoi'), 'Bản thu hồi quagga');
    ids.recalled = recalled.current.id;
    await secretary.do('POST', `/papers/${recalled.id}/release`);
    await secretary.do('POST', `/papers/${recalled.id}/recall`, { reason: 'Nhầm bản' });
    for (const versionId of [ids.version, ids.draft, ids.recalled]) await isRead(versionId);
  }, 120_000);
  afterAll(() => cabinet.close());

  it('finds pages of papers with the words marked, best first, and titles', async () => {
    const { groups, keepsText } = await find(member, 'zebrawood', '&kind=paper');
    expect(keepsText).toBe(true);
    expect(groups[0]).toMatchObject({ kind: 'paper', total: 2, next: null });
    const hit = groups[0]?.hits.find(({ page }) => page === 1);
    expect(hit).toMatchObject({ paperId: ids.paper, versionId: ids.version, itemId: ids.item, sessionId: done.sessionId, title: 'Tờ trình quagga', hasText: true });
    expect(hit?.snippet.marks.map(([from = 0, to = 0]) => hit.snippet.text.slice(from, to))).toEqual(['zebrawood']);
    expect(await pagesOf(member, 'to trinh quagga')).toEqual([null]);
    expect(await pagesOf(member, '"zebra wood"')).toEqual([3]);
    expect(await pagesOf(member, 'zebraw')).toEqual([]);
    expect((await pagesOf(member, 'zebraw', '&typing=1')).sort()).toEqual([1, 3]);
  });

  it('shows drafts and recalled papers to the office, and to nobody else, neither as hits nor in counts', async () => {
    expect((await totals(secretary, 'zebrawood')).paper).toBe(4);
    for (const who of ['thong-doc', 'thu-tuong', 'giup-viec']) expect([who, await totals(await cabinet.person(who), 'zebrawood')]).toEqual([who, { paper: 2 }]);
    for (const who of ['ubnd-chu-tich', 'moi-bo-cong-thuong']) expect([who, await totals(await cabinet.person(who), 'zebrawood')]).toEqual([who, {}]);
    for (const who of ['quan-tri', 'kiem-tra']) expect(await (await cabinet.person(who)).refused('GET', '/search?q=zebrawood')).toMatch(/^40[34] /);
  });

  it('finds items, motions, comments and sessions, in either spelling, those as written first', async () => {
    await secretary.do('POST', `/items/${ids.otherItem}/comments`, { text: 'Đề nghị làm rõ kinh phí okapi'.normalize('NFD'), weight: 'remark' });
    await secretary.do('POST', `/items/${ids.otherItem}/comments`, { text: 'De nghi lam ro kinh phi okapi', weight: 'remark' });
    const { groups } = await find(member, 'đề nghị làm rõ kinh phí', '&kind=comment');
    expect(groups[0]?.total).toBe(2);
    expect(groups[0]?.hits[0]?.snippet.text.normalize('NFC')).toBe('Đề nghị làm rõ kinh phí okapi');
    expect(await totals(member, 'đề nghị làm rõ kinh phí', '&kind=comment&exact=1')).toEqual({ comment: 1 });
    expect(await totals(member, 'DE NGHI okapi')).toEqual({ comment: 2 });
    const session = await member.get<Schema['SessionDto']>(`/sessions/${done.sessionId}`);
    expect((await find(member, `"${session.title}"`, '&kind=session')).groups[0]?.hits.map(({ id }) => id)).toContain(done.sessionId);
    const item = session.items.find(({ id }) => id === done.itemId);
    expect((await find(member, `"${item?.title ?? ''}"`, '&kind=item')).groups[0]?.hits.map(({ id }) => id)).toContain(done.itemId);
    const motion = item?.motions[0];
    expect((await find(member, `"${motion?.question ?? ''}"`, '&kind=motion')).groups[0]?.hits.map(({ id }) => id)).toContain(motion?.id);
  });

  it('shows who is recused neither papers nor comments of the item, and their substitute neither', async () => {
    const minister = await cabinet.person('bo-truong-y-te');
    await secretary.do('POST', `/items/${ids.item}/comments`, { text: 'Bình luận zebrawood', weight: 'remark' });
    expect(await totals(minister, 'zebrawood')).toEqual({ paper: 2, comment: 1 });
    await cabinet.rows(`insert into recusal (item_id, member_id, reason, declared_by) values ($1, $2, 'Lợi ích', $3)`, [ids.item, minister.memberId, minister.me.id]);
    expect(await totals(minister, 'zebrawood')).toEqual({});
    expect(await totals(minister, 'quagga')).toEqual({});
    expect(await totals(await cabinet.person('du-thay-y-te'), 'zebrawood')).toEqual({});
    await cabinet.rows('delete from recusal where item_id = $1', [ids.item]);
    expect(await totals(minister, 'zebrawood')).toEqual({ paper: 2, comment: 1 });
  });

  it('shows guests what they are invited to and no comment, motion or other item', async () => {
    const guest = await cabinet.person('moi-bo-cong-thuong');
    const page = await guest.get<Schema['SessionDto']>(`/sessions/${done.sessionId}`);
    const known = page.items.map(({ id }) => id);
    for (const word of ['phiên họp', 'nghị', 'a', 'trình', 'zebrawood']) {
      for (const { kind, hits } of (await find(guest, word)).groups) {
        expect(['paper', 'item', 'session']).toContain(kind);
        for (const hit of hits) expect(hit.itemId === null ? hit.sessionId : hit.itemId).toBe(hit.itemId === null ? done.sessionId : known.find((id) => id === hit.itemId));
      }
    }
  });

  it('shows members no session that was not sent, the office and the chair do', async () => {
    const times = { startsAt: '2027-01-20T01:00:00.000Z', endsAt: '2027-01-20T03:00:00.000Z' };
    const { id } = await secretary.do<{ id: string }>('POST', `/bodies/${ids.body}/sessions`, { title: 'Phiên họp numbat', kind: 'regular', place: 'Hà Nội', ...times });
    await secretary.do('POST', `/sessions/${id}/items`, { title: 'Nội dung numbat', kind: 'decision', minutes: 10 });
    expect(await totals(secretary, 'numbat')).toEqual({ session: 1, item: 1 });
    expect(await totals(await cabinet.person('thu-tuong'), 'numbat')).toEqual({ session: 1, item: 1 });
    expect(await totals(member, 'numbat')).toEqual({});
  });

  it('finds opinion requests: the office all, others those sent to them or to the member they assist, the conclusion once it has ended', async () => {
    const [officer, chair, health, assistant] = [await cabinet.person('chuyen-vien'), await cabinet.person('thu-tuong'), await cabinet.person('bo-truong-y-te'), await cabinet.person('giup-viec')];
    const act = (person: Person, id: string, body: Record<string, unknown>): Promise<Schema['OpinionRequestDto']> => person.do('POST', `/opinion-requests/${id}/acts`, body);
    const questions = [{ text: 'Đồng ý bổ sung kinh phí kinkajou' }, { kind: 'options', text: 'Nơi đặt trụ sở', options: [{ label: 'Phương án tamandua' }, { label: 'Phương án hai' }], most: 1 }];
    const { id } = await officer.do<Schema['OpinionRequestDto']>('POST', `/bodies/${ids.body}/opinion-requests`, { title: 'Lấy ý kiến về vườn thú', titleEn: 'The zoo', explanation: 'Giải trình tapeti', questions, memberIds: [chair.memberId, health.memberId], workingDays: 3, isPublic: true });
    const form = new FormData();
    form.append('title', 'Tài liệu tarsier');
    form.append('file', new Blob([new Uint8Array(pagesPdf('trang co tarsier'))], { type: 'application/pdf' }), 'kem.pdf');
    const response = await fetch(`${cabinet.url}/api/opinion-requests/${id}/papers`, { method: 'POST', headers: { cookie: officer.cookie }, body: form });
    await isRead(((await response.json()) as Schema['PaperBriefDto']).current.id);
    const here = async (who: Person, q: string): Promise<string[]> => (await find(who, q)).groups.flatMap(({ kind, hits }) => hits.map((hit) => `${kind} ${hit.requestId === id}`));
    for (const [who, hits] of [[officer, 1], [secretary, 1], [chair, 1], [health, 0], [assistant, 0], [member, 0]] as const) expect([who.me.name, await here(who, 'kinkajou')]).toEqual([who.me.name, Array<string>(hits).fill('request true')]);
    for (const [person, body] of [[officer, { act: 'submit' }], [chair, { act: 'approve' }], [secretary, { act: 'send' }]] as const) await act(person, id, body);
    for (const q of ['vuon thu', 'the zoo', 'kinkajou', 'tamandua', 'tapeti', '"kinh phí kinkajou"']) for (const who of [officer, health, assistant]) expect([q, who.me.name, await here(who, `${q} `)]).toEqual([q, who.me.name, ['request true']]);
    const [hit] = (await find(health, 'kinkajou')).groups.flatMap(({ hits }) => hits);
    expect(hit).toMatchObject({ kind: 'request', id, requestId: id, sessionId: null, page: null, title: 'Lấy ý kiến về vườn thú' });
    expect(hit?.snippet.marks.map(([from = 0, to = 0]) => hit.snippet.text.slice(from, to))).toEqual(['kinkajou']);
    for (const who of [officer, health, assistant]) expect([who.me.name, (await here(who, 'tarsier')).sort()]).toEqual([who.me.name, ['paper true', 'paper true']]);
    for (const who of ['thong-doc', 'bo-truong-tu-phap', 'ubnd-chu-tich', 'ubnd-thu-ky', 'moi-bo-cong-thuong']) for (const q of ['kinkajou', 'tarsier']) expect([who, await totals(await cabinet.person(who), q)]).toEqual([who, {}]);
    expect(await totals(health, 'kinkajou', '&kind=request&from=2020-01-01T00:00:00Z')).toEqual({ request: 1 });
    for (const rest of ['&until=2020-01-01T00:00:00Z', `&sessionId=${done.sessionId}`, `&bodyId=${done.sessionId}`, '&kind=item']) expect([rest, await totals(health, 'kinkajou', rest)]).toEqual([rest, {}]);
    await cabinet.rows(`update opinion_request set state = 'summarised', closed_at = now(), conclusion = 'Kết luận potoroo' where id = $1`, [id]);
    for (const [who, count] of [[officer, { request: 1 }], [chair, { request: 1 }], [health, {}], [assistant, {}]] as const) expect([who.me.name, await totals(who, 'potoroo')]).toEqual([who.me.name, count]);
    await cabinet.rows(`update opinion_request set state = 'adopted', ended_at = now() where id = $1`, [id]);
    for (const who of [health, assistant]) expect(await totals(who, 'potoroo')).toEqual({ request: 1 });
  });

  it('keeps to a session, a body, days and papers with text', async () => {
    expect(await totals(member, 'zebrawood', `&sessionId=${done.sessionId}&kind=paper`)).toEqual({ paper: 2 });
    expect(await totals(member, 'zebrawood', `&sessionId=${ids.body}`)).toEqual({});
    expect(await totals(member, 'zebrawood', `&bodyId=${done.sessionId}`)).toEqual({});
    expect(await totals(member, 'zebrawood', '&until=2000-01-01T00:00:00Z')).toEqual({});
    await cabinet.rows('update paper_version set has_text = false where id = $1', [ids.version]);
    expect(await totals(member, 'zebrawood', '&kind=paper&hasText=1')).toEqual({});
    await cabinet.rows('update paper_version set has_text = true where id = $1', [ids.version]);
  });

  it('goes on page after page, each hit once', async () => {
    const paper = await upload(`/items/${ids.otherItem}/papers`, pagesPdf(...Array.from({ length: 45 }, (_, index) => `aardvark ${index}`)), 'Nhiều trang');
    await isRead(paper.current.id);
    const seen: (number | null)[] = [];
    let next: string | null = '';
    while (next !== null) {
      const group: Schema['SearchGroupDto'] | undefined = (await find(secretary, 'aardvark', `&kind=paper${next === '' ? '' : `&after=${next}`}`)).groups[0];
      expect(group?.total).toBe(45);
      seen.push(...(group?.hits ?? []).map(({ page }) => page));
      next = group?.next ?? null;
    }
    expect([...seen].sort((one, other) => Number(one) - Number(other))).toEqual(Array.from({ length: 45 }, (_, index) => index + 1));
    expect(await secretary.refused('GET', '/search?q=aardvark&kind=paper&after=x')).toBe('400 badInput');
    expect(await find(secretary, '&|!:*()')).toMatchObject({ groups: [] });
  });

  it('finds the newest version that one may see, and the older one no longer', async () => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(pagesPdf('ban moi wombat'))], { type: 'application/pdf' }), 'moi.pdf');
    const response = await fetch(`${cabinet.url}/api/papers/${ids.paper}/versions`, { method: 'POST', headers: { cookie: secretary.cookie }, body: form });
    const { current } = (await response.json()) as Schema['PaperBriefDto'];
    await isRead(current.id);
    expect(await totals(member, 'wombat')).toEqual({});
    expect(await totals(secretary, 'wombat')).toEqual({ paper: 1 });
    expect((await totals(member, 'zebrawood')).paper).toBe(2);
    await secretary.do('POST', `/papers/${ids.paper}/release`);
    expect(await totals(member, 'wombat')).toEqual({ paper: 1 });
    expect((await totals(member, 'zebrawood')).paper).toBeUndefined();
  });

  it('keeps the words as the paper is kept: rows by right, none in the log', async () => {
    const client = await cabinet.pool.connect();
    const as = async (actor: string | null, sql: string): Promise<number> => {
      await client.query('begin');
      await client.query('set local role ecabinet_app');
      if (actor !== null) await client.query(`select set_config('app.actor', $1, true)`, [actor]);
      const { rows } = await client.query<{ n: number }>(sql);
      await client.query('rollback');
      return rows[0]?.n ?? -1;
    };
    const drafts = `select count(*)::int as n from page_text t where version_id = '${ids.draft}'`;
    for (const actor of [null, member.me.id, (await cabinet.person('quan-tri')).me.id]) {
      expect(await as(actor, drafts)).toBe(0);
      expect(await as(actor, 'select count(*)::int as n from page_words')).toBe(0);
    }
    expect(await as(null, 'select count(*)::int as n from page_text')).toBe(0);
    expect(await as(secretary.me.id, drafts)).toBe(1);
    client.release();
    expect(JSON.stringify(cabinet.log)).not.toMatch(/zebrawood|wombat/);
  });

  it('reads what older installations left unread, and forgets all where no words are to be kept', async () => {
    await cabinet.rows('delete from page_text');
    await cabinet.rows('delete from page_words');
    await cabinet.rows('delete from version_text');
    await cabinet.rows(`select graphile_worker.add_job('papers-text-missing')`);
    await eventually(async () => expect((await totals(member, 'wombat')).paper).toBe(1), 60_000);
    await cabinet.end('SIGTERM');
    await cabinet.startWith({ ECABINET_SEARCH_TEXT: 'off' });
    expect(await cabinet.rows('select 1 from page_text')).toEqual([]);
    expect(await cabinet.rows('select 1 from page_words where page > 0')).toEqual([]);
    expect(await find(member, 'wombat')).toEqual({ groups: [], keepsText: false });
    expect(await pagesOf(member, 'quagga')).toEqual([null]);
    await upload(`/items/${ids.otherItem}/papers`, pagesPdf('khong luu lai tapir'), 'Không lưu chữ');
    await eventually(async () => expect((await totals(secretary, '"không lưu chữ"')).paper).toBe(1));
    expect(await cabinet.rows('select 1 from page_text')).toEqual([]);
  }, 120_000);
});

interface Expected { query: string; exact_whole_words: number; folded_whole_words: number; first_ids_exact_whole_words: number[]; first_ids_folded_whole_words: number[] }
interface Article { id: number; title: string; text: string }

/** 817 articles of law when they are at hand; else a few of the same kind. */
function articles(): { rows: { id: number; text: string }[]; expected: Expected[] } {
  if (existsSync(join(SHARED, 'vn', 'fts-expected.json'))) {
    const lines = readFileSync(join(SHARED, 'vn', 'legal-articles.jsonl'), 'utf8').trim().split('\n');
    const { queries } = JSON.parse(readFileSync(join(SHARED, 'vn', 'fts-expected.json'), 'utf8')) as { queries: Expected[] };
    return { rows: lines.map((line) => JSON.parse(line) as Article).map(({ id, title, text }) => ({ id, text: `${title}\n${text}` })), expected: queries };
  }
  const texts = ['Dòng họ có nghĩa vụ.', 'Hộ gia đình đăng ký.', 'Họ và hộ.', 'Ho\u0323 tên, ĐĂNG KÝ', 'dang ky', 'Thông tin.'];
  const of = (query: string, exact: number[], folded: number[]): Expected => ({ query, exact_whole_words: exact.length, folded_whole_words: folded.length, first_ids_exact_whole_words: exact, first_ids_folded_whole_words: folded });
  return { rows: texts.map((text, index) => ({ id: index + 1, text })), expected: [of('họ', [1, 3, 4], [1, 2, 3, 4]), of('hộ', [2, 3], [1, 2, 3, 4]), of('ho', [], [1, 2, 3, 4]), of('đăng ký', [2, 4], [2, 4, 5]), of('biểu quyết', [], [])] };
}

describe('search in articles of law', () => {
  let cabinet: Cabinet;
  beforeAll(async () => {
    cabinet = await Cabinet.open();
  });
  afterAll(() => cabinet.close());

  it('counts what a plain scan counts, with accents and without', async () => {
    const { rows, expected } = articles();
    await eventually(async () => expect(await cabinet.rows(`select 1 from graphile_worker.jobs where task_identifier = 'papers-text'`)).toEqual([]), 90_000);
    await cabinet.rows('delete from page_words');
    const [version] = await cabinet.rows<{ id: string; body_id: string }>(`select v.id, v.body_id from paper_version v join paper p on p.id = v.paper_id join agenda_item i on i.id = p.item_id join session s on s.id = i.session_id join body b on b.id = v.body_id
      where b.kind = 'government' and s.sent_at is not null and p.state = 'released' and v.released_at is not null and not exists (select 1 from paper_version n where n.paper_id = p.id and n.number > v.number) limit 1`);
    await cabinet.rows(`insert into page_words (version_id, page, body_id, plain, folded) select $1, id, $2, search_words(text, false), search_words(text, true) from unnest($3::int[], $4::text[]) as t (id, text)`, [version?.id, version?.body_id, rows.map(({ id }) => id), rows.map(({ text }) => text)]);
    const member = await cabinet.person('thong-doc');
    for (const { query, ...wanted } of expected) {
      for (const [exact, total, first] of [[true, wanted.exact_whole_words, wanted.first_ids_exact_whole_words], [false, wanted.folded_whole_words, wanted.first_ids_folded_whole_words]] as const) {
        const pages: number[] = [];
        let next: string | null = '';
        let counted = 0;
        while (next !== null) {
          const path: string = `/search?kind=paper&q=${encodeURIComponent(`"${query}"`)}${exact ? '&exact=1' : ''}${next === '' ? '' : `&after=${next}`}`;
          const group: Schema['SearchGroupDto'] | undefined = (await member.get<Schema['SearchDto']>(path)).groups[0];
          pages.push(...(group?.hits ?? []).map(({ page }) => page ?? 0));
          counted = group?.total ?? 0;
          next = group?.next ?? null;
        }
        expect([query, exact, counted, pages.length]).toEqual([query, exact, total, total]);
        expect([...pages].sort((one, other) => one - other).slice(0, first.length)).toEqual(first);
      }
    }
  }, 120_000);
});
