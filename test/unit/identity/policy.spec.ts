import { whyNotPassword } from '../../../src/identity/domain/passwords.js';
import { permits, permitsSomewhere, whyNotPermitted, type Actor } from '../../../src/identity/domain/policy.js';
import { PERMISSIONS, type RoleName } from '../../../src/contract/permissions.js';

const actor = (role: RoleName | null, administrator = false): Actor => ({ accountId: 'a', administrator, rights: role ? [{ bodyId: 'b', roles: [role], memberId: role === 'member' ? 'm' : null }] : [] });

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
