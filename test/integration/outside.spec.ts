import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer as createHttp, type Server as HttpServer } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { createServer as createTcp, type Server, type Socket } from 'node:net';
import path from 'node:path';
import { Readable } from 'node:stream';
import { TLSSocket } from 'node:tls';
import { buildDataSource } from '../../src/database/data-source.js';
import { S3BlobStore } from '../../src/storage/s3-blob-store.js';
import { Cabinet } from '../support/cabinet.js';
import { onCable } from '../support/database-cable.js';
import { eventually } from '../support/eventually.js';
import { textPdf } from '../support/hostile-pdfs.js';
import { PaperCalls } from '../support/paper-calls.js';
import { openPapersStage } from '../support/papers-stage.js';
import { Visitor } from '../support/visitor.js';

async function portOf(server: Server): Promise<number> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Speaks Postgres as far as "yes, by TLS", then shows its certificate and keeps what a client says after that. */
function fakePostgres(key: string, cert: string): { server: Server; heard: Buffer[] } {
  const heard: Buffer[] = [];
  const server = createTcp((socket: Socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => {
      socket.write('S');
      const secured = new TLSSocket(socket, { isServer: true, key, cert });
      secured.on('error', () => undefined);
      secured.on('data', (chunk: Buffer) => heard.push(chunk));
    });
  });
  return { server, heard };
}

describe('a server with a certificate of its own making', () => {
  // For other.example, signed by itself, good for a hundred years and for nothing but this.
  const [keyFile, certFile] = ['key.pem', 'certificate.pem'].map((name) => path.resolve(import.meta.dirname, '../fixtures/tls', name));
  const [key, cert] = [readFileSync(keyFile ?? '', 'utf8'), readFileSync(certFile ?? '', 'utf8')];
  const servers: Server[] = [];
  afterAll(() => {
    for (const server of servers) server.close();
  });

  it.each([
    ['nobody vouches for', '', /self[- ]signed certificate/i],
    ['vouched for, but for another name', `&sslrootcert=${certFile}`, /does not match|altnames/i],
  ])('is refused as Postgres before a word is said: %s', async (_, setting, why) => {
    const { server, heard } = fakePostgres(key, cert);
    servers.push(server);
    const port = await portOf(server);
    await expect(buildDataSource(`postgres://app:geheim@127.0.0.1:${port}/app?sslmode=verify-full${setting}`, []).initialize()).rejects.toThrow(why);
    expect(Buffer.concat(heard).toString()).not.toContain('app');
  });

  it('is refused as an object store before a word is said', async () => {
    const asked: string[] = [];
    const server = createHttps({ key, cert }, (request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    servers.push(server);
    const store = new S3BlobStore({ bucket: 'papers', endpoint: `https://127.0.0.1:${await portOf(server)}`, accessKeyId: 'x', secretAccessKey: 'y' });
    await expect(store.has(randomUUID())).rejects.toThrow(/self[- ]signed certificate/i);
    store.close();
    expect(asked).toEqual([]);
  });
});

describe('an object store that sends us elsewhere', () => {
  it.each([301, 302, 307, 308])('by %i is not followed', async (status) => {
    const asked: string[] = [];
    const elsewhere = createHttp((request, response) => {
      asked.push(request.url ?? '');
      response.end('what we want');
    });
    const address = `http://127.0.0.1:${await portOf(elsewhere)}/stolen`;
    const bucket = createHttp((_, response) => void response.writeHead(status, { location: address }).end());
    const store = new S3BlobStore({ bucket: 'papers', endpoint: `http://127.0.0.1:${await portOf(bucket)}`, accessKeyId: 'x', secretAccessKey: 'y' });
    await expect(store.open(randomUUID())).rejects.toThrow();
    await expect(store.put(randomUUID(), Readable.from([Buffer.from('x')]))).rejects.toThrow();
    expect(asked).toEqual([]);
    store.close();
    for (const server of [elsewhere, bucket]) closeNow(server);
  });
});

function closeNow(server: HttpServer): void {
  server.closeAllConnections();
  server.close();
}

describe('when what it depends on is away', () => {
  it('the database: it lives, is not ready, refuses clearly, and comes back', async () => {
    const cabinet = await Cabinet.open();
    const cable = await onCable(cabinet);
    const secretary = await cabinet.person('thu-ky');
    const ready = async (): Promise<number> => (await fetch(`${cabinet.url}/health/ready`)).status;
    expect(await ready()).toBe(200);
    cable.pull();
    await eventually(async () => expect(await ready()).toBe(503));
    expect((await fetch(`${cabinet.url}/health/live`)).status).toBe(200);
    const answer = await fetch(`${cabinet.url}/api/me`, { headers: { cookie: secretary.cookie } });
    expect([answer.status, await answer.json(), answer.headers.has('retry-after')]).toEqual([503, { code: 'unavailable', params: {}, requestId: expect.any(String) }, true]);
    cable.plug();
    await eventually(async () => expect(await ready()).toBe(200));
    expect((await secretary.ask('GET', '/me')).status).toBe(200);
    await cabinet.close();
    await cable.close();
  });

  it('the object store: an upload is refused, nothing is half there, and the rest goes on', async () => {
    const stage = await openPapersStage(5, { S3_BUCKET: 'papers', S3_ENDPOINT: 'http://127.0.0.1:9', S3_ACCESS_KEY_ID: 'x', S3_SECRET_ACCESS_KEY: 'geheimer-schluessel' });
    try {
      const answer = await new PaperCalls(stage).upload(`/items/${stage.itemId}/papers`, textPdf('So 1'));
      expect([answer.status, await answer.json()]).toEqual([503, { code: 'unavailable', params: {}, requestId: expect.any(String) }]);
      expect(await stage.dataSource.query('select count(*)::int as n from paper')).toEqual([{ n: 0 }]);
      expect((await fetch(`${stage.url}/me`, { headers: { cookie: stage.cookies.secretariat } })).status).toBe(200);
      expect(stage.log.join('\n')).not.toContain('geheimer');
    } finally {
      await stage.close();
    }
  });

  it('Redis: it waits for it instead of serving half, and says so without the password', async () => {
    const cabinet = await Cabinet.open();
    await cabinet.end('SIGTERM');
    cabinet.said.length = 0;
    const started = cabinet.startWith({ REDIS_URL: 'redis://:geheim@127.0.0.1:9' }).catch((error: unknown) => String(error));
    await eventually(() => expect(cabinet.log).toContainEqual(expect.stringMatching(/redis: .*ECONNREFUSED/)));
    expect(cabinet.said.filter((line) => line.includes('runs at'))).toEqual([]);
    await cabinet.end('SIGTERM');
    expect(await started).toContain('ended while starting');
    expect(cabinet.log.join('\n')).not.toContain('geheim');
    await cabinet.close();
  });

  it('the provider: signing in by it is refused by name, and other ways go on', async () => {
    const cabinet = await Cabinet.open({ ECABINET_OIDC_ISSUER: 'http://127.0.0.1:9', ECABINET_OIDC_CLIENT_ID: 'cabinet', ECABINET_OIDC_CLIENT_SECRET: 'geheim' });
    try {
      const visitor = new Visitor(cabinet);
      expect(await visitor.outcome('POST', '/auth/oidc/start', {})).toMatch(/^(401 oidcFailed|503 unavailable)$/);
      await visitor.enter('thu-ky');
      expect((await visitor.ask('GET', '/me')).status).toBe(200);
      expect(cabinet.log.join('\n')).not.toContain('geheim');
    } finally {
      await cabinet.close();
    }
  });
});
