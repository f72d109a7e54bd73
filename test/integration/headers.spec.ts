import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import { juneSession } from '../support/june.js';
import type { Person } from '../support/person.js';

interface OpenApi {
  paths: Record<string, Record<string, unknown>>;
}

const DOCUMENT = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../openapi.json'), 'utf8')) as OpenApi;
const ROUTES = Object.entries(DOCUMENT.paths).flatMap(([route, methods]) => Object.keys(methods).map((method) => [method.toUpperCase(), route] as const));
const SOMEBODY = '00000000-0000-4000-8000-000000000000';
const addressOf = (route: string): string => route.replace(/\{date\}/, '2026-01-01').replace(/\{\w+\}/g, SOMEBODY);

describe('headers', () => {
  let cabinet: Cabinet;
  let secretary: Person;

  beforeAll(async () => {
    cabinet = await Cabinet.open({ ECABINET_TRUSTED_PROXIES: '1' });
    secretary = await cabinet.person('thu-ky');
  });
  afterAll(() => cabinet.close());

  it.each(ROUTES)('%s %s is never kept by a browser or a proxy, signed in or not', async (method, route) => {
    for (const cookie of ['', secretary.cookie]) {
      if (cookie !== '' && method !== 'GET') continue;
      const answer = await fetch(`${cabinet.url}${addressOf(route)}`, { method, redirect: 'manual', headers: { ...(cookie ? { cookie } : {}), ...(method === 'GET' ? {} : { 'content-type': 'application/json' }) }, body: method === 'GET' ? undefined : '{}' });
      await answer.arrayBuffer();
      expect(`${answer.status} ${answer.headers.get('cache-control') ?? ''}`).toBe(`${answer.status} no-store`);
    }
  });

  it('of the file of a paper and of its refusals say no-store, nosniff and sandbox', async () => {
    const june = await juneSession(secretary);
    const version = june.items.flatMap(({ papers }) => papers)[0]?.current.id ?? '';
    for (const range of ['bytes=0-9', 'bytes=999999999-', '']) {
      const { headers } = await fetch(`${cabinet.url}/api/paper-versions/${version}/file`, { headers: { cookie: secretary.cookie, ...(range ? { range } : {}) } });
      expect({ keep: headers.get('cache-control'), sniff: headers.get('x-content-type-options'), sandbox: headers.get('content-security-policy')?.startsWith('sandbox') }).toEqual({ keep: 'no-store', sniff: 'nosniff', sandbox: true });
    }
  });

  it.each(['/', '/api/nowhere', '/health/live', '/assets/nowhere.js'])('of %s are those of the security rules', async (address) => {
    const { headers } = await fetch(`${cabinet.url}${address}`);
    const csp = headers.get('content-security-policy') ?? '';
    for (const part of ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'", 'report-uri /api/csp-reports']) expect(csp).toContain(part);
    expect(csp).not.toContain("'unsafe-eval'");
    expect(/script-src[^;]*/.exec(csp)?.[0]).not.toContain("'unsafe-inline'");
    const of = (name: string): string | null => headers.get(name);
    expect({ nosniff: of('x-content-type-options'), referrer: of('referrer-policy'), opener: of('cross-origin-opener-policy'), resource: of('cross-origin-resource-policy') }).toEqual({
      nosniff: 'nosniff', referrer: 'no-referrer', opener: 'same-origin', resource: 'same-origin',
    });
    expect(of('permissions-policy')).toContain('camera=()');
  });

  it('tell a browser to come back by https, and where the group of reports lies, only when it came by https', async () => {
    const told = async (headers: Record<string, string>): Promise<unknown[]> => {
      const answer = await fetch(`${cabinet.url}/health/live`, { headers });
      return [answer.headers.get('strict-transport-security'), answer.headers.get('reporting-endpoints'), answer.headers.get('content-security-policy')?.includes(';report-to csp')];
    };
    expect(await told({})).toEqual([null, null, false]);
    expect(await told({ 'x-forwarded-proto': 'https' })).toEqual(['max-age=31536000; includeSubDomains', 'csp="/api/csp-reports"', true]);
  });
});

describe('reports of the content security policy', () => {
  let cabinet: Cabinet;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
  });
  afterAll(() => cabinet.close());

  const report = (body: string, type = 'application/csp-report'): Promise<Response> => fetch(`${cabinet.url}/api/csp-reports`, { method: 'POST', headers: { 'content-type': type }, body });
  const violation = (blocked: string, directive = 'script-src-elem'): string => JSON.stringify({ 'csp-report': { 'document-uri': `${cabinet.url}/sessions/12345`, 'effective-directive': directive, 'blocked-uri': blocked } });
  const told = (): string[] => cabinet.log.filter((line) => line.includes('a browser was kept from'));

  it('are logged once for each kind, without paths and queries', async () => {
    for (const secret of ['a', 'b', 'c']) expect((await report(violation(`https://evil.example/${secret}?token=${secret}`))).status).toBe(204);
    expect((await report(JSON.stringify([{ type: 'csp-violation', body: { effectiveDirective: 'img-src', blockedURL: 'https://other.example/x' } }]), 'application/reports+json')).status).toBe(204);
    await eventually(() => expect(told()).toHaveLength(2));
    expect(told().join('\n')).toMatch(/https:\/\/evil\.example \(script-src-elem\)[^]*https:\/\/other\.example \(img-src\)/);
    expect(told().join('\n')).not.toMatch(/token|12345/);
  });

  it('that are none are passed over; too large ones are refused; other types too', async () => {
    expect((await report('not json')).status).toBe(204);
    expect((await report('{"csp-report":7}')).status).toBe(204);
    expect((await report(violation(`https://evil.example/${'x'.repeat(20_000)}`))).status).toBe(413);
    expect((await report('x', 'text/plain')).status).toBe(415);
    expect((await fetch(`${cabinet.url}/api/auth/sign-in`, { method: 'POST', headers: { 'content-type': 'application/csp-report' }, body: '{}' })).status).toBe(415);
  });

  it('of one address are counted', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 40; n += 1) statuses.push((await report(violation(`https://e${n}.example/`))).status);
    expect(statuses).toContain(429);
    expect(told().length).toBeLessThanOrEqual(35);
  });
});
