import { randomUUID } from 'node:crypto';
import { permits, type Actor } from '../../src/identity/domain/policy.js';
import type { Permission, RoleName } from '../../src/contract/permissions.js';
import { Cabinet } from '../support/cabinet.js';
import { decide, type Decided } from '../support/decided.js';
import { eventually } from '../support/eventually.js';
import type { Person, Schema } from '../support/person.js';
import { samplePdf } from '../support/screen.js';

/** Who stands for which role; three of the glossary have a made-up account and no right by that role. Two are real guests of the session. */
const PEOPLE = {
  member: 'thong-doc', chair: 'thu-tuong', secretariat: 'thu-ky', officer: 'chuyen-vien', clerk: 'van-thu', assistant: 'giup-viec', auditor: 'kiem-tra',
  substitute: 'matrix-substitute', invitee: 'matrix-invitee', sponsor: 'matrix-sponsor', administrator: 'quan-tri', stranger: 'ubnd-chu-tich', nobody: 'matrix-nobody',
  guestSubstitute: 'du-thay-y-te', guestInvitee: 'moi-bo-cong-thuong',
} as const;
type Who = keyof typeof PEOPLE;
const EVERYBODY = Object.keys(PEOPLE) as Who[];
const isRole = (who: Who): who is Who & RoleName => who !== 'administrator' && who !== 'stranger' && who !== 'nobody' && !isGuest(who);
const isGuest = (who: Who): boolean => who === 'guestSubstitute' || who === 'guestInvitee';

/** Whether the policy gives this permission in the Government. */
function has(who: Who, permission: Permission): boolean {
  const actor: Actor = { accountId: 'a', administrator: who === 'administrator', rights: isRole(who) ? [{ bodyId: 'b', roles: who === 'chair' ? ['chair', 'member'] : [who], memberId: null }] : [], guestOf: [] };
  return permits(actor, permission, 'b');
}
const any = (...permissions: Permission[]) => (who: Who): boolean => permissions.some((permission) => has(who, permission));
/** The same, and a substitute of the session. */
const orSubstitute = (permission: Permission) => (who: Who): boolean => has(who, permission) || who === 'guestSubstitute';
/** Who reads papers anywhere: those of the body, of another body, of a session as its guest, or one's own as a sponsor. */
const atPapersDoor = (who: Who): boolean => has(who, 'paper.read') || isGuest(who) || who === 'sponsor' || who === 'stranger';

