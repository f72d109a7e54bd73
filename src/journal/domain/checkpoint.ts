import { createHash } from 'node:crypto';

/** How far the log had come, and the hash over all of it. */
export interface Checkpoint {
  origin: string;
  size: number;
  root: Buffer;
}

const ED25519 = 1;

/** The text that is signed: origin, size, root, each on a line. (C2SP tlog-checkpoint) */
export function checkpointBody({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${root.toString('base64')}\n`;
}

/** First four bytes of SHA-256 of name, line feed, algorithm and public key. (C2SP signed-note) */
function keyIdOf(name: string, publicKey: Buffer): Buffer {
  return createHash('sha256').update(`${name}\n`).update(Buffer.of(ED25519)).update(publicKey).digest().subarray(0, 4);
}

/** The key as verifiers take it: name, id and key. (C2SP signed-note) */
export function verifierKey(name: string, publicKey: Buffer): string {
  return `${name}+${keyIdOf(name, publicKey).toString('hex')}+${Buffer.concat([Buffer.of(ED25519), publicKey]).toString('base64')}`;
}

/** A body with one signature line: the signed note. */
export function signedNote(body: string, name: string, signature: { publicKey: Buffer; bytes: Buffer }): string {
  return `${body}\n— ${name} ${Buffer.concat([keyIdOf(name, signature.publicKey), signature.bytes]).toString('base64')}\n`;
}

/** The parts of a checkpoint's body; null when it is none. */
export function readCheckpoint(body: string): Checkpoint | null {
  const [origin, sizeText, rootText, ...rest] = body.split('\n');
  if (!origin || sizeText === undefined || rootText === undefined || rest[0] !== '') return null;
  const size = Number(sizeText);
  const root = Buffer.from(rootText, 'base64');
  return /^(0|[1-9]\d*)$/.test(sizeText) && Number.isSafeInteger(size) && root.length === 32 ? { origin, size, root } : null;
}
