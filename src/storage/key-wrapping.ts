import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { PREFIX, SEAL } from './domain/segments.js';
import { type DataKey, Unreadable } from './segment-cipher.js';

const VERSION = 1;
const NONCE = 12;
const KEY = 32;

/** A key that wraps the keys of papers; it comes from outside the database. */
export interface MasterKey {
  /** Follows from the key: 16 hex letters. Says which key, nothing about it. */
  id: string;
  key: Buffer;
}

/** @param key 32 bytes */
export function masterKeyOf(key: Buffer): MasterKey {
  return { id: createHash('sha256').update('e-cabinet papers key\n').update(key).digest('hex').slice(0, 16), key };
}

/** A key for one file. */
export function newDataKey(): DataKey {
  return { key: randomBytes(KEY), prefix: randomBytes(PREFIX) };
}

/** Wraps a file's key (AES-256-GCM), bound to the file and to the wrapping key: a row cannot lend its key to another. */
export function wrapKey({ key, prefix }: DataKey, by: MasterKey, blobId: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', by.key, nonce).setAAD(boundTo(by, blobId));
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.update(Buffer.concat([key, prefix])), cipher.final(), cipher.getAuthTag()]);
}

/** @throws Unreadable when it was wrapped by another key, for another file, or was changed */
export function unwrapKey(wrapped: Buffer, by: MasterKey, blobId: string): DataKey {
  if (wrapped.length !== 1 + NONCE + KEY + PREFIX + SEAL || wrapped[0] !== VERSION) throw new Unreadable('the wrapped key has another form');
  const decipher = createDecipheriv('aes-256-gcm', by.key, wrapped.subarray(1, 1 + NONCE), { authTagLength: SEAL }).setAAD(boundTo(by, blobId));
  decipher.setAuthTag(wrapped.subarray(wrapped.length - SEAL));
  const plain = decipher.update(wrapped.subarray(1 + NONCE, wrapped.length - SEAL));
  try {
    decipher.final();
  } catch {
    throw new Unreadable('the wrapped key does not open');
  }
  return { key: plain.subarray(0, KEY), prefix: plain.subarray(KEY) };
}

function boundTo(by: MasterKey, blobId: string): Buffer {
  return Buffer.from(`e-cabinet paper key ${VERSION} ${by.id} ${blobId}`, 'latin1');
}
