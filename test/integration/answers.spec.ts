import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import path from 'node:path';
import { Cabinet } from '../support/cabinet.js';
import type { Person } from '../support/person.js';

interface OpenApi {
  paths: Record<string, Record<string, unknown>>;
}

const ROOT = path.resolve(import.meta.dirname, '../..');
const DOCUMENT = JSON.parse(readFileSync(path.join(ROOT, 'openapi.json'), 'utf8')) as OpenApi;
const ROUTES = Object.entries(DOCUMENT.paths).flatMap(([route, methods]) => Object.keys(methods).map((method) => [method.toUpperCase(), route] as const));
const SOMEBODY = '00000000-0000-4000-8000-000000000000';
const addressOf = (route: string): string => route.replace(/\{date\}/, '2026-01-01').replace(/\{\w+\}/g, SOMEBODY);

interface Seen {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

describe('every answer', () => {
  let cabinet: Cabinet;
  let secretary: Person;
  let asset: string;

  beforeAll(async () => {
    cabinet = await Cabinet.open({ ECABINET_TRUSTED_PROXIES: '1' });
    secretary = await cabinet.person('thu-ky');
    asset = /assets\/[\w.-]+\.js/.exec(await (await fetch(cabinet.url)).text())?.[0] ?? 'no asset';
  });
  afterAll(() => cabinet.close());

  /** As it goes over the wire: `fetch` would tidy the address. */
  function ask(address: string, { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string } = {}): Promise<Seen> {
    const { hostname, port } = new URL(cabinet.url);
    return new Promise((done, fail) => {
      const asked = request({ hostname, port, path: address, method, headers: { 'x-forwarded-proto': 'https', ...headers } }, (answer) => {
        let text = '';
        answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
        answer.on('end', () => done({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }));
      });
      asked.once('error', fail);
      asked.once('upgrade', (answer, socket) => {
        socket.destroy();
        done({ status: answer.statusCode ?? 0, headers: answer.headers, body: '' });
      });
      asked.end(body);
    });
  }

  /** What is wrong with the headers of an answer over https. */
  function faultsOf({ status, headers }: Seen): string[] {
    const csp = String(headers['content-security-policy'] ?? '');
    const type = String(headers['content-type'] ?? '');
    const faults: [string, boolean][] = [
      ['no nosniff', headers['x-content-type-options'] !== 'nosniff'],
      ['no HSTS for a year with subdomains', headers['strict-transport-security'] !== 'max-age=31536000; includeSubDomains'],
      ['no content security policy', csp === ''],
      ['may be framed', !csp.includes("frame-ancestors 'none'") && !/sandbox/.test(csp)],
      ['sends a referrer', headers['referrer-policy'] !== 'no-referrer'],
      ['names what it is made with', headers['x-powered-by'] !== undefined || headers['server'] !== undefined],
      ['lets other origins read', Object.keys(headers).some((name) => name.startsWith('access-control-'))],
      ['content without a type', type === '' && Number(headers['content-length'] ?? 0) > 0],
      ['text without a charset', /^(text\/|application\/xml|[^;]+\+xml)/.test(type) && !/charset=utf-8/i.test(type)],
      ['JSON of another charset', type.includes('json') && !/^application\/json(; ?charset=utf-8)?$/i.test(type)],
    ];
    return faults.flatMap(([fault, isWrong]) => (isWrong ? [`${status}: ${fault}`] : []));
  }

  const OTHER = { origin: 'https://evil.example' };

  it.each(ROUTES)('of %s %s has the headers of the security rules: signed in, not, and asked by another origin', async (method, route) => {
    const json: Record<string, string> = method === 'GET' ? {} : { 'content-type': 'application/json', 'content-length': '2' };
    const askers: Record<string, string>[] = [{}, OTHER, ...(method === 'GET' ? [{ cookie: secretary.cookie }] : [])];
    for (const headers of askers) {
      expect(faultsOf(await ask(addressOf(route), { method, headers: { ...json, ...headers }, body: method === 'GET' ? undefined : '{}' }))).toEqual([]);
    }
  });

  it.each([
    ['a page', '/', 200], ['a page inside', '/sessions/1', 200], ['an unknown address', '/api/nowhere', 404], ['an unknown asset', '/assets/nowhere.js', 404], ['an address that cannot be decoded', '/api/%zz', 400],
    ['the API pages', '/api/docs', 200], ['the contract', '/api/openapi.json', 200],
    ['a handshake by polling', '/socket/?EIO=4&transport=polling', 200], ['a handshake of no known version', '/socket/?EIO=1&transport=polling', 400], ['a socket session that is none', '/socket/?EIO=4&transport=polling&sid=none', 400],
  ])('of %s has them too', async (_, address, status) => {
    const seen = await ask(address);
    expect([seen.status, faultsOf(seen)]).toEqual([status, []]);
  });

  it('of the client’s files has them, each with its type', async () => {
    const seen = await ask(`/${asset}`);
    expect([seen.status, seen.headers['content-type'], faultsOf(seen)]).toEqual([200, expect.stringMatching(/^(text|application)\/javascript; charset=utf-8$/i), []]);
  });

  it('of a socket that opens has them, and a foreign origin is refused by both transports', async () => {
    const upgrade = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': Buffer.alloc(16).toString('base64') };
    const open = await ask('/socket/?EIO=4&transport=websocket', { headers: upgrade });
    expect([open.status, open.headers['x-content-type-options']]).toEqual([101, 'nosniff']);
    const polled = await ask('/socket/?EIO=4&transport=polling', { headers: OTHER });
    expect([polled.status, faultsOf(polled)]).toEqual([403, []]);
    expect((await ask('/socket/?EIO=4&transport=websocket', { headers: { ...upgrade, ...OTHER } })).status).toBe(400);
  });

  it('of a preflight allows no other origin anything', async () => {
    const seen = await ask('/api/me', { method: 'OPTIONS', headers: { ...OTHER, 'access-control-request-method': 'PATCH', 'access-control-request-headers': 'content-type' } });
    expect([seen.status, faultsOf(seen)]).toEqual([404, []]);
  });

  it.each(['TRACE', 'TRACK', 'CONNECT', 'PROPFIND'])('%s is refused, and echoes nothing', async (method) => {
    const answer = await raw(`${method} / HTTP/1.1\r\nhost: cabinet.example\r\nx-secret: abc123\r\nconnection: close\r\n\r\n`);
    expect(answer).toMatch(/^(HTTP\/1\.1 4\d\d |$)/);
    expect(answer).not.toContain('abc123');
  });

  it('to what is no HTTP has them, and the connection ends', async () => {
    const answer = await raw('GET / HTTP/1.1\r\nhost: a\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\nabc');
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toMatch(/x-content-type-options: nosniff[^]*connection: close/i);
  });

  it.each([
    '/.git/config', '/.git/HEAD', '/.env', '/package.json', '/package-lock.json', '/node_modules/pg/package.json', '/src/main.ts', '/dist/server/main.js', '/assets/../../../package.json', '/assets/%2e%2e/%2e%2e/%2e%2e/package.json',
    '/..%2f..%2fpackage.json', '/%252e%252e/package.json', '/keys/papers.key', '/.data/keys/secret.key', '/index.js.map', '/.DS_Store', '/.svn/entries',
  ])('%s is not served', async (address) => {
    const { status, body } = await ask(address);
    expect(status).toBe(404);
    expect(body).not.toMatch(/"dependencies"|\[core\]|ref: refs/);
  });

  it.each(['/assets', '/assets/', '/pdfjs/'])('%s lists no files', async (address) => {
    const { body } = await ask(address);
    expect(body).not.toMatch(/index of|\.woff2|<li>/i);
    expect(body).not.toContain(path.basename(asset));
  });

  /** Bytes over a bare connection, until it ends. */
  function raw(bytes: string): Promise<string> {
    const { hostname, port } = new URL(cabinet.url);
    return new Promise((done) => {
      let text = '';
      const socket = connect(Number(port), hostname, () => socket.write(bytes));
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('error', () => undefined);
      socket.once('close', () => done(text));
    });
  }
});

describe('the API pages', () => {
  it.each([[{}, 200], [{ ECABINET_API_DOCS: 'false' }, 404]])('with %j answer %i', async (settings, status) => {
    const cabinet = await Cabinet.open({ ...settings });
    try {
      for (const address of ['/api/docs', '/api/openapi.json']) expect([address, (await fetch(`${cabinet.url}${address}`, { headers: { connection: 'close' } })).status]).toEqual([address, status]);
    } finally {
      await cabinet.close();
    }
  });
});
