import { Cabinet } from '../support/cabinet.js';
import { juneSession, openJune } from '../support/june.js';
import type { Person, Schema } from '../support/person.js';

describe('a member whose own interests are touched', () => {
  let cabinet: Cabinet;
  let member: Person;
  let secretary: Person;
  let item: Schema['AgendaItemDto'];
  let versionId: string;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    [member, secretary] = [await cabinet.person('bo-truong-tai-chinh'), await cabinet.person('thu-ky')];
    item = (await juneSession(member)).items[0] ?? (() => { throw new Error('no item'); })();
    versionId = item.papers[0]?.current.id ?? '';
  });
  afterAll(() => cabinet.close());

  const itemFor = async (person: Person) => (await juneSession(person)).items.find(({ id }) => id === item.id);

  it('needs a reason, and speaks only for themselves', async () => {
    const other = await cabinet.person('thong-doc');
    expect(await member.refused('POST', `/items/${item.id}/recusals`, { memberId: member.memberId, reason: '  ' })).toBe('422 reasonMissing');
    expect(await other.refused('POST', `/items/${item.id}/recusals`, { memberId: member.memberId, reason: 'Người nhà' })).toBe('403 notAllowed');
    expect(await (await cabinet.person('ubnd-chu-tich')).refused('POST', `/items/${item.id}/recusals`, { memberId: member.memberId, reason: 'x' })).toBe('404 notFound');
  });

  it('has from then on no paper of the item: not in the agenda, not by its address, not its file', async () => {
    expect((await member.ask('GET', `/papers/${item.papers[0]?.id ?? ''}`)).status).toBe(200);
    await member.do('POST', `/items/${item.id}/recusals`, { memberId: member.memberId, reason: 'Là cổ đông của một doanh nghiệp được nêu' });
    expect(await itemFor(member)).toMatchObject({ papers: [], amRecused: true, recusals: [{ memberId: member.memberId, reason: expect.stringContaining('cổ đông') }] });
    expect(await member.refused('GET', `/papers/${item.papers[0]?.id ?? ''}`)).toBe('404 notFound');
    expect(await member.refused('GET', `/paper-versions/${versionId}/file`)).toBe('404 notFound');
    expect(await member.refused('PUT', `/paper-versions/${versionId}/read`, { page: 1 })).toBe('404 notFound');
  });

  it('is known to be recused, and why is known to the office alone', async () => {
    const other = await itemFor(await cabinet.person('thong-doc'));
    expect(other).toMatchObject({ amRecused: false, recusals: [{ memberId: member.memberId, reason: null }] });
    expect(other?.papers).toHaveLength(item.papers.length);
    expect((await itemFor(secretary))?.recusals[0]?.reason).toContain('cổ đông');
  });

  it('is not on the roll, not in the quorum of the item, and never agrees', async () => {
    const { motionId, sessionId, chair } = await openJune(cabinet);
    await secretary.do('PUT', `/sessions/${sessionId}/current-item`, { itemId: item.id });
    expect((await juneSession(secretary)).quorum).toMatchObject({ present: 20, members: 27 });
    await secretary.do('POST', `/motions/${motionId}/open`);
    expect(await member.refused('POST', `/motions/${motionId}/ballots`, { choice: 'agree' })).toBe('403 notOnRoll');
    expect(await member.refused('DELETE', `/items/${item.id}/recusals/${member.memberId}`)).toBe('409 rollFrozen');
    for (const username of ['thu-tuong', 'thong-doc']) await (await cabinet.person(username)).do('POST', `/motions/${motionId}/ballots`, { choice: 'agree' });
    await chair.do('POST', `/motions/${motionId}/close`);
    const motion = await chair.get<Schema['MotionDto']>(`/motions/${motionId}`);
    expect(motion.result).toMatchObject({ members: 27, base: 27, needed: 14, tally: { agree: 2, notVoted: 24, recused: 1 } });
  });

  it('keeps the reason out of the journal, and its proof in it', async () => {
    const [row] = await cabinet.rows<{ facts: unknown; private_hash: Buffer | null }>(`select facts, private_hash from journal_entry where type = 'recusal.declared'`);
    expect(row?.facts).toEqual({});
    expect(row?.private_hash).toHaveLength(32);
  });
});
