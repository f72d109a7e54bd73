import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import { textPdf } from '../support/hostile-pdfs.js';
import type { Person, Schema } from '../support/person.js';
import { PostOffice } from '../support/post-office.js';
import { Receiver } from '../support/push-service.js';

type Setting = Schema['PersonNotificationSettingDto'];
const SECRET_TITLE = 'Phương án tuyệt mật về cơ cấu lại';
const smsFile = path.join(mkdtempSync(path.join(tmpdir(), 'ecabinet-sms-')), 'sms.jsonl');

describe('notifications', () => {
  let cabinet: Cabinet;
  let office: PostOffice;
  let push: Receiver;
  let secretary: Person;
  let chair: Person;
  let minister: Person;
  let administrator: Person;
  let members: Map<string, string>;

  beforeAll(async () => {
    [office, push] = [await PostOffice.open(), await Receiver.open()];
    cabinet = await Cabinet.open({ ...office.settings, ECABINET_SMS_FILE: smsFile, ECABINET_TEST_PUSH: 'yes', NODE_ENV: 'test' });
    [secretary, chair, minister, administrator] = [await cabinet.person('thu-ky'), await cabinet.person('thu-tuong'), await cabinet.person('thong-doc'), await cabinet.person('quan-tri')];
    members = new Map((await cabinet.rows<{ username: string; id: string }>('select a.username, m.id from member m join account a on a.id = m.account_id where m.body_id = $1', [secretary.bodyId])).map(({ username, id }) => [username, id]));
  });
  afterAll(async () => {
    await cabinet.close();
    await office.close();
    await push.close();
  });

  const wish = (person: Person, change: Partial<Setting> = {}) => person.do<Schema['MyNotificationsDto']>('PUT', '/me/notification-settings', { email: `${person.me.username}@people.example`, phone: null, channels: ['mail'], quietFrom: null, quietUntil: null, digestAt: null, ...change });
  const act = (person: Person, id: string, body: Record<string, unknown>) => person.do<Schema['OpinionRequestDto']>('POST', `/opinion-requests/${id}/acts`, body);
  const asked = (...usernames: string[]): string[] => usernames.map((username) => members.get(username) ?? username);
  async function sent(memberIds: string[]): Promise<Schema['OpinionRequestDto']> {
    const { id } = await secretary.do<Schema['OpinionRequestDto']>('POST', `/bodies/${secretary.bodyId}/opinion-requests`, { title: SECRET_TITLE, questions: [{ text: 'Đồng ý' }], memberIds, workingDays: 3, isPublic: true });
    await act(secretary, id, { act: 'submit' });
    await act(chair, id, { act: 'approve' });
    return act(secretary, id, { act: 'send' });
  }
  const inbox = (person: Person) => person.get<Schema['NotificationsDto']>('/me/notifications');
  const kindsOf = async (person: Person, requestId: string): Promise<string[]> => (await inbox(person)).notifications.filter((one) => one.requestId === requestId).map(({ kind }) => kind);
  const mailsTo = (person: Person) => office.to(`${person.me.username}@people.example`);
  const statesOf = (requestId: string) => cabinet.rows<{ channel: string; state: string; kind: string }>('select d.channel, d.state, n.kind from notification_delivery d join notification n on n.id = d.notification_id where n.request_id = $1 order by n.created_at, d.channel', [requestId]);
  /** As if so much time had passed since the deadline was set. */
  const moveDeadline = (id: string, to: string) => cabinet.rows(`with moved as (update opinion_request set due_at = clock_timestamp() + $2::interval where id = $1) update calendar_revision set changed_at = changed_at - interval '30 days' where subject_id = $1`, [id, to]);

  it('tells in the app at once who is asked, by the socket with ids only, and nobody else', async () => {
    await minister.listen();
    const request = await sent(asked('thong-doc', 'thu-tuong'));
    await eventually(async () => expect(await kindsOf(minister, request.id)).toEqual(['requestSent']));
    const { notifications, unread } = await inbox(minister);
    expect(notifications[0]).toMatchObject({ kind: 'requestSent', title: SECRET_TITLE, isRead: false, isAssistant: false });
    expect(unread).toBeGreaterThan(0);
    await eventually(() => expect(minister.news).toContain('notification.made'));
    expect(JSON.stringify(minister.heard)).not.toContain(SECRET_TITLE);
    expect(await kindsOf(await cabinet.person('bo-truong-y-te'), request.id)).toEqual([]);
    expect(await kindsOf(secretary, request.id)).toEqual([]);
    await minister.do('POST', '/me/notifications/read', { ids: [notifications[0]?.id] });
    expect((await inbox(minister)).unread).toBe(unread - 1);
    expect((await minister.do<Schema['UnreadDto']>('POST', '/me/notifications/read', {})).unread).toBe(0);
  });

  it('writes mail from which nothing of the matter can be read, in the language of the person', async () => {
    await wish(minister);
    const request = await sent(asked('thong-doc'));
    const mail = await eventually(() => {
      const [first] = mailsTo(minister);
      if (!first) throw new Error('no mail yet');
      return first;
    });
    const [delivery] = await cabinet.rows<{ id: string }>(`select d.id from notification_delivery d join notification n on n.id = d.notification_id where n.request_id = $1`, [request.id]);
    expect(mail.messageId).toBe(`${delivery?.id}@cabinet.example`);
    const text = decodeURIComponent(mail.text.replace(/=\r?\n/g, '').replaceAll('=', '%').replace(/%(?![0-9A-F]{2})/g, '%25'));
    expect(text).toContain('Có một phiếu lấy ý kiến đang chờ trả lời.');
    for (const word of ['tuyệt mật', 'cơ cấu', 'Chính phủ', 'Thống đốc', request.id]) expect(text).not.toContain(word);
    await eventually(async () => expect(await statesOf(request.id)).toEqual([{ channel: 'mail', state: 'sent', kind: 'requestSent' }]));
  });

  it('tells of an extension and a recall, and asks nobody to answer what is recalled', async () => {
    const request = await sent(asked('thong-doc'));
    await eventually(async () => expect(await kindsOf(minister, request.id)).toHaveLength(1));
    await act(secretary, request.id, { act: 'extend', workingDays: 2, reason: 'Thêm thời gian' });
    await eventually(async () => expect(await kindsOf(minister, request.id)).toEqual(['requestExtended', 'requestSent']));
    await eventually(async () => expect((await statesOf(request.id)).map(({ state }) => state)).toEqual(['sent', 'sent']));
    // As if it had waited for the end of quiet hours.
    await cabinet.rows(`update notification_delivery d set state = 'waiting', due_at = clock_timestamp() + interval '1 hour' from notification n where n.id = d.notification_id and n.request_id = $1 and n.kind = 'requestExtended'`, [request.id]);
    await act(secretary, request.id, { act: 'recall', reason: 'Nhầm' });
    await eventually(async () => expect((await kindsOf(minister, request.id))[0]).toBe('requestRecalled'));
    await eventually(async () => expect((await statesOf(request.id)).find(({ kind }) => kind === 'requestRecalled')?.state).toBe('sent'));
    const before = mailsTo(minister).length;
    await cabinet.rows(`update notification_delivery set due_at = clock_timestamp() where state = 'waiting'`);
    await eventually(async () => expect((await statesOf(request.id)).find(({ kind }) => kind === 'requestExtended')?.state).toBe('dropped'));
    expect(mailsTo(minister)).toHaveLength(before);
  });

  it('reminds once before the deadline and once after it those who have not answered', async () => {
    const request = await sent(asked('thong-doc', 'thu-tuong'));
    await eventually(async () => expect(await kindsOf(minister, request.id)).toEqual(['requestSent']));
    const { questions } = await chair.get<Schema['OpinionRequestDto']>(`/opinion-requests/${request.id}`);
    await chair.do('PUT', `/opinion-requests/${request.id}/reply`, { answers: questions.map(({ id }) => ({ questionId: id, choice: 'agree' })), send: true });
    await moveDeadline(request.id, '3 hours 59 minutes');
    await eventually(async () => expect(await kindsOf(minister, request.id)).toEqual(['requestDue', 'requestSent']));
    // The job that closes it is not there: as where the rules let it stay open.
    await cabinet.rows(`select graphile_worker.remove_job('close-opinion-request:' || $1)`, [request.id]);
    await moveDeadline(request.id, '-20 minutes');
    await eventually(async () => expect(await kindsOf(minister, request.id)).toEqual(['requestOverdue', 'requestDue', 'requestSent']));
    expect(await kindsOf(chair, request.id)).toEqual(['requestSent']);
  }, 60_000);

  it('reminds by hand one or all, not twice by a second click, and only by the office', async () => {
    const request = await sent(asked('thong-doc', 'thu-tuong'));
    await eventually(async () => expect(await kindsOf(minister, request.id)).toEqual(['requestSent']));
    expect(await minister.refused('POST', `/opinion-requests/${request.id}/reminders`, {})).toBe('403 notAllowed');
    expect(await (await cabinet.person('ubnd-thu-ky')).refused('POST', `/opinion-requests/${request.id}/reminders`, {})).toBe('404 notFound');
    expect(await secretary.do('POST', `/opinion-requests/${request.id}/reminders`, { memberIds: asked('thong-doc') })).toEqual({ people: 1 });
    expect(await secretary.refused('POST', `/opinion-requests/${request.id}/reminders`, { memberIds: asked('thong-doc') })).toBe('429 remindedJustNow');
    expect(await secretary.do('POST', `/opinion-requests/${request.id}/reminders`, {})).toEqual({ people: 1 });
    const { reminders, can } = await secretary.get<Schema['MemberRemindersDto']>(`/opinion-requests/${request.id}/reminders`);
    expect([reminders.map(({ memberId }) => memberId).sort(), can]).toEqual([asked('thong-doc', 'thu-tuong').sort(), { remind: true }]);
    expect(await kindsOf(minister, request.id)).toEqual(['requestReminded', 'requestSent']);
  });

  it('tells nothing to who has lost the right since, in the app or by mail', async () => {
    const person = await cabinet.person('bo-truong-tu-phap');
    await wish(person);
    const request = await sent(asked('bo-truong-tu-phap'));
    await eventually(async () => expect((await statesOf(request.id)).map(({ state }) => state)).toEqual(['sent']));
    await secretary.do('POST', `/opinion-requests/${request.id}/reminders`, {});
    await eventually(async () => expect((await statesOf(request.id)).map(({ state }) => state)).toEqual(['sent', 'sent']));
    const before = mailsTo(person).length;
    await cabinet.rows(`update member set until_date = current_date - 2 where id = $1`, asked('bo-truong-tu-phap'));
    await cabinet.rows(`update notification_delivery d set state = 'waiting', due_at = clock_timestamp(), tries = 0 from notification n where n.id = d.notification_id and n.request_id = $1 and n.kind = 'requestReminded'`, [request.id]);
    await eventually(async () => expect(await cabinet.rows(`select d.last_error from notification_delivery d join notification n on n.id = d.notification_id where n.request_id = $1 and n.kind = 'requestReminded'`, [request.id])).toEqual([{ last_error: 'notAllowed' }]));
    expect(await inbox(person)).toMatchObject({ notifications: [], unread: 0 });
    expect(mailsTo(person)).toHaveLength(before);
    await cabinet.rows(`update member set until_date = null where id = $1`, asked('bo-truong-tu-phap'));
  });

  it('tells the assistant of who is asked too, and not one moment longer than the assistant is one', async () => {
    const assistant = await cabinet.person('giup-viec');
    await wish(assistant);
    await cabinet.rows('delete from member_assistant where account_id = $1', [assistant.me.id]);
    await cabinet.rows('insert into member_assistant (account_id, body_id, member_id, assigned_by) values ($1, $2, $3, $4)', [assistant.me.id, secretary.bodyId, members.get('thong-doc'), minister.me.id]);
    const request = await sent(asked('thong-doc', 'thu-tuong'));
    await eventually(async () => expect((await inbox(assistant)).notifications.filter((one) => one.requestId === request.id)).toEqual([expect.objectContaining({ kind: 'requestSent', isAssistant: true, title: SECRET_TITLE })]));
    await eventually(() => expect(mailsTo(assistant)).toHaveLength(1));
    await cabinet.rows('delete from member_assistant where account_id = $1', [assistant.me.id]);
    expect(await inbox(assistant)).toMatchObject({ notifications: [], unread: 0 });
    await secretary.do('POST', `/opinion-requests/${request.id}/reminders`, {});
    await eventually(async () => expect(await kindsOf(minister, request.id)).toEqual(['requestReminded', 'requestSent']));
    expect(mailsTo(assistant)).toHaveLength(1);
  });

  it('holds mail in quiet hours and gathers what is not urgent into one digest', async () => {
    const minute = (offset: number): number => (Math.floor(Date.now() / 60_000) + 7 * 60 + offset + 1440) % 1440;
    await wish(minister, { quietFrom: minute(-60), quietUntil: minute(60) });
    const quiet = await sent(asked('thong-doc'));
    await eventually(async () => expect(await statesOf(quiet.id)).toEqual([{ channel: 'mail', state: 'waiting', kind: 'requestSent' }]));
    const [held] = await cabinet.rows<{ wait: number }>(`select extract(epoch from d.due_at - now())::int as wait from notification_delivery d join notification n on n.id = d.notification_id where n.request_id = $1`, [quiet.id]);
    expect(held?.wait).toBeGreaterThan(3_500);
    expect(await kindsOf(minister, quiet.id)).toEqual(['requestSent']);
    await wish(minister, { digestAt: minute(120) });
    for (const request of [await sent(asked('thong-doc')), await sent(asked('thong-doc'))]) {
      await act(secretary, request.id, { act: 'extend', workingDays: 2, reason: 'Thêm' });
      await eventually(async () => expect((await statesOf(request.id)).map(({ state }) => state)).toEqual(['sent', 'gathering']));
    }
    const before = mailsTo(minister).length;
    await cabinet.rows(`update notification_delivery set due_at = clock_timestamp() where state = 'gathering'`);
    await eventually(() => expect(mailsTo(minister).length).toBe(before + 1));
    await eventually(async () => expect(await cabinet.rows(`select n.kind, d.state from notification_delivery d join notification n on n.id = d.notification_id where n.kind = 'digest'`)).toEqual([{ kind: 'digest', state: 'sent' }]));
    expect(mailsTo(minister).at(-1)?.text).toMatch(/: 2\.|=3A 2\./);
    await wish(minister);
  });

  it('tries again what failed in passing, gives up what is refused for good, and lets an administrator send it again', async () => {
    office.refusals.push({ code: 451, says: 'busy' });
    const later = await sent(asked('thong-doc'));
    await eventually(async () => expect(await cabinet.rows(`select d.state, d.tries, d.due_at > now() + interval '20 seconds' as later from notification_delivery d join notification n on n.id = d.notification_id where n.request_id = $1`, [later.id])).toEqual([{ state: 'waiting', tries: 1, later: true }]));
    await cabinet.rows(`update notification_delivery set due_at = clock_timestamp() where state = 'waiting' and tries = 1`);
    await eventually(async () => expect((await statesOf(later.id)).map(({ state }) => state)).toEqual(['sent']));
    office.refusals.push({ code: 550, says: '<thong-doc@people.example>: no such person' });
    const never = await sent(asked('thong-doc'));
    await eventually(async () => expect((await statesOf(never.id)).map(({ state }) => state)).toEqual(['failed']));
    const { deliveries, counts } = await administrator.get<Schema['DeliveriesDto']>('/notification-deliveries?state=failed&channel=mail&q=thong-doc');
    expect(deliveries).toEqual([expect.objectContaining({ kind: 'requestSent', state: 'failed', tries: 1, canRetry: true })]);
    expect(JSON.stringify(deliveries)).not.toContain('people.example');
    expect(counts).toContainEqual({ state: 'failed', count: 1 });
    expect(await secretary.refused('GET', '/notification-deliveries')).toBe('403 notAllowed');
    await administrator.do('POST', `/notification-deliveries/${deliveries[0]?.id}/retry`);
    await eventually(async () => expect((await statesOf(never.id)).map(({ state }) => state)).toEqual(['sent']));
    expect(await administrator.refused('POST', `/notification-deliveries/${deliveries[0]?.id}/retry`)).toBe('409 deliveryStateForbids');
  });

  it('pushes to devices what only they can read, and forgets a device that is gone', async () => {
    const { devices } = await minister.do<Schema['MyNotificationsDto']>('POST', '/me/push-devices', push.subscription('/one'));
    expect(devices).toHaveLength(1);
    await wish(minister, { channels: ['push'] });
    await sent(asked('thong-doc'));
    await eventually(() => expect(push.posted).toHaveLength(1));
    const [{ headers, body } = { headers: {}, body: Buffer.alloc(0) }] = push.posted;
    expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '86400', urgency: 'high', topic: expect.stringMatching(/^[\w-]{22}$/), authorization: expect.stringMatching(/^vapid t=/) });
    expect(body.toString('latin1')).not.toContain('e-Cabinet');
    push.answers.push(410);
    await minister.do('POST', '/me/notification-tests', { channel: 'push' });
    await eventually(async () => expect((await minister.get<Schema['MyNotificationsDto']>('/me/notification-settings')).devices).toEqual([]));
    expect(await cabinet.rows(`select 1 from push_device where encode(subscription, 'escape') like '%127.0.0.1%'`)).toEqual([]);
    expect(await minister.refused('POST', '/me/notification-tests', { channel: 'push' })).toBe('422 addressMissing');
  });

  it('writes text messages for what is urgent, to a file in a trial', async () => {
    await wish(minister, { phone: '+84912345678', channels: ['sms'] });
    const request = await sent(asked('thong-doc'));
    await eventually(async () => expect(await statesOf(request.id)).toEqual([{ channel: 'sms', state: 'sent', kind: 'requestSent' }]));
    const lines = readFileSync(smsFile, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as { to: string; text: string });
    expect(lines).toEqual([{ id: expect.any(String), to: '+84912345678', text: expect.stringMatching(/^e-Cabinet: Có một phiếu lấy ý kiến đang chờ trả lời\. http/) }]);
    await act(secretary, request.id, { act: 'extend', workingDays: 2, reason: 'Thêm' });
    await eventually(async () => expect(await kindsOf(minister, request.id)).toHaveLength(2));
    expect(await statesOf(request.id)).toHaveLength(1);
    expect(await minister.refused('PUT', '/me/notification-settings', { email: null, phone: null, channels: ['mail'], quietFrom: null, quietUntil: null, digestAt: null })).toBe('422 addressMissing');
    await wish(minister);
  });

  it('follows the body: which ways, and when it reminds', async () => {
    const body = `/bodies/${secretary.bodyId}/notification-settings`;
    expect(await secretary.refused('GET', body)).toBe('403 notAllowed');
    const setting = await administrator.get<Schema['BodyNotificationSettingDto']>(body);
    expect(setting).toMatchObject({ channels: ['mail', 'push', 'sms'], titlesInCalendars: false });
    await administrator.do('PUT', body, { ...setting, channels: ['push'] });
    const request = await sent(asked('thong-doc'));
    await eventually(async () => expect(await kindsOf(minister, request.id)).toEqual(['requestSent']));
    expect(await statesOf(request.id)).toEqual([]);
    await administrator.do('PUT', body, setting);
  });

  it('tells of sessions that are called, moved and cancelled, and of papers replaced after they were out', async () => {
    const soon = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
    const { id } = await secretary.do<Schema['SessionDto']>('POST', `/bodies/${secretary.bodyId}/sessions`, { title: SECRET_TITLE, kind: 'thematic', startsAt: soon(9), endsAt: soon(9.1), place: 'Phòng 1' });
    const item = await secretary.do<{ id: string }>('POST', `/sessions/${id}/items`, { title: 'Nội dung', kind: 'decision', minutes: 10 });
    const upload = async (to: string, text: string): Promise<Schema['PaperDto']> => {
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(textPdf(text))], { type: 'application/pdf' }), 'to-trinh.pdf');
      const response = await fetch(`${cabinet.url}/api${to}`, { method: 'POST', headers: { cookie: secretary.cookie }, body: form });
      expect(response.status).toBeLessThan(300);
      return (await response.json()) as Schema['PaperDto'];
    };
    const paper = await upload(`/items/${(await secretary.get<Schema['SessionDto']>(`/sessions/${id}`)).items[0]?.id ?? item.id}/papers`, 'Tờ trình');
    const kinds = async (): Promise<string[]> => (await inbox(minister)).notifications.filter((one) => one.sessionId === id).map(({ kind }) => kind);
    for (const [person, name] of [[secretary, 'submit'], [chair, 'approve'], [secretary, 'send']] as const) await person.do('POST', `/sessions/${id}/acts`, { act: name });
    await eventually(async () => expect(await kinds()).toEqual(['sessionSent']));
    await secretary.do('PATCH', `/sessions/${id}`, { title: 'Tên khác' });
    await secretary.do('PATCH', `/sessions/${id}`, { place: 'Phòng 2' });
    await eventually(async () => expect(await kinds()).toEqual(['sessionChanged', 'sessionSent']));
    await upload(`/papers/${paper.id}/versions`, 'Tờ trình, bản hai');
    await secretary.do('POST', `/papers/${paper.id}/release`, {});
    await eventually(async () => expect(await kinds()).toEqual(['paperReplaced', 'sessionChanged', 'sessionSent']));
    await secretary.do('POST', `/sessions/${id}/acts`, { act: 'cancel', reason: 'Hoãn' });
    await eventually(async () => expect((await kinds())[0]).toBe('sessionCancelled'));
    for (const { text } of office.mails) expect(text).not.toMatch(/tuyệt|Tên khác|Phòng/);
  });

  it('writes nothing to its log that warns', () => {
    expect(cabinet.log).toEqual([]);
  });
});
