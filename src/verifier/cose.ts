import { constants, createPublicKey, type KeyObject, verify } from 'node:crypto';

/** A credential's key, as the authenticator gave it. */
export interface CredentialKey {
  algorithm: 'ES256' | 'EdDSA' | 'RS256';
  key: KeyObject;
}

type CborValue = number | Buffer;

/** Reads the CBOR of a key: one map of integers to integers and byte strings, of known lengths, nothing after it. (RFC 8949 §3) */
class KeyMapReader {
  private at = 0;

  constructor(private readonly bytes: Buffer) {}

  read(): Map<number, CborValue> | null {
    const [major, pairs] = this.head();
    if (major !== 5 || pairs > 16) return null;
    const map = new Map<number, CborValue>();
    for (let pair = 0; pair < pairs; pair += 1) {
      const [label, value] = [this.value(), this.value()];
      if (typeof label !== 'number' || value === null || map.has(label)) return null;
      map.set(label, value);
    }
    return this.at === this.bytes.length ? map : null;
  }

  private value(): CborValue | null {
    const [major, length] = this.head();
    if (major === 0) return length;
    if (major === 1) return -1 - length;
    if (major !== 2 || this.at + length > this.bytes.length) return null;
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  /** Major type and argument; major type -1 where there is none. */
  private head(): [number, number] {
    const first = this.bytes[this.at] ?? 0xff;
    const [major, short] = [first >> 5, first & 31];
    this.at += 1;
    if (short < 24) return [major, short];
    const width = { 24: 1, 25: 2, 26: 4 }[short] ?? 0;
    if (width === 0 || this.at + width > this.bytes.length) return [-1, 0];
    this.at += width;
    return [major, this.bytes.readUIntBE(this.at - width, width)];
  }
}

const [KTY, ALG, FIRST, X, Y] = [1, 3, -1, -2, -3];

/** A public key out of a COSE_Key; null where it is none of the three kinds passkeys have. (RFC 9052 §7, RFC 9053 §7, RFC 8230 §4) */
export function readCoseKey(bytes: Buffer): CredentialKey | null {
  const map = new KeyMapReader(bytes).read();
  if (map === null) return null;
  const field = (label: number, length?: number): string | null => {
    const value = map.get(label);
    return Buffer.isBuffer(value) && (length === undefined || value.length === length) ? value.toString('base64url') : null;
  };
  const kind = `${String(map.get(KTY))} ${String(map.get(ALG))}`;
  const [x, y] = [field(X, 32), field(Y, 32)];
  if (kind === '2 -7' && map.get(FIRST) === 1 && x !== null && y !== null) return made('ES256', { kty: 'EC', crv: 'P-256', x, y });
  if (kind === '1 -8' && map.get(FIRST) === 6 && x !== null) return made('EdDSA', { kty: 'OKP', crv: 'Ed25519', x });
  const [n, e] = [field(FIRST), field(X)];
  return kind === '3 -257' && n !== null && e !== null ? made('RS256', { kty: 'RSA', n, e }) : null;
}

function made(algorithm: CredentialKey['algorithm'], jwk: Record<string, string>): CredentialKey | null {
  try {
    return { algorithm, key: createPublicKey({ key: jwk, format: 'jwk' }) };
  } catch {
    // Not a point of the curve, or no modulus: whatever the reason, it is no key.
    return null;
  }
}

/** Whether the key made the signature. (WebAuthn Level 3 §6.5.5, RFC 9053 §2) */
export function isSignedBy({ algorithm, key }: CredentialKey, data: Buffer, signature: Buffer): boolean {
  switch (algorithm) {
    case 'ES256': return verify('sha256', data, { key, dsaEncoding: 'der' }, signature);
    case 'EdDSA': return verify(null, data, key, signature);
    case 'RS256': return verify('sha256', data, { key, padding: constants.RSA_PKCS1_PADDING }, signature);
  }
}
