import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import { juneSession } from '../support/june.js';
import type { Person, Schema } from '../support/person.js';

type Session = Schema['SessionDto'];

const VIDEO = 'https://meet.example.gov';
const LINK = `${VIDEO}/ChinhPhu-2406`;

describe('sites of a session and its video room', () => {
  let cabinet: Cabinet;
  let secretary: Person;
  let member: Person;
  let invitee: Person;
  let june: Session;
  let siteId = '';
  let token = '';

  beforeAll(async () => {
    cabinet = await Cabinet.open({ ECABINET_VIDEO_ORIGINS: `${VIDEO}, https://other.example.gov:8443` });
    [secretary, member, invitee] = [await cabinet.person('thu-ky'), await cabinet.person('thong-doc'), await cabinet.person('moi-bo-cong-thuong')];
    june = await juneSession(secretary);
  });
  afterAll(() => cabinet.close());

  const page = (person: Person): Promise<Session> => person.get(`/sessions/${june.id}`);
  const mine = async (person: Person): Promise<Schema['AttendanceDto'] | undefined> => (await page(secretary)).attendance.find(({ memberId }) => memberId === person.memberId);
  const wall = async (): Promise<{ status: number; body: Schema['DisplayDto']; text: string }> => {
    const response = await fetch(`${cabinet.url}/api/display`, { headers: { authorization: `Bearer ${token}` } });
    const text = await response.text();
    return { status: response.status, body: JSON.parse(text) as Schema['DisplayDto'], text };
  };
  const codeOf = async (site?: string): Promise<string> => (await secretary.get<Schema['CheckInCodeDto']>(`/sessions/${june.id}/check-in-code${site === undefined ? '' : `?siteId=${site}`}`)).address.split('#code=')[1] ?? '';

  it('are made and changed by who runs the session; the journal tells it without a name', async () => {
    const fields = { name: 'Điểm cầu Đà Nẵng', place: '24 Trần Phú', contact: '0236 000 000' };
    expect(await member.refused('POST', `/sessions/${june.id}/sites`, fields)).toBe('403 notAllowed');
    expect(await (await cabinet.person('ubnd-thu-ky')).refused('POST', `/sessions/${june.id}/sites`, fields)).toBe('404 notFound');
    await secretary.do('POST', `/sessions/${june.id}/sites`, { name: 'Điểm cầu', place: ' ' });
    const { sites, can } = await page(secretary);
    siteId = sites[0]?.id ?? '';
    expect([sites, can.keepSites, (await page(member)).can.keepSites]).toEqual([[{ id: siteId, name: 'Điểm cầu', place: null, contact: null }], true, false]);
    await (await cabinet.person('thu-tuong')).do('PUT', `/sites/${siteId}`, fields);
    expect((await page(member)).sites).toEqual([{ id: siteId, ...fields }]);
    const journal = await cabinet.rows<{ facts: object; text: string }>(`select facts, e::text as text from journal_entry e where type = 'session.site' order by at`);
    expect(journal.map(({ facts }) => facts)).toEqual([{ act: 'made' }, { act: 'changed' }]);
    expect(journal.map(({ text }) => text).join(' ')).not.toMatch(/Đà Nẵng|0236/);
  });

  it('have people: each is expected at one; an invitee sees only the own site', async () => {
    await secretary.do('POST', `/sessions/${june.id}/sites`, { name: 'Điểm cầu Cần Thơ' });
    const other = (await page(secretary)).sites.find(({ id }) => id !== siteId)?.id ?? '';
    const guest = (await page(secretary)).guests.find(({ kind }) => kind === 'invitee')?.id ?? '';
    expect((await page(invitee)).sites).toEqual([]);
    await secretary.do('PUT', `/sites/${other}/people`, { memberIds: [member.memberId], guestIds: [] });
    await secretary.do('PUT', `/sites/${siteId}/people`, { memberIds: [member.memberId, (await cabinet.person('bo-truong-noi-vu')).memberId], guestIds: [guest] });
    expect((await page(secretary)).attendance.filter((entry) => entry.siteId !== null).map((entry) => entry.siteId)).toEqual([siteId, siteId]);
    expect((await page(invitee)).sites.map(({ id }) => id)).toEqual([siteId]);
    expect(await secretary.refused('PUT', `/sites/${siteId}/people`, { memberIds: [guest], guestIds: [] })).toBe('404 notFound');
    expect(await member.refused('PUT', `/sites/${siteId}/people`, { memberIds: [], guestIds: [] })).toBe('403 notAllowed');
    await secretary.do('DELETE', `/sites/${other}`);
  });

  it('take a substitute where the member was expected', async () => {
    const absent = await cabinet.person('bo-truong-noi-vu');
    await secretary.do('POST', `/sessions/${june.id}/attendance`, { memberId: absent.memberId, act: 'nameSubstitute', substituteName: 'Thứ trưởng' });
    expect((await page(secretary)).guests.find(({ memberId }) => memberId === absent.memberId)?.siteId).toBe(siteId);
  });

  it('check people in online and at the site: by themselves, by the secretariat, by the code of the wall there', async () => {
    await member.do('POST', `/sessions/${june.id}/attendance`, { memberId: member.memberId, act: 'checkIn', mode: 'online', siteId });
    expect(await mine(member)).toMatchObject({ state: 'checkedIn', mode: 'online', atSiteId: siteId });
    const foreign = '00000000-0000-4000-8000-000000000000';
    const late = await cabinet.person('bo-truong-tai-chinh');
    expect(await late.refused('POST', `/sessions/${june.id}/attendance`, { memberId: late.memberId, act: 'checkIn', mode: 'online', siteId: foreign })).toBe('404 notFound');
    expect(await secretary.refused('GET', `/sessions/${june.id}/check-in-code?siteId=${foreign}`)).toBe('404 notFound');
    expect(await late.do<Schema['CheckedInDto']>('POST', `/sessions/${june.id}/check-in`, { code: await codeOf(siteId) })).toMatchObject({ mode: 'online', siteName: 'Điểm cầu Đà Nẵng', isNew: true });
    expect(await mine(late)).toMatchObject({ mode: 'online', siteId: null, atSiteId: siteId });
    expect(await invitee.do<Schema['CheckedInDto']>('POST', `/sessions/${june.id}/check-in`, { code: await codeOf(siteId) })).toMatchObject({ mode: 'online', siteName: 'Điểm cầu Đà Nẵng' });
    await secretary.do('POST', `/sessions/${june.id}/attendance`, { memberId: late.memberId, act: 'leave' });
    expect(await late.do<Schema['CheckedInDto']>('POST', `/sessions/${june.id}/check-in`, { code: await codeOf() })).toMatchObject({ mode: 'room', siteName: null });
    expect(await mine(late)).toMatchObject({ mode: 'room', atSiteId: null });
    const journal = await cabinet.rows<{ site: string | null }>(`select ids->>'siteId' as site from journal_entry where type = 'session.attendance' and ids->>'memberId' = $1 and ids->>'sessionId' = $2 and facts->>'by' = 'code' order by at`, [late.memberId, june.id]);
    expect(journal.map(({ site }) => site)).toEqual([siteId, null]);
  });

  it('have a wall of their own that shows who is there, and whose code checks in there', async () => {
    expect(await secretary.refused('POST', `/sessions/${june.id}/displays`, { name: 'X', siteId: '00000000-0000-4000-8000-000000000000' })).toBe('404 notFound');
    token = (await secretary.do<Schema['MadeDisplayDto']>('POST', `/sessions/${june.id}/displays`, { name: 'Màn hình Đà Nẵng', siteId })).address.slice(15);
    const { displays } = await secretary.get<Schema['DisplaysDto']>(`/sessions/${june.id}/displays`);
    expect(displays.map((display) => display.siteId)).toEqual([siteId]);
    const { body, text } = await wall();
    expect(body.site).toMatchObject({ name: 'Điểm cầu Đà Nẵng', place: '24 Trần Phú' });
    expect(body.site?.people.filter(({ isHere }) => isHere)).toHaveLength(2);
    expect(body.site?.people).toHaveLength(4);
    expect(body.seats.filter(({ presence }) => presence === 'site')).toHaveLength(1);
    expect(text).not.toContain('0236');
    const justice = await cabinet.person('bo-truong-tu-phap');
    expect(await justice.do<Schema['CheckedInDto']>('POST', `/sessions/${june.id}/check-in`, { code: body.checkIn?.address.split('#code=')[1] })).toMatchObject({ siteName: 'Điểm cầu Đà Nẵng' });
  });

  it('stay while somebody is there, and take their wall with them', async () => {
    expect(await secretary.refused('DELETE', `/sites/${siteId}`)).toBe('409 siteInUse');
    for (const { memberId } of (await page(secretary)).attendance.filter(({ atSiteId }) => atSiteId === siteId)) await secretary.do('POST', `/sessions/${june.id}/attendance`, { memberId, act: 'leave' });
    await secretary.do('POST', `/guests/${(await page(secretary)).guests.find(({ atSiteId }) => atSiteId === siteId)?.id ?? ''}/acts`, { act: 'leave' });
    await member.listen();
    await secretary.do('DELETE', `/sites/${siteId}`);
    await eventually(() => expect(member.news).toContain('session.site'));
    expect((await wall()).status).toBe(410);
    const after = await page(secretary);
    expect([after.sites, after.attendance.filter((entry) => entry.siteId !== null || entry.atSiteId !== null)]).toEqual([[], []]);
    expect(await cabinet.rows(`select 1 from journal_entry where type = 'display.revoked'`)).toHaveLength(1);
  });

  it('give the link of the video room to who takes part or prepares, and to nobody else who may read of the session', async () => {
    await secretary.do('PATCH', `/sessions/${june.id}`, { onlineLink: LINK });
    for (const username of ['thu-ky', 'chuyen-vien', 'thu-tuong', 'thong-doc', 'moi-bo-cong-thuong', 'du-thay-y-te']) expect([username, await page(await cabinet.person(username))]).toEqual([username, expect.objectContaining({ onlineLink: LINK, embedsVideo: true })]);
    for (const username of ['giup-viec', 'van-thu']) {
      const reader = await cabinet.person(username);
      const answer = await reader.ask<Session>('GET', `/sessions/${june.id}`);
      expect([username, answer.status, answer.body.onlineLink, answer.body.embedsVideo]).toEqual([username, 200, null, false]);
      expect(JSON.stringify([answer.body, await reader.get(`/bodies/${reader.bodyId}/sessions`), await reader.get(`/desk?bodyId=${reader.bodyId}`)])).not.toContain(LINK);
    }
    for (const username of ['ubnd-thu-ky', 'quan-tri', 'kiem-tra']) expect((await (await cabinet.person(username)).ask('GET', `/sessions/${june.id}`)).status).toBeGreaterThanOrEqual(403);
    token = (await secretary.do<Schema['MadeDisplayDto']>('POST', `/sessions/${june.id}/displays`, { name: 'Phòng A' })).address.slice(15);
    expect((await wall()).text).not.toContain(VIDEO);
    const substitute = await cabinet.person('du-thay-y-te');
    const { invitations } = await substitute.get<Schema['InvitationsDto']>('/invitations');
    await substitute.do('POST', `/invitations/${invitations[0]?.guest.id ?? ''}/acts`, { act: 'decline' });
    expect((await substitute.ask('GET', `/sessions/${june.id}`)).status).toBe(403);
    expect(JSON.stringify(await substitute.get('/invitations'))).not.toContain(VIDEO);
  });

  it('lets pages hold frames of the named origins and nobody else, with camera and microphone for them alone', async () => {
    const { headers } = await fetch(`${cabinet.url}/desk`);
    expect(headers.get('content-security-policy')).toMatch(/;frame-src blob: https:\/\/meet\.example\.gov https:\/\/other\.example\.gov:8443$/);
    for (const feature of ['camera', 'microphone', 'display-capture']) expect(headers.get('permissions-policy')).toContain(`${feature}=(self "https://meet.example.gov" "https://other.example.gov:8443")`);
    expect(headers.get('permissions-policy')).toContain('geolocation=()');
    await secretary.do('PATCH', `/sessions/${june.id}`, { onlineLink: 'https://meet.example.gov.evil.example/x' });
    expect(await page(member)).toMatchObject({ onlineLink: 'https://meet.example.gov.evil.example/x', embedsVideo: false });
  });

  it('left nothing in the log', () => expect(cabinet.log).toEqual([]));
});
