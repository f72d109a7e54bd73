import { randomBytes, randomUUID } from 'node:crypto';
import { io } from 'socket.io-client';
import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import { juneSession } from '../support/june.js';
import { inviteWithPassword, PASSWORD, Visitor } from '../support/visitor.js';

const HOSTILE = 'x\r\n{"level":60,"msg":"forged"}\u2028%s %d %o\u001b[31m';

describe('the security log', () => {
  let cabinet: Cabinet;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
  });
  afterAll(() => cabinet.close());

  /** The lines of one kind that an act leaves. */
  async function linesAfter(kind: string, act: () => Promise<unknown>): Promise<Record<string, unknown>[]> {
    const before = cabinet.security.length;
    await act();
    return eventually(() => {
      const lines = cabinet.security.slice(before).filter(({ security }) => security === kind);
      expect(lines.length).toBeGreaterThan(0);
      return lines;
    });
  }

  it('has one line for a refused right: when, who, from where, what; and no title', async () => {
    const [member, secretary] = [await cabinet.person('bo-truong-xay-dung'), await cabinet.person('thu-ky')];
    const june = await juneSession(secretary);
    const lines = await linesAfter('right.refused', () => member.refused('PATCH', `/sessions/${june.id}`, { title: 'Phiên họp bí mật' }));
    expect(lines).toEqual([{
      level: 30, context: 'security', security: 'right.refused', accountId: member.me.id, action: 'PATCH /api/sessions/:id', code: 'notAllowed', subject: june.id,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/), requestId: expect.stringMatching(/^[0-9a-f-]{36}$/), address: expect.stringMatching(/127\.0\.0\.1/),
    }]);
    expect(JSON.stringify(lines)).not.toContain('bí mật');
  });

  it('has one line for an id that is another body’s, as for one that is none', async () => {
    const [stranger, secretary] = [await cabinet.person('ubnd-thu-ky'), await cabinet.person('thu-ky')];
    const june = await juneSession(secretary);
    const [line] = await linesAfter('right.refused', () => stranger.refused('GET', `/sessions/${june.id}`));
    expect(line).toMatchObject({ accountId: stranger.me.id, action: 'GET /api/sessions/:id', code: 'notFound', subject: june.id });
  });

  it('has one line for input our client never sends: names of fields and rules, not what was typed', async () => {
    const secretary = await cabinet.person('thu-ky');
    const june = await juneSession(secretary);
    const lines = await linesAfter('input.refused', () => secretary.refused('POST', `/sessions/${june.id}/items`, { title: 7, kind: 'oral', minutes: 'Tối mật 123', [HOSTILE]: 1 }));
    expect(lines).toEqual([expect.objectContaining({ accountId: secretary.me.id, code: 'badInput', fields: expect.arrayContaining(['unknown:whitelistValidation', 'minutes:isInt']) })]);
    expect(JSON.stringify(lines)).not.toMatch(/Tối mật|forged/);
  });

  it('has one line for a command of another origin, and for its socket', async () => {
    const secretary = await cabinet.person('thu-ky');
    const headers = { cookie: secretary.cookie, 'content-type': 'application/json', origin: 'https://evil.example' };
    const [line] = await linesAfter('origin.refused', () => fetch(`${cabinet.url}/api/me`, { method: 'PATCH', headers, body: '{"language":"en"}' }));
    expect(line).toMatchObject({ action: 'PATCH', code: 'badOrigin' });
    const [opened] = await linesAfter('origin.refused', () => new Promise<void>((done) => {
      const socket = io(cabinet.url, { path: '/socket', transports: ['websocket'], extraHeaders: headers, reconnection: false, forceNew: true });
      socket.once('connect_error', () => done());
    }));
    expect(opened).toMatchObject({ action: 'socket', code: 'badOrigin', address: expect.stringMatching(/127\.0\.0\.1/) });
  });
});

describe('the whole log of a busy server', () => {
  it('is JSON, a line each, at every level; holds no password, cookie, token, title or vote; and what is hostile in it breaks no line', async () => {
    const cabinet = await Cabinet.open({ LOG_LEVEL: 'debug' });
    try {
      const secrets = [PASSWORD, 'sai hoàn toàn mật khẩu', `Tên kín ${randomUUID()}`];
      const [secretary, member] = [await cabinet.person('thu-ky'), await cabinet.person('bo-truong-xay-dung')];
      secrets.push(...[secretary, member].map(({ cookie }) => cookie.split('=')[1] ?? ''));
      const { visitor } = await inviteWithPassword(cabinet, 'nguoi-moi');
      secrets.push(visitor.cookie.split('=')[1] ?? '');
      await new Visitor(cabinet).ask('POST', '/auth/sign-in', { username: 'nguoi-moi', password: secrets[1] });
      await new Visitor(cabinet).ask('POST', '/auth/sign-in', { username: HOSTILE, password: HOSTILE });
      const june = await juneSession(secretary);
      await secretary.do('PATCH', `/sessions/${june.id}`, { title: secrets[2] });
      secrets.push(june.title, ...june.items.map(({ title }) => title));
      await member.ask('PATCH', `/sessions/${june.id}`, { title: secrets[2] });
      const token = randomBytes(16).toString('hex');
      secrets.push(token);
      await new Visitor(cabinet).ask('POST', '/auth/link', { token });
      for (const address of [`/sessions/${encodeURIComponent(HOSTILE)}`, `/paper-versions/${randomUUID()}/file?download=${encodeURIComponent(HOSTILE)}`, `/journal?q=${token}`]) await secretary.ask('GET', address);
      await fetch(`${cabinet.url}/api/csp-reports`, { method: 'POST', headers: { 'content-type': 'application/csp-report' }, body: JSON.stringify({ 'csp-report': { 'effective-directive': HOSTILE, 'blocked-uri': `https://evil.example/${HOSTILE}` } }) });
      await eventually(() => expect(cabinet.security.length).toBeGreaterThan(3));
      await cabinet.end('SIGTERM');
      const lines = [...cabinet.log, ...cabinet.security.map((line) => JSON.stringify(line)), ...cabinet.said];
      for (const line of cabinet.log) expect(JSON.parse(line)).toMatchObject({ level: expect.any(Number), time: expect.any(String) });
      expect(cabinet.log.length + cabinet.security.length).toBeGreaterThan(10);
      expect(secrets.filter((secret) => secret.length > 5 && lines.some((line) => line.includes(secret)))).toEqual([]);
      expect(lines.filter((line) => /"level":60|\u001b|\u2028/.test(line))).toEqual([]);
    } finally {
      await cabinet.close();
    }
  });
});

describe('an error nobody expected', () => {
  it('answers with a code and the number of the request alone, and the log has the rest under that number', async () => {
    const cabinet = await Cabinet.open();
    try {
      const secretary = await cabinet.person('thu-ky');
      const june = await juneSession(secretary);
      await cabinet.rows('alter table agenda_item rename to agenda_item_away');
      const { status, body } = await secretary.ask<Record<string, unknown>>('GET', `/sessions/${june.id}`);
      expect([status, body]).toEqual([500, { code: 'internal', params: {}, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) }]);
      await eventually(() => expect(cabinet.log.filter((line) => line.includes(String(body['requestId'])))).toEqual([expect.stringContaining('agenda_item')]));
    } finally {
      await cabinet.close();
    }
  });
});