describe('who may what, in every state: REST, sockets and exports as the policy says', () => {
  let cabinet: Cabinet;
  let done: Decided;
  const people = new Map<Who, Person>();
  const ids = { invitedItem: '', invitedPaper: '', draftSession: '', draftPaper: '', draftVersion: '', releasedPaper: '', releasedVersion: '', preparedMotion: '', openMotion: '', closedMotion: '', draftRequest: '', sentRequest: '', body: '', dossier: '', dossierPaper: '', registered: '' };

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    for (const role of ['substitute', 'invitee', 'sponsor', 'nobody'] as const) await cabinet.rows(`insert into account (username, name, demo) values ($1, $1, true)`, [PEOPLE[role]]);
    const [body] = await cabinet.rows<{ id: string }>(`select id from body where kind = 'government'`);
    ids.body = body?.id ?? '';
    for (const role of ['substitute', 'invitee', 'sponsor'] as const) await cabinet.rows(`insert into role_assignment (account_id, body_id, role) select id, $1, $2 from account where username = $3`, [ids.body, role, PEOPLE[role]]);
    for (const who of EVERYBODY) people.set(who, await cabinet.person(PEOPLE[who]));
    for (const person of people.values()) await person.listen();
    done = await decide(cabinet);
    await prepare();
    // Its first page is drawn a moment after the upload.
    await eventually(async () => expect(await cabinet.rows('select 1 from paper_version where id = $1 and first_page is not null', [ids.releasedVersion])).toHaveLength(1), 60_000);
  }, 120_000);
  afterAll(() => cabinet.close());

  const one = (who: Who): Person => people.get(who) ?? (() => { throw new Error(who); })();

  async function prepare(): Promise<void> {
    const [secretary, chair] = [one('secretariat'), one('chair')];
    const times = { startsAt: '2027-01-20T01:00:00.000Z', endsAt: '2027-01-20T03:00:00.000Z' };
    ids.draftSession = (await secretary.do<{ id: string }>('POST', `/bodies/${ids.body}/sessions`, { title: 'Phiên họp chưa gửi', kind: 'regular', place: 'Phòng họp số 1', ...times })).id;
    const { id: item } = await secretary.do<{ id: string }>('POST', `/sessions/${ids.draftSession}/items`, { title: 'Nội dung kín', kind: 'decision', minutes: 10 });
    const draft = await upload(`/items/${item}/papers`);
    Object.assign(ids, { draftPaper: draft.id, draftVersion: draft.current.id });
    const { items } = await secretary.get<Schema['SessionDto']>(`/sessions/${done.sessionId}`);
    const released = items.flatMap(({ papers }) => papers)[0];
    const [dossier] = await cabinet.rows<{ id: string; paper: string }>('select d.id, p.id as paper from dossier d join paper p on p.dossier_id = d.id limit 1');
    Object.assign(ids, { dossier: dossier?.id, dossierPaper: dossier?.paper });
    Object.assign(ids, { invitedItem: items[2]?.id, invitedPaper: items[2]?.papers[0]?.id });
    Object.assign(ids, { releasedPaper: released?.id, releasedVersion: released?.current.id });
    const registered = await secretary.do<{ id: string }>('POST', `/items/${done.itemId}/registered-papers`, { title: 'Tài liệu của ma trận', classification: 'mat', copies: 2 });
    await secretary.do('POST', `/registered-papers/${registered.id}/handouts`, { number: 1, holder: 'Vụ Tổng hợp' });
    Object.assign(ids, { registered: registered.id });
    const put = async (): Promise<string> => (await secretary.do<{ id: string }>('POST', `/items/${done.itemId}/motions`, { question: 'Câu hỏi của ma trận' })).id;
    [ids.preparedMotion, ids.openMotion, ids.closedMotion] = [await put(), await put(), await put()];
    for (const id of [ids.openMotion, ids.closedMotion]) await chair.do('POST', `/motions/${id}/open`);
    await chair.do('POST', `/motions/${ids.closedMotion}/close`);
    const { seats } = await secretary.get<Schema['SeatsDto']>(`/bodies/${ids.body}/seats`);
    const asked = seats.filter(({ member }) => member !== null && [one('member').memberId, one('chair').memberId].includes(member.id)).map(({ member }) => member?.id);
    const request = async (): Promise<string> => (await secretary.do<{ id: string }>('POST', `/bodies/${ids.body}/opinion-requests`, { title: 'Phiếu của ma trận', questions: [{ text: 'Đồng ý' }], memberIds: asked, workingDays: 3, isPublic: true })).id;
    [ids.draftRequest, ids.sentRequest] = [await request(), await request()];
    for (const [person, act] of [[secretary, 'submit'], [chair, 'approve'], [secretary, 'send']] as const) await person.do('POST', `/opinion-requests/${ids.sentRequest}/acts`, { act });
  }

  async function upload(path: string): Promise<Schema['PaperBriefDto']> {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(samplePdf('du-thao.pdf', 'Du thao', 2).buffer)], { type: 'application/pdf' }), 'du-thao.pdf');
    const response = await fetch(`${cabinet.url}/api${path}`, { method: 'POST', headers: { cookie: one('secretariat').cookie }, body: form });
    return (await response.json()) as Schema['PaperBriefDto'];
  }

  const office = any('opinion.prepare', 'opinion.approve', 'opinion.run');
  const READS: [string, () => string, (who: Who) => boolean][] = [
    ['a session that was sent', () => `/sessions/${done.sessionId}`, (who) => has(who, 'session.read') || isGuest(who)],
    ['a session that was not sent', () => `/sessions/${ids.draftSession}`, any('session.prepare', 'session.run')],
    ['a released paper', () => `/papers/${ids.releasedPaper}`, orSubstitute('paper.read')],
    ['a released paper of the item somebody is invited to', () => `/papers/${ids.invitedPaper}`, (who) => has(who, 'paper.read') || isGuest(who)],
    ['the floor', () => `/sessions/${done.sessionId}/floor`, (who) => has(who, 'session.read') || isGuest(who)],
    ['the figures of a session', () => `/sessions/${done.sessionId}/statistics`, (who) => has(who, 'session.read') || isGuest(who)],
    ['the consent list', () => `/sessions/${done.sessionId}/consent-list`, any('session.read')],
    ['comments on the item somebody is invited to', () => `/items/${ids.invitedItem}/comments`, orSubstitute('session.read')],
    ['a paper that waits in a session that was not sent', () => `/papers/${ids.draftPaper}`, (who) => has(who, 'paper.readDraft') && any('session.prepare', 'session.run')(who)],
    ['the signatures of a released paper', () => `/paper-versions/${ids.releasedVersion}/signatures`, orSubstitute('paper.read')],
    ['the picture of its first page', () => `/paper-versions/${ids.releasedVersion}/first-page`, orSubstitute('paper.read')],
    ['one’s notes on a released paper', () => `/paper-versions/${ids.releasedVersion}/notes`, orSubstitute('paper.read')],
    ['one’s notes on a paper that waits', () => `/paper-versions/${ids.draftVersion}/notes`, (who) => has(who, 'paper.readDraft') && any('session.prepare', 'session.run')(who)],
    ['to whom notes can be shown', () => `/paper-versions/${ids.releasedVersion}/note-readers`, orSubstitute('paper.read')],
    ['its signatures', () => `/paper-versions/${ids.draftVersion}/signatures`, (who) => has(who, 'paper.readDraft') && any('session.prepare', 'session.run')(who)],
    ['a prepared motion', () => `/motions/${ids.preparedMotion}`, orSubstitute('session.read')],
    ['an open motion', () => `/motions/${ids.openMotion}`, orSubstitute('session.read')],
    ['comments on an item', () => `/items/${done.itemId}/comments`, orSubstitute('session.read')],
    ['positions on an item', () => `/items/${done.itemId}/positions`, orSubstitute('session.read')],
    ['a request that was sent', () => `/opinion-requests/${ids.sentRequest}`, (who) => office(who) || who === 'member' || who === 'chair'],
    ['a request that was not sent', () => `/opinion-requests/${ids.draftRequest}`, office],
    ['templates of requests', () => `/bodies/${ids.body}/opinion-templates`, any('opinion.prepare')],
    ['one’s own assistants', () => `/bodies/${ids.body}/my-assistants`, any('opinion.reply')],
    ['all assistants of the body', () => `/bodies/${ids.body}/assistants`, any('body.administer')],
    ['the proof of a published vote', () => `/motions/${done.motionId}/export`, any('session.read')],
    ['the proof of a vote that is not published', () => `/motions/${ids.closedMotion}/export`, () => false],
    ['the proof of a request that is not closed', () => `/opinion-requests/${ids.sentRequest}/export`, () => false],
    ['dossiers', () => `/bodies/${ids.body}/dossiers`, any('dossier.read')],
    ['a dossier that was submitted', () => `/dossiers/${ids.dossier}`, (who) => has(who, 'dossier.read') && who !== 'sponsor'],
    ['a paper of it', () => `/papers/${ids.dossierPaper}`, (who) => has(who, 'dossier.read') && who !== 'sponsor'],
    ['one’s own library', () => '/library', atPapersDoor],
    ['the library of the body', () => `/bodies/${ids.body}/library`, any('paper.read')],
    ['the access log of a paper', () => `/papers/${ids.releasedPaper}/access`, any('paper.prepare')],
    ['the access log of a paper that waits', () => `/papers/${ids.draftPaper}/access`, any('paper.prepare')],
    ['what changed in a released paper', () => `/paper-versions/${ids.releasedVersion}/changes`, orSubstitute('paper.read')],
    ['how much changed in it', () => `/paper-versions/${ids.releasedVersion}/changes/brief`, orSubstitute('paper.read')],
    ['what changed in a paper that waits', () => `/paper-versions/${ids.draftVersion}/changes`, (who) => has(who, 'paper.readDraft') && any('session.prepare', 'session.run')(who)],
    ['the register of papers on paper', () => `/sessions/${done.sessionId}/register`, any('paper.register')],
    ['one’s devices that hold papers', () => '/offline/devices', atPapersDoor],
    ['the journal', () => '/journal', any('journal.read')],
    ['the log', () => '/journal/export', any('journal.read')],
    ['accounts', () => '/accounts', any('accounts.administer')],
  ];

  it.each(READS)('%s is there for who may see it, and for nobody else', async (_, path, may) => {
    for (const who of EVERYBODY) {
      const answer = await one(who).ask<{ code?: string } | null>('GET', path());
      expect([who, answer.status === 200]).toEqual([who, may(who)]);
      if (answer.status === 200) continue;
      // What may not be seen answers as what does not exist.
      const absent = await one(who).ask<{ code?: string } | null>('GET', path().replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, randomUUID()));
      expect([who, answer.status, answer.body?.code]).toEqual([who, absent.status, absent.body?.code]);
    }
  });

  it('shows a result to all after it is published, to who runs the session after the close, to nobody before', async () => {
    for (const who of EVERYBODY.filter(orSubstitute('session.read'))) {
      const resultOf = async (id: string): Promise<boolean> => (await one(who).get<Schema['MotionDto']>(`/motions/${id}`)).result !== null;
      expect([who, await resultOf(done.motionId), await resultOf(ids.closedMotion), await resultOf(ids.openMotion)]).toEqual([who, true, has(who, 'motion.readEarly'), false]);
    }
  });

  const ACTS: [Permission, string, () => string, unknown][] = [
    ['session.prepare', 'PATCH', () => `/sessions/${done.sessionId}`, { title: 'Đổi tên' }],
    ['session.approve', 'POST', () => `/sessions/${done.sessionId}/acts`, { act: 'approve' }],
    ['session.run', 'POST', () => `/sessions/${done.sessionId}/acts`, { act: 'resume' }],
    ['agenda.prepare', 'DELETE', () => `/items/${done.itemId}`, undefined],
    ['agenda.takePosition', 'PUT', () => `/items/${done.itemId}/position`, { stand: 'noObjection' }],
    ['paper.prepare', 'POST', () => `/papers/${ids.releasedPaper}/release`, undefined],
    ['paper.register', 'DELETE', () => `/registered-papers/${ids.registered}`, undefined],
    ['paper.register', 'POST', () => `/registered-papers/${ids.registered}/handouts`, { number: 1, holder: 'Vụ Pháp luật' }],
    ['dossier.clear', 'POST', () => `/dossiers/${ids.dossier}/place`, {}],
    ['motion.prepare', 'PATCH', () => `/motions/${ids.closedMotion}`, { question: 'Khác' }],
    ['motion.run', 'POST', () => `/motions/${ids.preparedMotion}/close`, undefined],
    ['motion.cast', 'POST', () => `/motions/${ids.closedMotion}/ballots`, { choice: 'agree' }],
    ['opinion.prepare', 'PATCH', () => `/opinion-requests/${ids.sentRequest}`, { title: 'Khác' }],
    ['opinion.approve', 'POST', () => `/opinion-requests/${ids.sentRequest}/acts`, { act: 'approve' }],
    ['opinion.run', 'POST', () => `/opinion-requests/${ids.sentRequest}/acts`, { act: 'close' }],
    ['opinion.approve', 'POST', () => `/opinion-requests/${ids.sentRequest}/acts`, { act: 'adopt' }],
    ['opinion.conclude', 'POST', () => `/opinion-requests/${ids.sentRequest}/acts`, { act: 'toSession' }],
    ['opinion.conclude', 'POST', () => `/opinion-requests/${ids.sentRequest}/acts`, { act: 'rework', reason: 'x' }],
    ['opinion.prepare', 'POST', () => `/opinion-requests/${ids.sentRequest}/acts`, { act: 'summarise', conclusion: 'x' }],
    ['accounts.administer', 'POST', () => '/accounts', { username: 'thu-ky', name: 'Trùng tên', roles: [], administrator: false }],
    ['calendar.administer', 'PUT', () => '/calendar/2026-13-45', { kind: 'holiday', name: 'x' }],
  ];

  it.each(ACTS)('%s: %s is refused by its state to who has the right, and by the right to all others', async (permission, method, path, body) => {
    for (const who of EVERYBODY) {
      const { status, body: answer } = await one(who).ask<{ code?: string } | null>(method, path(), body);
      const isRight = status === 403 && answer?.code !== 'notOnRoll' || status === 404;
      expect([who, status >= 400, isRight]).toEqual([who, true, !has(who, permission)]);
    }
  });

  /** How many of a released paper and one that waits, in a session that was not sent. */
  const COPIES: [string, (who: Who) => number, (who: Who) => Promise<number>][] = [
    ['taken along', (who) => Number(orSubstitute('paper.copy')(who)), async (who) => {
      const deviceId = randomUUID();
      if ((await one(who).ask('POST', '/offline/devices', { id: deviceId, secret: 'm'.repeat(43) })).status !== 200) return 0;
      const { body } = await one(who).ask<Partial<Schema['OfflineTakenDto']> | null>('POST', '/offline/copies', { deviceId, versionIds: [ids.releasedVersion, ids.draftVersion] });
      return body?.copies?.length ?? 0;
    }],
    ['marked and given out', (who) => Number(orSubstitute('paper.copy')(who)) + Number(has(who, 'paper.readDraft') && any('session.prepare', 'session.run')(who)), async (who) => {
      const answers = await Promise.all([ids.releasedVersion, ids.draftVersion].map((id) => fetch(`${cabinet.url}/api/paper-versions/${id}/copy?for=keep`, { headers: { cookie: one(who).cookie } })));
      return answers.filter(({ status }) => status === 200).length;
    }],
    ['put into one’s own library', (who) => Number(orSubstitute('paper.read')(who)), async (who) => {
      const { status, body } = await one(who).ask<Partial<Schema['LibraryDto']> | null>('POST', '/library/folders', { name: 'Ma trận' });
      const folder = body?.folders?.at(-1)?.id ?? '';
      if (status >= 300) return 0;
      const answers = await Promise.all([ids.releasedPaper, ids.draftPaper].map((paperId) => one(who).ask('POST', `/library-folders/${folder}/links`, { paperId })));
      return answers.filter((answer) => answer.status < 300).length;
    }],
  ];

  it.each(COPIES)('a paper is %s by whom it may be, and by nobody else', async (_, may, take) => {
    for (const who of EVERYBODY) expect([who, await take(who)]).toEqual([who, may(who)]);
  });

  it('tells over sockets only what may be read: the body’s news to its readers, the office’s to the office', async () => {
    await eventually(() => expect(one('chair').news).toContain('request.sent'));
    for (const who of EVERYBODY) {
      const heard = one(who).heard.flatMap(({ changes }) => changes).filter((change) => change.ids.bodyId === ids.body);
      expect([who, heard.some(({ type }) => type === 'motion.closed')]).toEqual([who, orSubstitute('body.read')(who)]);
      expect([who, heard.some(({ ids: named }) => named.paperId === ids.draftPaper)]).toEqual([who, any('session.prepare', 'session.run')(who)]);
      expect([who, heard.some(({ ids: named }) => named.requestId === ids.draftRequest)]).toEqual([who, any('session.prepare', 'session.run')(who)]);
      const { changes } = await one(who).get<Schema['ChangesDto']>('/changes?since=0');
      const isOurs = (change: Schema['ChangeDto']): boolean => JSON.stringify(change.ids).includes(ids.body);
      expect([who, changes.some(isOurs)]).toEqual([who, has(who, 'body.read') || isGuest(who) ? changes.some(isOurs) : false]);
      const items = [...heard, ...changes].flatMap(({ ids: named }) => named.itemId ?? []);
      if (who === 'guestInvitee') expect([who, items.filter((id) => id !== ids.invitedItem)]).toEqual([who, []]);
    }
  });
});
