import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** Runs a step of the supply chain on a checkout, as CI does. */
function run(step: string, folder: string, registry = 'http://127.0.0.1:9'): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [path.join(ROOT, 'bin/supply-chain.mjs'), step, '--root', folder], { env: { ...process.env, npm_config_registry: registry, npm_config_cache: path.join(folder, 'cache'), npm_config_fetch_retries: '0' } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((done) => child.once('close', (code) => done({ code, said })));
}

interface Package {
  version?: string;
  license?: string;
  integrity?: string;
  resolved?: string;
}

describe('the supply chain', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'ecabinet-chain-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** A checkout with one dependency. */
  function checkout(wanted: string, { version = '1.2.3', license = 'MIT', integrity = `sha512-${Buffer.alloc(64, 7).toString('base64')}`, ...rest }: Package = {}): void {
    const own = { name: 'small', version: '0.0.1', dependencies: { thing: wanted } };
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify(own));
    writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify({ ...own, lockfileVersion: 3, requires: true, packages: { '': own, 'node_modules/thing': { version, license, integrity, ...rest } } }));
  }

  it.each<[string, string, Package, RegExp]>([
    ['a range', '^1.2.3', {}, /thing: package\.json says \^1\.2\.3, the lock 1\.2\.3/],
    ['another version than the lock', '1.2.4', {}, /says 1\.2\.4, the lock 1\.2\.3/],
    ['a weak hash', '1.2.3', { integrity: 'sha1-abc' }, /thing: no SHA-512/],
    ['a package from elsewhere', '1.2.3', { resolved: 'git+ssh://git@evil.example/thing.git' }, /not from registry\.npmjs\.org/],
  ])('refuses %s', async (_, wanted, found, line) => {
    checkout(wanted, found);
    expect(await run('pins', folder)).toEqual({ code: 1, said: expect.stringMatching(line) });
  });

  it.each([['GPL-3.0-only', 1], ['MIT OR GPL-3.0-only', 0], ['MIT AND GPL-3.0-only', 1], ['MPL-2.0', 1], ['Apache-2.0', 0], ['SEE LICENSE IN x', 1]])('judges a licence: %s', async (license, code) => {
    checkout('1.2.3', { license });
    expect((await run('licences', folder)).code).toBe(code);
  });

  it('writes a CycloneDX bill of this repository’s components, with a hash for each', async () => {
    for (const file of ['package.json', 'package-lock.json']) writeFileSync(path.join(folder, file), readFileSync(path.join(ROOT, file)));
    expect(await run('sbom', folder)).toEqual({ code: 0, said: expect.stringMatching(/CycloneDX 1\.5, \d{3,} components/) });
    const bill = JSON.parse(readFileSync(path.join(folder, 'dist/sbom.cdx.json'), 'utf8')) as { bomFormat: string; components: { name: string; purl: string; hashes: unknown[] }[] };
    expect([bill.bomFormat, bill.components.find(({ name }) => name === 'pg')?.purl]).toEqual(['CycloneDX', expect.stringMatching(/^pkg:npm\/pg@/)]);
  });

  it.each<[string, object | null, number, RegExp]>([
    ['a grave one', { thing: [{ id: 1, url: 'https://example.org/1', title: 'x', severity: 'high', vulnerable_versions: '<2.0.0' }] }, 1, /REFUSED high: thing/],
    ['a light one', { thing: [{ id: 1, url: 'https://example.org/1', title: 'x', severity: 'low', vulnerable_versions: '<2.0.0' }] }, 0, /low: thing/],
    ['none', {}, 0, /no published vulnerability/],
    ['silence', null, 0, /WARNING: no source of advisories answered/],
  ])('hears of %s from the registry', async (_, advisories, code, line) => {
    checkout('1.2.3');
    const server = createServer((request, response) => {
      if (request.url?.includes('advisories/bulk') && advisories) return void response.end(JSON.stringify(advisories));
      if (request.url === '/thing') return void response.end(JSON.stringify({ name: 'thing', 'dist-tags': { latest: '1.2.3' }, versions: { '1.2.3': { name: 'thing', version: '1.2.3' } } }));
      response.writeHead(405).end();
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    try {
      expect(await run('audit', folder, `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/`)).toEqual({ code, said: expect.stringMatching(line) });
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
