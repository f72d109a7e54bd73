import { Cabinet } from '../support/cabinet.js';
import { juneSession } from '../support/june.js';
import type { Person, Schema } from '../support/person.js';
import { textPdf } from '../support/hostile-pdfs.js';

describe('receipts: who was given a paper, who has opened it, who holds an old version', () => {
  let cabinet: Cabinet;
  let secretary: Person;
  let june: Schema['SessionDto'];
  let paper: Schema['PaperBriefDto'] | undefined;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    secretary = await cabinet.person('thu-ky');
    june = await juneSession(secretary);
    // The demo's own readings would be counted too.
    await cabinet.rows('delete from paper_receipt');
    paper = june.items[0]?.papers[0];
  });
  afterAll(() => cabinet.close());

  const path = (): string => `/papers/${paper?.id ?? ''}/receipts`;
  const receipts = (): Promise<Schema['PaperReceiptsDto']> => secretary.get(path());
  const states = async (): Promise<Record<string, number>> => {
    const counts: Record<string, number> = {};
    for (const { state } of (await receipts()).receipts) counts[state] = (counts[state] ?? 0) + 1;
    return counts;
  };
  const row = async (name: string): Promise<Schema['PaperReceiptDto'] | undefined> => (await receipts()).receipts.find((each) => each.name === name);
  const read = async (username: string, page: number): Promise<void> => {
    const session = await (await cabinet.person(username)).get<Schema['SessionDto']>(`/sessions/${june.id}`);
    const seen = session.items[0]?.papers.find(({ id }) => id === paper?.id);
    await (await cabinet.person(username)).do('PUT', `/paper-versions/${seen?.current.id ?? ''}/read`, { page });
  };

  it('begin with everyone on the roll, in the order of seats, and guests after them', async () => {
    const { current, pages, receipts: all } = await receipts();
    expect([current, pages]).toEqual([paper?.current.number, paper?.current.pages]);
    expect(all.filter(({ kind }) => kind === 'member').map(({ seatNumber }) => seatNumber)).toEqual(Array.from({ length: 27 }, (_, index) => index + 1));
    expect(all.slice(27).every(({ kind, seatNumber }) => kind !== 'member' && seatNumber === null)).toBe(true);
    expect(await states()).toEqual({ delivered: all.length });
  });

  it('tell who opened it and how far they got, and then who still holds the old version', async () => {
    await read('thong-doc', 1);
    await read('thong-doc', 3);
    await read('bo-truong-tu-phap', 2);
    expect(await row('Thống đốc Ngân hàng Nhà nước Việt Nam')).toMatchObject({ state: 'opened', furthestPage: 3, openedNumber: paper?.current.number, openedAt: expect.any(String) });
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(textPdf('Bản mới'))], { type: 'application/pdf' }), 'moi.pdf');
    await fetch(`${cabinet.url}/api/papers/${paper?.id ?? ''}/versions`, { method: 'POST', body: form, headers: { cookie: secretary.cookie } });
    expect((await states())['opened']).toBe(2);
    await secretary.do('POST', `/papers/${paper?.id ?? ''}/release`);
    expect(await states()).toMatchObject({ old: 2 });
    await read('thong-doc', 1);
    expect(await states()).toMatchObject({ opened: 1, old: 1 });
    const { papers } = await secretary.get<Schema['SessionReceiptsDto']>(`/sessions/${june.id}/receipts`);
    expect(papers.find(({ paperId }) => paperId === paper?.id)).toMatchObject({ opened: 1, old: 1, current: (paper?.current.number ?? 0) + 1, recipients: (await receipts()).receipts.filter(({ state }) => state !== 'noAccount').length });
  });

  it('leave out of the counts who is recused', async () => {
    const member = await cabinet.person('bo-truong-tu-phap');
    await member.do('POST', `/items/${june.items[0]?.id ?? ''}/recusals`, { memberId: member.memberId, reason: 'Có liên quan' });
    expect(await row('Bộ trưởng Bộ Tư pháp')).toMatchObject({ state: 'recused' });
    const { papers } = await secretary.get<Schema['SessionReceiptsDto']>(`/sessions/${june.id}/receipts`);
    expect(papers.find(({ paperId }) => paperId === paper?.id)).toMatchObject({ opened: 1, old: 0 });
  });

  it('are for who prepares papers, and for nobody else', async () => {
    const chair = await cabinet.person('thu-tuong');
    for (const [person, may] of [[secretary, true], [chair, false]] as const) expect((await person.get<Schema['SessionDto']>(`/sessions/${june.id}`)).can.receipts).toBe(may);
    expect(await chair.refused('GET', `/sessions/${june.id}/receipts`)).toBe('403 notAllowed');
    expect(await (await cabinet.person('thong-doc')).refused('GET', path())).toBe('403 notAllowed');
    expect(await (await cabinet.person('ubnd-thu-ky')).refused('GET', path())).toBe('404 notFound');
    expect(await (await cabinet.person('ubnd-thu-ky')).refused('GET', `/sessions/${june.id}/receipts`)).toBe('404 notFound');
    expect(await (await cabinet.person('du-thay-y-te')).refused('GET', path())).toBe('403 notAllowed');
  });

  it('count what was read without a network when the device is back: as of then, once, and only what was out by then', async () => {
    const name = 'Bộ trưởng Bộ Y tế';
    const member = await cabinet.person('bo-truong-y-te');
    const session = await member.get<Schema['SessionDto']>(`/sessions/${june.id}`);
    const versionId = session.items[0]?.papers.find(({ id }) => id === paper?.id)?.current.id ?? '';
    const tell = (page: number, secondsAgo: number): Promise<unknown> => member.do('PUT', `/paper-versions/${versionId}/read`, { page, secondsAgo });
    const opened = (): Promise<unknown[]> => cabinet.rows(`select 1 from paper_access where version_id = $1 and account_id = $2 and kind = 'opened'`, [versionId, member.me.id]);
    await cabinet.rows(`update paper_version set released_at = now() - interval '2 days' where id = $1`, [versionId]);
    await tell(1, 3 * 86_400);
    expect(await row(name)).toMatchObject({ state: 'delivered', openedAt: null });
    for (let time = 0; time < 2; time += 1) await tell(1, 86_400);
    const read = await row(name);
    expect(read).toMatchObject({ state: 'opened', furthestPage: 1 });
    expect(Math.round((Date.now() - Date.parse(read?.openedAt ?? '')) / 60_000)).toBe(24 * 60);
    expect(await opened()).toHaveLength(1);
    expect(await cabinet.rows(`select 1 from journal_entry where type = 'paper.read' and ids->>'versionId' = $1 and actor_id = $2`, [versionId, member.me.id])).toHaveLength(1);
    // Another device of the same person read it earlier.
    await tell(1, 90_000);
    expect(Date.parse((await row(name))?.openedAt ?? '')).toBeLessThan(Date.parse(read?.openedAt ?? '') - 3_500_000);
    expect(await member.refused('PUT', `/paper-versions/${versionId}/read`, { page: 1, secondsAgo: -1 })).toMatch(/^400/);
  });
});
