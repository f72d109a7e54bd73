import { whyNotPassword } from '../../../src/identity/domain/passwords.js';
import { guestIn, guestPermits, permits, permitsSomewhere, whyNotPermitted, type Actor, type GuestRights } from '../../../src/identity/domain/policy.js';
import { PERMISSIONS, type RoleName } from '../../../src/contract/permissions.js';

const actor = (role: RoleName | null, administrator = false): Actor => ({ accountId: 'a', administrator, rights: role ? [{ bodyId: 'b', roles: [role], memberId: role === 'member' ? 'm' : null }] : [], guestOf: [] });
const guest = (kind: GuestRights['kind']): GuestRights => ({ bodyId: 'b', sessionId: 's', kind, itemIds: kind === 'invitee' ? ['own'] : null, memberId: kind === 'substitute' ? 'm' : null });
const visitor = (kind: GuestRights['kind']): Actor => ({ ...actor(null), guestOf: [guest(kind)] });

describe('the policy', () => {
  it('denies everything to who has no role', () => {
    for (const permission of PERMISSIONS) expect(`${permission} ${permits(actor(null), permission, 'b')}`).toBe(`${permission} false`);
  });

  it('lets nobody act in another body', () => {
    for (const permission of PERMISSIONS) expect(whyNotPermitted(actor('secretariat'), permission, 'other') ?? 'allowed').toMatch(/notFound/);
  });

  it('never lets the secretariat vote or take a position', () => {
    expect(permits(actor('secretariat'), 'motion.cast', 'b')).toBe(false);
    expect(permits(actor('secretariat'), 'agenda.takePosition', 'b')).toBe(false);
    expect(permits(actor('secretariat'), 'opinion.reply', 'b')).toBe(false);
  });

  it('shows an administrator no paper, opinion, session or vote', () => {
    const content = PERMISSIONS.filter((permission) => !permission.endsWith('.administer'));
    for (const permission of content) expect(`${permission} ${permitsSomewhere(actor(null, true), permission)}`).toBe(`${permission} false`);
  });

  it.each([
    ['invitee', ['session.visit', 'floor.ask', 'paper.read']],
    ['substitute', ['session.visit', 'session.follow', 'floor.ask', 'paper.read', 'paper.copy']],
  ] as const)('lets an %s into their session for %j and nothing else, and nowhere by a role', (kind, expected) => {
    expect(PERMISSIONS.filter((permission) => guestPermits(guest(kind), permission, null))).toEqual(expected);
    expect(PERMISSIONS.filter((permission) => permitsSomewhere(visitor(kind), permission))).toEqual(expected);
    expect(PERMISSIONS.filter((permission) => permits(visitor(kind), permission, 'b'))).toEqual([]);
  });

  it('knows an invitee on their own items alone, a substitute on all', () => {
    expect([guestPermits(guest('invitee'), 'paper.read', 'own'), guestPermits(guest('invitee'), 'paper.read', 'other'), guestPermits(guest('substitute'), 'paper.read', 'other')]).toEqual([true, false, true]);
  });

  it('takes nobody for a guest who is of the body, nor in another session', () => {
    expect(guestIn(visitor('invitee'), { id: 's', bodyId: 'b' })).toEqual(guest('invitee'));
    expect(guestIn(visitor('invitee'), { id: 'other', bodyId: 'b' })).toBeNull();
    expect(guestIn({ ...actor('member'), guestOf: [guest('invitee')] }, { id: 's', bodyId: 'b' })).toBeNull();
  });

  it('says "not allowed" only where the body may be seen', () => {
    expect(whyNotPermitted(actor('member'), 'session.prepare', 'b')).toBe('notAllowed');
    expect(whyNotPermitted(actor('member'), 'motion.cast', 'b')).toBeNull();
  });
});

describe('passwords', () => {
  it.each([
    ['ngắn quá', 'passwordTooShort'],
    ['aaaaaaaaaaaaaaaaaaaa', 'passwordTooCommon'],
    ['password123456password', 'passwordTooCommon'],
    ['nguyenvana-password1', 'passwordTooCommon'],
    ['con mèo trèo cây cau', null],
    ['correct horse battery', null],
  ])('%s: %s', (password, expected) => {
    expect(whyNotPassword(password, { username: 'nguyenvana', words: [], published: new Set() })).toBe(expected);
  });
});
