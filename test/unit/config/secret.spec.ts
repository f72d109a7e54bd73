import { randomBytes } from 'node:crypto';
import { loadEnvironment } from '../../../src/config/environment.js';
import { InstallationSecret } from '../../../src/config/secret.js';

const [OLD, NEW, OTHER] = [randomBytes(32).toString('base64'), randomBytes(32).toString('hex'), randomBytes(32).toString('base64')];
const secretOf = (...secrets: (string | undefined)[]): InstallationSecret => new InstallationSecret(loadEnvironment({ ECABINET_SECRET: secrets.join(',') }));
const CONTENT = Buffer.from('JBSWY3DPEHPK3PXP');

describe('the secret of an installation', () => {
  it('is replaced: new things use the first, and what an older one sealed or hashed is still known', () => {
    const [before, between, after] = [secretOf(OLD), secretOf(NEW, OLD), secretOf(NEW)];
    const sealed = before.seal('totp', CONTENT, 'account-1');
    expect(between.open('totp', sealed, 'account-1')).toEqual(CONTENT);
    expect(between.keyedHashes('code', 'abc')).toContainEqual(before.keyedHash('code', 'abc'));
    expect(after.open('totp', between.seal('totp', CONTENT, 'account-1'), 'account-1')).toEqual(CONTENT);
    expect(after.keyedHash('code', 'abc')).toEqual(between.keyedHash('code', 'abc'));
    expect(() => after.open('totp', sealed, 'account-1')).toThrow();
  });

  it('opens nothing of another secret, purpose or context, nothing that was changed, and nothing with a shortened seal', () => {
    const secret = secretOf(NEW, OLD);
    const sealed = secret.seal('totp', CONTENT, 'account-1');
    const changed = Buffer.from(sealed);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    expect(() => secretOf(OTHER).open('totp', sealed, 'account-1')).toThrow();
    expect(() => secret.open('other', sealed, 'account-1')).toThrow();
    expect(() => secret.open('totp', sealed, 'account-2')).toThrow();
    expect(() => secret.open('totp', changed, 'account-1')).toThrow();
    expect(() => secret.open('totp', sealed.subarray(0, 16), 'account-1')).toThrow();
  });

  it.each([['short'], [`${OLD},short`], [`${OLD},${Buffer.alloc(32, 7).toString('base64')}`], [',']])('is refused as a whole where one of several is none: %s', (text) => {
    expect(() => loadEnvironment({ ECABINET_SECRET: text })).toThrow(/ECABINET_SECRET=\(hidden\): too short or not random/);
  });
});
