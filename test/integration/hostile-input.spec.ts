import { Cabinet } from '../support/cabinet.js';
import { juneSession } from '../support/june.js';
import type { Person } from '../support/person.js';
import { inviteWithPassword } from '../support/visitor.js';

describe('what is sent to confuse', () => {
  let cabinet: Cabinet;
  let secretary: Person;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    secretary = await cabinet.person('thu-ky');
  });
  afterAll(() => cabinet.close());

  /** A body as it stands, which no serialiser would write. */
  async function send(address: string, body: string): Promise<string> {
    const answer = await fetch(`${cabinet.url}/api${address}`, { method: 'POST', headers: { cookie: secretary.cookie, 'content-type': 'application/json' }, body });
    return `${answer.status} ${((await answer.json()) as { code?: string }).code ?? ''}`;
  }

  it.each(['%253Cscript%253E', '&lt;b&gt;&amp;amp;', '%2e%2e%2f', '\\u003cb\\u003e', "'; drop table motion; --", '${7*7}{{7*7}}', '<img src=x onerror=alert(1)>'])('a title %s is what was written: decoded once, and changed nowhere', async (title) => {
    const june = await juneSession(secretary);
    const { id } = await secretary.do<{ id: string }>('POST', `/sessions/${june.id}/items`, { title, kind: 'oral', minutes: 1 });
    expect((await juneSession(secretary)).items.find((item) => item.id === id)?.title).toBe(title);
    await secretary.do('DELETE', `/items/${id}`);
  });

  it('an address encoded twice is another address', async () => {
    const june = await juneSession(secretary);
    expect(await secretary.refused('GET', `/sessions/${june.id.replace('-', '%252d')}`)).toBe('400 badInput');
    expect((await secretary.ask('GET', `/sessions/${june.id.replace('-', '%2d')}`)).status).toBe(200);
  });

  it.each([
    ['the prototype', '{"title":"x","kind":"oral","minutes":1,"__proto__":{"isAdministrator":true}}'],
    ['the prototype, written in escapes', '{"title":"x","kind":"oral","minutes":1,"\\u005f_proto__":{"isAdministrator":true}}'],
    ['a constructor', '{"title":"x","kind":"oral","minutes":1,"constructor":{"prototype":{"isAdministrator":true}}}'],
  ])('%s in a body is refused, and nothing is changed for anybody', async (_, body) => {
    const june = await juneSession(secretary);
    expect(await send(`/sessions/${june.id}/items`, body)).toBe('400 badInput');
    expect((await juneSession(secretary)).items).toHaveLength(june.items.length);
    expect(await (await cabinet.person('bo-truong-xay-dung')).refused('GET', '/accounts')).toBe('403 notAllowed');
  });

  it('a field given twice counts once, and a field of the query is no field of the body', async () => {
    const june = await juneSession(secretary);
    expect(await send(`/sessions/${june.id}/items?title=x&kind=oral&minutes=1`, '{}')).toBe('400 badInput');
    expect(await send(`/sessions/${june.id}/items`, '{"title":["x","y"],"kind":"oral","minutes":1}')).toBe('400 badInput');
    expect(await send(`/sessions/${june.id}/items`, '{"title":"x","kind":"oral","minutes":1e400}')).toBe('400 badInput');
    expect(await send(`/sessions/${june.id}/items`, '{"title":"x","kind":"oral","minutes":9007199254740993}')).toBe('400 badInput');
    expect((await juneSession(secretary)).items).toHaveLength(june.items.length);
  });

  it('a password is kept as Argon2id with 64 MiB and 3 passes, salted, and never as it is', async () => {
    await inviteWithPassword(cabinet, 'nguoi-mot');
    await inviteWithPassword(cabinet, 'nguoi-hai');
    const rows = await cabinet.rows<{ password_hash: string }>(`select password_hash from account where username in ('nguoi-mot', 'nguoi-hai')`);
    expect(rows.map((row) => row.password_hash)).toEqual(Array(2).fill(expect.stringMatching(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)));
    expect(new Set(rows.map((row) => row.password_hash)).size).toBe(2);
  });
});
