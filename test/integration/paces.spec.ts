import { randomUUID } from 'node:crypto';
import { PACES } from '../../src/http/costs.js';
import { hashToken, newToken } from '../../src/identity/tokens.js';
import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import { Person } from '../support/person.js';

/** In waves of 50: more connections at once measure the machine. */
async function all<T>(count: number, act: (index: number) => Promise<T>): Promise<T[]> {
  const answers: T[] = [];
  for (let first = 0; first < count; first += 50) {
    answers.push(...(await Promise.all(Array.from({ length: Math.min(50, count - first) }, (_, index) => act(first + index)))));
  }
  return answers;
}
const tally = (answers: string[]): Record<string, number> => Object.fromEntries([...new Set(answers)].map((answer) => [answer, answers.filter((other) => other === answer).length]));

describe('the pace of requests', () => {
  let cabinet: Cabinet;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
  });
  afterAll(() => cabinet.close());

  it('lets 500 people behind one address write at the same moment, and 1,000 open the first page', async () => {
    const people = Array.from({ length: 500 }, () => ({ id: randomUUID(), token: newToken() }));
    await cabinet.rows(`insert into account (id, username, name) select id, 'nguoi-' || id, 'Thành viên' from unnest($1::uuid[]) as id`, [people.map(({ id }) => id)]);
    await cabinet.rows(
      `insert into account_session (token_hash, account_id, expires_at, user_agent) select decode(hash, 'hex'), account, now() + interval '1 hour', 'room' from unnest($1::uuid[], $2::text[]) as room (account, hash)`,
      [people.map(({ id }) => id), people.map(({ token }) => hashToken(token).toString('hex'))],
    );
    const room = people.map(({ token }) => Person.known(cabinet, `ecabinet=${token}`));
    expect(tally(await all(500, async (index) => String((await room[index]?.ask('PATCH', '/me', { language: 'vi' }))?.status)))).toEqual({ 200: 500 });
    const opened = await all(1000, async () => (await Promise.all(['/', '/api/auth/options'].map(async (address) => {
      const answer = await fetch(`${cabinet.url}${address}`);
      await answer.arrayBuffer();
      return answer.status;
    }))).join(' '));
    expect(tally(opened)).toEqual({ '200 200': 1000 });
  });

  it('stops who writes without end, says when to go on, tells the log once, and hinders nobody else', async () => {
    const [runaway, other] = [await cabinet.person('bo-truong-xay-dung'), await cabinet.person('bo-truong-lao-dong')];
    const before = cabinet.security.length;
    const codes = await all(PACES.write.most + 150, async () => {
      const { status, body } = await runaway.ask<{ code?: string; params?: { retryAfterSeconds?: number } }>('PATCH', '/me', { language: 'vi' });
      return `${status} ${body.code ?? ''} ${(body.params?.retryAfterSeconds ?? 0) > 0 ? 'wait' : ''}`.trim();
    });
    // They overtake each other on the way: only how many is certain.
    expect(codes.filter((code) => code === '200').length).toBeGreaterThanOrEqual(PACES.write.most);
    expect(codes).toContain('429 tooMuchAtOnce wait');
    const refused = await fetch(`${cabinet.url}/api/me`, { method: 'PATCH', headers: { cookie: runaway.cookie, 'content-type': 'application/json' }, body: '{"language":"vi"}' });
    if (refused.status === 429) expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await runaway.ask('GET', '/me')).status).toBe(200);
    expect((await other.ask('PATCH', '/me', { language: 'vi' })).status).toBe(200);
    await eventually(() => expect(cabinet.security.slice(before)).toContainEqual(expect.objectContaining({ security: 'rate.limited', kind: 'write', accountId: runaway.me.id })));
    // One line each time it begins; between two beginnings a request passed.
    expect(cabinet.security.slice(before).filter(({ security }) => security === 'rate.limited').length).toBeLessThan(codes.filter((code) => code.startsWith('429')).length);
  });

  it('counts exports by themselves: many are refused, and a vote is not hindered by them', async () => {
    const officer = await cabinet.person('chuyen-vien');
    const codes = await all(PACES.export.most + 40, async () => String((await officer.ask('GET', `/motions/${randomUUID()}/export`)).status));
    expect(codes.filter((code) => code !== '429').length).toBeGreaterThanOrEqual(PACES.export.most);
    expect(codes).toContain('429');
    expect((await officer.ask('PATCH', '/me', { language: 'vi' })).status).toBe(200);
  });

  it.each([
    ['a command', '/auth/sign-in', 256 * 1024, 413], ['a list of members', `/bodies/${randomUUID()}/members-import/preview`, 2 * 1024 * 1024, 413],
  ])('refuses %s of more bytes than it can need, and reads one that is smaller', async (_, address, most, status) => {
    const administrator = await cabinet.person('quan-tri');
    expect((await administrator.ask('POST', address, { csv: 'x'.repeat(most) })).status).toBe(status);
    expect((await administrator.ask('POST', address, { csv: 'x'.repeat(most - 1000) })).status).not.toBe(status);
  });
});
