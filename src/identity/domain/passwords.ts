import type { ErrorCode } from '../../contract/error-codes.js';

/** Shortest password, in characters. (engineering/security.md, sessions and sign-in) */
const SHORTEST_PASSWORD = 15;

/** Parts that make a long password easy to guess all the same. */
const COMMON = ['password', 'matkhau', '123456', 'qwerty', 'abcdef', '111111', '000000', 'iloveyou', 'letmein', 'admin', 'ecabinet', 'chinhphu'];

/** Why this may not be a password: too short, or little more than what everybody tries; null if it may. */
export function whyNotPassword(password: string, username: string): ErrorCode | null {
  const characters = [...password.normalize('NFC')];
  if (characters.length < SHORTEST_PASSWORD) return 'passwordTooShort';
  const plain = password.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const rest = [...COMMON, username.toLowerCase()].reduce((left, part) => (part.length < 3 ? left : left.replaceAll(part, '')), plain);
  if (new Set(characters).size < 5 || rest.length < 6) return 'passwordTooCommon';
  return null;
}
