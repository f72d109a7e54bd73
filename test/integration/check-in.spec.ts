import { Environment } from '../../src/config/environment.js';
import { InstallationSecret } from '../../src/config/secret.js';
import { CheckInCodes } from '../../src/sessions/check-in/check-in-codes.js';
import { Cabinet } from '../support/cabinet.js';
import { juneSession } from '../support/june.js';
import type { Person, Schema } from '../support/person.js';

type Session = Schema['SessionDto'];
type CheckedIn = Schema['CheckedInDto'];

describe('checking in by the code that hangs in the room', () => {
  let cabinet: Cabinet;
  let secretary: Person;
  let chair: Person;
  let june: Session;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    [secretary, chair] = [await cabinet.person('thu-ky'), await cabinet.person('thu-tuong')];
    june = await juneSession(secretary);
  });
  afterAll(() => cabinet.close());

  const shown = async (): Promise<string> => codeIn((await secretary.get<Schema['CheckInCodeDto']>(`/sessions/${june.id}/check-in-code`)).address);
  const codeIn = (address: string): string => /#code=([\w-]{16})$/.exec(address)?.[1] ?? '';
  const path = (): string => `/sessions/${june.id}/check-in`;
  const attendanceOf = async (memberId: string): Promise<Schema['AttendanceDto'] | undefined> => (await secretary.get<Session>(`/sessions/${june.id}`)).attendance.find((entry) => entry.memberId === memberId);

  it('shows the code to who runs the session alone, in the fragment of an address, for half a minute', async () => {
    const { address, secondsLeft } = await chair.get<Schema['CheckInCodeDto']>(`/sessions/${june.id}/check-in-code`);
    expect(address.split('#')[0]).toBe(`/sessions/${june.id}/check-in`);
    expect(codeIn(address)).toHaveLength(16);
    expect(secondsLeft).toBeGreaterThanOrEqual(1);
    expect(secondsLeft).toBeLessThanOrEqual(30);
    expect(await (await cabinet.person('thong-doc')).refused('GET', `/sessions/${june.id}/check-in-code`)).toBe('403 notAllowed');
    expect(await (await cabinet.person('ubnd-thu-ky')).refused('GET', `/sessions/${june.id}/check-in-code`)).toBe('404 notFound');
    expect(await (await cabinet.person('du-thay-y-te')).refused('GET', `/sessions/${june.id}/check-in-code`)).toBe('403 notAllowed');
  });

  it('checks a member in, in the room; opening the address alone changes nothing, and a second time neither', async () => {
    const member = await cabinet.person('thong-doc');
    const code = await shown();
    await fetch(`${cabinet.url}/sessions/${june.id}/check-in`, { headers: { cookie: member.cookie } });
    expect((await member.ask('GET', path())).status).toBe(404);
    expect((await attendanceOf(member.memberId))?.state).not.toBe('checkedIn');
    const first = await member.do<CheckedIn>('POST', path(), { code });
    expect(first).toMatchObject({ id: june.id, mode: 'room', isNew: true });
    expect(await attendanceOf(member.memberId)).toMatchObject({ state: 'checkedIn', mode: 'room', checkedInAt: first.checkedInAt });
    expect(await member.do<CheckedIn>('POST', path(), { code })).toEqual({ ...first, isNew: false });
    const journal = await cabinet.rows<{ facts: object }>(`select facts from journal_entry where type = 'session.attendance' and ids->>'memberId' = $1 and ids->>'sessionId' = $2 and facts->>'act' = 'checkIn'`, [member.memberId, june.id]);
    expect(journal).toEqual([{ facts: expect.objectContaining({ act: 'checkIn', to: 'checkedIn', by: 'code' }) }]);
    const [row] = await cabinet.rows<{ text: string }>(`select string_agg(e::text, ' ') as text from journal_entry e`);
    expect(row?.text).not.toContain(code);
  });

  it('checks a substitute and an invitee in, also one who had declined, and tells that it was by the code', async () => {
    const invitee = await cabinet.person('moi-bo-cong-thuong');
    const { invitations } = await invitee.get<Schema['InvitationsDto']>('/invitations');
    await invitee.do('POST', `/invitations/${invitations[0]?.guest.id ?? ''}/acts`, { act: 'decline' });
    for (const guest of [await cabinet.person('du-thay-y-te'), invitee]) {
      expect(await guest.do<CheckedIn>('POST', path(), { code: await shown() })).toMatchObject({ mode: 'room', isNew: true });
      expect((await guest.get<Session>(`/sessions/${june.id}`)).guests.find(({ isMe }) => isMe)).toMatchObject({ state: 'checkedIn', mode: 'room' });
    }
    const journal = await cabinet.rows<{ facts: { kind: string } }>(`select facts from journal_entry where type = 'session.guest' and facts->>'by' = 'code'`);
    expect(journal.map(({ facts }) => facts.kind).sort()).toEqual(['invitee', 'substitute']);
  });

  it('refuses a wrong code, one of another session, one that is a minute old, one that is still to come and none, and records nothing', async () => {
    const member = await cabinet.person('bo-truong-noi-vu');
    const other = (await cabinet.rows<{ id: string }>(`insert into session (body_id, rule_set_id, title, kind, state, starts_at, ends_at, place, sent_at) select body_id, rule_set_id, 'Phiên khác', 'regular', 'sent', starts_at, ends_at, place, now() from session where id = $1 returning id`, [june.id]))[0]?.id ?? '';
    const foreign = await secretary.get<Schema['CheckInCodeDto']>(`/sessions/${other}/check-in-code`);
    expect(await member.refused('POST', path(), { code: 'AAAAAAAAAAAAAAAA' })).toBe('409 checkInCodeOld');
    expect(await member.refused('POST', path(), { code: codeIn(foreign.address) })).toBe('409 checkInCodeOld');
    const codes = new CheckInCodes(new InstallationSecret(Object.assign(new Environment(), { ECABINET_DATA_DIR: cabinet.folder })));
    const at = (seconds: number): string => codeIn(codes.show({ sessionId: june.id, siteId: null }, new Date(Date.now() + 1000 * seconds)).address);
    for (const seconds of [-61, 31]) expect([seconds, await member.refused('POST', path(), { code: at(seconds) })]).toEqual([seconds, '409 checkInCodeOld']);
    expect(await member.refused('POST', path(), { code: 'x' })).toBe('400 badInput');
    expect((await attendanceOf(member.memberId))?.state).not.toBe('checkedIn');
    // Half a minute old is what somebody scanned a moment ago.
    expect(await member.do<CheckedIn>('POST', path(), { code: at(-20) })).toMatchObject({ isNew: true });
  });

  it('does not know the session for who takes no part in it, whatever the code', async () => {
    const code = await shown();
    for (const username of ['ubnd-thu-ky', 'quan-tri', 'thu-ky', 'giup-viec']) {
      const person = await cabinet.person(username);
      for (const given of [code, 'AAAAAAAAAAAAAAAA']) expect([username, await person.refused('POST', path(), { code: given })]).toEqual([username, '404 notFound']);
    }
    expect((await fetch(`${cabinet.url}/api${path()}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ code }) })).status).toBe(401);
  });

  it('is on the wall while people check in, and counts', async () => {
    const { address } = await secretary.do<Schema['MadeDisplayDto']>('POST', `/sessions/${june.id}/displays`, { name: 'Phòng A' });
    const wall = async (): Promise<Schema['DisplayDto']> => (await (await fetch(`${cabinet.url}/api/display`, { headers: { authorization: `Bearer ${address.slice(15)}` } })).json()) as Schema['DisplayDto'];
    const member = await cabinet.person('bo-truong-tu-phap');
    expect(await member.do<CheckedIn>('POST', path(), { code: codeIn((await wall()).checkIn?.address ?? '') })).toMatchObject({ isNew: true });
    for (const [memberId] of june.attendance.map((entry) => [entry.memberId])) await secretary.ask('POST', `/sessions/${june.id}/attendance`, { memberId, act: 'checkIn', mode: 'room' });
    const late = await cabinet.person('bo-truong-tai-chinh');
    await secretary.do('POST', `/sessions/${june.id}/attendance`, { memberId: late.memberId, act: 'leave' });
    const code = await shown();
    await chair.do('POST', `/sessions/${june.id}/acts`, { act: 'open' });
    await chair.do('POST', `/sessions/${june.id}/acts`, { act: 'end' });
    expect((await wall()).checkIn).toBeNull();
    expect(await late.refused('POST', path(), { code })).toBe('409 sessionStateForbids');
    expect(await secretary.refused('GET', `/sessions/${june.id}/check-in-code`)).toBe('409 sessionStateForbids');
  });

  it('left nothing in the log', () => expect(cabinet.log).toEqual([]));
});
