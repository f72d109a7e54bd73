import { createHash } from 'node:crypto';

/** JSON with one spelling: keys sorted by UTF-16 code unit, no white space (RFC 8785). Undefined members are left out. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map((entry) => canonicalJson(entry)).join(',')}]`;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

/** Hash of a leaf of the log: SHA-256 of a zero byte and the content (RFC 6962 2.1). */
export function leafHash(content: string): Buffer {
  return createHash('sha256').update(Buffer.of(0)).update(content, 'utf8').digest();
}
