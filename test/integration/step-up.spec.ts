import { createHash, createPublicKey, verify } from 'node:crypto';
import { TOTP } from 'otpauth';
import { canonicalJson } from '../../src/journal/domain/canonical.js';
import { Authenticator, type GetOptions } from '../support/authenticator.js';
import { Cabinet } from '../support/cabinet.js';
import { openJune } from '../support/june.js';
import type { Schema } from '../support/person.js';
import { forgetTries, PASSWORD, Visitor } from '../support/visitor.js';

type Statement = Schema['StatementDto'];
type Receipt = Schema['ReceiptDto'];
interface Voter { visitor: Visitor; key: Authenticator; memberId: string }

const sha256 = (content: string | Buffer): Buffer => createHash('sha256').update(content).digest();

describe('being asked again before casting and replying', () => {
  let cabinet: Cabinet;
  let vote: Awaited<ReturnType<typeof openJune>>;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    await cabinet.rows(`update rule_set set settings = settings || '{"stepUp": true}'`);
    vote = await openJune(cabinet);
    await vote.secretary.do('POST', `/motions/${vote.motionId}/open`);
  });
  beforeEach(() => forgetTries(cabinet));
  afterAll(() => cabinet.close());

  async function voter(username: string): Promise<Voter> {
    const visitor = await new Visitor(cabinet).enter(username);
    const key = await visitor.enrol();
    const me = await visitor.do<Schema['MeDto']>('GET', '/me');
    return { visitor, key, memberId: me.bodies[0]?.memberId ?? '' };
  }

  
  const address = (): string => `/motions/${vote.motionId}/ballots`;
  const answers = (choice: string, text?: string): object[] => [{ questionId: vote.motionId, choice, ...(text === undefined ? {} : { text }) }];
  const prepare = (visitor: Visitor, choice: string, text?: string): Promise<Statement> => visitor.do<Statement>('POST', '/step-up/statement', { act: 'ballot', subjectId: vote.motionId, answers: answers(choice, text) });
  const sign = ({ statementId, options }: Statement, key: Authenticator): object => ({ kind: 'passkey', statementId, assertion: key.get(options as unknown as GetOptions) });
  const ballotsOf = (memberId: string): Promise<{ choice: string }[]> => cabinet.rows<{ choice: string }>('select choice from ballot where motion_id = $1 and member_id = $2', [vote.motionId, memberId]);

  it('is asked where the rule set says so, and shown with the motion', async () => {
    const { visitor, memberId } = await voter('thong-doc');
    expect((await visitor.do<Schema['MotionDto']>('GET', `/motions/${vote.motionId}`)).ruleSet.stepUp).toBe(true);
    expect(await visitor.outcome('POST', address(), { choice: 'agree' })).toBe('403 stepUpNeeded');
    expect(await ballotsOf(memberId)).toEqual([]);
  });

  it('lets a stolen session neither vote nor reply', async () => {
    const { visitor, memberId } = await voter('bo-truong-thong-tin');
    const thief = Visitor.thief(visitor);
    expect(await thief.outcome('GET', '/me')).toBe('200');
    expect(await thief.outcome('POST', address(), { choice: 'disagree' })).toBe('403 stepUpNeeded');
    const statement = await prepare(thief, 'disagree');
    expect(await thief.outcome('POST', address(), { choice: 'disagree', proof: sign(statement, new Authenticator(thief.origin)) })).toBe('403 stepUpInvalid');
    const guess = await prepare(thief, 'disagree');
    expect(await thief.outcome('POST', address(), { choice: 'disagree', proof: { kind: 'code', statementId: guess.statementId, password: PASSWORD, code: '000000' } })).toBe('403 stepUpInvalid');
    const { requests } = await thief.do<Schema['RequestsDto']>('GET', `/bodies/${vote.secretary.bodyId}/opinion-requests`);
    const open = await thief.do<Schema['OpinionRequestDto']>('GET', `/opinion-requests/${requests.find((request) => request.state === 'sent')?.id ?? ''}`);
    const reply = { answers: open.questions.map((question) => ({ questionId: question.id, choice: 'disagree' })), send: true };
    expect(await thief.outcome('PUT', `/opinion-requests/${open.id}/reply`, reply)).toBe('403 stepUpNeeded');
    expect([await ballotsOf(memberId), await cabinet.rows('select 1 from opinion_answer a join opinion_question q on q.id = a.question_id where q.request_id = $1 and a.member_id = $2', [open.id, memberId])]).toEqual([[], []]);
  });

  it('signs the question, the choice, the papers, the person and the body; the evidence is checked without the server', async () => {
    const { visitor, key, memberId } = await voter('bo-truong-tu-phap');
    const statement = await prepare(visitor, 'otherOpinion', 'Đề nghị bổ sung lộ trình.');
    const papers = await cabinet.rows<{ sha256: string }>(`select v.sha256 from paper p join paper_version v on v.paper_id = p.id and v.released_at is not null where p.item_id = $1 and p.state = 'released' order by 1`, [vote.itemId]);
    const said = JSON.parse(statement.statement) as { papers: string[]; answers: { question: string }[] };
    expect(said).toMatchObject({
      v: 1, act: 'ballot', subjectId: vote.motionId, memberId, bodyId: vote.secretary.bodyId, answers: [{ questionId: vote.motionId, choice: 'otherOpinion', textSha256: sha256('Đề nghị bổ sung lộ trình.').toString('hex') }],
    });
    expect(said.answers[0]?.question.length).toBeGreaterThan(10);
    expect(papers.length).toBeGreaterThan(0);
    expect(said.papers).toEqual(papers.map((paper) => paper.sha256));
    await visitor.do('POST', address(), { choice: 'otherOpinion', text: 'Đề nghị bổ sung lộ trình.', proof: sign(statement, key) });
    const [evidence] = await cabinet.rows<Record<'statement' | 'public_key' | 'authenticator_data' | 'client_data_json' | 'signature' | 'sha256' | 'credential_id', string>>('select * from step_up_evidence where member_id = $1', [memberId]);
    const [authenticatorData, clientData, signature] = [evidence?.authenticator_data, evidence?.client_data_json, evidence?.signature].map((part) => Buffer.from(part ?? '', 'base64url'));
    const { challenge, type } = JSON.parse(clientData?.toString() ?? '{}') as { challenge: string; type: string };
    expect([type, challenge]).toEqual(['webauthn.get', sha256(evidence?.statement ?? '').toString('base64url')]);
    // COSE EC2 key of 77 bytes: x and y are its last 32 bytes each, with three bytes between.
    const cose = Buffer.from(evidence?.public_key ?? '', 'base64url');
    const publicKey = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x: cose.subarray(-67, -35).toString('base64url'), y: cose.subarray(-32).toString('base64url') } });
    expect(verify('sha256', Buffer.concat([authenticatorData ?? Buffer.of(), sha256(clientData ?? Buffer.of())]), publicKey, signature ?? Buffer.of())).toBe(true);
    const [row] = await cabinet.rows<{ facts: object }>(`select facts from journal_entry where type = 'motion.cast' and ids->>'motionId' = $1 and facts->>'memberId' = $2`, [vote.motionId, memberId]);
    expect(row?.facts).toMatchObject({ memberId, evidenceSha256: evidence?.sha256 });
  });

  it('gives the same receipt to the same request sent again, also at the same moment', async () => {
    const { visitor, key, memberId } = await voter('bo-truong-ke-hoach-dau-tu');
    const proof = sign(await prepare(visitor, 'agree'), key);
    const twice = await Promise.all([0, 1, 2].map(() => visitor.do<Receipt>('POST', address(), { choice: 'agree', proof })));
    const again = await visitor.do<Receipt>('POST', address(), { choice: 'agree', proof });
    expect(new Set([...twice, again].map((answer) => answer.receipt)).size).toBe(1);
    expect(await cabinet.rows('select 1 from step_up_evidence where member_id = $1', [memberId])).toHaveLength(1);
  });

  it('refuses what was signed for another choice, another session, by another person, or too long ago', async () => {
    const [{ visitor, key, memberId }, other] = [await voter('bo-truong-nong-nghiep'), await voter('bo-truong-giao-thong')];
    const cast = (proof: object, choice = 'agree', who = visitor): Promise<string> => who.outcome('POST', address(), { choice, proof });
    expect(await cast(sign(await prepare(visitor, 'disagree'), key))).toBe('403 stepUpInvalid');
    expect(await cast(sign(await prepare(visitor, 'agree'), other.key))).toBe('403 stepUpInvalid');
    const elsewhere = await new Visitor(cabinet).enter('bo-truong-nong-nghiep');
    expect(await cast(sign(await prepare(visitor, 'agree'), key), 'agree', elsewhere)).toBe('403 stepUpInvalid');
    expect(await cast(sign(await prepare(visitor, 'agree'), key), 'agree', other.visitor)).toBe('403 stepUpInvalid');
    const late = sign(await prepare(visitor, 'agree'), key);
    await cabinet.rows(`update step_up_statement set expires_at = now() - interval '1 second' where proof is null`);
    expect(await cast(late)).toBe('410 stepUpExpired');
    const wrong = await prepare(visitor, 'agree');
    expect(await cast({ kind: 'passkey', statementId: wrong.statementId, assertion: key.get(wrong.options as unknown as GetOptions, { userVerified: false }) })).toBe('403 stepUpInvalid');
    expect(await cast(sign(wrong, key))).toBe('403 stepUpInvalid');
    expect(await ballotsOf(memberId)).toEqual([]);
    expect(await cast(sign(await prepare(visitor, 'agree'), key))).toBe('201');
  });

  it('asks for password and the app’s code where no passkey is enrolled; a recovery code does not count', async () => {
    const visitor = await new Visitor(cabinet).enter('bo-truong-xay-dung');
    const ask = (): Promise<string> => visitor.outcome('POST', '/step-up/statement', { act: 'ballot', subjectId: vote.motionId, answers: answers('agree') });
    expect(await ask()).toBe('409 stepUpImpossible');
    await visitor.do('PUT', '/me/security/password', { password: PASSWORD });
    expect(await ask()).toBe('409 stepUpImpossible');
    const { secret } = await visitor.do<Schema['BegunCodesDto']>('POST', '/me/security/codes');
    const totp = new TOTP({ secret });
    const { recoveryCodes } = await visitor.do<Schema['RecoveryCodesDto']>('POST', '/me/security/codes/confirm', { code: totp.generate() });
    await cabinet.rows('update totp set last_step = 0');
    const { statementId, way } = await prepare(visitor, 'agree');
    expect(way).toBe('code');
    const cast = (password: string, code: string): Promise<string> => visitor.outcome('POST', address(), { choice: 'agree', proof: { kind: 'code', statementId, password, code } });
    expect(await cast('không phải mật khẩu này', totp.generate())).toBe('401 wrongCredentials');
    expect(await cast(PASSWORD, recoveryCodes[0] ?? '')).toBe('401 codeWrong');
    expect(await cast(PASSWORD, '000000')).toBe('401 codeWrong');
    await forgetTries(cabinet);
    expect(await cast(PASSWORD, totp.generate())).toBe('201');
    expect(await cast(PASSWORD, totp.generate())).toBe('201');
    const evidence = await cabinet.rows(`select kind, signature from step_up_evidence where statement like '%' || (select id::text from account where username = 'bo-truong-xay-dung') || '%'`);
    expect(evidence).toEqual([{ kind: 'code', signature: null }]);
  });

  it('does not bring a changed ballot back by the old request', async () => {
    await cabinet.rows(`update rule_set set settings = settings || '{"changeBallot": true}'`);
    const { visitor, key, memberId } = await voter('bo-truong-lao-dong');
    const old = sign(await prepare(visitor, 'agree'), key);
    expect(await visitor.outcome('POST', address(), { choice: 'agree', proof: old })).toBe('201');
    expect(await visitor.outcome('POST', address(), { choice: 'disagree', proof: sign(await prepare(visitor, 'disagree'), key) })).toBe('201');
    expect(await visitor.outcome('POST', address(), { choice: 'agree', proof: old })).toBe('403 stepUpInvalid');
    expect(await ballotsOf(memberId)).toEqual([{ choice: 'disagree' }]);
    expect(await cabinet.rows('select 1 from step_up_evidence where member_id = $1', [memberId])).toHaveLength(2);
    await cabinet.rows(`update rule_set set settings = settings || '{"changeBallot": false}'`);
  });

  it('sends a reply with its evidence, once', async () => {
    const { visitor, key, memberId } = await voter('bo-truong-khoa-hoc');
    const { requests } = await visitor.do<Schema['RequestsDto']>('GET', `/bodies/${vote.secretary.bodyId}/opinion-requests`);
    const open = await visitor.do<Schema['OpinionRequestDto']>('GET', `/opinion-requests/${requests.find((request) => request.state === 'sent')?.id ?? ''}`);
    const wanted = open.questions.map((question) => ({ questionId: question.id, choice: 'agree' }));
    const added = { comments: [{ weight: 'blocking', text: 'Bổ sung nguồn lực' }], discussion: 'Cần bàn' };
    const put = (body: object): Promise<string> => visitor.outcome('PUT', `/opinion-requests/${open.id}/reply`, body);
    expect(await put({ answers: wanted, send: false })).toBe('200');
    expect(await put({ answers: wanted, send: true })).toBe('403 stepUpNeeded');
    const statement = await visitor.do<Statement>('POST', '/step-up/statement', { act: 'reply', subjectId: open.id, answers: wanted, ...added });
    expect(JSON.parse(statement.statement)).toMatchObject({ v: 2, comments: [{ questionId: null, weight: 'blocking', textSha256: sha256('Bổ sung nguồn lực').toString('hex') }], discussionSha256: sha256('Cần bàn').toString('hex'), files: [] });
    const proof = sign(statement, key);
    for (const other of [{}, { comments: added.comments }, { ...added, discussion: 'Khác' }, { ...added, comments: [{ weight: 'remark', text: 'Bổ sung nguồn lực' }] }]) expect(await put({ answers: wanted, send: true, proof, ...other })).toBe('403 stepUpInvalid');
    const changed = wanted.map((answer) => ({ ...answer, choice: 'disagree' }));
    expect(await put({ answers: changed, send: true, proof, ...added })).toBe('403 stepUpInvalid');
    expect(await put({ answers: wanted, send: true, proof, ...added })).toBe('200');
    expect(await put({ answers: wanted, send: true, proof, ...added })).toBe('200');
    const [row] = await cabinet.rows<{ same: boolean }>(
      `select e.facts->>'evidenceSha256' = v.sha256 as same from journal_entry e join step_up_evidence v on v.member_id = $1 and v.act = 'reply' where e.type = 'request.replied' and e.facts->>'memberId' = $1::text`, [memberId]);
    expect(row?.same).toBe(true);
  });

  it('keeps evidence that nobody changes, and statements only their owner sees', async () => {
    for (const sql of [`update step_up_evidence set signature = 'x'`, 'delete from step_up_evidence', 'truncate step_up_evidence']) await expect(cabinet.rows(sql)).rejects.toThrow(/append-only/);
    const { visitor } = await voter('tong-thanh-tra');
    const { statementId } = await prepare(visitor, 'agree');
    const rows = await cabinet.rows<{ forced: boolean }>(`select relforcerowsecurity as forced from pg_class where relname in ('step_up_statement', 'step_up_evidence')`);
    expect(rows).toEqual([{ forced: true }, { forced: true }]);
    const stranger = await voter('chu-nhiem-dan-toc');
    expect(await stranger.visitor.outcome('POST', address(), { choice: 'agree', proof: { kind: 'code', statementId, password: 'x', code: '000000' } })).toBe('403 stepUpInvalid');
  });

  it('asks nobody who may not vote anyway', async () => {
    const secretary = await new Visitor(cabinet).enter('thu-ky');
    await secretary.enrol();
    expect(await secretary.outcome('POST', '/step-up/statement', { act: 'ballot', subjectId: vote.motionId, answers: answers('agree') })).toBe('403 notAllowed');
    const stranger = await new Visitor(cabinet).enter('ubnd-so-noi-vu');
    expect(await stranger.outcome('POST', '/step-up/statement', { act: 'ballot', subjectId: vote.motionId, answers: answers('agree') })).toBe('404 notFound');
  });

  it('gives the receipt again after the close, and leaves no warning in the log', async () => {
    const { visitor, key } = await voter('bo-truong-giao-duc');
    const proof = sign(await prepare(visitor, 'agree'), key);
    const { receipt } = await visitor.do<Receipt>('POST', address(), { choice: 'agree', proof });
    await vote.secretary.do('POST', `/motions/${vote.motionId}/close`);
    expect((await visitor.do<Receipt>('POST', address(), { choice: 'agree', proof })).receipt).toBe(receipt);
  });

  it('stands in the export of the vote, as its page says and with the hash the journal tells', async () => {
    await vote.secretary.do('POST', `/motions/${vote.motionId}/publish`);
    const { evidence } = await vote.secretary.get<{ evidence: Record<string, string | null>[] }>(`/motions/${vote.motionId}/export`);
    const told = (await cabinet.rows<{ hash: string }>(`select facts->>'evidenceSha256' as hash from journal_entry where type = 'motion.cast' and ids->>'motionId' = $1`, [vote.motionId])).map((row) => row.hash);
    const hashes = evidence.map(({ subjectId: _subject, memberId: _member, accountId: _account, sha256: _sha256, ...shown }) => sha256(canonicalJson(shown)).toString('hex'));
    expect(hashes.length).toBeGreaterThan(5);
    expect(hashes.sort()).toEqual(told.sort());
    expect(cabinet.log).toEqual([]);
  });
});
