import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { fromBase64, sha256 } from './canonical.js';

const ED25519 = 1;
const MOST_SIGNATURES = 100;

export interface NoteKey {
  name: string;
  id: string;
  key: KeyObject;
}

/** A verifier key `name+id+base64(algorithm byte, key)`; null where any part does not fit the others. (C2SP signed-note) */
export function readVerifierKey(vkey: string): NoteKey | null {
  const [name = '', id = '', ...rest] = vkey.split('+');
  const bytes = fromBase64(rest.join('+'));
  if (name === '' || /\s/u.test(name) || bytes?.length !== 33 || bytes[0] !== ED25519) return null;
  if (sha256(`${name}\n`, bytes).subarray(0, 4).toString('hex') !== id) return null;
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: bytes.subarray(1).toString('base64url') }, format: 'jwk' });
  return { name, id, key };
}

/** The text of a note that the key has signed, and how many signatures by others stand below it; null where it is malformed or the signature is missing or wrong. (C2SP signed-note) */
export function openNote(note: string, key: NoteKey): { text: string; others: number } | null {
  const end = note.lastIndexOf('\n\n');
  const [text, block] = [note.slice(0, end + 1), note.slice(end + 2)];
  if (end < 0 || !block.endsWith('\n') || /[\u0000-\u0009\u000b-\u001f\ufffd]/u.test(note)) return null;
  const lines = block.slice(0, -1).split('\n').map((line) => /^— ([^\s+]+) (\S+)$/u.exec(line));
  if (lines.length > MOST_SIGNATURES) return null;
  let [own, others] = [0, 0];
  for (const line of lines) {
    const bytes = fromBase64(line?.[2] ?? '');
    if (line === null || bytes === null || bytes.length < 5) return null;
    if (line[1] !== key.name || bytes.subarray(0, 4).toString('hex') !== key.id) others += 1;
    else if (verify(null, Buffer.from(text), key.key, bytes.subarray(4))) own += 1;
    else return null;
  }
  return own > 0 ? { text, others } : null;
}

export interface Checkpoint {
  origin: string;
  size: number;
  root: Buffer;
}

/** What a note's text says of a log; null where it is no checkpoint. (C2SP tlog-checkpoint) */
export function readCheckpoint(text: string): Checkpoint | null {
  const [origin = '', size = '', root = '', ...more] = text.split('\n');
  const bytes = fromBase64(root);
  if (origin === '' || !/^(0|[1-9]\d{0,15})$/.test(size) || bytes?.length !== 32) return null;
  if (more.pop() !== '' || more.includes('')) return null;
  return { origin, size: Number(size), root: bytes };
}
