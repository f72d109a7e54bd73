import { Injectable } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import type { Choice } from '../bodies/domain/rule-set.js';
import type { ErrorCode } from '../contract/error-codes.js';
import { SystemPool } from '../database/system-pool.js';
import { Refusal } from '../http/refusal.js';
import { memberOf, whyNotPermitted } from '../identity/domain/policy.js';
import type { SignedIn } from '../identity/session-reader.js';
import { type Evidence, evidenceColumns, KEEP_EVIDENCE_SQL } from '../identity/step-up/evidence.js';
import { bodyRoom, officeRoom } from '../journal/audiences.js';
import { Journal, seal } from '../journal/journal.js';
import { CAST_SQL, CASTABLE_SQL, FOUND_SQL, HELD_SQL, INSERT_SQL, JOURNAL_SQL, REPLACE_SQL } from './ballot-statements.js';
import { channelOf, whyCannotCast, type CastFacts } from './domain/casting.js';
import { newReceipt, selectedPart } from './receipts.js';

/** A ballot somebody wants to cast. */
export interface WantedBallot {
  actor: SignedIn;
  motionId: string;
  choice: Choice;
  text: string | undefined;
  /** The options chosen, where there are some. */
  selected?: string[];
  /** That the person was asked again and showed who they are, where the rule set wants it. */
  evidence?: Evidence;
}

/** What the voter gets: after the commit, never before. */
export interface CastBallot {
  receipt: string;
  choice: Choice;
  at: Date;
}

interface Waiting extends WantedBallot {
  memberId: string;
  channel: 'room' | 'remote';
  resolve: (ballot: CastBallot) => void;
  reject: (reason: unknown) => void;
}

interface MotionRow extends Omit<CastFacts, 'checkedIn'> {
  id: string;
  body_id: string;
  session_id: string;
  item_id: string;
  sent: boolean;
  change_ballot: boolean;
  step_up: boolean;
  attendance: Record<string, 'room' | 'online'> | null;
}

interface BallotRow {
  motion_id: string;
  member_id: string;
  choice: Choice;
  text: string | null;
  selected: string | null;
  receipt: string;
  cast_at: Date;
}

const MOST_AT_ONCE = 250;
const IN_FLIGHT = 2;

/**
 * Gathers ballots that arrive together into one transaction, each with an outcome of its own: a refused one never fails
 * its neighbours. The motions are held `FOR SHARE`, so casting never waits for casting, and closing (`FOR UPDATE`)
 * waits for what is under way: what is acknowledged is counted, what comes later finds the motion closed.
 */
@Injectable()
export class BallotGatherer {
  private queue: Waiting[] = [];
  private inFlight = 0;
  private readonly pool: Pool;

  constructor(
    { pool }: SystemPool,
    private readonly journal: Journal,
  ) {
    this.pool = pool;
  }

  cast(wanted: WantedBallot): Promise<CastBallot> {
    return new Promise((resolve, reject) => {
      this.queue.push({ ...wanted, memberId: '', channel: 'remote', resolve, reject });
      if (this.queue.length === 1) setImmediate(() => this.flush());
    });
  }

  private flush(): void {
    while (this.queue.length > 0 && this.inFlight < IN_FLIGHT) {
      const batch = this.queue.splice(0, MOST_AT_ONCE);
      this.inFlight += 1;
      void this.write(batch).finally(() => {
        this.inFlight -= 1;
        this.flush();
      });
    }
  }

  private async write(batch: Waiting[]): Promise<void> {
    try {
      const client = await this.pool.connect();
      let broken: Error | undefined;
      try {
        const left = await this.atOnce(client, batch);
        if (left.length > 0) (await this.inTransaction(client, left))();
        this.journal.wake();
      } catch (error) {
        broken = error instanceof Error ? error : new Error(String(error));
        await client.query('rollback').catch(() => undefined);
        throw error;
      } finally {
        client.release(broken);
      }
    } catch (error) {
      // Nothing is known to be written: the voter may send the same ballot again and gets the same receipt.
      for (const waiting of batch) waiting.reject(error);
    }
  }

  /** The usual case, two statements without a transaction around them: read and judge, then write. Gives back who needs a closer look. */
  private async atOnce(client: PoolClient, batch: Waiting[]): Promise<Waiting[]> {
    const motions = await motionsOf(client, batch, { name: 'castable', text: CASTABLE_SQL });
    const late: Waiting[] = [];
    const valid = batch.filter((waiting) => {
      const why = judge(waiting, motions.get(waiting.motionId));
      if (why === 'motionNotOpen' || why === 'motionPaused') late.push(waiting);
      else if (why) waiting.reject(new Refusal(why));
      return why === null;
    });
    answerLate(late, await findBallots(client, late), motions);
    // Evidence is written with its ballot in one transaction: those take the second way.
    const written = await castBallots(client, valid.filter((waiting) => waiting.evidence === undefined));
    return valid.filter((waiting) => {
      const ballot = written.get(keyOf(waiting));
      const done = ballot !== undefined && isSame(ballot, waiting);
      if (done) waiting.resolve({ receipt: ballot.receipt, choice: ballot.choice, at: ballot.cast_at });
      return !done;
    });
  }

