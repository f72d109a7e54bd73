import pg from 'pg';
import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import type { Person, Schema } from '../support/person.js';
import { makeCouncil, type Council } from '../support/council.js';

const VOTERS = 500;

/** What a voter knows of one request: a receipt, a refusal, or nothing. */
type Heard = { receipt: string } | { refused: string } | 'unknown';

async function cast(voter: Person, motionId: string): Promise<Heard> {
  try {
    const { status, body } = await voter.ask<Partial<Schema['ReceiptDto']> & { code?: string }>('POST', `/motions/${motionId}/ballots`, { choice: 'agree' });
    if (status === 201 && body.receipt) return { receipt: body.receipt };
    return status >= 500 ? 'unknown' : { refused: body.code ?? '' };
  } catch {
    return 'unknown';
  }
}

describe('500 ballots at once, each sent twice, the server killed in the middle', () => {
  let cabinet: Cabinet;
  let council: Council;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    council = await makeCouncil(cabinet, VOTERS);
  }, 120_000);
  afterAll(() => cabinet.close());

  it('loses none, doubles none, and counts right', async () => {
    const { motionId, voters, secretary } = council;
    await secretary.do('POST', `/motions/${motionId}/open`);
    const castTwice = async (voter: Person): Promise<Heard[]> => Promise.all([cast(voter, motionId), cast(voter, motionId)]);
    const early = voters.slice(0, VOTERS / 2).map(castTwice);
    await Promise.race(early);
    // Of the rest one ballot cannot be written, so that at the kill some are acknowledged, some under way and some not begun.
    const holder = new pg.Client({ connectionString: cabinet.databaseUrl });
    await holder.connect();
    await holder.query('begin');
    await holder.query('select 1 from motion_roll where motion_id = $1 and member_id = $2 for update', [motionId, council.memberIds[VOTERS - 1]]);
    const answers = [...early, ...voters.slice(VOTERS / 2).map(castTwice)];
    await eventually(async () => {
      const [waiting] = await cabinet.rows<{ n: number }>(`select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
      expect(waiting?.n).toBeGreaterThan(0);
    });
    await cabinet.end('SIGKILL');
    await holder.end();
    const before = await Promise.all(answers);
    await cabinet.start();

    const stored = new Map((await cabinet.rows<{ member_id: string; receipt: string }>('select member_id, receipt from ballot where motion_id = $1', [motionId])).map((row) => [row.member_id, row.receipt]));
    for (const [index, heard] of before.entries()) {
      for (const answer of heard) if (answer !== 'unknown') expect(answer).toEqual({ receipt: stored.get(council.memberIds[index] ?? '') });
    }
    const unknown = before.filter((heard) => heard.includes('unknown')).length;
    expect(unknown).toBeGreaterThan(0);

    const after = await Promise.all(voters.map((voter) => cast(voter, motionId)));
    for (const [index, answer] of after.entries()) {
      const known = stored.get(council.memberIds[index] ?? '');
      if (known) expect(answer).toEqual({ receipt: known });
    }
    expect(after.filter((answer) => typeof answer === 'object' && 'receipt' in answer)).toHaveLength(VOTERS);

    await secretary.do('POST', `/motions/${motionId}/close`);
    const { result } = await secretary.get<Schema['MotionDto']>(`/motions/${motionId}`);
    expect(result).toMatchObject({ tally: { agree: VOTERS, disagree: 0, notVoted: 1 }, members: VOTERS + 1, outcome: 'adopted' });
    const [rows] = await cabinet.rows<{ ballots: number; entries: number }>(
      `select (select count(*)::int from ballot where motion_id = $1) as ballots, (select count(*)::int from journal_entry where type = 'motion.cast' and ids->>'motionId' = $1::text) as entries`,
      [motionId],
    );
    expect(rows).toEqual({ ballots: VOTERS, entries: VOTERS });
    await eventually(async () => {
      const [numbers] = await cabinet.rows<{ gaps: number; waiting: number }>('select (max(seq) - count(*))::int as gaps, (select count(*) from journal_entry)::int - count(*)::int as waiting from journal_log');
      expect(numbers).toEqual({ gaps: 0, waiting: 0 });
    });
  }, 120_000);

  it('accepts none after the close that was acknowledged, even when casts and the close race', async () => {
    const { secretary, voters } = council;
    const motionId = await council.putAgain();
    await secretary.do('POST', `/motions/${motionId}/open`);
    const racing = voters.slice(0, 200).map((voter) => cast(voter, motionId));
    await eventually(async () => {
      const [stored] = await cabinet.rows<{ n: number }>('select count(*)::int as n from ballot where motion_id = $1', [motionId]);
      expect(stored?.n).toBeGreaterThan(0);
    });
    await secretary.do('POST', `/motions/${motionId}/close`);
    const late = await Promise.all(voters.slice(200, 220).map((voter) => cast(voter, motionId)));
    const heard = await Promise.all(racing);
    expect(late).toEqual(late.map(() => ({ refused: 'motionNotOpen' })));
    const acknowledged = heard.filter((answer) => typeof answer === 'object' && 'receipt' in answer).length;
    const { result } = await secretary.get<Schema['MotionDto']>(`/motions/${motionId}`);
    expect(result?.tally.agree).toBe(acknowledged);
  });

  it('lives on when the connection it writes a ballot on is lost, knows nothing of that ballot, and takes it when it is sent again', async () => {
    const { secretary, voters, memberIds } = council;
    const [voter] = voters;
    if (!voter) throw new Error('nobody votes');
    const motionId = await council.putAgain();
    await secretary.do('POST', `/motions/${motionId}/open`);
    const holder = new pg.Client({ connectionString: cabinet.databaseUrl });
    await holder.connect();
    await holder.query('begin');
    await holder.query('select 1 from motion_roll where motion_id = $1 and member_id = $2 for update', [motionId, memberIds[0]]);
    const answer = cast(voter, motionId);
    await eventually(async () => {
      const ended = await cabinet.rows(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'e-cabinet ballots' and wait_event_type = 'Lock'`);
      expect(ended).toHaveLength(1);
    });
    expect(await answer).toBe('unknown');
    await holder.end();
    expect(await cast(voter, motionId)).toMatchObject({ receipt: expect.any(String) });
  });
});
