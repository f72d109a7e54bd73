import type { PageMessage } from '../../src/contract/live-events.js';
import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import { juneSession, openJune } from '../support/june.js';
import type { Person, Schema } from '../support/person.js';

describe('following who presents', () => {
  let cabinet: Cabinet;
  let secretary: Person;
  let chair: Person;
  let speaker: Person;
  let member: Person;
  let sessionId = '';
  let itemId = '';
  let papers: Schema['PaperBriefDto'][] = [];

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    ({ secretary, chair, sessionId, itemId } = await openJune(cabinet));
    [speaker, member] = [await cabinet.person('thong-doc'), await cabinet.person('bo-truong-tu-phap')];
    const { items } = await juneSession(secretary);
    papers = items.flatMap((item) => item.papers).filter(({ state }) => state === 'released');
  });
  afterAll(() => cabinet.close());

  const version = (index = 0): string => papers[index]?.current.id ?? '';
  const read = (person: Person): Promise<Schema['SharingDto']> => person.get(`/sessions/${sessionId}/share`);
  const share = (person: Person, body: object = { versionId: version(), page: 1 }): Promise<{ id: string }> => person.do('POST', `/sessions/${sessionId}/share`, body);
  const events = (): Promise<{ type: string; facts: object }[]> => cabinet.rows(`select type, facts from journal_entry where type like 'share.%' order by id`);

  async function speak(person: Person): Promise<string> {
    const { id } = await person.do<{ id: string }>('POST', `/items/${itemId}/turns`, { kind: 'speech' });
    await chair.do('POST', `/turns/${id}/acts`, { act: 'start' });
    return id;
  }

  it('is for who runs the session and for who has the floor', async () => {
    await chair.do('PUT', `/sessions/${sessionId}/current-item`, { itemId });
    expect(await read(member)).toEqual({ share: null, can: { share: false, stop: false } });
    expect(await member.refused('POST', `/sessions/${sessionId}/share`, { versionId: version(), page: 1 })).toBe('403 notAllowed');
    expect((await read(chair)).can).toEqual({ share: true, stop: false });
    expect(await (await cabinet.person('ubnd-thu-ky')).refused('GET', `/sessions/${sessionId}/share`)).toBe('404 notFound');
  });

  it('shows everyone the page, live, by number alone, and writes beginning and end into the journal', async () => {
    const turn = await speak(speaker);
    await member.listen();
    const { id } = await share(speaker);
    await eventually(() => expect(member.heard.flatMap(({ changes }) => changes.map(({ type }) => type))).toContain('share.started'));
    expect((await read(member)).share).toMatchObject({ id, page: 1, step: 1, versionId: version(), paperId: papers[0]?.id, isMine: false, by: 'Thống đốc Ngân hàng Nhà nước Việt Nam' });
    expect((await read(speaker)).share).toMatchObject({ isMine: true });
    await speaker.do('PUT', `/page-shares/${id}/page`, { page: 2 });
    await eventually(() => expect(member.pages).toEqual<PageMessage[]>([{ shareId: id, page: 2, step: 2 }]));
    expect((await read(member)).share).toMatchObject({ page: 2, step: 2 });
    expect(await member.refused('PUT', `/page-shares/${id}/page`, { page: 1 })).toBe('404 notFound');
    expect(await chair.refused('PUT', `/page-shares/${id}/page`, { page: 1 })).toBe('404 notFound');
    expect(await member.refused('DELETE', `/page-shares/${id}`)).toBe('403 notAllowed');
    expect(await events()).toEqual([{ type: 'share.started', facts: { shareId: id } }]);
    await chair.do('POST', `/turns/${turn}/acts`, { act: 'end' });
    expect((await read(member)).share).toBeNull();
    expect(await speaker.refused('PUT', `/page-shares/${id}/page`, { page: 1 })).toBe('409 shareEnded');
  });

  it('lets one share at a time; who runs the session takes over', async () => {
    const { id } = await share(chair, { versionId: version(1), page: 1 });
    const turn = await speak(speaker);
    expect(await speaker.refused('POST', `/sessions/${sessionId}/share`, { versionId: version(), page: 1 })).toBe('409 pageShared');
    const { id: next } = await share(secretary, { versionId: version(), page: 100_000 });
    expect((await read(speaker)).share).toMatchObject({ id: next, page: papers[0]?.current.pages });
    expect(await chair.refused('PUT', `/page-shares/${id}/page`, { page: 1 })).toBe('409 shareEnded');
    await chair.do('DELETE', `/page-shares/${next}`);
    expect((await read(speaker))).toEqual({ share: null, can: { share: true, stop: false } });
    await chair.do('POST', `/turns/${turn}/acts`, { act: 'end' });
    const both = await Promise.allSettled([share(chair), share(secretary)]);
    expect(both.every(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await cabinet.rows('select 1 from page_share where session_id = $1 and ended_at is null', [sessionId])).toHaveLength(1);
  });

  it('does not exist for a member who is recused from the item', async () => {
    const recused = await cabinet.person('bo-truong-noi-vu');
    await recused.do('POST', `/items/${itemId}/recusals`, { memberId: recused.memberId, reason: 'Có liên quan' });
    const running = await read(chair);
    expect(running.share).not.toBeNull();
    const { share: seen } = await read(recused);
    expect(seen).toBeNull();
    expect(await recused.refused('POST', `/sessions/${sessionId}/share`, { versionId: running.share?.versionId, page: 1 })).toBe('404 notFound');
  });

  it('shows no draft, no paper of another session, no page that the paper has not', async () => {
    const elsewhere = await cabinet.rows<{ id: string }>('select v.id from paper_version v join paper p on p.id = v.paper_id where p.item_id is null limit 1');
    expect(await chair.refused('POST', `/sessions/${sessionId}/share`, { versionId: elsewhere[0]?.id ?? sessionId, page: 1 })).toBe('404 notFound');
    const { id } = await share(chair);
    expect(await chair.refused('PUT', `/page-shares/${id}/page`, { page: (papers[0]?.current.pages ?? 0) + 1 })).toBe('400 badInput');
  });

  it('ends when the session stands still', async () => {
    await share(secretary);
    await chair.do('POST', `/sessions/${sessionId}/acts`, { act: 'suspend' });
    expect(await read(chair)).toEqual({ share: null, can: { share: false, stop: false } });
    const all = await events();
    expect(all.at(-1)?.type).toBe('share.ended');
    expect(all.filter(({ type }) => type === 'share.started').length).toBeGreaterThanOrEqual(5);
  });

  it('left nothing in the log', () => expect(cabinet.log).toEqual([]));
});
