import { readFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { Cabinet } from '../support/cabinet.js';
import { juneSession } from '../support/june.js';
import type { Person, Schema } from '../support/person.js';

const SHARED = process.env['ECABINET_SHARED_DATA'] ?? path.resolve(import.meta.dirname, '../../../shared/data');
const MEMBERS = path.join(SHARED, 'vn/government-2021-2026.csv');
const OWN_LIST = 'no,title,full_name,since\n1,Chủ tịch,Đại biểu Một,2021-04-05\n2,Phó Chủ tịch,Đại biểu Hai,\n3,Uỷ viên,Đại biểu Ba,2021-04-08\n';

describe('bad input gets its own refusal and nothing is half-saved', () => {
  let cabinet: Cabinet;
  let administrator: Person;
  let secretary: Person;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    [administrator, secretary] = [await cabinet.person('quan-tri'), await cabinet.person('thu-ky')];
  });
  afterAll(() => cabinet.close());

  async function newBody(): Promise<string> {
    const { ruleSets } = await administrator.get<Schema['RuleSetsDto']>('/rule-sets');
    return (await administrator.do<Schema['BodyDto']>('POST', '/bodies', { name: 'Hội đồng thử', nameEn: 'Test council', shortName: 'HĐT', kind: 'council', ruleSetId: ruleSets[0]?.id })).id;
  }
  const preview = (bodyId: string, csv: string) => administrator.do<Schema['ImportPreviewDto']>('POST', `/bodies/${bodyId}/members-import/preview`, { csv });

  it('imports members after a preview, and once more without change, in NFC or NFD', async () => {
    const csv = existsSync(MEMBERS) ? readFileSync(MEMBERS, 'utf8') : OWN_LIST;
    const lines = existsSync(MEMBERS) ? 27 : 3;
    const bodyId = await newBody();
    const first = await preview(bodyId, csv);
    expect(first.ok).toBe(true);
    expect(first.rows.filter((row) => row.act === 'create')).toHaveLength(lines);
    expect(await administrator.do('POST', `/bodies/${bodyId}/members-import`, { csv, digest: first.digest })).toEqual({ created: lines, updated: 0, unchanged: 0 });
    const { seats } = await administrator.get<Schema['SeatsDto']>(`/bodies/${bodyId}/seats`);
    expect(seats.filter((seat) => seat.member !== null)).toHaveLength(lines);
    const again = await preview(bodyId, csv.normalize('NFD'));
    expect(again.rows.every((row) => row.act === 'unchanged')).toBe(true);
  });

  it('refuses a list with doubled rows, row by row, and takes none of it', async () => {
    const bodyId = await newBody();
    const csv = `${OWN_LIST}2,Thành viên,Đại biểu Bốn,\n5,Chủ tịch,Đại biểu Một,\n6,Thành viên,,\n`;
    const shown = await preview(bodyId, csv);
    expect(shown.ok).toBe(false);
    expect(shown.rows.filter((row) => row.act === 'error').map((row) => [row.line, row.errors[0]?.code])).toEqual([[5, 'csvSeatDoubled'], [6, 'csvRowDoubled'], [7, 'csvNameMissing']]);
    expect(await administrator.refused('POST', `/bodies/${bodyId}/members-import`, { csv, digest: shown.digest })).toBe('422 importHasErrors');
    expect((await administrator.get<Schema['SeatsDto']>(`/bodies/${bodyId}/seats`)).seats).toEqual([]);
  });

  it('refuses an import that is not what was previewed', async () => {
    const bodyId = await newBody();
    const { digest } = await preview(bodyId, OWN_LIST);
    expect(await administrator.refused('POST', `/bodies/${bodyId}/members-import`, { csv: OWN_LIST.replace('Ba', 'Bốn'), digest })).toBe('409 importChanged');
    expect(await administrator.refused('POST', `/bodies/${bodyId}/members-import/preview`, { csv: 'a,b\n1,2\n' })).toBe('422 csvColumnMissing');
  });

  it.each([
    ['unknown field', { title: 'x', kind: 'oral', minutes: 1, surprise: true }, '400 badInput'],
    ['wrong type', { title: 7, kind: 'oral', minutes: 1 }, '400 badInput'],
    ['too long', { title: 'x'.repeat(501), kind: 'oral', minutes: 1 }, '400 badInput'],
    ['unknown kind', { title: 'x', kind: 'party', minutes: 1 }, '400 badInput'],
    ['a parent elsewhere', { title: 'x', kind: 'oral', minutes: 1, parentId: '00000000-0000-4000-8000-000000000000' }, '404 notFound'],
    ['a NUL in the text', { title: 'x\u0000y', kind: 'oral', minutes: 1 }, '400 badInput'],
  ])('refuses an item with %s', async (_, body, expected) => {
    const june = await juneSession(secretary);
    expect(await secretary.refused('POST', `/sessions/${june.id}/items`, body)).toBe(expected);
    expect((await juneSession(secretary)).items).toHaveLength(june.items.length);
  });

  it('refuses broken JSON, another content type, an id that is none, an unknown address', async () => {
    const send = async (address: string, headers: Record<string, string>, body: string): Promise<string> => {
      const answer = await fetch(`${cabinet.url}/api${address}`, { method: 'POST', headers: { cookie: secretary.cookie, ...headers }, body });
      return `${answer.status} ${((await answer.json()) as { code: string }).code}`;
    };
    expect(await send('/auth/sign-in', { 'content-type': 'application/json' }, '{"username":')).toBe('400 badInput');
    expect(await send('/auth/sign-in', { 'content-type': 'text/plain' }, 'x')).toBe('415 unsupportedMedia');
    expect(await secretary.refused('GET', '/sessions/not-an-id')).toBe('400 badInput');
    expect(await secretary.refused('GET', '/nowhere')).toBe('404 notFound');
  });

  it('moves items only where they may be, and renumbers by itself', async () => {
    const june = await juneSession(secretary);
    const [first, second, third] = june.items;
    await secretary.do('PUT', `/items/${third?.id ?? ''}/place`, { parentId: second?.id, index: 0 });
    expect((await juneSession(secretary)).items.map((item) => item.number)).toEqual(['1', '2', '2.1', '3', '4', '5', '6']);
    expect(await secretary.refused('PUT', `/items/${second?.id ?? ''}/place`, { parentId: third?.id, index: 0 })).toBe('422 itemNestedTooDeep');
    expect(await secretary.refused('DELETE', `/items/${first?.id ?? ''}`)).toBe('409 itemHasContent');
    await secretary.do('PUT', `/items/${third?.id ?? ''}/place`, { parentId: null, index: 2 });
    expect((await juneSession(secretary)).items.map((item) => item.id)).toEqual(june.items.map((item) => item.id));
  });

  it('tells nobody whether an account exists, and slows down who guesses', async () => {
    const tries: string[] = [];
    for (const username of ['thu-ky', 'khong-co-ai', 'thu-ky', 'thu-ky', 'thu-ky', 'thu-ky', 'thu-ky']) {
      const answer = await fetch(`${cabinet.url}/api/auth/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username, password: 'sai mật khẩu rồi nhé' }) });
      tries.push(`${answer.status} ${((await answer.json()) as { code: string }).code} ${answer.headers.has('retry-after') ? 'wait' : ''}`.trim());
    }
    expect(tries).toEqual([...Array<string>(6).fill('401 wrongCredentials'), '429 tooManyTries wait']);
  });

  it('lets a new person choose a password by a one-time link, once', async () => {
    const made = await administrator.do<Schema['NewAccountDto']>('POST', '/accounts', { username: 'moi', name: 'Người mới', roles: [{ bodyId: secretary.bodyId, role: 'officer' }] });
    const link = new URL(made.setupLink, cabinet.url);
    // In the fragment: no browser sends it, so no log and no referrer has it.
    expect(link.search).toBe('');
    const token = new URLSearchParams(link.hash.slice(1)).get('token');
    expect(await administrator.refused('POST', '/accounts', { username: 'MOI', name: 'Trùng tên', roles: [] })).toBe('409 usernameTaken');
    expect(await administrator.refused('POST', '/auth/set-password', { token, password: 'ngắn' })).toBe('422 passwordTooShort');
    await administrator.do('POST', '/auth/set-password', { token, password: 'con mèo trèo cây cau' });
    expect(await administrator.refused('POST', '/auth/set-password', { token, password: 'con mèo trèo cây cau' })).toBe('410 linkExpired');
    const answer = await fetch(`${cabinet.url}/api/auth/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username: 'moi', password: 'con mèo trèo cây cau' }) });
    expect([answer.status, ((await answer.json()) as Schema['SignInAnswerDto']).me?.bodies[0]?.roles]).toEqual([200, ['officer']]);
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/);
  });

  it('shows an administrator the roles people hold, by assignment and by seat', async () => {
    const { accounts } = await administrator.get<Schema['AccountsDto']>('/accounts');
    const rolesOf = (username: string): string[] => (accounts.find((account) => account.username === username)?.roles ?? []).map(({ role }) => role).sort();
    expect([rolesOf('thu-tuong'), rolesOf('thong-doc'), rolesOf('thu-ky')]).toEqual([['chair', 'member'], ['member'], ['secretariat']]);
  });

  it('lets an administrator change no right of their own', async () => {
    expect(await administrator.refused('PATCH', `/accounts/${administrator.me.id}`, { disabled: true })).toBe('409 ownRights');
    expect(await secretary.refused('GET', '/accounts')).toBe('403 notAllowed');
  });
});
