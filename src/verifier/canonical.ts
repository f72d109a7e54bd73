import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';

/** One spelling for one value. (RFC 8785) */
export function canonicalText(value: unknown): string {
  return canonicalize(value) ?? 'undefined';
}

export function sha256(...parts: (string | Uint8Array)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** Bytes of a base64 text, or null where it is not the one spelling of its bytes. (RFC 4648 §3.5) */
export function fromBase64(text: string, alphabet: 'base64' | 'base64url' = 'base64'): Buffer | null {
  const bytes = Buffer.from(text, alphabet);
  return bytes.toString(alphabet) === text ? bytes : null;
}

export interface Parsed {
  value: unknown;
  /** Members that stand twice in one object: readers disagree on which counts. */
  doubled: string[];
}

/** JSON with what `JSON.parse` swallows; null where it is no JSON. (RFC 8259 §4) */
export function parseJson(text: string): Parsed | null {
  const read = valueOf(text);
  return read && { value: read.value, doubled: doubledMembers(text) };
}

function valueOf(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

const STRING = /"(?:[^"\\]|\\.)*"/y;

/** Walks text that is known to be JSON. */
function doubledMembers(text: string): string[] {
  const doubled: string[] = [];
  const open: (Set<string> | null)[] = [];
  let isName = false;
  for (let index = 0; index < text.length; index += 1) {
    const letter = text[index];
    if (letter === '"') {
      STRING.lastIndex = index;
      const [word = '""'] = STRING.exec(text) ?? [];
      const names = open.at(-1);
      if (isName && names) {
        const name = String(JSON.parse(word));
        if (names.has(name)) doubled.push(name);
        names.add(name);
      }
      isName = false;
      index += word.length - 1;
    } else if (letter === '{') {
      open.push(new Set());
      isName = true;
    } else if (letter === '[') open.push(null);
    else if (letter === '}' || letter === ']') open.pop();
    else if (letter === ',') isName = open.at(-1) instanceof Set;
  }
  return doubled;
}

/** The value of a text that must be canonical, so that no member stands twice; null where it is not. */
export function readCanonical(text: string): { value: unknown } | null {
  const read = valueOf(text);
  return read && isWritten(read.value, text) ? read : null;
}

function isWritten(value: unknown, text: string): boolean {
  try {
    return canonicalText(value) === text;
  } catch (error) {
    // A lone surrogate has no canonical form.
    if (error instanceof Error) return false;
    throw error;
  }
}
