/** What a device keeps is sealed by AES-256-GCM, under a key that no program can read out of it. */
export interface Sealed { iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer }

/** Bytes of a file in one sealed piece. */
export const SEGMENT = 262_144;

const AES = 'AES-GCM';
const encoder = new TextEncoder();
const bound = (to: string): Uint8Array<ArrayBuffer> => encoder.encode(to);

/** The device's own key: it can be used here and nowhere else, and taken out by nobody. */
export const newDeviceKey = (): Promise<CryptoKey> => crypto.subtle.generateKey({ name: AES, length: 256 }, false, ['encrypt', 'decrypt', 'wrapKey', 'unwrapKey']);

const randomIv = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(12));

/** @param to what it belongs to: under another name it does not open */
async function seal(key: CryptoKey, to: string, plain: Uint8Array<ArrayBuffer>): Promise<Sealed> {
  const iv = randomIv();
  return { iv, bytes: await crypto.subtle.encrypt({ name: AES, iv, additionalData: bound(to) }, key, plain) };
}

async function unseal(key: CryptoKey, to: string, { iv, bytes }: Sealed): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.decrypt({ name: AES, iv, additionalData: bound(to) }, key, bytes));
}

export const sealJson = (key: CryptoKey, to: string, value: unknown): Promise<Sealed> => seal(key, to, encoder.encode(JSON.stringify(value)));

export async function unsealJson(key: CryptoKey, to: string, sealed: Sealed): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await unseal(key, to, sealed))) as unknown;
}

/** A key for one file, and the same under the device's key. */
export async function newFileKey(device: CryptoKey, to: string): Promise<{ key: CryptoKey; wrapped: Sealed }> {
  const key = await crypto.subtle.generateKey({ name: AES, length: 256 }, true, ['encrypt', 'decrypt']);
  const iv = randomIv();
  return { key, wrapped: { iv, bytes: await crypto.subtle.wrapKey('raw', key, device, { name: AES, iv, additionalData: bound(to) }) } };
}

export const fileKeyOf = (device: CryptoKey, to: string, { iv, bytes }: Sealed): Promise<CryptoKey> =>
  crypto.subtle.unwrapKey('raw', bytes, device, { name: AES, iv, additionalData: bound(to) }, AES, false, ['decrypt']);

/** A file's key seals each segment once, so that the number of the segment is its nonce. Its place and the number of all are part of what is sealed: none can be swapped, moved or left out. */
function ofSegment(to: string, { index, count }: Place): AesGcmParams {
  const iv = new Uint8Array(12);
  new DataView(iv.buffer).setUint32(8, index);
  return { name: AES, iv, additionalData: bound(`${to} ${index}/${count}`) };
}

interface Place { index: number; count: number }

export const segmentsOf = (size: number): number => Math.max(1, Math.ceil(size / SEGMENT));

export const sealSegment = (key: CryptoKey, to: string, place: Place, plain: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> => crypto.subtle.encrypt(ofSegment(to, place), key, plain);

export async function unsealSegment(key: CryptoKey, to: string, place: Place, sealed: ArrayBuffer): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.decrypt(ofSegment(to, place), key, sealed));
}
