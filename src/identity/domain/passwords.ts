import type { ErrorCode } from '../../contract/error-codes.js';
import { COMMON_LONG_PASSWORDS } from './common-passwords.js';

/** Shortest password, in characters. (engineering/security.md, sessions and sign-in) */
const SHORTEST_PASSWORD = 15;

/** Parts that make a long password easy to guess all the same; longer ones first. */
const COMMON = [
  'qwertyuiop', 'administrator', '1234567890', '0987654321', 'asdfghjkl', 'password', 'passw0rd', 'chinhphu', 'ecabinet', 'iloveyou', 'zxcvbnm', 'matkhau', '1qaz2wsx',
  'vietnam', 'welcome', 'letmein', 'changeme', 'secret', 'cabinet', 'quantri', 'qwerty', 'abcdef', '123456', '654321', '111111', '000000', 'admin',
];

/** How much must be left when all that everybody tries is taken away. */
const LEAST_OWN = 6;

/** Plain letters and digits: no accents, no signs, no capitals, so that "Mật-Khẩu" is "matkhau". */
function plainOf(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whether it is one short unit said again and again. */
function isRepeated(plain: string): boolean {
  return /^(.{1,8}?)\1+.{0,2}$/u.test(plain);
}

/** Whether each letter follows from the one before: "abcdefghijklmno", "98765…". */
function isRun(plain: string): boolean {
  const codes = [...plain].map((letter) => letter.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)));
  return steps.size === 1;
}

/** What a password is judged by, besides itself. */
export interface PasswordContext {
  username: string;
  /** Names of the organisation and the like, which do not count towards a password. (OWASP ASVS 5.0 6.1.2 and 6.2.11) */
  words: readonly string[];
  /** Passwords and words from published lists, in plain letters and digits. */
  published: ReadonlySet<string>;
}

/** What is left when digits at both ends go and what is said several times is said once: "Sunshine-Sunshine-2026" is "sunshine". */
function coreOf(plain: string): string {
  const letters = plain.replace(/^\d+|\d+$/g, '');
  return /^(.+?)\1+$/u.exec(letters)?.[1] ?? letters;
}

/** Words of a list as they are compared: plain, and long enough that taking them away takes no other word apart; longer ones first. */
function plainWords(words: readonly string[]): string[] {
  return words.map(plainOf).filter((word) => word.length >= 3).sort((left, right) => right.length - left.length);
}

/** Why this may not be a password: too short, or little more than what everybody tries; null if it may. No rule of composition. */
export function whyNotPassword(password: string, { username, words, published }: PasswordContext): ErrorCode | null {
  const characters = [...password.normalize('NFC')];
  if (characters.length < SHORTEST_PASSWORD) return 'passwordTooShort';
  const plain = plainOf(password);
  const isKnown = [plain, coreOf(plain)].some((text) => COMMON_LONG_PASSWORDS.has(text) || published.has(text));
  if (isKnown || isRepeated(plain) || isRun(plain)) return 'passwordTooCommon';
  const own = plainWords([username, ...words, ...COMMON]).reduce((left, part) => left.replaceAll(part, ''), plain);
  return new Set(characters).size < 5 || own.length < LEAST_OWN ? 'passwordTooCommon' : null;
}
