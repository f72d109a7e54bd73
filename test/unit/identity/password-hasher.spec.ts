import { jest } from '@jest/globals';

let release: () => void = () => undefined;
const gate = new Promise<void>((done) => {
  release = done;
});
let running = 0;
let most = 0;
const slow = async (): Promise<string> => {
  running += 1;
  most = Math.max(most, running);
  await gate;
  running -= 1;
  return 'hash';
};
jest.unstable_mockModule('@node-rs/argon2', () => ({ hash: slow, verify: slow }));
const { PasswordHasher } = await import('../../../src/identity/sign-in/password-hasher.js');

describe('the queue of password hashes', () => {
  it('runs four at once, lets 200 wait, sends the next away, and works on when it has caught up', async () => {
    const hasher = new PasswordHasher();
    const taken = Array.from({ length: 204 }, () => hasher.hash('mật khẩu đủ dài để thử'));
    await expect(hasher.hash('một người nữa')).rejects.toMatchObject({ code: 'serverBusy', params: { retryAfterSeconds: 15 } });
    release();
    await expect(Promise.all(taken)).resolves.toHaveLength(204);
    expect(most).toBe(4);
    await expect(hasher.hash('lại một người')).resolves.toBe('hash');
  });
});
