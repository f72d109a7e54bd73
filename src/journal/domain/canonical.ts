import { createHash } from 'node:crypto';

/**
 * JSON with one spelling: keys sorted by UTF-16 code unit, no white space, numbers and strings as ECMAScript writes them
 * (RFC 8785). Undefined members are left out.
 *
 * @throws TypeError on what has no such spelling: a number that is not finite, a lone surrogate
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('a number that is not finite has no canonical JSON');
  if (typeof value === 'string' && /\p{Surrogate}/u.test(value)) throw new TypeError('a lone surrogate has no canonical JSON');
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map((entry) => canonicalJson(entry)).join(',')}]`;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0))
    .map(([name, member]) => `${canonicalJson(name)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

/** What a row of the log says of private content: SHA-256 of a salt and the content. Without the salt nobody can try contents. */
export function saltedHash(salt: Buffer, content: string): Buffer {
  return createHash('sha256').update(salt).update(content, 'utf8').digest();
}