  /** The closer look, with the motions held: writes what may be written and commits; the answers are given by what it returns. */
  private async inTransaction(client: PoolClient, batch: Waiting[]): Promise<() => void> {
    const answers: (() => void)[] = [];
    const refuse = (waiting: Waiting, code: ErrorCode): void => void answers.push(() => waiting.reject(new Refusal(code)));
    await client.query('begin');
    const motions = await motionsOf(client, batch, { name: 'castable-held', text: HELD_SQL });
    const valid = batch.filter((waiting) => {
      const why = judge(waiting, motions.get(waiting.motionId));
      if (why) refuse(waiting, why);
      return why === null;
    });
    const inserted = await insertBallots(client, valid);
    const existing = await findBallots(client, valid.filter((waiting) => !inserted.has(keyOf(waiting))));
    const written = [...inserted.values()];
    for (const waiting of valid) {
      const ballot = inserted.get(keyOf(waiting)) ?? existing.get(keyOf(waiting));
      if (!ballot) refuse(waiting, 'notOnRoll');
      else if (isSame(ballot, waiting)) answers.push(() => waiting.resolve({ receipt: ballot.receipt, choice: ballot.choice, at: ballot.cast_at }));
      else if (!motions.get(waiting.motionId)?.change_ballot) refuse(waiting, 'alreadyVoted');
      // What was cast once by this evidence was changed since: it does not come back by sending the old request again.
      else if (waiting.evidence?.isRepeat) refuse(waiting, 'stepUpInvalid');
      else {
        const replaced = await replaceBallot(client, waiting);
        written.push(replaced);
        answers.push(() => waiting.resolve({ receipt: replaced.receipt, choice: replaced.choice, at: replaced.cast_at }));
      }
    }
    if (written.length > 0) await appendJournal(client, valid, { written, motions });
    await client.query('commit');
    return () => answers.forEach((answer) => answer());
  }
}

/** Who voted in time and lost the answer gets the receipt again, also after the close; nobody else is let in. */
function answerLate(late: Waiting[], before: Map<string, BallotRow>, motions: Map<string, MotionRow>): void {
  for (const waiting of late) {
    const ballot = before.get(keyOf(waiting));
    if (ballot && isSame(ballot, waiting)) waiting.resolve({ receipt: ballot.receipt, choice: ballot.choice, at: ballot.cast_at });
    else waiting.reject(new Refusal(motions.get(waiting.motionId)?.state === 'paused' ? 'motionPaused' : 'motionNotOpen'));
  }
}

async function motionsOf(client: PoolClient, batch: Waiting[], statement: { name: string; text: string }): Promise<Map<string, MotionRow>> {
  const motionIds = [...new Set(batch.map((waiting) => waiting.motionId))].sort();
  const memberIds = [...new Set(batch.flatMap((waiting) => waiting.actor.rights.flatMap((rights) => (rights.memberId === null ? [] : [rights.memberId]))))];
  const { rows } = await client.query<MotionRow>({ ...statement, values: [motionIds, memberIds] });
  return new Map(rows.map((row) => [row.id, row]));
}

/** Sets the voter's member and channel, or says why the ballot is refused. */
function judge(waiting: Waiting, motion: MotionRow | undefined): ErrorCode | null {
  if (!motion) return 'notFound';
  const why = whyNotPermitted(waiting.actor, 'motion.cast', motion.body_id);
  if (why) return why;
  if (!motion.sent) return 'notFound';
  const memberId = memberOf(waiting.actor, motion.body_id);
  if (memberId === null) return 'notOnRoll';
  const checkedIn = motion.attendance?.[memberId] ?? null;
  waiting.memberId = memberId;
  waiting.channel = channelOf(checkedIn);
  const reason = whyCannotCast({ ...motion, checkedIn }, waiting);
  return reason ?? whyNotProved(waiting, motion.step_up);
}

/** Where the rule set asks for the person again there must be evidence, of this very member. */
function whyNotProved({ evidence, memberId }: Waiting, isAsked: boolean): ErrorCode | null {
  if (evidence === undefined) return isAsked ? 'stepUpNeeded' : null;
  return evidence.memberId === memberId ? null : 'stepUpInvalid';
}

const keyOf = (ballot: { motionId: string; memberId: string }): string => `${ballot.motionId} ${ballot.memberId}`;
const keyOfRow = (row: BallotRow): string => `${row.motion_id} ${row.member_id}`;
const textOf = (waiting: Pick<Waiting, 'text'>): string | null => waiting.text?.trim() || null;

/** The options chosen in one spelling: ids in order. */
const selectedOf = (waiting: Pick<Waiting, 'selected'>): string | null => (waiting.selected === undefined || waiting.selected.length === 0 ? null : [...waiting.selected].sort().join(','));

