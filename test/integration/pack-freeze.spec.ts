import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Cabinet } from '../support/cabinet.js';
import { textPdf } from '../support/hostile-pdfs.js';
import type { Person, Refused, Schema } from '../support/person.js';

describe('a pack that is frozen before it is sent', () => {
  let cabinet: Cabinet;
  let secretary: Person;
  let sessionId: string;
  let itemId: string;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    secretary = await cabinet.person('thu-ky');
    sessionId = (await secretary.do<{ id: string }>('POST', `/bodies/${secretary.bodyId}/sessions`, { title: 'Phiên họp tháng 12', kind: 'regular', startsAt: '2026-12-21T01:00:00Z', endsAt: '2026-12-21T04:00:00Z', place: 'Phòng họp' })).id;
    itemId = (await secretary.do<{ id: string }>('POST', `/sessions/${sessionId}/items`, { title: 'Nội dung', kind: 'decision', minutes: 10 })).id;
  });
  afterAll(() => cabinet.close());

  let made = 0;
  async function upload(path: string): Promise<string> {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(textPdf(`Van ban ${(made += 1)}`))]), 'van-ban.pdf');
    const answer = await fetch(`${cabinet.url}/api${path}`, { method: 'POST', headers: { cookie: secretary.cookie }, body: form });
    return `${answer.status} ${((await answer.json()) as Refused).code ?? ''}`.trim();
  }
  const session = (): Promise<Schema['SessionDto']> => secretary.get(`/sessions/${sessionId}`);
  const freeze = (method: 'PUT' | 'DELETE', person = secretary): Promise<string> => person.refused(method, `/sessions/${sessionId}/pack-freeze`);

  it('takes no paper and lets none be replaced or removed, until it is unfrozen', async () => {
    expect(await upload(`/items/${itemId}/papers`)).toBe('201');
    expect((await session()).can).toMatchObject({ freeze: true, thaw: false });
    expect(await freeze('PUT')).toBe('204 ');
    const { packFrozenAt, can, items } = await session();
    const paper = items[0]?.papers[0];
    expect([packFrozenAt, can.freeze, can.thaw, paper?.can.replace, paper?.can.remove]).toEqual([expect.any(String), false, true, false, false]);
    expect(await upload(`/items/${itemId}/papers`)).toBe('409 paperStateForbids');
    expect(await upload(`/papers/${paper?.id ?? ''}/versions`)).toBe('409 paperStateForbids');
    expect(await secretary.refused('DELETE', `/papers/${paper?.id ?? ''}`)).toBe('409 paperStateForbids');
    expect(await freeze('PUT')).toBe('409 packStateForbids');
    const dossier = (await secretary.get<Schema['DossiersDto']>(`/bodies/${secretary.bodyId}/dossiers`)).dossiers.find(({ state }) => state === 'submitted');
    expect(await secretary.refused('POST', `/dossiers/${dossier?.id ?? ''}/place`, { itemId })).toBe('409 packFrozen');
    expect(await freeze('DELETE')).toBe('204 ');
    expect(await upload(`/items/${itemId}/papers`)).toBe('201');
    expect(await freeze('DELETE')).toBe('409 packStateForbids');
  });

  it('is frozen by who prepares the session, and by nobody else', async () => {
    expect(await freeze('PUT', await cabinet.person('thu-tuong'))).toBe('403 notAllowed');
    expect(await freeze('PUT', await cabinet.person('ubnd-thu-ky'))).toBe('404 notFound');
  });

  it('goes out as it is, and takes supplements after that', async () => {
    await freeze('PUT');
    await secretary.do('POST', `/sessions/${sessionId}/acts`, { act: 'submit' });
    await (await cabinet.person('thu-tuong')).do('POST', `/sessions/${sessionId}/acts`, { act: 'approve' });
    await secretary.do('POST', `/sessions/${sessionId}/acts`, { act: 'send' });
    const { items, packFrozenAt, can } = await session();
    expect([packFrozenAt, can.freeze, can.thaw, items[0]?.papers.map(({ state }) => state)]).toEqual([null, false, false, ['released', 'released']]);
    expect(await upload(`/items/${itemId}/papers`)).toBe('201');
    expect(await freeze('PUT')).toBe('409 packStateForbids');
  });
});
