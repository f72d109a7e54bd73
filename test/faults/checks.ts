import { createHash } from 'node:crypto';
import { eventually } from '../support/eventually.js';
import type { Person, Schema } from '../support/person.js';
import type { History } from './history.js';
import type { Stage } from './stage.js';

interface StoredBallot { member_id: string; choice: string; text: string | null; receipt: string; entries: number; private: number }

const BALLOTS_SQL = `select b.member_id, b.choice, b.text, b.receipt, count(e.id)::int as entries, count(p.entry_id)::int as private
  from ballot b left join journal_entry e on e.type = 'motion.cast' and e.ids->>'motionId' = b.motion_id::text and e.facts->>'receipt' = b.receipt
  left join journal_private p on p.entry_id = e.id where b.motion_id = $1 group by 1, 2, 3, 4`;

/** Every acknowledged ballot is stored as it was sent, one for each member, with one row in the journal; none came in after the close. */
export async function checkMotion(stage: Stage, history: History, motion: { id: string; closedAt: number }): Promise<void> {
  const { id, closedAt } = motion;
  const stored = new Map((await stage.rows<StoredBallot>(BALLOTS_SQL, [id])).map((row) => [row.member_id, row]));
  const entries = await stage.rows<{ n: number }>(`select count(*)::int as n from journal_entry where type = 'motion.cast' and ids->>'motionId' = $1`, [id]);
  history.demand(entries[0]?.n === stored.size, `${id}: ${entries[0]?.n ?? 0} rows in the journal for ${stored.size} ballots`);
  for (const [memberId, ballot] of stored) history.demand(ballot.entries === 1 && ballot.private === 1, `${id} ${memberId}: ${ballot.entries} entries, ${ballot.private} private contents`);
  for (const cast of history.of('cast', id)) {
    const ballot = stored.get(cast.by);
    if (cast.heard === 'ok') history.demand(ballot?.receipt === cast.answer, `${id} ${cast.by}: acknowledged with ${cast.answer}, stored ${ballot?.receipt ?? 'nothing'}`);
    if (ballot) history.demand(cast.sent === `${ballot.choice} ${ballot.text ?? ''}`, `${id} ${cast.by}: sent ${cast.sent}, stored ${ballot.choice} ${ballot.text ?? ''}`);
    const isFirst = history.of('cast', id).every((other) => other.by !== cast.by || other.invokedAt >= cast.invokedAt);
    if (cast.heard === 'ok' && isFirst) history.demand(cast.invokedAt < closedAt, `${id} ${cast.by}: cast and accepted after the close was acknowledged`);
  }
}

/** What people are shown is what a recount of the rows gives. */
export async function checkShown(stage: Stage, history: History, of: { reader: Person; motionId: string }): Promise<void> {
  const { result } = await eventually(() => of.reader.get<Schema['MotionDto']>(`/motions/${of.motionId}`), 30_000);
  const rows = await stage.rows<{ choice: string; n: number }>('select choice, count(*)::int as n from ballot where motion_id = $1 group by 1', [of.motionId]);
  const roll = await stage.rows<{ n: number }>('select count(*)::int as n from motion_roll where motion_id = $1', [of.motionId]);
  const counted = Object.fromEntries(rows.map(({ choice, n }) => [choice, n]));
  const cast = rows.reduce((sum, { n }) => sum + n, 0);
  for (const choice of ['agree', 'disagree', 'otherOpinion'] as const) history.demand(result?.tally[choice] === (counted[choice] ?? 0), `${of.motionId}: shown ${result?.tally[choice] ?? 'nothing'} ${choice}, recounted ${counted[choice] ?? 0}`);
  history.demand(result?.tally.notVoted === (roll[0]?.n ?? 0) - cast, `${of.motionId}: shown ${result?.tally.notVoted ?? 'nothing'} who did not vote, recounted ${(roll[0]?.n ?? 0) - cast}`);
  history.demand(result?.outcome === ((counted['agree'] ?? 0) * 2 > (roll[0]?.n ?? 0) ? 'adopted' : result?.tie === true ? result.outcome : 'rejected'), `${of.motionId}: the outcome does not follow from the rows`);
}

/** Numbers without a gap, every entry numbered once, and the leaf hashes those of the rows. */
export async function checkJournal(stage: Stage, history: History): Promise<void> {
  const numbers = await eventually(async () => {
    const [row] = await stage.rows<{ entries: number; numbered: number; highest: number; distinct: number }>(`select (select count(*)::int from journal_entry) as entries, count(*)::int as numbered, max(seq)::int as highest, count(distinct entry_id)::int as distinct from journal_log`);
    if (!row || row.entries !== row.numbered) throw new Error('rows wait for their numbers');
    return row;
  }, 60_000);
  history.demand(numbers.highest === numbers.numbered, `the journal has a gap: ${numbers.numbered} rows up to number ${numbers.highest}`);
  history.demand(numbers.distinct === numbers.numbered, `an entry was numbered twice`);
  const [chain] = await stage.rows<{ broken: number }>(`select count(*)::int as broken from (select prev, lag(seq) over (partition by audience order by seq) as before from journal_delivery) d where d.prev <> coalesce(d.before, 0)`);
  history.demand(chain?.broken === 0, `${chain?.broken ?? 0} deliveries do not follow their predecessor`);
}

/** Replies, comments and uploads that were acknowledged are there, whole and once. */
export async function checkTexts(stage: Stage, history: History, reader: Person): Promise<void> {
  for (const reply of history.of('reply').filter(({ heard }) => heard === 'ok')) {
    const rows = await stage.rows<{ choice: string }>('select a.choice from opinion_answer a join opinion_question q on q.id = a.question_id where q.request_id = $1 and a.member_id = $2', [reply.subject, reply.by]);
    history.demand(rows.length === 1 && rows[0]?.choice === reply.sent, `reply of ${reply.by}: sent ${reply.sent}, stored ${rows.map(({ choice }) => choice).join() || 'nothing'}`);
  }
  for (const comment of history.of('comment')) {
    const rows = await stage.rows<{ n: number }>('select count(*)::int as n from comment where text = $1', [comment.sent]);
    history.demand(comment.heard !== 'ok' || rows[0]?.n === 1, `comment "${comment.sent}": acknowledged, stored ${rows[0]?.n ?? 0} times`);
    history.demand((rows[0]?.n ?? 0) <= 1, `comment "${comment.sent}" is there ${rows[0]?.n ?? 0} times`);
  }
  for (const upload of history.of('upload').filter(({ heard }) => heard === 'ok')) {
    const response = await eventually(() => fetch(`${reader.cabinet.url}/api/paper-versions/${upload.answer}/file`, { headers: { cookie: reader.cookie } }), 30_000);
    const hash = createHash('sha256').update(Buffer.from(await response.arrayBuffer())).digest('hex');
    history.demand(response.status === 200 && hash === upload.sent, `upload ${upload.answer}: ${response.status}, not the bytes that were acknowledged`);
  }
}
