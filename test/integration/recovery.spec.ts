import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import type { Schema } from '../support/person.js';
import { forgetTries, invite, inviteWithPassword, PASSWORD, Visitor } from '../support/visitor.js';

type Requests = Schema['AdminRequestsDto'];
type Decided = Schema['DecidedDto'];

describe('what takes two administrators', () => {
  let cabinet: Cabinet;
  let first: Visitor;
  let second: Visitor;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    first = await new Visitor(cabinet).enter('quan-tri');
    second = await new Visitor(cabinet).enter('quan-tri-2');
  });
  beforeEach(async () => {
    await forgetTries(cabinet);
    await cabinet.rows('delete from admin_request');
  });
  afterAll(() => cabinet.close());

  const ask = (kind: string, accountId: string, more: object = {}): Promise<string> => first.outcome('POST', '/admin-requests', { kind, accountId, reason: 'Đã gặp trực tiếp', ...more });
  const waiting = async (whose: Visitor): Promise<Requests['requests']> => (await whose.do<Requests>('GET', '/admin-requests')).requests;
  const idOf = async (username: string): Promise<string> => (await cabinet.rows<{ id: string }>('select id from account where username = $1', [username]))[0]?.id ?? '';
  const tokenIn = (link: string | null): string => /set-password#token=(\S+)/.exec(link ?? '')?.[1] ?? '';
  async function confirm(): Promise<Decided> {
    const [request] = await waiting(second);
    return second.do<Decided>('POST', `/admin-requests/${request?.id ?? ''}/decision`, { decision: 'confirm' });
  }

  it('recovers an account: one asks with a reason, the other confirms and gets a link that ends every earlier way in', async () => {
    const { visitor, accountId } = await inviteWithPassword(cabinet, 'nguoi-mat-may');
    const key = await visitor.enrol();
    expect(await first.outcome('POST', `/accounts/${accountId}/setup-link`)).toBe('409 recoveryNeeded');
    expect(await ask('recovery', accountId, { reason: '' })).toBe('400 badInput');
    expect(await ask('recovery', accountId)).toBe('200');
    expect(await ask('recovery', accountId)).toBe('409 requestWaiting');
    const [own] = await waiting(first);
    expect(own).toMatchObject({ kind: 'recovery', accountId, reason: 'Đã gặp trực tiếp', can: { confirm: false, withdraw: true } });
    expect(await first.outcome('POST', `/admin-requests/${own?.id ?? ''}/decision`, { decision: 'confirm' })).toBe('403 ownRequest');
    const { setupLink } = await confirm();
    expect(await waiting(second)).toEqual([]);
    expect(await visitor.outcome('GET', '/me')).toBe('200');
    const token = tokenIn(setupLink);
    expect(await new Visitor(cabinet).do('POST', '/auth/link', { token })).toMatchObject({ kind: 'recovery' });
    await new Visitor(cabinet).do('POST', '/auth/set-password', { token, password: 'nắng vàng trên đồi chè' });
    expect(await visitor.outcome('GET', '/me')).toBe('401 notSignedIn');
    expect(await new Visitor(cabinet).enterBy(key)).toBe('401 passkeyRefused');
    expect(await new Visitor(cabinet).outcome('POST', '/auth/sign-in', { username: 'nguoi-mat-may', password: PASSWORD })).toBe('401 wrongCredentials');
    expect(await new Visitor(cabinet).outcome('POST', '/auth/sign-in', { username: 'nguoi-mat-may', password: 'nắng vàng trên đồi chè' })).toBe('200');
    const told = await cabinet.rows<{ type: string; actor: string; facts: { kind: string; decision?: string } }>(
      `select e.type, a.username as actor, e.facts from journal_entry e join account a on a.id = e.actor_id where e.ids->>'accountId' = $1 and e.facts->>'kind' = 'recovery' order by e.id`, [accountId]);
    expect(told.map(({ type, actor, facts }) => [type, actor, facts.decision])).toEqual([
      ['identity.requestAsked', 'quan-tri', undefined], ['identity.requestDecided', 'quan-tri-2', 'confirmed'], ['identity.linkMade', 'quan-tri-2', undefined],
    ]);
  });

  it('waits a day and no longer, can be refused or withdrawn, and is decided once', async () => {
    const { accountId } = await inviteWithPassword(cabinet, 'nguoi-cho');
    await ask('recovery', accountId);
    const [late] = await waiting(second);
    await cabinet.rows(`update admin_request set expires_at = now() - interval '1 second'`);
    expect(await second.outcome('POST', `/admin-requests/${late?.id ?? ''}/decision`, { decision: 'confirm' })).toBe('409 requestDecided');
    await ask('recovery', accountId);
    const [refused] = await waiting(second);
    expect(await second.outcome('POST', `/admin-requests/${refused?.id ?? ''}/decision`, { decision: 'withdraw' })).toBe('403 notAllowed');
    expect(await second.do('POST', `/admin-requests/${refused?.id ?? ''}/decision`, { decision: 'refuse' })).toEqual({ setupLink: null });
    expect(await second.outcome('POST', `/admin-requests/${refused?.id ?? ''}/decision`, { decision: 'confirm' })).toBe('409 requestDecided');
    await ask('recovery', accountId);
    const [withdrawn] = await waiting(first);
    expect(await first.outcome('POST', `/admin-requests/${withdrawn?.id ?? ''}/decision`, { decision: 'withdraw' })).toBe('200');
    expect(await waiting(second)).toEqual([]);
  });

  it('is not needed for who has never chosen a way to sign in', async () => {
    const { accountId } = await invite(cabinet, 'nguoi-chua-vao');
    expect(await first.outcome('POST', `/accounts/${accountId}/setup-link`)).toBe('201');
    expect(await ask('recovery', accountId)).toBe('409 requestPointless');
  });

  it('makes and unmakes administrators, and ends their sessions', async () => {
    const { visitor, accountId } = await inviteWithPassword(cabinet, 'nguoi-quan-tri-moi');
    expect(await ask('grantAdministrator', accountId)).toBe('200');
    expect(await visitor.outcome('GET', '/accounts')).toBe('403 notAllowed');
    await confirm();
    expect(await visitor.outcome('GET', '/me')).toBe('401 notSignedIn');
    await forgetTries(cabinet);
    await visitor.do('POST', '/auth/sign-in', { username: 'nguoi-quan-tri-moi', password: PASSWORD });
    expect(await visitor.outcome('GET', '/accounts')).toBe('200');
    expect(await first.outcome('PATCH', `/accounts/${accountId}`, { disabled: true })).toBe('409 secondAdministratorNeeded');
    expect(await ask('removeAdministrator', accountId)).toBe('200');
    await confirm();
    await forgetTries(cabinet);
    await visitor.do('POST', '/auth/sign-in', { username: 'nguoi-quan-tri-moi', password: PASSWORD });
    expect(await visitor.outcome('GET', '/accounts')).toBe('403 notAllowed');
    expect(await first.outcome('POST', '/accounts', { username: 'them-quan-tri', name: 'x', roles: [], administrator: true })).toBe('409 secondAdministratorNeeded');
  });

  it('changes one’s own roles and those of another administrator, never alone', async () => {
    const [body] = await cabinet.rows<{ id: string }>('select id from body order by position limit 1');
    const roles = [{ bodyId: body?.id ?? '', role: 'auditor' }];
    const own = await idOf('quan-tri');
    expect(await first.outcome('PATCH', `/accounts/${own}`, { roles })).toBe('409 ownRights');
    expect(await ask('roles', await idOf('thu-ky'), { roles })).toBe('409 requestPointless');
    // Nor those of another administrator, who could be given a seat at every table by one alone.
    const other = await idOf('quan-tri-2');
    for (const change of [{ roles }, { roles: [] }, { disabled: true }, { disabled: false }]) expect([change, await first.outcome('PATCH', `/accounts/${other}`, change)]).toEqual([change, '409 secondAdministratorNeeded']);
    expect(await first.outcome('PATCH', `/accounts/${other}`, { name: 'Quản trị viên thứ hai' })).toBe('200');
    expect(await ask('roles', other, { roles })).toBe('200');
    expect(await cabinet.rows('select 1 from role_assignment where account_id = $1', [other])).toEqual([]);
    await confirm();
    expect(await cabinet.rows('select role from role_assignment where account_id = $1', [other])).toEqual([{ role: 'auditor' }]);
    await second.enter('quan-tri-2');
    expect(await ask('roles', own, { roles })).toBe('200');
    expect(await cabinet.rows('select 1 from role_assignment where account_id = $1', [own])).toEqual([]);
    await confirm();
    await first.enter('quan-tri');
    expect((await first.do<Schema['MeDto']>('GET', '/me')).bodies.map((mine) => mine.roles)).toEqual([['auditor']]);
  });

  it('asked by somebody who is no administrator any more comes to nothing', async () => {
    const { accountId } = await inviteWithPassword(cabinet, 'nguoi-khac');
    await ask('recovery', accountId);
    const [request] = await waiting(second);
    await cabinet.rows(`update account set administrator = false where username = 'quan-tri'`);
    expect(await waiting(second)).toEqual([]);
    expect(await second.outcome('POST', `/admin-requests/${request?.id ?? ''}/decision`, { decision: 'confirm' })).toBe('409 requestDecided');
    await cabinet.rows(`update account set administrator = true where username = 'quan-tri'`);
  });

  it('cannot be done by a lone administrator, except to make a second one; the console helps', async () => {
    await cabinet.rows(`update account set administrator = false where username = 'quan-tri-2'`);
    const { visitor, accountId } = await inviteWithPassword(cabinet, 'nguoi-thu-hai');
    expect(await ask('recovery', accountId)).toBe('409 secondAdministratorMissing');
    for (const kind of ['removeAdministrator', 'disable', 'roles']) expect(await ask(kind, await idOf('quan-tri'))).toBe('409 secondAdministratorMissing');
    const command = path.resolve(import.meta.dirname, '../../dist/server/identity/administration/recover.command.js');
    const said = spawnSync(process.execPath, [command, 'nguoi-thu-hai'], { encoding: 'utf8', env: { PATH: process.env['PATH'], DATABASE_URL: cabinet.databaseUrl, ECABINET_DATA_DIR: cabinet.folder, LOG_LEVEL: 'warn' } });
    expect([said.status, said.stderr]).toEqual([0, '']);
    expect(await new Visitor(cabinet).do('POST', '/auth/link', { token: tokenIn(said.stdout) })).toMatchObject({ username: 'nguoi-thu-hai', kind: 'recovery' });
    expect(await cabinet.rows(`select 1 from journal_entry where type = 'identity.linkMade' and actor_id is null and ids->>'accountId' = $1`, [accountId])).toHaveLength(1);
    expect(await first.do('POST', '/admin-requests', { kind: 'grantAdministrator', accountId, reason: 'Người thứ hai' })).toEqual({ done: true });
    await eventually(async () => expect(await visitor.outcome('GET', '/me')).toBe('401 notSignedIn'));
    expect(await ask('recovery', await idOf('quan-tri'))).toBe('409 requestPointless');
    expect(await ask('removeAdministrator', await idOf('quan-tri'))).toBe('200');
  });

  it('leaves no warning in the log', () => {
    expect(cabinet.log).toEqual([]);
  });
});
