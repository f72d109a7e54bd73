import { connect, createServer, type Server, type Socket } from 'node:net';

/** What a proxy does with bytes that pass: `drop` keeps them. */
export type Watch = (chunk: Buffer, link: Link) => 'pass' | 'drop';

/** One connection through the proxy. */
export interface Link {
  /** The first bytes the client sent. */
  hello: Buffer;
}

/** Stands between two programs, so that what they say to each other can be cut or lost at a chosen instant. */
export class TcpProxy {
  private server: Server | null = null;
  private readonly sockets = new Set<Socket>();
  port = 0;
  up: Watch = () => 'pass';
  down: Watch = () => 'pass';

  constructor(private target: () => { host: string; port: number }) {}

  async open(): Promise<void> {
    const server = createServer((client) => this.join(client));
    this.server = server;
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    this.port = typeof address === 'object' && address !== null ? address.port : 0;
  }

  /** Cuts every connection as a pulled cable would; new ones are let through. */
  cut(): void {
    for (const socket of this.sockets) socket.resetAndDestroy();
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise<void>((done) => (this.server ? this.server.close(() => done()) : done()));
  }

  private join(client: Socket): void {
    const server = connect(this.target());
    const link: Link = { hello: Buffer.alloc(0) };
    for (const socket of [client, server]) {
      this.sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => socket.destroy());
    }
    client.on('data', (chunk: Buffer) => {
      if (link.hello.length < 512) link.hello = Buffer.concat([link.hello, chunk]).subarray(0, 512);
      if (this.up(chunk, link) === 'pass') server.write(chunk);
    });
    server.on('data', (chunk: Buffer) => {
      if (this.down(chunk, link) === 'pass') client.write(chunk);
    });
    client.on('close', () => this.leave(client, server));
    server.on('close', () => this.leave(server, client));
  }

  private leave(one: Socket, other: Socket): void {
    this.sockets.delete(one);
    other.destroy();
  }
}
