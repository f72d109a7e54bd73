import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import type { Person, Schema } from '../support/person.js';
import { Receiver } from '../support/push-service.js';

describe('ways out of the house', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ecabinet-mail-'));
  let cabinet: Cabinet;
  let gateway: Receiver;
  let minister: Person;

  beforeAll(async () => {
    gateway = await Receiver.open();
    cabinet = await Cabinet.open({ ECABINET_MAIL_FOLDER: folder, ECABINET_SMS_URL: `${gateway.url}/sms`, ECABINET_SMS_TOKEN: 'secret-token', ECABINET_ORIGINS: 'https://cabinet.example', NODE_ENV: 'development' });
    minister = await cabinet.person('thong-doc');
    await minister.do('PUT', '/me/notification-settings', { email: 'thong-doc@people.example', phone: '+84912345678', channels: ['mail', 'sms'], quietFrom: null, quietUntil: null, digestAt: null });
  });
  afterAll(async () => {
    await cabinet.close();
    await gateway.close();
  });

  const test = (channel: string) => minister.do('POST', '/me/notification-tests', { channel });
  const states = (channel: string) => cabinet.rows<{ state: string; lastError: string | null }>(`select state, last_error as "lastError" from notification_delivery where channel = $1 order by created_at`, [channel]);

  it('lays mail into a folder where there is no server for it', async () => {
    await test('mail');
    await eventually(async () => expect(await states('mail')).toEqual([{ state: 'sent', lastError: null }]));
    const [file = ''] = readdirSync(folder);
    expect(file).toMatch(/^[0-9a-f-]{36}\.eml$/);
    const mail = readFileSync(path.join(folder, file), 'utf8');
    expect(mail).toMatch(/^Auto-Submitted: auto-generated$/m);
    expect(mail).toContain('https://cabinet.example/notifications');
  });

  it('hands text messages to a gateway with its token and the same id at each try', async () => {
    gateway.answers.push(503);
    await test('sms');
    await eventually(async () => expect(await states('sms')).toEqual([{ state: 'waiting', lastError: 'HTTP 503' }]));
    await cabinet.rows(`update notification_delivery set due_at = clock_timestamp() where channel = 'sms'`);
    await eventually(async () => expect(await states('sms')).toEqual([{ state: 'sent', lastError: null }]));
    const [first, second] = gateway.posted;
    expect(first?.headers).toMatchObject({ authorization: 'Bearer secret-token', 'idempotency-key': expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect(second?.headers['idempotency-key']).toBe(first?.headers['idempotency-key']);
    expect(JSON.parse(second?.body.toString('utf8') ?? '')).toMatchObject({ to: '+84912345678', text: 'e-Cabinet: Đây là thông báo thử. Kênh này hoạt động. https://cabinet.example/notifications' });
    gateway.answers.push(422);
    await test('sms');
    await eventually(async () => expect((await states('sms')).at(-1)).toEqual({ state: 'failed', lastError: 'HTTP 422' }));
  });

  it.each(['http://push.example.org/x', 'https://127.0.0.1/x', 'https://localhost/x', 'https://169.254.169.254/latest', 'https://push.example.org:444/x', 'not an address at all'])('takes no push endpoint %s', async (endpoint) => {
    const { p256dh, auth } = gateway.subscription('/x');
    expect(await minister.refused('POST', '/me/push-devices', { endpoint, p256dh, auth })).toMatch(/^(422 pushEndpointBad|400 badInput)$/);
    expect((await minister.get<Schema['MyNotificationsDto']>('/me/notification-settings')).devices).toEqual([]);
  });

  it('keeps one pair of keys for push, also after a restart', async () => {
    const key = async () => (await minister.get<Schema['MyNotificationsDto']>('/me/notification-settings')).pushKey;
    const before = await key();
    await cabinet.end('SIGTERM');
    await cabinet.start();
    expect(await key()).toBe(before);
    expect(await cabinet.rows('select 1 from push_key')).toHaveLength(1);
    expect(cabinet.log).toEqual([]);
  });
});
