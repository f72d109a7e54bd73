import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What a signer is asked: the checkpoint, and how it goes on from the one it signed last. */
export interface ToSign {
  body: string;
  /** Size of the checkpoint signed before; 0 for none. */
  before: number;
  /** RFC 6962 consistency proof from `before`. */
  proof: Buffer[];
}

/** Signs checkpoints of the log with Ed25519: in this process, or in one of its own whose key this process cannot read. */
export abstract class CheckpointSigner {
  abstract publicKey(): Promise<Buffer>;

  /** The 64 bytes of the signature. */
  abstract sign(wanted: ToSign): Promise<Buffer>;
}

/** A key in a file that only its owner may read; made when there is none. */
export function openKeyFile(file: string): KeyObject {
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    const { privateKey } = generateKeyPairSync('ed25519');
    // `wx`: of two processes that start together one makes the key, the other reads it.
    try {
      writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if (!existsSync(file)) throw error;
    }
  }
  return createPrivateKey(readFileSync(file));
}

/** The 32 bytes of an Ed25519 public key. */
export function rawPublicKey(privateKey: KeyObject): Buffer {
  return createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).subarray(-32);
}

export class KeyFileSigner extends CheckpointSigner {
  private key: KeyObject | null = null;

  constructor(private readonly file: string) {
    super();
  }

  async publicKey(): Promise<Buffer> {
    return rawPublicKey(this.open());
  }

  async sign({ body }: ToSign): Promise<Buffer> {
    return sign(null, Buffer.from(body, 'utf8'), this.open());
  }

  private open(): KeyObject {
    this.key ??= openKeyFile(this.file);
    return this.key;
  }
}
