import { createHash, createSign, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';

type Cbor = number | string | Buffer | Map<number | string, Cbor>;

/** As much of CBOR (RFC 8949) as an attestation needs: integers, bytes, texts, maps. */
function cbor(value: Cbor): Buffer {
  const head = (major: number, size: number): Buffer => {
    if (size < 24) return Buffer.of((major << 5) | size);
    if (size < 256) return Buffer.of((major << 5) | 24, size);
    return Buffer.of((major << 5) | 25, size >> 8, size & 255);
  };
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, entry]) => [cbor(key), cbor(entry)])]);
}

const sha256 = (content: Buffer | string): Buffer => createHash('sha256').update(content).digest();
const base64url = (content: Buffer): string => content.toString('base64url');

export interface CreateOptions {
  challenge: string;
  rp: { id: string };
  user: { id: string };
}

export interface GetOptions {
  challenge: string;
  rpId: string;
  allowCredentials?: { id: string }[];
}

/** What a dishonest or broken device does. */
export interface Twist {
  userVerified?: boolean;
  origin?: string;
  type?: string;
  counter?: number;
}

/** A security key in software: ES256, attestation "none", discoverable. (WebAuthn Level 3, 6.3) */
export class Authenticator {
  private readonly key: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  private readonly id = randomBytes(32);
  private userHandle = '';
  counter = 0;

  constructor(readonly origin: string) {}

  get credentialId(): string {
    return base64url(this.id);
  }

  create(options: CreateOptions, twist: Twist = {}): object {
    this.userHandle = options.user.id;
    const clientData = this.clientData(options.challenge, { type: 'webauthn.create', ...twist });
    const credential = Buffer.concat([Buffer.alloc(16), Buffer.of(0, this.id.length), this.id, this.coseKey()]);
    const authData = Buffer.concat([this.authenticatorData(options.rp.id, { ...twist, attested: true }), credential]);
    const attestation = cbor(new Map<string, Cbor>([['fmt', 'none'], ['attStmt', new Map()], ['authData', authData]]));
    return {
      id: this.credentialId, rawId: this.credentialId, type: 'public-key', clientExtensionResults: {}, authenticatorAttachment: 'cross-platform',
      response: { clientDataJSON: base64url(clientData), attestationObject: base64url(attestation), transports: ['usb'] },
    };
  }

  get(options: GetOptions, twist: Twist = {}): object {
    this.counter = twist.counter ?? this.counter + 1;
    const clientData = this.clientData(options.challenge, { type: 'webauthn.get', ...twist });
    const authData = this.authenticatorData(options.rpId, twist);
    const signature = createSign('sha256').update(Buffer.concat([authData, sha256(clientData)])).sign(this.key.privateKey);
    return {
      id: this.credentialId, rawId: this.credentialId, type: 'public-key', clientExtensionResults: {},
      response: { clientDataJSON: base64url(clientData), authenticatorData: base64url(authData), signature: base64url(signature), userHandle: this.userHandle },
    };
  }

  private clientData(challenge: string, { type, origin }: Twist): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: origin ?? this.origin, crossOrigin: false }));
  }

  private authenticatorData(rpId: string, { userVerified = true, attested = false }: Twist & { attested?: boolean }): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    return Buffer.concat([sha256(rpId), Buffer.of(0x01 | (userVerified ? 0x04 : 0) | (attested ? 0x40 : 0)), counter]);
  }

  /** The public key as COSE writes it (RFC 9053 7.1.1). */
  private coseKey(): Buffer {
    const { x = '', y = '' } = this.key.publicKey.export({ format: 'jwk' });
    return cbor(new Map<number, Cbor>([[1, 2], [3, -7], [-1, 1], [-2, Buffer.from(x, 'base64url')], [-3, Buffer.from(y, 'base64url')]]));
  }
}
