import { Cabinet } from '../support/cabinet.js';
import { AT_ONCE_MS, eventually } from '../support/eventually.js';
import { juneSession, openJune } from '../support/june.js';
import type { Person, Schema } from '../support/person.js';

type Session = Schema['SessionDto'];
type Guest = Schema['GuestDto'];

describe('invitees and substitutes: people with accounts who attend, speak and never vote', () => {
  let cabinet: Cabinet;
  let secretary: Person;
  let invitee: Person;
  let substitute: Person;
  let june: Session;
  const ids = { own: '', other: '', ownPaper: '', otherPaper: '', ownVersion: '', motion: '' };

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    [secretary, invitee, substitute] = [await cabinet.person('thu-ky'), await cabinet.person('moi-bo-cong-thuong'), await cabinet.person('du-thay-y-te')];
    june = await juneSession(secretary);
    const [other, , own] = june.items;
    Object.assign(ids, { own: own?.id, other: other?.id, ownPaper: own?.papers[0]?.id, ownVersion: own?.papers[0]?.current.id, otherPaper: other?.papers[0]?.id, motion: other?.motions[0]?.id });
  });
  afterAll(() => cabinet.close());

  const page = (person: Person): Promise<Session> => person.get(`/sessions/${june.id}`);
  const me = async (person: Person): Promise<Guest | undefined> => (await page(person)).guests.find(({ isMe }) => isMe);
  const mine = async (person: Person): Promise<Schema['InvitationDto'] | undefined> => (await person.get<Schema['InvitationsDto']>('/invitations')).invitations[0];

  it('lists invitees and substitutes of the demo under their role, with the body they come to', async () => {
    const { people } = await secretary.get<Schema['SignInOptionsDto']>('/auth/options');
    const guests = people.filter(({ role }) => role === 'invitee' || role === 'substitute').map(({ username, role, bodyName }) => [username, role, bodyName]);
    expect(guests).toHaveLength(3);
    expect(guests).toContainEqual(['moi-bo-cong-thuong', 'invitee', 'Chính phủ']);
    expect(guests).toContainEqual(['du-thay-y-te', 'substitute', 'Chính phủ']);
  });

  it('tells a guest of nothing but the invitation: when, where, and the items with the numbers the room calls them by', async () => {
    expect(invitee.me).toMatchObject({ bodies: [], can: { read: false, visit: true } });
    expect(await mine(invitee)).toMatchObject({ sessionId: june.id, place: june.place, bodyName: 'Chính phủ', items: [{ id: ids.own, number: '3' }], guest: { kind: 'invitee', state: 'invited', can: { confirm: true, edit: false } } });
    expect(await mine(substitute)).toMatchObject({ sessionId: june.id, items: [], guest: { kind: 'substitute', state: 'invited' } });
    expect((await secretary.get<Schema['InvitationsDto']>('/invitations')).invitations).toEqual([]);
  });

  it('shows an invitee their own item and its papers; other items, counts, positions, votes and people do not exist', async () => {
    const seen = await page(invitee);
    expect(seen.items.map(({ id, number, motions, positions, commentCount, recusals }) => ({ id, number, motions, positions, commentCount, recusals }))).toEqual([{ id: ids.own, number: '3', motions: [], positions: null, commentCount: 0, recusals: [] }]);
    expect(seen).toMatchObject({ itemCount: 1, attendance: [], quorum: { members: 0, present: 0 }, nextStep: null, openReason: null, myMemberId: null });
    expect(Object.values(seen.can).some(Boolean)).toBe(false);
    expect(seen.guests.map(({ isMe }) => isMe)).toEqual([true]);
    const text = JSON.stringify(seen);
    for (const { id, title } of june.items) expect([title, text.includes(id) || text.includes(title)]).toEqual([title, id === ids.own]);
    expect(seen.items[0]?.papers.map(({ id }) => id)).toEqual(june.items[2]?.papers.filter(({ state }) => state === 'released').map(({ id }) => id));
    expect((await invitee.ask('GET', `/papers/${ids.ownPaper}`)).status).toBe(200);
    const file = await fetch(`${cabinet.url}/api/paper-versions/${ids.ownVersion}/file`, { headers: { cookie: invitee.cookie } });
    expect([file.status, (await file.text()).slice(0, 5)]).toEqual([200, '%PDF-']);
    expect((await invitee.ask('PUT', `/paper-versions/${ids.ownVersion}/read`, { page: 1 })).status).toBe(204);
  });

  it('shows a substitute all items with what members say of them, and no reason of an absence', async () => {
    const seen = await page(substitute);
    expect(seen.items).toHaveLength(7);
    expect(seen.attendance).toHaveLength(27);
    expect(seen.attendance.filter(({ reason }) => reason !== null)).toEqual([]);
    expect(Object.values(seen.can).some(Boolean)).toBe(false);
    expect(seen.items.flatMap(({ can }) => Object.values(can)).some(Boolean)).toBe(false);
    expect(seen.guests.filter(({ accountId }) => accountId !== null).map(({ isMe }) => isMe)).toEqual([true]);
    for (const path of [`/items/${ids.other}/comments`, `/items/${ids.other}/positions`, `/papers/${ids.otherPaper}`, `/motions/${ids.motion}`]) expect([path, (await substitute.ask('GET', path)).status]).toEqual([path, 200]);
    expect((await substitute.get<Schema['MotionDto']>(`/motions/${ids.motion}`)).can).toMatchObject({ cast: false, open: false, edit: false });
  });

  it('keeps from guests what is not theirs, also when they know its id', async () => {
    const absent = '00000000-0000-4000-8000-000000000000';
    for (const path of [`/items/${ids.own}/comments`, `/items/${ids.own}/positions`, `/motions/${ids.motion}`, `/papers/${ids.otherPaper}`, `/sessions/${june.id}/consent-list`, `/bodies/${secretary.bodyId}/sessions`, `/bodies/${secretary.bodyId}/people?name=Bo`, `/motions/${ids.motion}/export`, `/sessions/${june.id}/presence`, `/sessions/${june.id}/readiness`]) {
      const other = path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, absent);
      expect([path, await invitee.refused('GET', path)]).toEqual([path, await invitee.refused('GET', other)]);
      expect([path, (await invitee.ask('GET', path)).status]).not.toEqual([path, 200]);
    }
    for (const path of [`/sessions/${june.id}/consent-list`, `/motions/${ids.motion}/export`, `/bodies/${secretary.bodyId}/sessions`, '/desk?bodyId=' + secretary.bodyId]) expect([path, (await substitute.ask('GET', path)).status]).toEqual([path, 403]);
    for (const [method, path, body] of [['POST', `/motions/${ids.motion}/ballots`, { choice: 'agree' }], ['PUT', `/items/${ids.own}/position`, { stand: 'noObjection' }], ['POST', `/items/${ids.own}/comments`, { text: 'x', weight: 'remark' }], ['PUT', `/items/${ids.own}/consent-pull`, undefined]] as const) {
      for (const guest of [invitee, substitute]) expect([path, (await guest.ask(method, path, body)).status]).toEqual([path, 403]);
    }
  });

  it('takes the answer of the guest alone, or of the office on their behalf; who declines is shown nothing more', async () => {
    const guest = await me(invitee);
    const acts = `/invitations/${guest?.id ?? ''}/acts`;
    const office = `/guests/${guest?.id ?? ''}/acts`;
    expect(await substitute.refused('POST', acts, { act: 'confirm' })).toBe('404 notFound');
    expect(await (await cabinet.person('thong-doc')).refused('POST', office, { act: 'confirm' })).toBe('403 notAllowed');
    expect(await (await cabinet.person('ubnd-thu-ky')).refused('POST', office, { act: 'confirm' })).toBe('404 notFound');
    expect(await secretary.refused('POST', acts, { act: 'confirm' })).toBe('404 notFound');
    expect(await invitee.refused('POST', office, { act: 'confirm' })).toBe('403 notAllowed');
    await invitee.do('POST', acts, { act: 'confirm' });
    expect(await invitee.refused('POST', acts, { act: 'confirm' })).toBe('409 attendanceStateForbids');
    expect((await page(secretary)).guests.find(({ id }) => id === guest?.id)).toMatchObject({ state: 'confirmed', organisation: 'Bộ Công Thương', itemIds: [ids.own], can: { edit: true, remove: true, checkIn: true } });
    await invitee.do('POST', acts, { act: 'decline' });
    expect(await invitee.refused('GET', `/sessions/${june.id}`)).toBe('403 notAllowed');
    expect(await invitee.refused('GET', `/papers/${ids.ownPaper}`)).toBe('403 notAllowed');
    expect(await mine(invitee)).toMatchObject({ items: [], guest: { state: 'declined', itemIds: [], can: { confirm: true } } });
    await secretary.do('POST', office, { act: 'confirm' });
    expect(await me(invitee)).toMatchObject({ state: 'confirmed' });
  });

  it('lets the office invite an organisation first and say later whom it sends, once', async () => {
    const path = `/sessions/${june.id}/guests`;
    expect(await secretary.refused('POST', path, { itemIds: [ids.own] })).toBe('422 guestUnnamed');
    expect(await secretary.refused('POST', path, { organisation: 'Bộ Công Thương', itemIds: [ids.motion] })).toBe('404 notFound');
    const { id } = await secretary.do<{ id: string }>('POST', path, { organisation: 'Ngân hàng Phát triển Việt Nam', itemIds: [ids.own, ids.other] });
    expect((await page(secretary)).guests.find((guest) => guest.id === id)).toMatchObject({ name: null, organisation: 'Ngân hàng Phát triển Việt Nam', state: 'invited' });
    const { people } = await secretary.get<Schema['FoundPeopleDto']>(`/bodies/${secretary.bodyId}/people?name=${encodeURIComponent('vụ kế hoạch')}`);
    expect(people.map(({ name }) => name)).toEqual(['Vụ trưởng Vụ Kế hoạch, Bộ Công Thương']);
    expect(await secretary.refused('PUT', `/guests/${id}`, { accountId: people[0]?.accountId, itemIds: [ids.own] })).toBe('409 guestTwice');
    expect(await secretary.refused('PUT', `/guests/${id}`, { accountId: (await cabinet.person('thong-doc')).me.id, itemIds: [ids.own] })).toBe('409 guestOfOwnBody');
    await secretary.do('PUT', `/guests/${id}`, { organisation: 'Ngân hàng Phát triển Việt Nam', name: 'Tổng Giám đốc', itemIds: [ids.other] });
    expect((await page(secretary)).guests.find((guest) => guest.id === id)).toMatchObject({ name: 'Tổng Giám đốc', itemIds: [ids.other] });
    await secretary.do('DELETE', `/guests/${id}`);
    expect((await page(secretary)).guests.some((guest) => guest.id === id)).toBe(false);
    expect(await (await cabinet.person('thong-doc')).refused('POST', path, { organisation: 'x', itemIds: [ids.own] })).toBe('403 notAllowed');
    expect(await (await cabinet.person('ubnd-thu-ky')).refused('POST', path, { organisation: 'x', itemIds: [ids.own] })).toBe('404 notFound');
  });

  it('tells of a session only when its invitations are sent', async () => {
    const times = { startsAt: '2027-01-20T01:00:00.000Z', endsAt: '2027-01-20T03:00:00.000Z' };
    const { id } = await secretary.do<{ id: string }>('POST', `/bodies/${secretary.bodyId}/sessions`, { title: 'Phiên chưa gửi', kind: 'regular', place: 'Phòng họp', ...times });
    const { id: itemId } = await secretary.do<{ id: string }>('POST', `/sessions/${id}/items`, { title: 'Nội dung', kind: 'information', minutes: 10 });
    const { id: guestId } = await secretary.do<{ id: string }>('POST', `/sessions/${id}/guests`, { accountId: invitee.me.id, itemIds: [itemId] });
    expect((await invitee.get<Schema['InvitationsDto']>('/invitations')).invitations).toHaveLength(1);
    expect(await invitee.refused('GET', `/sessions/${id}`)).toBe('404 notFound');
    expect(await invitee.refused('POST', `/invitations/${guestId}/acts`, { act: 'confirm' })).toBe('404 notFound');
    const chair = await cabinet.person('thu-tuong');
    for (const [person, act] of [[secretary, 'submit'], [chair, 'approve'], [secretary, 'send']] as const) await person.do('POST', `/sessions/${id}/acts`, { act });
    expect((await invitee.get<Schema['InvitationsDto']>('/invitations')).invitations).toHaveLength(2);
    expect((await invitee.get<Session>(`/sessions/${id}`)).items).toHaveLength(1);
  });

  it('invites nobody with an account to a rehearsal', async () => {
    const { id } = await secretary.do<{ id: string }>('POST', `/sessions/${june.id}/rehearsal`);
    const copy = await secretary.get<Session>(`/sessions/${id}`);
    expect(await secretary.refused('POST', `/sessions/${id}/guests`, { accountId: invitee.me.id, itemIds: [copy.items[0]?.id] })).toBe('409 guestOfRehearsal');
    await secretary.do('POST', `/sessions/${id}/guests`, { name: 'Đại biểu diễn tập', itemIds: [copy.items[0]?.id] });
    expect((await secretary.get<Session>(`/sessions/${id}`)).guests).toMatchObject([{ name: 'Đại biểu diễn tập', accountId: null }]);
    await secretary.do('DELETE', `/sessions/${id}/rehearsal`);
  });

  it('tells guests over sockets what they may read and no id besides', async () => {
    await invitee.listen();
    await substitute.listen();
    await cabinet.settled();
    const since = (await invitee.get<Schema['ChangesDto']>('/changes')).upTo;
    const member = await cabinet.person('thong-doc');
    for (const itemId of [ids.own, ids.other]) {
      await member.do('POST', `/items/${itemId}/comments`, { text: 'Ý kiến', weight: 'remark' });
      await member.do('PUT', `/items/${itemId}/position`, { stand: 'noObjection' });
      await secretary.do('PATCH', `/items/${itemId}`, { minutes: 12 });
    }
    await secretary.do('PATCH', `/sessions/${june.id}`, { place: 'Phòng họp số 2' });
    await eventually(() => expect(invitee.news).toContain('session.changed'));
    await eventually(() => expect(substitute.news).toContain('session.changed'));
    // A socket may also be told late of what was done just before it listened: the exact list is asked for by number.
    const told = (person: Person): { type: string; itemId: string | undefined }[] => person.heard.flatMap(({ changes }) => changes.map(({ type, ids: named }) => ({ type, itemId: named.itemId })));
    expect(told(invitee)).toContainEqual({ type: 'agenda.changed', itemId: ids.own });
    for (const hidden of ['comment.added', 'position.taken']) expect(told(invitee).map(({ type }) => type)).not.toContain(hidden);
    expect(told(invitee).map(({ itemId }) => itemId)).not.toContain(ids.other);
    expect(told(substitute).map(({ type }) => type)).toEqual(expect.arrayContaining(['comment.added', 'position.taken', 'agenda.changed']));
    const { changes } = await invitee.get<Schema['ChangesDto']>(`/changes?since=${since}`);
    // That they are told of the new place is news of their own, and comes a moment later.
    expect(changes.filter(({ type }) => !type.startsWith('identity') && type !== 'notification.made').map(({ type }) => type)).toEqual(['agenda.changed', 'session.changed']);
    expect(JSON.stringify(changes)).not.toContain(ids.other);
  });

  it('brings the socket of somebody who is invited now into the right rooms at once', async () => {
    const late = await cabinet.person('ubnd-so-noi-vu');
    await late.listen();
    const { id } = await secretary.do<{ id: string }>('POST', `/sessions/${june.id}/guests`, { accountId: late.me.id, itemIds: [ids.other] });
    await eventually(() => expect(late.connected).toBe(false), AT_ONCE_MS);
    await late.listen();
    await secretary.do('PATCH', `/items/${ids.other}`, { minutes: 11 });
    await eventually(() => expect(late.news).toContain('agenda.changed'));
    await secretary.do('DELETE', `/guests/${id}`);
    await eventually(() => expect(late.connected).toBe(false), AT_ONCE_MS);
    expect(await late.refused('GET', `/sessions/${june.id}`)).toBe('404 notFound');
  });

  it('lets guests check in and ask for the floor on what is theirs, a substitute for their member', async () => {
    const { sessionId, chair } = await openJune(cabinet);
    for (const guest of [invitee, substitute]) await guest.do('POST', `/invitations/${(await me(guest))?.id ?? ''}/acts`, { act: 'checkIn', mode: 'room' });
    expect(await me(invitee)).toMatchObject({ state: 'checkedIn', mode: 'room', can: { leave: true, decline: false } });
    expect((await page(secretary)).quorum.present).toBe(21);
    const floor = (person: Person): Promise<Schema['FloorDto']> => person.get(`/sessions/${sessionId}/floor`);
    await chair.do('PUT', `/sessions/${sessionId}/current-item`, { itemId: ids.other });
    expect((await page(invitee)).currentItemId).toBeNull();
    expect((await floor(invitee)).can.ask).toBe(false);
    expect(await invitee.refused('POST', `/items/${ids.other}/turns`, { kind: 'speech' })).toBe('404 notFound');
    const { id: turnId } = await substitute.do<{ id: string }>('POST', `/items/${ids.other}/turns`, { kind: 'speech' });
    expect((await floor(chair)).waiting).toMatchObject([{ id: turnId, name: 'Thứ trưởng Bộ Y tế', memberId: june.attendance.find(({ title }) => title === 'Bộ trưởng Bộ Y tế')?.memberId }]);
    expect(await floor(invitee)).toMatchObject({ speaking: null, waiting: [], done: [], spoken: [] });
    expect(await invitee.refused('POST', `/turns/${turnId}/acts`, { act: 'withdraw' })).toBe('404 notFound');
    expect(await substitute.refused('POST', `/turns/${turnId}/acts`, { act: 'start' })).toBe('403 notAllowed');
    await substitute.do('POST', `/turns/${turnId}/acts`, { act: 'withdraw' });
    await chair.do('PUT', `/sessions/${sessionId}/current-item`, { itemId: ids.own });
    expect((await floor(invitee)).can).toEqual({ ask: true, run: false });
    await invitee.do('POST', `/items/${ids.own}/turns`, { kind: 'speech' });
    expect(await invitee.refused('POST', `/items/${ids.own}/turns`, { kind: 'speech' })).toBe('409 turnWaiting');
    expect((await floor(chair)).waiting.at(-1)).toMatchObject({ name: 'Vụ trưởng Vụ Kế hoạch, Bộ Công Thương', memberId: null });
    expect((await floor(invitee)).waiting.filter(({ can }) => can.withdraw)).toHaveLength(1);
    expect(await invitee.refused('POST', `/items/${ids.own}/turns`, { kind: 'speech', name: 'Ai đó' })).toBe('403 notAllowed');
  });

  it('hides from a substitute the papers of what the member takes no part in', async () => {
    const memberId = june.attendance.find(({ title }) => title === 'Bộ trưởng Bộ Y tế')?.memberId;
    await secretary.do('POST', `/items/${june.items[3]?.id ?? ''}/recusals`, { memberId, reason: 'Lợi ích liên quan' });
    const item = (await page(substitute)).items[3];
    expect(item).toMatchObject({ amRecused: true, papers: [], recusals: [{ memberId, reason: null }] });
    expect(await substitute.refused('GET', `/papers/${june.items[3]?.papers[0]?.id ?? ''}`)).toBe('404 notFound');
  });

  it('lets the substitute out again when the member comes, and names none after that', async () => {
    const member = await cabinet.person('bo-truong-y-te');
    const attendance = `/sessions/${june.id}/attendance`;
    await member.do('POST', attendance, { memberId: member.memberId, act: 'checkIn', mode: 'online' });
    expect(await substitute.refused('GET', `/sessions/${june.id}`)).toBe('403 notAllowed');
    expect((await page(secretary)).attendance.find(({ memberId }) => memberId === member.memberId)).toMatchObject({ state: 'checkedIn', substituteName: null });
    expect(await secretary.refused('POST', attendance, { memberId: member.memberId, act: 'nameSubstitute', substituteAccountId: substitute.me.id })).toBe('409 substituteAfterCheckIn');
  });

  it('writes every act down, without a name', async () => {
    const rows = await cabinet.rows<{ facts: { act: string }; ids: object; text: string }>(`select facts, ids, (ids::text || facts::text) as text from journal_entry where type = 'session.guest'`);
    expect([...new Set(rows.map(({ facts }) => facts.act))].sort()).toEqual(['changed', 'checkIn', 'confirm', 'decline', 'invited', 'named', 'sent', 'withdrawn']);
    expect(rows.filter(({ text }) => /Bộ|Ngân hàng|Tổng/.test(text))).toEqual([]);
  });
});
