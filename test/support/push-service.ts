import { createECDH, randomBytes } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Posted {
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Another server that takes what is posted to it: a push service, or one for text messages. */
export class Receiver {
  readonly posted: Posted[] = [];
  /** Statuses of the next answers; then 201. */
  readonly answers: number[] = [];
  private constructor(private readonly server: Server) {}

  static async open(): Promise<Receiver> {
    const server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        receiver.posted.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts) });
        response.writeHead(receiver.answers.shift() ?? 201).end();
      });
    });
    const receiver = new Receiver(server);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** What a browser gives out about itself. */
  subscription(path: string): { endpoint: string; p256dh: string; auth: string } {
    const key = createECDH('prime256v1');
    key.generateKeys();
    return { endpoint: `${this.url}${path}`, p256dh: key.getPublicKey('base64url'), auth: randomBytes(16).toString('base64url') };
  }

  close(): Promise<void> {
    return new Promise((done) => this.server.close(() => done()));
  }
}