/** Key and content: tells two requests of one member apart. */
const contentOf = (waiting: Waiting): string => `${keyOf(waiting)} ${waiting.choice} ${selectedOf(waiting) ?? ''} ${textOf(waiting) ?? ''}`;
const contentOfRow = (row: BallotRow): string => `${keyOfRow(row)} ${row.choice} ${row.selected ?? ''} ${row.text ?? ''}`;

function isSame(ballot: BallotRow, waiting: Waiting): boolean {
  return ballot.choice === waiting.choice && (ballot.text ?? null) === textOf(waiting) && (ballot.selected ?? null) === selectedOf(waiting);
}

/** Motion, member, choice, text, channel, a receipt and the chosen options of each ballot, column by column. */
function columnsOf(valid: Waiting[]): unknown[][] {
  return [
    valid.map((waiting) => waiting.motionId), valid.map((waiting) => waiting.memberId), valid.map((waiting) => waiting.choice),
    valid.map((waiting) => textOf(waiting)), valid.map((waiting) => waiting.channel), valid.map(() => newReceipt()), valid.map((waiting) => selectedOf(waiting)),
  ];
}

/** Salted hash, salt and content of what the journal proves of each ballot and does not tell. */
function sealedColumns(valid: Waiting[]): unknown[][] {
  const sealed = valid.map(({ motionId, memberId, choice, channel, ...waiting }) => seal({ motionId, memberId, choice, text: textOf(waiting), channel, ...selectedPart(selectedOf(waiting)) }));
  return [sealed.map(({ hash }) => hash), sealed.map(({ salt }) => salt), sealed.map(({ content }) => content)];
}

async function castBallots(client: PoolClient, valid: Waiting[]): Promise<Map<string, BallotRow>> {
  if (valid.length === 0) return new Map();
  const motionIds = [...new Set(valid.map((waiting) => waiting.motionId))];
  const values = [...columnsOf(valid), valid.map((waiting) => waiting.actor.accountId), ...sealedColumns(valid), motionIds];
  const { rows } = await client.query<BallotRow>({ name: 'cast', text: CAST_SQL, values });
  return new Map(rows.map((row) => [keyOfRow(row), row]));
}

async function insertBallots(client: PoolClient, valid: Waiting[]): Promise<Map<string, BallotRow>> {
  if (valid.length === 0) return new Map();
  const { rows } = await client.query<BallotRow>({ name: 'cast-held', text: INSERT_SQL, values: columnsOf(valid) });
  return new Map(rows.map((row) => [keyOfRow(row), row]));
}

async function findBallots(client: PoolClient, missing: Waiting[]): Promise<Map<string, BallotRow>> {
  if (missing.length === 0) return new Map();
  const values = [missing.map((waiting) => waiting.motionId), missing.map((waiting) => waiting.memberId)];
  const { rows } = await client.query<BallotRow>({ name: 'cast-before', text: FOUND_SQL, values });
  return new Map(rows.map((row) => [keyOfRow(row), row]));
}

async function replaceBallot(client: PoolClient, waiting: Waiting): Promise<BallotRow> {
  const values = [waiting.motionId, waiting.memberId, waiting.choice, textOf(waiting), waiting.channel, newReceipt(), selectedOf(waiting)];
  const { rows } = await client.query<BallotRow>({ name: 'cast-again', text: REPLACE_SQL, values });
  const [row] = rows;
  if (!row) throw new Error('a ballot that was there is gone');
  return row;
}

async function appendJournal(client: PoolClient, valid: Waiting[], done: { written: BallotRow[]; motions: Map<string, MotionRow> }): Promise<void> {
  const voters = new Map(valid.map((waiting) => [contentOf(waiting), waiting]));
  const lines = done.written.map((row) => {
    const motion = done.motions.get(row.motion_id);
    const waiting = voters.get(contentOfRow(row));
    if (!motion || !waiting) throw new Error('a ballot without its motion or voter');
    const ids = { bodyId: motion.body_id, sessionId: motion.session_id, itemId: motion.item_id, motionId: row.motion_id };
    return { row, motion, waiting, ids };
  });
  const evidence = lines.flatMap(({ waiting }) => (waiting.evidence === undefined ? [] : [waiting.evidence]));
  if (evidence.length > 0) await client.query({ name: 'cast-evidence', text: KEEP_EVIDENCE_SQL, values: evidenceColumns(evidence) });
  await client.query({
    name: 'cast-journal', text: JOURNAL_SQL,
    values: [
      lines.map(({ waiting }) => waiting.actor.accountId),
      lines.map(({ motion }) => motion.body_id),
      lines.map(({ motion }) => `${bodyRoom(motion.body_id)} ${officeRoom(motion.body_id)}`),
      lines.map(({ ids }) => JSON.stringify(ids)),
      lines.map(({ row, waiting }) => JSON.stringify({ memberId: row.member_id, receipt: row.receipt, evidenceSha256: waiting.evidence?.sha256 })),
      ...sealedColumns(lines.map(({ waiting }) => waiting)),
    ],
  });
}
