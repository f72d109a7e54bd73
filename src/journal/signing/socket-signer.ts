import { request } from 'node:http';
import { CheckpointSigner, type ToSign } from './checkpoint-signer.js';

const WAIT_MS = 5_000;

/** Asks the key process over its Unix socket. */
export class SocketSigner extends CheckpointSigner {
  constructor(private readonly socketPath: string) {
    super();
  }

  async publicKey(): Promise<Buffer> {
    return Buffer.from(await this.ask('/public-key', ''), 'base64');
  }

  async sign({ body, before, proof }: ToSign): Promise<Buffer> {
    return Buffer.from(await this.ask('/sign', JSON.stringify({ body, before, proof: proof.map((hash) => hash.toString('base64')) })), 'base64');
  }

  private ask(path: string, body: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const asked = request({ socketPath: this.socketPath, path, method: 'POST', timeout: WAIT_MS }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => {
          const text = Buffer.concat(parts).toString('utf8');
          if (answer.statusCode === 200) resolve(text);
          else reject(new Error(`the key process refused: ${text}`));
        });
      });
      asked.on('timeout', () => asked.destroy(new Error('the key process does not answer')));
      asked.on('error', reject);
      asked.end(body);
    });
  }
}
