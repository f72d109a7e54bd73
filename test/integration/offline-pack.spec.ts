import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import { juneSession } from '../support/june.js';
import { Person, type Schema } from '../support/person.js';
import { samplePdf } from '../support/screen.js';

type Taken = Schema['OfflineTakenDto'];
type Check = Schema['OfflineCheckDto'];
const SECRET = 'k'.repeat(43);
const ids = ['10000000-0000-4000-8000-000000000001', '10000000-0000-4000-8000-000000000002', '10000000-0000-4000-8000-000000000003', '10000000-0000-4000-8000-000000000004'] as const;

describe('papers on devices', () => {
  let cabinet: Cabinet;
  let secretary: Person;
  let member: Person;
  let papers: Schema['PaperBriefDto'][] = [];

  beforeAll(async () => {
    cabinet = await Cabinet.open({ ECABINET_OFFLINE_DAYS: '5' });
    [secretary, member] = [await cabinet.person('thu-ky'), await cabinet.person('thong-doc')];
    papers = (await juneSession(member)).items.flatMap((item) => item.papers);
  });
  afterAll(() => cabinet.close());

  const versions = (...which: number[]): string[] => which.map((index) => papers[index]?.current.id ?? '');
  const addDevice = (person: Person, id: string = ids[0], secret = SECRET): Promise<{ keepDays: number }> => person.do('POST', '/offline/devices', { id, secret });
  const take = (person: Person, versionIds: string[], deviceId: string = ids[0]): Promise<Taken> => person.do('POST', '/offline/copies', { deviceId, versionIds });
  const check = (person: Person, versionIds: string[], deviceId: string = ids[0]): Promise<Check> => person.do('POST', '/offline/check', { deviceId, versionIds });
  const told = (type: string): Promise<{ ids: Record<string, string>; facts: object }[]> => cabinet.rows('select ids, facts from journal_entry where type = $1 order by id', [type]);
  const holding = async (deviceId: string = ids[0]): Promise<string[]> => (await cabinet.rows<{ id: string }>('select version_id as id from taken_copy where device_id = $1', [deviceId])).map(({ id }) => id).sort();
  const mayKeep = async (id: string, secret = SECRET): Promise<unknown> => {
    const response = await fetch(`${cabinet.url}/api/offline/standing`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ id, secret }) });
    return response.json();
  };
  async function newVersion(paperId: string): Promise<string> {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(samplePdf('moi.pdf', 'Ban moi', 2).buffer)], { type: 'application/pdf' }), 'moi.pdf');
    const response = await fetch(`${cabinet.url}/api/papers/${paperId}/versions`, { method: 'POST', headers: { cookie: secretary.cookie }, body: form });
    expect(response.status).toBe(201);
    return (await secretary.do<Schema['PaperBriefDto']>('POST', `/papers/${paperId}/release`)).current.id;
  }

  it('are written down when they are taken along: who, what and when, and no title; twice is once', async () => {
    expect(await addDevice(member)).toEqual({ keepDays: 5 });
    await addDevice(member);
    const answer = await take(member, versions(0, 1));
    expect(answer).toEqual({ keepDays: 5, copies: papers.slice(0, 2).map(({ id, current }) => ({ versionId: current.id, paperId: id, size: current.size })) });
    await take(member, versions(0, 1));
    const rows = await told('copy.taken');
    expect(rows.map((row) => row.ids)).toEqual(papers.slice(0, 2).map(({ id, current }) => ({ bodyId: member.bodyId, paperId: id, versionId: current.id })));
    expect(rows.every(({ facts }) => Object.keys(facts).length === 0)).toBe(true);
    expect(await cabinet.rows(`select kind from paper_access where account_id = $1 and kind = 'taken'`, [member.me.id])).toHaveLength(2);
    expect(await told('identity.deviceAdded')).toHaveLength(1);
    expect((await member.get<Schema['OfflineDevicesDto']>('/offline/devices')).devices).toEqual([expect.objectContaining({ id: ids[0], copies: 2 })]);
  });

  it('are of whoever may read them, and of nobody else', async () => {
    const stranger = await cabinet.person('ubnd-thu-ky');
    await addDevice(stranger, ids[1]);
    expect((await take(stranger, versions(0, 1), ids[1])).copies).toEqual([]);
    expect(await holding(ids[1])).toEqual([]);
    expect(await stranger.refused('POST', '/offline/devices', { id: ids[0], secret: SECRET })).toBe('404 notFound');
    expect(await stranger.refused('POST', '/offline/copies', { deviceId: ids[0], versionIds: versions(0) })).toBe('409 deviceEnded');
    expect(await stranger.refused('DELETE', `/offline/devices/${ids[0]}`)).toBe('404 notFound');
    expect(await (await cabinet.person('quan-tri')).refused('POST', '/offline/copies', { deviceId: ids[0], versionIds: versions(0) })).toBe('403 notAllowed');
    // Invitees read, and take no copies.
    const invitee = await cabinet.person('moi-bo-cong-thuong');
    const [invitation] = (await invitee.get<Schema['InvitationsDto']>('/invitations')).invitations;
    const theirs = (await invitee.get<Schema['SessionDto']>(`/sessions/${invitation?.sessionId ?? ''}`)).items.flatMap((item) => item.papers);
    expect(theirs.length).toBeGreaterThan(0);
    await addDevice(invitee, ids[3]);
    for (const paper of theirs) expect(await invitee.refused('POST', '/offline/copies', { deviceId: ids[3], versionIds: [paper.current.id] })).toBe('403 copyNotAllowed');
    // A draft is taken along by nobody, the office neither: it is not out.
    const draft = (await cabinet.rows<{ id: string }>(`select v.id from paper_version v join paper p on p.id = v.paper_id where p.state = 'draft' limit 1`))[0]?.id;
    await addDevice(secretary, ids[2]);
    expect((await take(secretary, [...versions(0), ...(draft === undefined ? [] : [draft])], ids[2])).copies.map(({ versionId }) => versionId)).toEqual(versions(0));
  });

  it('go at the next contact when they are recalled or the right is gone; newer ones are named', async () => {
    await take(member, versions(0, 1, 2, 3));
    const newer = await newVersion(papers[1]?.id ?? '');
    await secretary.do('POST', `/papers/${papers[0]?.id ?? ''}/recall`, { reason: 'Sai số liệu' });
    const answer = await check(member, versions(0, 1, 2));
    expect(answer).toMatchObject({ mayKeep: true, keepDays: 5, drop: versions(0), newer: [{ versionId: versions(1)[0], newest: { versionId: newer, paperId: papers[1]?.id } }] });
    expect(await holding()).toEqual([...versions(1, 2)].sort());
    expect((await told('copy.removed')).map((row) => row.ids['versionId']).sort()).toEqual([...versions(0, 3)].sort());
  });

  it('are let go of one by one', async () => {
    const before = await holding();
    await member.do('POST', '/offline/copies/removed', { deviceId: ids[0], versionIds: versions(2) });
    expect(await holding()).toEqual(before.filter((id) => id !== versions(2)[0]));
    // Another person's word changes nothing.
    await secretary.do('POST', '/offline/copies/removed', { deviceId: ids[0], versionIds: versions(1) });
    expect(await holding()).toEqual(before.filter((id) => id !== versions(2)[0]));
  });

  it('go when the device is ended, which a device learns also where nobody is signed in', async () => {
    expect(await mayKeep(ids[0])).toEqual({ mayKeep: true });
    expect(await mayKeep(ids[0], 'x'.repeat(43))).toEqual({ mayKeep: false });
    expect(await mayKeep('20000000-0000-4000-8000-000000000001')).toEqual({ mayKeep: false });
    await member.listen();
    await member.do('DELETE', `/offline/devices/${ids[0]}`);
    await eventually(() => expect(member.news).toContain('identity.deviceEnded'));
    expect(await mayKeep(ids[0])).toEqual({ mayKeep: false });
    expect(await check(member, versions(1))).toEqual({ mayKeep: false, keepDays: 5, drop: versions(1), newer: [] });
    expect(await member.refused('POST', '/offline/copies', { deviceId: ids[0], versionIds: versions(1) })).toBe('409 deviceEnded');
    expect(await member.refused('POST', '/offline/devices', { id: ids[0], secret: SECRET })).toBe('409 deviceEnded');
    expect((await member.get<Schema['OfflineDevicesDto']>('/offline/devices')).devices).toEqual([]);
  });

  it.each(['this one signs out', 'it is signed out from another', 'all others are', 'everywhere is', 'an administrator signs the person out'] as const)('go with the session of the device: %s', async (how) => {
    const device = crypto.randomUUID();
    const [here, there] = [await cabinet.again('bo-truong-y-te'), await cabinet.again('bo-truong-y-te')];
    await addDevice(here, device);
    const session = (await cabinet.rows<{ id: string }>('select session_id as id from offline_device where id = $1', [device]))[0]?.id ?? '';
    const acts = {
      'this one signs out': () => here.do('POST', '/auth/sign-out'),
      'it is signed out from another': () => there.do('DELETE', `/me/sessions/${session}`),
      'all others are': () => there.do('POST', '/me/sessions/end-others'),
      'everywhere is': () => there.do('POST', '/me/sessions/end-all'),
      'an administrator signs the person out': async () => (await cabinet.person('quan-tri')).do('POST', `/accounts/${here.me.id}/sign-out`),
    };
    expect(await mayKeep(device)).toEqual({ mayKeep: true });
    await acts[how]();
    expect(await mayKeep(device)).toEqual({ mayKeep: false });
  });

  it('stay when a session only runs out: whoever signs in again goes on with them', async () => {
    const device = crypto.randomUUID();
    const before = await cabinet.again('bo-truong-xay-dung');
    await addDevice(before, device);
    await cabinet.rows(`update account_session set expires_at = now() - interval '1 minute' where account_id = $1`, [before.me.id]);
    expect(await before.refused('GET', '/me')).toBe('401 notSignedIn');
    expect(await mayKeep(device)).toEqual({ mayKeep: true });
    const after = await cabinet.again('bo-truong-xay-dung');
    expect(await check(after, [], device)).toMatchObject({ mayKeep: true });
    await after.do('POST', '/auth/sign-out');
    expect(await mayKeep(device)).toEqual({ mayKeep: false });
  });

  it('are of who sits at the browser: somebody else who signs in there ends them, the same person does not', async () => {
    const device = crypto.randomUUID();
    const first = await cabinet.again('bo-truong-cong-an');
    await addDevice(first, device);
    const enter = async (cookie: string, username: string): Promise<string> => {
      const response = await fetch(`${cabinet.url}/api/auth/demo-sign-in`, { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify({ username }) });
      return response.headers.get('set-cookie')?.split(';')[0] ?? '';
    };
    const again = await enter(first.cookie, 'bo-truong-cong-an');
    expect(await mayKeep(device)).toEqual({ mayKeep: true });
    await check(Person.known(cabinet, again), [], device);
    await enter(again, 'thu-ky');
    expect(await mayKeep(device)).toEqual({ mayKeep: false });
  });

  it('are not to be had where the operator says so, and go where they were', async () => {
    const device = crypto.randomUUID();
    const person = await cabinet.again('bo-truong-tu-phap');
    await addDevice(person, device);
    await cabinet.end('SIGTERM');
    await cabinet.startWith({ ECABINET_OFFLINE_DAYS: '0' });
    expect(await person.refused('POST', '/offline/devices', { id: crypto.randomUUID(), secret: SECRET })).toBe('403 offlineOff');
    expect(await person.refused('POST', '/offline/copies', { deviceId: device, versionIds: versions(1) })).toBe('403 offlineOff');
    expect(await check(person, versions(1), device)).toMatchObject({ mayKeep: false, keepDays: 0 });
    expect(await mayKeep(device)).toEqual({ mayKeep: false });
  });
});
