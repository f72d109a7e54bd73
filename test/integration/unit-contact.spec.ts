import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import { juneSession } from '../support/june.js';
import type { Person, Schema } from '../support/person.js';

describe('a unit says whom it sends, a member who comes instead', () => {
  let cabinet: Cabinet;
  let secretary: Person;
  let contact: Person;
  let june: Schema['SessionDto'];
  let entry = '';

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    secretary = await cabinet.person('thu-ky');
    contact = await cabinet.person('ubnd-so-noi-vu');
    june = await juneSession(secretary);
  });
  afterAll(() => cabinet.close());

  const units = async (person: Person): Promise<Schema['UnitInvitationDto'][]> => (await person.get<Schema['UnitInvitationsDto']>('/unit-invitations')).invitations;
  const guestOf = async (): Promise<Schema['GuestDto'] | undefined> => (await secretary.get<Schema['SessionDto']>(`/sessions/${june.id}`)).guests.find(({ id }) => id === entry);
  const item = (index: number): Schema['AgendaItemDto'] => june.items[index] ?? (() => { throw new Error('no item'); })();
  const unit = (more: object = {}): object => ({ organisation: 'Sở Nội vụ', itemIds: [item(1).id], contactId: contact.me.id, ...more });

  it('invites a unit with its contact, who hears of it at once', async () => {
    await contact.listen();
    expect(await secretary.refused('POST', `/sessions/${june.id}/guests`, { name: 'Ai đó', itemIds: [item(1).id], contactId: contact.me.id })).toBe('422 contactWithoutUnit');
    expect(await secretary.refused('POST', `/sessions/${june.id}/guests`, unit({ contactId: (await cabinet.person('thong-doc')).me.id }))).toBe('409 guestOfOwnBody');
    entry = (await secretary.do<{ id: string }>('POST', `/sessions/${june.id}/guests`, unit())).id;
    await eventually(() => expect(contact.news).toContain('session.guest'));
    expect(await guestOf()).toMatchObject({ name: null, contactId: contact.me.id, contactName: contact.me.name, nameUntil: null });
    expect((await contact.get<Schema['MeDto']>('/me')).can.visit).toBe(true);
  });

  it('shows the contact when, where and what for, and nothing else of the session', async () => {
    const [invitation] = await units(contact);
    expect(invitation).toMatchObject({ id: entry, title: june.title, place: june.place, organisation: 'Sở Nội vụ', items: [{ id: item(1).id, number: '2' }], name: null, isMe: false, canName: true });
    for (const { id, title } of june.items.filter((each) => each.id !== item(1).id)) expect([title, JSON.stringify(invitation).includes(id) || JSON.stringify(invitation).includes(title)]).toEqual([title, false]);
    for (const path of [`/sessions/${june.id}`, `/sessions/${june.id}/floor`, `/papers/${item(1).papers[0]?.id ?? ''}`, `/sessions/${june.id}/statistics`]) expect([path, (await contact.ask('GET', path)).status]).toEqual([path, 404]);
    expect(await units(secretary)).toEqual([]);
    // The names of contacts are the office's.
    const { guests } = await (await cabinet.person('thong-doc')).get<Schema['SessionDto']>(`/sessions/${june.id}`);
    expect(guests.find(({ id }) => id === entry)).toMatchObject({ contactId: null, contactName: null, organisation: 'Sở Nội vụ' });
  });

  it('takes a name from the contact alone, and another one instead', async () => {
    const path = `/unit-invitations/${entry}/name`;
    expect(await secretary.refused('PUT', path, { name: 'Trưởng phòng' })).toBe('404 notFound');
    expect(await contact.refused('PUT', path, {})).toBe('422 guestUnnamed');
    await contact.do('PUT', path, { name: 'Trưởng phòng Cải cách hành chính' });
    expect(await guestOf()).toMatchObject({ name: 'Trưởng phòng Cải cách hành chính', accountId: null, organisation: 'Sở Nội vụ', state: 'invited' });
    await contact.do('PUT', path, { myself: true });
    expect(await guestOf()).toMatchObject({ name: contact.me.name, accountId: contact.me.id });
    const { items } = await contact.get<Schema['SessionDto']>(`/sessions/${june.id}`);
    expect(items.map(({ id }) => id)).toEqual([item(1).id]);
    await contact.do('PUT', path, { name: 'Phó Giám đốc' });
    expect((await contact.ask('GET', `/sessions/${june.id}`)).status).toBe(404);
    const rows = await cabinet.rows<{ n: number }>(`select count(*)::int as n from journal_entry where type = 'session.guest' and facts->>'act' = 'namedByUnit' and actor_id = $1`, [contact.me.id]);
    expect(rows[0]?.n).toBe(3);
  });

  it('is over with the deadline, and another contact takes the place of the first', async () => {
    const path = `/unit-invitations/${entry}/name`;
    await secretary.do('PUT', `/guests/${entry}`, unit({ name: 'Phó Giám đốc', nameUntil: '2019-06-20T10:00:00.000Z' }));
    expect(await contact.refused('PUT', path, { name: 'Muộn' })).toBe('409 unitNamingOver');
    expect((await units(contact))[0]).toMatchObject({ canName: false, name: 'Phó Giám đốc' });
    await secretary.do('PUT', `/guests/${entry}`, { organisation: 'Sở Nội vụ', name: 'Phó Giám đốc', itemIds: [item(1).id] });
    expect(await units(contact)).toEqual([]);
    expect(await contact.refused('PUT', path, { name: 'Không còn' })).toBe('404 notFound');
    await secretary.do('PUT', `/guests/${entry}`, unit());
  });

  it('lets a member who does not come name a substitute from their own answer, and find people for it', async () => {
    const member = await cabinet.person('thong-doc');
    const attendance = (): Promise<Schema['SessionDto']> => member.get(`/sessions/${june.id}`);
    expect((await attendance()).can.nameSubstitute).toBe(true);
    await member.do('POST', `/sessions/${june.id}/attendance`, { memberId: member.memberId, act: 'requestAbsence', reason: 'Đi công tác' });
    const { people } = await member.get<Schema['FoundPeopleDto']>(`/bodies/${member.bodyId}/people?name=${encodeURIComponent(contact.me.name.slice(0, 6))}`);
    expect(people.map(({ accountId }) => accountId)).toContain(contact.me.id);
    expect(await (await cabinet.person('giup-viec')).refused('GET', `/bodies/${member.bodyId}/people?name=Bo`)).toBe('403 notAllowed');
    expect(await member.refused('POST', `/sessions/${june.id}/attendance`, { memberId: (await cabinet.person('bo-truong-tai-chinh')).memberId, act: 'nameSubstitute', substituteName: 'Ai đó' })).toBe('403 notAllowed');
    await member.do('POST', `/sessions/${june.id}/attendance`, { memberId: member.memberId, act: 'nameSubstitute', substituteName: 'Phó Thống đốc' });
    const mine = (await attendance()).attendance.find(({ memberId }) => memberId === member.memberId);
    expect(mine).toMatchObject({ state: 'substituted', substituteName: 'Phó Thống đốc', reason: 'Đi công tác' });
    await member.do('POST', `/sessions/${june.id}/attendance`, { memberId: member.memberId, act: 'checkIn', mode: 'online' });
    expect((await attendance()).can.nameSubstitute).toBe(false);
    expect(await member.refused('POST', `/sessions/${june.id}/attendance`, { memberId: member.memberId, act: 'nameSubstitute', substituteName: 'Phó Thống đốc' })).toBe('409 substituteAfterCheckIn');
  });

  it('is over for the unit when the session begins', async () => {
    await (await cabinet.person('thu-tuong')).do('POST', `/sessions/${june.id}/acts`, { act: 'open', reason: 'Họp khẩn' });
    expect(await contact.refused('PUT', `/unit-invitations/${entry}/name`, { name: 'Muộn' })).toBe('409 unitNamingOver');
  });
});
