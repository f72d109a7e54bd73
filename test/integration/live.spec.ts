import { Cabinet } from '../support/cabinet.js';
import { AT_ONCE_MS, eventually } from '../support/eventually.js';
import { juneSession } from '../support/june.js';
import { Person, type Schema } from '../support/person.js';

describe('news', () => {
  let cabinet: Cabinet;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
  });
  afterAll(() => cabinet.close());

  it('reaches a client that was away by number: each piece once, in order', async () => {
    const [secretary, member] = [await cabinet.person('thu-ky'), await cabinet.person('bo-truong-xay-dung')];
    await cabinet.settled();
    const { upTo } = await member.get<Schema['ChangesDto']>('/changes');
    const june = await juneSession(secretary);
    for (const username of ['thong-doc', 'bo-truong-tu-phap']) {
      const person = await cabinet.person(username);
      await person.do('POST', `/sessions/${june.id}/attendance`, { memberId: person.memberId, act: 'checkIn', mode: 'online' });
    }
    const missed = await eventually(async () => {
      const answer = await member.get<Schema['ChangesDto']>(`/changes?since=${upTo}`);
      expect(answer.changes.filter((change) => change.type === 'session.attendance')).toHaveLength(2);
      return answer;
    });
    expect(missed.reset).toBe(false);
    const numbers = missed.changes.map((change) => change.seq);
    expect(numbers).toEqual([...numbers].sort((left, right) => left - right));
    expect(await member.get(`/changes?since=${missed.upTo}`)).toMatchObject({ changes: [], reset: false });
    expect(await member.get(`/changes?since=${missed.upTo + 1000}`)).toMatchObject({ reset: true });
  });

  it('shows a gap: each message names the number before it', async () => {
    const [member, other] = [await cabinet.person('bo-truong-xay-dung'), await cabinet.person('bo-truong-giao-thong')];
    await member.listen();
    const june = await juneSession(member);
    for (const stand of ['noObjection', 'objection', 'wishToSpeak']) {
      const before = member.heard.length;
      await other.do('PUT', `/items/${june.items[1]?.id ?? ''}/position`, { stand });
      await eventually(() => expect(member.heard.length).toBeGreaterThan(before));
    }
    const ofBody = member.heard.filter((message) => message.audience.startsWith('body:'));
    for (const [index, message] of ofBody.entries()) if (index > 0) expect(message.prev).toBe(ofBody[index - 1]?.seq);
  });

  it('says nothing of a draft to members: neither by socket nor when they ask', async () => {
    const [secretary, member] = [await cabinet.person('chuyen-vien'), await cabinet.person('bo-truong-xay-dung')];
    await cabinet.settled();
    const { upTo } = await member.get<Schema['ChangesDto']>('/changes');
    const heard = member.heard.length;
    await secretary.do('POST', `/bodies/${secretary.bodyId}/sessions`, { title: 'Phiên họp tháng 7', kind: 'regular', startsAt: '2027-07-01T01:00:00Z', endsAt: '2027-07-01T04:00:00Z', place: 'Hà Nội' });
    await eventually(async () => {
      const { changes } = await secretary.get<Schema['ChangesDto']>(`/changes?since=${upTo}`);
      expect(changes.map((change) => change.type)).toContain('session.changed');
    });
    expect((await member.get<Schema['ChangesDto']>(`/changes?since=${upTo}`)).changes).toEqual([]);
    expect(member.heard).toHaveLength(heard);
    const { sessions } = await member.get<Schema['SessionsDto']>(`/bodies/${member.bodyId}/sessions`);
    expect(sessions.map((session) => session.title)).not.toContain('Phiên họp tháng 7');
  });

  it('needs a session and an origin of our own', async () => {
    const member = await cabinet.person('bo-truong-lao-dong');
    await expect(member.listen('https://evil.example')).rejects.toThrow();
    member.hangUp();
    for (const cookie of ['', 'ecabinet=', 'ecabinet=not-a-session', `__Host-${member.cookie}`]) {
      const nobody = Person.known(cabinet, cookie);
      await expect(nobody.listen()).rejects.toThrow('notSignedIn');
      nobody.hangUp();
    }
    const answer = await fetch(`${cabinet.url}/api/me`, { method: 'PATCH', headers: { cookie: member.cookie, 'content-type': 'application/json', origin: 'https://evil.example' }, body: '{"language":"en"}' });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([403, 'badOrigin']);
  });

  it('ends with the session: signing out cuts the socket at once', async () => {
    const member = await cabinet.person('bo-truong-khoa-hoc');
    await member.listen();
    await member.do('POST', '/auth/sign-out');
    await eventually(() => expect(member.connected).toBe(false), AT_ONCE_MS);
    expect(await member.refused('GET', '/me')).toBe('401 notSignedIn');
  });

  it('is caught up after the server was killed and came back', async () => {
    const [secretary, member] = [await cabinet.person('thu-ky'), await cabinet.person('bo-truong-xay-dung')];
    await cabinet.settled();
    const { upTo } = await member.get<Schema['ChangesDto']>('/changes');
    const june = await juneSession(secretary);
    await secretary.do('PATCH', `/sessions/${june.id}`, { place: 'Trụ sở Chính phủ' });
    await cabinet.end('SIGKILL');
    await cabinet.start();
    await eventually(() => expect(member.connected).toBe(true));
    await eventually(async () => {
      const { changes } = await member.get<Schema['ChangesDto']>(`/changes?since=${upTo}`);
      expect(changes.map((change) => change.type)).toContain('session.changed');
    });
    expect((await juneSession(member)).place).toBe('Trụ sở Chính phủ');
  });
});
