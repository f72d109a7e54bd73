import { Injectable, Logger } from '@nestjs/common';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Environment } from '../../config/environment.js';
import { Refusal } from '../../http/refusal.js';
import { type Verdict, verdictOf } from '../domain/scan-verdict.js';

/** Longest silence of the daemon, and longest wait for its word once it has the whole file. */
const PATIENCE_MS = 60_000;

/** Shows uploads to ClamAV's daemon while they arrive, when one is set. Without its word nothing is kept. */
@Injectable()
export class VirusScanner {
  private readonly logger = new Logger('scanner');

  constructor(private readonly environment: Environment) {}

  /**
   * Passes a stream on unchanged and to the daemon. The stream ends only after the daemon has found nothing.
   *
   * @throws Refusal paperInfected; scannerUnavailable when the daemon is away, slow, or has not looked at everything
   */
  async *watch(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const address = this.environment.ECABINET_CLAMAV;
    if (address === undefined) return yield* source;
    const scan = new Scan(address);
    try {
      for await (const chunk of source) {
        await scan.show(chunk);
        yield chunk;
      }
      this.judge(await scan.verdict());
    } catch (error) {
      if (error instanceof ScanFailed) this.judge({ kind: 'failed', why: error.message });
      throw error;
    } finally {
      scan.end();
    }
  }

  private judge(verdict: Verdict): void {
    if (verdict.kind === 'clean') return;
    if (verdict.kind === 'infected') {
      this.logger.warn(`an upload was refused: ${verdict.name}`);
      throw new Refusal('paperInfected', { name: verdict.name });
    }
    this.logger.error(`no word from the scanner: ${verdict.why}`);
    throw new Refusal('scannerUnavailable');
  }
}

class ScanFailed extends Error {}

/** One conversation: INSTREAM, pieces with their lengths, an empty one, one line back. (clamd(8), COMMANDS) */
class Scan {
  private readonly socket: Socket;
  private readonly over: Promise<string>;
  private failure: Error | null = null;
  private said = '';

  constructor(address: string) {
    this.socket = connectTo(address);
    this.socket.setTimeout(PATIENCE_MS, () => this.socket.destroy(new Error('it is silent')));
    this.socket.on('data', (chunk: Buffer) => (this.said += chunk.toString('latin1')));
    this.over = new Promise((resolve) => {
      this.socket.once('error', (error) => (this.failure = error));
      this.socket.once('close', () => resolve(this.said));
    });
    this.socket.write('zINSTREAM\0');
  }

  async show(chunk: Uint8Array): Promise<void> {
    if (this.socket.destroyed || this.socket.readableEnded) return;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    this.socket.write(length);
    // The daemon may hang up in the middle (its limit of size): then its word is read at the end.
    if (!this.socket.write(chunk)) await Promise.race([once(this.socket, 'drain').catch(() => undefined), this.over]);
  }

  async verdict(): Promise<Verdict> {
    if (!this.socket.destroyed) this.socket.write(Buffer.alloc(4));
    const words = await this.over;
    if (words === '') throw new ScanFailed(this.failure?.message ?? 'it hung up');
    return verdictOf(words);
  }

  end(): void {
    this.socket.destroy();
  }
}

function connectTo(address: string): Socket {
  if (address.startsWith('/')) return connect(address);
  const [, host = '', port = ''] = /^\[?(.*?)\]?:(\d+)$/.exec(address) ?? [];
  return connect(Number(port), host);
}
