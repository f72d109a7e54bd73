import { createHash, randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '../support/eventually.js';
import type { Person, Schema } from '../support/person.js';
import { samplePdf } from '../support/screen.js';
import { checkJournal, checkMotion, checkShown, checkTexts } from './checks.js';
import { History } from './history.js';
import { NEMESES, type NemesisName } from './nemeses.js';
import { openStage, type Stage } from './stage.js';

/** Two faults in each vote; the list is gone through twice and a little more. */
const ROUNDS: readonly [NemesisName, NemesisName][] = [
  ['app killed before the commit', 'connections of clients cut'], ['app killed after the commit', 'app stopped and continued'], ['Postgres killed', 'first app process killed'],
  ['connections to the database cut', 'clock of one process an hour ahead'], ['disk full', 'second app process killed'], ['Postgres stopped and continued', 'app killed after the commit'],
  ['app killed before the commit', 'connections to the database cut'], ['clock of one process an hour ahead', 'Postgres killed'], ['connections of clients cut', 'disk full'],
  ['app killed after the commit', 'Postgres killed'], ['second app process killed', 'app killed before the commit'], ['app stopped and continued', 'connections to the database cut'], ['Postgres stopped and continued', 'connections of clients cut'],
];
const LATE = 20;
const AT_ONCE = 24;
const TRIES = 40;

describe('votes, replies, comments and uploads under faults', () => {
  let stage: Stage;
  const history = new History();
  const faults = new Map<string, number>();
  const impossible = new Set<string>();
  let stranger: Person;
  let requestId = '';
  let uploadsTo = '';

  beforeAll(async () => {
    stage = await openStage();
    stranger = await stage.at(await signIn('ubnd-chu-tich'), 1);
    await stranger.listen();
    requestId = await sendRequest(true);
    uploadsTo = await sendRequest(false);
  }, 180_000);
  afterAll(async () => {
    stranger.hangUp();
    await stage.close();
    process.stdout.write(`${history.table(faults)}${[...impossible].map((line) => `not possible here: ${line}\n`).join('')}`);
  });

  const signIn = async (username: string): Promise<Person> => (await import('../support/person.js')).Person.signIn({ url: stage.field.nodes[0].url }, username);
  const secretary = (): Person => stage.at(stage.council.secretary, randomInt(2) === 0 ? 0 : 1);

  async function sendRequest(send: boolean): Promise<string> {
    const { council } = stage;
    const draft = { title: 'Xin ý kiến', questions: [{ text: 'Đồng ý' }], memberIds: council.memberIds.slice(0, 300), workingDays: 5, isPublic: true };
    const { id } = await council.secretary.do<{ id: string }>('POST', `/bodies/${council.bodyId}/opinion-requests`, draft);
    if (send) await stage.rows(`update opinion_request set state = 'sent', sent_at = now(), due_at = now() + interval '3 days' where id = $1`, [id]);
    return id;
  }

  /** Asks until the answer is clear: the same command again does no harm. */
  async function insist(ask: () => Promise<{ status: number; code: string }>, done: readonly string[]): Promise<void> {
    await eventually(async () => {
      const { status, code } = await ask();
      if (status >= 300 && !done.includes(code)) throw new Error(`${status} ${code}`);
    }, 60_000);
  }
  const act = (path: string) => insist(async () => {
    const { status, body } = await secretary().ask<{ code?: string }>('POST', path, {});
    return { status, code: body.code ?? '' };
  }, ['motionStateForbids']);

  async function vote(index: number, motionId: string): Promise<void> {
    const { council } = stage;
    const [voter, memberId] = [council.voters[index], council.memberIds[index]];
    if (!voter || !memberId) return;
    const ballot = index % 17 === 0 ? { choice: 'otherOpinion', text: `Ý kiến ${index}` } : { choice: (index * 7) % 3 === 0 ? 'disagree' : 'agree' };
    const sent = `${ballot.choice} ${'text' in ballot ? ballot.text : ''}`;
    for (let tries = 0; tries < TRIES; tries += 1) {
      const node = randomInt(2) === 0 ? 0 : 1;
      const { heard } = await history.record({ kind: 'cast', subject: motionId, by: memberId, sent }, async () => {
        const { status, body } = await within(stage.at(voter, node).ask<{ receipt?: string; code?: string }>('POST', `/motions/${motionId}/ballots`, ballot));
        return { status, answer: body.receipt ?? body.code ?? '' };
      });
      if (heard === 'refused') return;
      // Who got the receipt asks again now and then, as a screen does that lost the answer.
      if (heard === 'ok' && index % 5 !== 0) return;
      if (heard === 'ok' && tries > 0) return;
      await pause(heard === 'unknown' ? 100 : 5);
    }
  }

  async function talk(round: number): Promise<void> {
    const { council } = stage;
    const members = Array.from({ length: 20 }, (_, at) => round * 20 + at);
    for (const index of members) {
      const [voter, memberId] = [council.voters[index], council.memberIds[index]];
      if (!voter || !memberId) continue;
      await reply(stage.at(voter, index % 2 === 0 ? 0 : 1), memberId);
      if (index % 4 === 0) await comment(stage.at(voter, 0), memberId, `Góp ý ${round}-${index}`);
      if (index % 7 === 0) await upload(`${round}-${index}`);
    }
  }

  async function reply(person: Person, memberId: string): Promise<void> {
    const [question] = await stage.rows<{ id: string }>('select id from opinion_question where request_id = $1', [requestId]);
    for (let tries = 0; tries < 6; tries += 1) {
      const { heard } = await history.record({ kind: 'reply', subject: requestId, by: memberId, sent: 'agree' }, async () => {
        const { status, body } = await within(person.ask<{ code?: string } | null>('PUT', `/opinion-requests/${requestId}/reply`, { answers: [{ questionId: question?.id, choice: 'agree' }], send: true }));
        return { status, answer: body?.code ?? '' };
      });
      if (heard !== 'unknown') return;
      await pause(150);
    }
  }

  const comment = (person: Person, by: string, text: string) => history.record({ kind: 'comment', subject: stage.council.itemId, by, sent: text }, async () => {
    const { status, body } = await within(person.ask<{ id?: string; code?: string }>('POST', `/items/${stage.council.itemId}/comments`, { text, weight: 'remark' }));
    return { status, answer: body.id ?? body.code ?? '' };
  });

  async function upload(name: string): Promise<void> {
    const { buffer } = samplePdf(`${name}.pdf`, name, 2);
    await history.record({ kind: 'upload', subject: uploadsTo, by: name, sent: createHash('sha256').update(buffer).digest('hex') }, async () => {
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(buffer)], { type: 'application/pdf' }), `${name}.pdf`);
      const { cookie, cabinet } = secretary();
      const response = await within(fetch(`${cabinet.url}/api/opinion-requests/${uploadsTo}/papers`, { method: 'POST', headers: { cookie }, body: form }));
      const body = (await response.json()) as Partial<Schema['PaperBriefDto']> & { code?: string };
      return { status: response.status, answer: body.current?.id ?? body.code ?? '' };
    });
  }

  /** A client does not wait for ever: after this it knows nothing. */
  async function within<T>(answer: Promise<T>): Promise<T> {
    answer.catch(() => undefined);
    const patience = new AbortController();
    const silence = pause(10_000, null, { signal: patience.signal, ref: false }).then(() => { throw new Error('no answer'); });
    silence.catch(() => undefined);
    return Promise.race([answer, silence]).finally(() => patience.abort());
  }

  async function strike(name: NemesisName): Promise<void> {
    await NEMESES[name](stage.field).then(
      () => void faults.set(name, (faults.get(name) ?? 0) + 1),
      (error: unknown) => void impossible.add(`${name}: ${error instanceof Error ? error.message : String(error)}`),
    );
  }

  const cast = async (motionId: string): Promise<number> => (await stage.rows<{ n: number }>('select count(*)::int as n from ballot where motion_id = $1', [motionId]))[0]?.n ?? 0;

  async function strikeAt(motionId: string, least: number, name: NemesisName): Promise<void> {
    await eventually(async () => { if ((await cast(motionId)) < least) throw new Error('too few yet'); }, 30_000);
    await strike(name);
  }

  it.each(ROUNDS.map((pair, index) => [index + 1, ...pair] as const))('vote %i with: %s; %s', async (round, first, second) => {
    const { council } = stage;
    const voters = council.voters.length - LATE;
    const motionId = round === 1 ? council.motionId : await eventually(() => council.putAgain(), 60_000);
    await act(`/motions/${motionId}/open`);
    const line = Array.from({ length: voters }, (_, index) => index);
    const voting = Promise.all([...Array.from({ length: AT_ONCE }, async () => { for (let next = line.shift(); next !== undefined; next = line.shift()) await vote(next, motionId); }), talk(round - 1)]);
    const striking = (async () => {
      await strikeAt(motionId, 30, first);
      await strikeAt(motionId, 120, second);
    })();
    await Promise.all([voting, striking]);
    await stage.ready();
    await act(`/motions/${motionId}/close`);
    const closedAt = performance.now();
    for (let late = voters; late < council.voters.length; late += 1) await vote(late, motionId);
    await checkMotion(stage, history, { id: motionId, closedAt });
    await checkShown(stage, history, { reader: secretary(), motionId });
    await checkJournal(stage, history);
    expect(history.violations).toEqual([]);
  }, 180_000);

  it('keeps replies, comments and uploads that were acknowledged, and tells no stranger of any of it', async () => {
    await checkTexts(stage, history, secretary());
    const { bodyId } = stage.council;
    history.demand(stranger.heard.every((message) => !message.audience.includes(bodyId) && message.changes.every(({ ids }) => ids.bodyId !== bodyId)), 'a stranger’s socket heard of the council');
    expect(history.violations).toEqual([]);
  }, 120_000);

  it('lives on whatever happens to the database and the disk: no process ended but those that were killed', () => {
    expect(stage.field.nodes.flatMap((node) => node.ownEnds)).toEqual([]);
  });

  it('would notice a ballot that was acknowledged and is not there, one of another content, and one after the close', async () => {
    const known = history.of('cast', stage.council.motionId).find(({ heard }) => heard === 'ok');
    if (!known) throw new Error('nobody voted');
    for (const change of [{ answer: 'NOT-STORED' }, { sent: 'disagree something else' }, { by: 'nobody' }, { invokedAt: Number.MAX_SAFE_INTEGER, heardAt: Number.MAX_SAFE_INTEGER }]) {
      const told = new History();
      told.operations.push({ ...known, ...change });
      await checkMotion(stage, told, { id: known.subject, closedAt: known.heardAt + 1 });
      expect([change, told.violations.length]).toEqual([change, 1]);
    }
  });

  it('asked often enough, under faults enough', () => {
    expect(history.operations.length).toBeGreaterThanOrEqual(5_000);
    expect([...faults.values()].reduce((sum, times) => sum + times, 0)).toBeGreaterThanOrEqual(20);
    for (const kind of ['cast', 'reply', 'comment', 'upload'] as const) expect([kind, history.of(kind).filter(({ heard }) => heard === 'ok').length > 0]).toEqual([kind, true]);
    expect(history.operations.filter(({ heard }) => heard === 'unknown').length).toBeGreaterThan(20);
  });
});
