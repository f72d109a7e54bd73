import { Cabinet } from '../support/cabinet.js';
import { juneSession } from '../support/june.js';
import type { Person, Schema } from '../support/person.js';

describe('a rehearsal with made-up people', () => {
  let cabinet: Cabinet;
  let secretary: Person;
  let chair: Person;
  let june: Schema['SessionDto'];
  let id = '';

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    [secretary, chair] = [await cabinet.person('thu-ky'), await cabinet.person('thu-tuong')];
    june = await juneSession(secretary);
    ({ id } = await chair.do<{ id: string }>('POST', `/sessions/${june.id}/rehearsal`, {}));
  });
  afterAll(() => cabinet.close());

  const session = (person = chair): Promise<Schema['SessionDto']> => person.get(`/sessions/${id}`);
  const play = (act: string): Promise<Schema['PlayedDto']> => chair.do('POST', `/sessions/${id}/rehearsal/acts`, { act });

  it('is a copy that says what it is, seen by chair and secretariat alone', async () => {
    const copy = await session();
    expect(copy).toMatchObject({ rehearsal: true, state: 'sent', title: june.title, can: { rehearse: false, copy: false } });
    expect(copy.items.map(({ title, motions }) => [title, motions.length])).toEqual(june.items.map(({ title, motions }) => [title, motions.length]));
    expect(copy.attendance.filter(({ name }) => name.startsWith('DT '))).toHaveLength(27);
    expect(copy.attendance.map(({ title }) => title)).toEqual(june.attendance.map(({ title }) => title));
    expect((await session(secretary)).rehearsal).toBe(true);
    for (const stranger of ['thong-doc', 'ubnd-thu-ky']) expect(await (await cabinet.person(stranger)).refused('GET', `/sessions/${id}`)).toBe('404 notFound');
    const { bodies } = await (await cabinet.person('quan-tri')).get<Schema['BodiesDto']>('/bodies');
    expect(bodies.map(({ kind }) => kind)).not.toContain('rehearsal');
  });

  it('can be run from beginning to end: members arrive, speak and vote when they are let', async () => {
    expect((await play('arrive')).count).toBeGreaterThan(18);
    await chair.do('POST', `/sessions/${id}/attendance`, { memberId: (await session()).myMemberId, act: 'checkIn', mode: 'room' });
    await chair.do('POST', `/sessions/${id}/acts`, { act: 'open' });
    const [first] = (await session()).items;
    await chair.do('PUT', `/sessions/${id}/current-item`, { itemId: first?.id });
    expect((await play('askFloor')).count).toBe(3);
    expect((await chair.get<Schema['FloorDto']>(`/sessions/${id}/floor`)).waiting[0]?.kind).toBe('pointOfOrder');
    const motion = await chair.do<Schema['MotionDto']>('POST', `/items/${first?.id ?? ''}/vote`, {});
    const { count } = await play('vote');
    expect((await play('vote')).count).toBe(0);
    await chair.do('POST', `/motions/${motion.id}/close`);
    const { result } = await chair.do<Schema['MotionDto']>('POST', `/motions/${motion.id}/publish`);
    expect(result?.ballots.filter(({ choice }) => choice !== null)).toHaveLength(count);
    expect(result?.tally.disagree).toBeGreaterThan(0);
    expect(result?.outcome).toBe('adopted');
  });

  it('changes nothing of the session that is meant, and lets nobody play there', async () => {
    expect(await juneSession(secretary)).toEqual(june);
    expect(await chair.refused('POST', `/sessions/${june.id}/rehearsal/acts`, { act: 'vote' })).toBe('404 notFound');
    expect(await chair.refused('DELETE', `/sessions/${june.id}/rehearsal`)).toBe('404 notFound');
    expect(await chair.refused('POST', `/sessions/${id}/rehearsal`, {})).toBe('409 sessionStateForbids');
    expect(await (await cabinet.person('thong-doc')).refused('POST', `/sessions/${june.id}/rehearsal`, {})).toBe('403 notAllowed');
  });

  it('is gone for everybody when it is ended', async () => {
    await secretary.do('DELETE', `/sessions/${id}/rehearsal`);
    for (const person of [chair, secretary]) expect(await person.refused('GET', `/sessions/${id}`)).toBe('404 notFound');
    expect((await chair.get<Schema['MeDto']>('/me')).bodies.map(({ kind }) => kind)).toEqual(['government']);
  });

  it('left no warning in the log', () => {
    expect(cabinet.log).toEqual([]);
  });
});
