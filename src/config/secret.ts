import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from './environment.js';
import { errorCode } from './error-code.js';
import { parseSecrets } from './parse-secret.js';

const NEW_BYTES = 32;
const NONCE = 12;
const TAG = 16;

/**
 * What is kept outside the database: a secret from ECABINET_SECRET, else from `keys/secret.key` in the data folder, made on
 * first use and readable by its owner only. For each purpose another key follows from it (HKDF, RFC 5869). There may be several: new
 * things use the first, and what is there is opened with whichever made it, so that a secret can be replaced without a day of change.
 */
export class InstallationSecret {
  private secrets: Buffer[] | null = null;

  constructor(private readonly environment: Environment) {}

  /** AES-256-GCM; `context` must be the same when it is opened, so that a sealed value cannot be moved to another row. */
  seal(purpose: string, content: Buffer, context: string): Buffer {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.keys(purpose)[0], nonce).setAAD(Buffer.from(context));
    const sealed = Buffer.concat([cipher.update(content), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  /** @throws Error when the secret is another one than it was sealed with, or the value was changed */
  open(purpose: string, sealed: Buffer, context: string): Buffer {
    const [first, ...older] = this.keys(purpose);
    for (const key of older) {
      try {
        return opened(key, sealed, context);
      } catch {
        // Another one made it, or nobody: the first has the last word.
      }
    }
    return opened(first, sealed, context);
  }

  /** A hash nobody can try values against without the secret. */
  keyedHash(purpose: string, content: string): Buffer {
    return keyedBy(this.keys(purpose)[0], content);
  }

  /** All that `keyedHash` may have said of this, under the secret of the day: to find what was kept. */
  keyedHashes(purpose: string, content: string): Buffer[] {
    return this.keys(purpose).map((key) => keyedBy(key, content));
  }

  private keys(purpose: string): [Buffer, ...Buffer[]] {
    this.secrets ??= this.environment.ECABINET_SECRET === undefined ? this.fromFile() : parseSecrets(this.environment.ECABINET_SECRET);
    const [first, ...older] = (this.secrets ?? []).map((secret) => Buffer.from(hkdfSync('sha256', secret, 'e-cabinet', purpose, 32)));
    if (!first) throw new Error('ECABINET_SECRET is not 32 random bytes in base64 or hex');
    return [first, ...older];
  }

  private fromFile(): Buffer[] {
    const folder = join(this.environment.ECABINET_DATA_DIR ?? '.data', 'keys');
    const file = join(folder, 'secret.key');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    try {
      writeFileSync(file, `${randomBytes(NEW_BYTES).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
    } catch (error) {
      // It is there already, perhaps made a moment ago by another process.
      if (errorCode(error) !== 'EEXIST') throw error;
    }
    const secrets = parseSecrets(readFileSync(file, 'utf8'));
    if (!secrets) throw new Error(`${file} does not hold 32 random bytes in base64; bring it back from the backup of the keys`);
    return secrets;
  }
}

function opened(key: Buffer, sealed: Buffer, context: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE), { authTagLength: TAG }).setAAD(Buffer.from(context));
  decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]);
}

function keyedBy(key: Buffer, content: string): Buffer {
  return createHmac('sha256', key).update(content).digest();
}
