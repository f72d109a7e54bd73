import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Cabinet } from '../support/cabinet.js';
import { juneSession } from '../support/june.js';
import type { Person, Schema } from '../support/person.js';

interface OpenApi {
  paths: Record<string, Record<string, { operationId: string }>>;
}

const DOCUMENT = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../openapi.json'), 'utf8')) as OpenApi;
const ROUTES = Object.entries(DOCUMENT.paths).flatMap(([route, methods]) => Object.keys(methods).map((method) => [method.toUpperCase(), route] as const));
const PUBLIC = ['GET /api/calendar/{file}', 'GET /health/live', 'GET /health/ready', 'GET /api/auth/options', 'POST /api/auth/sign-in', 'POST /api/auth/demo-sign-in', 'POST /api/auth/set-password', 'POST /api/csp-reports',
  'POST /api/auth/code', 'POST /api/auth/passkey-options', 'POST /api/auth/passkey', 'POST /api/auth/link', 'POST /api/auth/link/passkey-options', 'POST /api/auth/link/passkey', 'POST /api/auth/oidc/start', 'GET /api/auth/oidc/callback', 'GET /api/display', 'POST /api/offline/standing'];
/** What everybody may do with their own account and invitations, and with a code they hold: wrong input is refused as such. */
const OWN = /^\/api\/(me|auth|invitations)(\/|$)|\/check-in$/;
const SOMEBODY = '00000000-0000-4000-8000-000000000000';
const addressOf = (route: string): string => route.replace(/\{date\}/, '2026-01-01').replace(/\{\w+\}/g, SOMEBODY);

describe('every route', () => {
  let cabinet: Cabinet;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
  });
  afterAll(() => cabinet.close());

  it.each(ROUTES)('%s %s answers nobody who is not signed in, unless it is public', async (method, route) => {
    const answer = await fetch(`${cabinet.url}${addressOf(route)}`, { method, ...(method === 'GET' ? {} : { headers: { 'content-type': 'application/json' }, body: '{}' }) });
    if (PUBLIC.includes(`${method} ${route}`)) expect(answer.status).not.toBe(401);
    else expect([answer.status, await answer.json()]).toEqual([401, expect.objectContaining({ code: 'notSignedIn' })]);
  });

  it.each(ROUTES.filter(([method, route]) => method !== 'GET' && !OWN.test(route) && !PUBLIC.includes(`${method} ${route}`)))('%s %s does nothing for who has no right to it', async (method, route) => {
    const auditor = await signInWithoutRights(cabinet);
    const answer = await auditor.ask<{ code: string } | null>(method, addressOf(route).replace('/api', ''), {});
    expect(`${answer.status} ${answer.body?.code ?? ''}`).toMatch(/^(403 notAllowed|404 notFound)$/);
  });

  it('keeps ids of another body unknown', async () => {
    const [stranger, secretary] = [await cabinet.person('ubnd-thu-ky'), await cabinet.person('thu-ky')];
    const june = await juneSession(secretary);
    const [item] = june.items;
    const paper = item?.papers[0];
    const { requests } = await secretary.get<Schema['RequestsDto']>(`/bodies/${secretary.bodyId}/opinion-requests`);
    const addresses: [string, string, unknown?][] = [
      ['GET', `/bodies/${secretary.bodyId}/sessions`], ['GET', `/bodies/${secretary.bodyId}/seats`], ['GET', `/bodies/${secretary.bodyId}/opinion-requests`], ['GET', `/desk?bodyId=${secretary.bodyId}`],
      ['GET', `/sessions/${june.id}`], ['PATCH', `/sessions/${june.id}`, { place: 'x' }], ['POST', `/sessions/${june.id}/acts`, { act: 'cancel', reason: 'x' }],
      ['POST', `/sessions/${june.id}/items`, { title: 'x', kind: 'oral', minutes: 1 }], ['PATCH', `/items/${item?.id ?? ''}`, { title: 'x' }], ['DELETE', `/items/${item?.id ?? ''}`],
      ['GET', `/items/${item?.id ?? ''}/comments`], ['POST', `/items/${item?.id ?? ''}/comments`, { text: 'x', weight: 'remark' }], ['POST', `/items/${item?.id ?? ''}/motions`, { question: 'x' }],
      ['GET', `/papers/${paper?.id ?? ''}`], ['POST', `/papers/${paper?.id ?? ''}/recall`, { reason: 'x' }], ['GET', `/paper-versions/${paper?.current.id ?? ''}/file`],
      ['GET', `/motions/${item?.motions[0]?.id ?? ''}`], ['POST', `/motions/${item?.motions[0]?.id ?? ''}/open`], ['GET', `/opinion-requests/${requests[0]?.id ?? ''}`],
    ];
    for (const [method, address, body] of addresses) expect(`${method} ${address} ${await stranger.refused(method, address, body)}`).toBe(`${method} ${address} 404 notFound`);
  });
});

/** A person with an account and no role anywhere. */
async function signInWithoutRights(cabinet: Cabinet): Promise<Person> {
  await cabinet.rows(`insert into account (username, name, demo) values ('nobody', 'Không có quyền', true) on conflict do nothing`);
  return cabinet.person('nobody');
}
