import pg from 'pg';
import { Cabinet } from '../support/cabinet.js';
import { decide, type Decided } from '../support/decided.js';
import { openJune } from '../support/june.js';

const TABLES = ['paper', 'paper_version', 'ballot', 'opinion_request', 'opinion_answer', 'opinion_draft', 'private_word', 'journal_private', 'dossier', 'page_text', 'taken_copy', 'library_folder', 'library_link', 'version_comparison', 'opinion_comment', 'opinion_file', 'opinion_step', 'opinion_template', 'notification'] as const;

/** The demo has none of them, or the system sees none. */
const MAY_BE_EMPTY: readonly string[] = ['opinion_draft', 'private_word', 'taken_copy', 'library_folder', 'library_link', 'version_comparison', 'opinion_comment', 'opinion_file', 'opinion_template'];

/** What the database itself shows of what is confidential, whatever the program asks. */
describe('rights on rows', () => {
  let cabinet: Cabinet;
  let done: Decided;
  let client: pg.Client;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    client = new pg.Client({ connectionString: cabinet.databaseUrl, options: '-c role=ecabinet_app' });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await cabinet.close();
  });

  async function as<Row extends pg.QueryResultRow>(actor: string | null, sql: string, values: unknown[] = []): Promise<Row[]> {
    await client.query('begin');
    try {
      if (actor !== null) await client.query(`select set_config('app.actor', $1, true)`, [actor === 'system' ? actor : ((await accountOf(actor)) ?? '')]);
      return (await client.query<Row>(sql, values)).rows;
    } finally {
      await client.query('rollback');
    }
  }
  const accountOf = async (username: string) => (await cabinet.rows<{ id: string }>('select id from account where username = $1', [username]))[0]?.id;
  const count = async (actor: string | null, table: string, where = 'true', values: unknown[] = []) => (await as<{ n: number }>(actor, `select count(*)::int as n from ${table} where ${where}`, values))[0]?.n ?? 0;

  it('runs as a role that rights bind', async () => {
    const [role] = await as<{ rolsuper: boolean; rolbypassrls: boolean }>(null, 'select rolsuper, rolbypassrls from pg_roles where rolname = current_user');
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false });
  });

  it('shows while a vote is open to each only their own ballot, and who has voted to all', async () => {
    const { motionId, secretary } = await openJune(cabinet);
    await secretary.do('POST', `/motions/${motionId}/open`);
    for (const username of ['thu-tuong', 'thong-doc', 'tong-thanh-tra']) await (await cabinet.person(username)).do('POST', `/motions/${motionId}/ballots`, { choice: 'agree' });
    const of = [motionId];
    for (const [actor, n] of [['thong-doc', 1], ['thu-tuong', 1], ['bo-truong-y-te', 0], ['thu-ky', 0], ['chuyen-vien', 0], ['quan-tri', 0], ['kiem-tra', 0], ['ubnd-chu-tich', 0], ['system', 3]] as const) {
      expect([actor, await count(actor, 'ballot', 'motion_id = $1', of)]).toEqual([actor, n]);
    }
    expect(await as('bo-truong-y-te', 'select motion_voters($1)', of)).toHaveLength(3);
    await client.end();
    await cabinet.close();
    cabinet = await Cabinet.open();
    client = new pg.Client({ connectionString: cabinet.databaseUrl, options: '-c role=ecabinet_app' });
    await client.connect();
    done = await decide(cabinet);
  });

  it.each(TABLES)('shows no row of %s where it was forgotten to say who asks, nor to an administrator, nor to an auditor', async (table) => {
    expect(await count('system', table)).toBeGreaterThan(MAY_BE_EMPTY.includes(table) ? -1 : 0);
    for (const actor of [null, 'quan-tri', 'kiem-tra', 'nobody-of-this-name']) expect([actor, await count(actor, table)]).toEqual([actor, 0]);
  });

  it.each([
    ['thong-doc', 25, 0], ['thu-ky', 25, 8], ['chuyen-vien', 25, 8], ['van-thu', 25, 0], ['giup-viec', 25, 0], ['ubnd-thu-ky', 0, 0], ['pho-thu-tuong-thuong-truc', 25, 8], ['du-thay-y-te', 25, 0], ['moi-bo-cong-thuong', 0, 0],
  ] as const)('shows %s the %i ballots of the published vote and %i answers of the closed public request', async (actor, ballots, answers) => {
    expect(await count(actor, 'ballot', 'motion_id = $1', [done.motionId])).toBe(ballots);
    expect(await count(actor, 'opinion_answer a', 'exists (select 1 from opinion_question q where q.id = a.question_id and q.request_id = $1)', [done.requestId])).toBe(answers);
  });

  it('shows drafts of papers to the office, released ones to the body, and nothing to another body', async () => {
    const drafts = await count('system', 'paper', `state <> 'released'`);
    expect(await count('thong-doc', 'paper', `state <> 'released'`)).toBe(0);
    expect(await count('thong-doc', 'paper_version', 'released_at is null')).toBe(0);
    expect(await count('thu-ky', 'paper', `state <> 'released'`)).toBeLessThanOrEqual(drafts);
    const ours = await count('thong-doc', 'paper');
    expect(ours).toBeGreaterThan(10);
    expect((await as('ubnd-chu-tich', `select 1 from paper where body_id = (select body_id from motion where id = $1)`, [done.motionId]))).toEqual([]);
  });

  it('shows a sponsor the dossiers and papers of the own organisation alone, and the office what was submitted', async () => {
    const [finance] = await cabinet.rows<{ id: string }>(`select id from dossier where organisation = 'Bộ Tài chính'`);
    const seen = async (actor: string): Promise<number[]> => [await count(actor, 'dossier'), await count(actor, 'paper', 'dossier_id is not null'), await count(actor, 'paper_version', 'dossier_id is not null'), await count(actor, 'paper')];
    expect(await seen('trinh-tai-chinh')).toEqual([1, 1, 1, 1]);
    expect(await seen('trinh-ke-hoach-dau-tu')).toEqual([1, 2, 2, 2]);
    for (const actor of ['thu-ky', 'chuyen-vien', 'van-thu']) expect([actor, ...(await seen(actor)).slice(0, 3)]).toEqual([actor, 2, 3, 3]);
    for (const actor of ['thong-doc', 'thu-tuong', 'giup-viec', 'ubnd-thu-ky', 'moi-bo-cong-thuong']) expect([actor, ...(await seen(actor)).slice(0, 3)]).toEqual([actor, 0, 0, 0]);
    await cabinet.rows('update dossier set submitted_at = null where id = $1', [finance?.id]);
    expect((await seen('thu-ky')).slice(0, 3)).toEqual([1, 2, 2]);
    expect(await seen('trinh-tai-chinh')).toEqual([1, 1, 1, 1]);
    await cabinet.rows('update dossier set submitted_at = now() where id = $1', [finance?.id]);
  });

  it('shows guests the released papers of what they are invited to, and lets them change none', async () => {
    const ofItem = (index: number) => cabinet.rows<{ n: number }>(`select count(*)::int as n from paper p join agenda_item i on i.id = p.item_id where i.session_id = $1 and i."order" = $2 and p.state = 'released'`, [done.sessionId, index]);
    const [own] = await ofItem(2);
    const [all] = await cabinet.rows<{ n: number }>(`select count(*)::int as n from paper p join agenda_item i on i.id = p.item_id where i.session_id = $1 and p.state = 'released'`, [done.sessionId]);
    expect(own?.n).toBeGreaterThan(0);
    for (const [who, n] of [['moi-bo-cong-thuong', own?.n], ['du-thay-y-te', all?.n]] as const) {
      expect([who, await count(who, 'paper')]).toEqual([who, n]);
      expect([who, await count(who, 'paper_version', 'released_at is null')]).toEqual([who, 0]);
      expect(await as(who, 'delete from paper returning 1')).toEqual([]);
      expect(await as(who, `update paper set title = 'x' returning 1`)).toEqual([]);
    }
    await cabinet.rows(`update session_guest set state = 'declined' where kind = 'invitee'`);
    expect(await count('moi-bo-cong-thuong', 'paper')).toBe(0);
  });

  it('shows a draft reply to its writer alone', async () => {
    const member = await cabinet.person('chu-nhiem-van-phong');
    const { requests } = await member.get<{ requests: { id: string; myReply: string; state: string }[] }>(`/bodies/${member.bodyId}/opinion-requests`);
    const open = requests.find(({ state }) => state === 'sent');
    const { questions } = await member.get<{ questions: { id: string }[] }>(`/opinion-requests/${open?.id ?? ''}`);
    await member.do('PUT', `/opinion-requests/${open?.id ?? ''}/reply`, { answers: [{ questionId: questions[0]?.id, choice: 'agree' }], send: false });
    expect(await count('chu-nhiem-van-phong', 'opinion_draft')).toBe(1);
    for (const actor of ['thu-ky', 'thu-tuong', 'giup-viec', 'quan-tri']) expect(await count(actor, 'opinion_draft')).toBe(0);
    // An assistant sees what they prepare until the member makes it their own, and what the member is asked, nothing else.
    const assistant = await cabinet.person('giup-viec');
    await assistant.do('PUT', `/opinion-requests/${open?.id ?? ''}/draft`, { answers: [{ questionId: questions[0]?.id, choice: 'disagree' }], handUp: true });
    const drafts = async () => {
      const seen: number[] = [];
      for (const actor of ['giup-viec', 'bo-truong-y-te', 'chu-nhiem-van-phong', 'thu-ky', 'thu-tuong']) seen.push(await count(actor, 'opinion_draft'));
      return seen;
    };
    expect(await drafts()).toEqual([1, 1, 1, 0, 0]);
    expect(await count('giup-viec', 'opinion_request', 'id = $1', [open?.id])).toBe(1);
    await (await cabinet.person('bo-truong-y-te')).do('PUT', `/opinion-requests/${open?.id ?? ''}/reply`, { answers: [{ questionId: questions[0]?.id, choice: 'agree' }], send: false });
    expect(await drafts()).toEqual([0, 1, 1, 0, 0]);
    await cabinet.rows('delete from member_assistant');
    expect(await count('giup-viec', 'opinion_request', 'id = $1', [open?.id])).toBe(0);
  });

  it.each(['thu-ky', 'thu-tuong', 'quan-tri', 'thong-doc'])('lets %s neither add, change nor delete a ballot', async (actor) => {
    await expect(as(actor, `insert into ballot (motion_id, member_id, choice, channel, receipt) select motion_id, member_id, 'agree', 'room', 'X' from motion_roll limit 1`)).rejects.toThrow('row-level security');
    expect(await as(actor, `update ballot set choice = 'disagree' returning 1`)).toEqual([]);
    expect(await as(actor, `delete from ballot returning 1`)).toEqual([]);
  });
});
