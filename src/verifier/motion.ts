import type { Check, Confirmed } from './check.js';
import { checkCaster, checkOptions, checkSelection, isPausedAt, ROLL_CALL } from './ballots.js';
import { decideMotion, decideOptions } from './decision.js';
import { Findings } from './findings.js';
import * as format from './format.js';
import type { MotionRecord, Row } from './format.js';
import { byMember, isSorted, type Openings, readAs } from './rows.js';
import type { Of } from './shape.js';

type Opened = Of<typeof format.OPENED>;
type MotionDates = Of<typeof format.MOTION_DATED_FACTS>;

/** A ballot as its row and its opening tell it. */
interface Ballot {
  row: Row;
  memberId: string;
  receipt: string;
  choice: format.Choice;
  text: string | null;
  selected: string[] | undefined;
  channel: string;
}

export interface Matter<Record> {
  record: Record;
  /** In the order of time. */
  rows: Row[];
  openings: Openings;
  receipts: Set<string>;
}

const KNOWN = new Set(['motion.prepared', 'motion.opened', 'motion.paused', 'motion.continued', 'motion.cast', 'motion.closed', 'motion.published', 'motion.annulled', 'motion.dated']);

/** The one row of a type; a failure where there is none or another. */
export function single(rows: readonly Row[], type: string, findings: Findings): Row | null {
  const found = rows.filter((row) => row.type === type);
  findings.need(found.length === 1, found.length === 0 ? 'rowMissing' : 'rowDoubled', type);
  return found[0] ?? null;
}

/** A published vote: who could vote, who did, what it decided, and whether the database says the same. */
export function checkMotion(matter: Matter<MotionRecord>): { checks: Check[]; confirmed: Confirmed[] } {
  const { record, rows, openings } = matter;
  const [cast, decision, shown] = [new Findings(), new Findings(), new Findings()];
  const checks: Check[] = [
    { kind: 'ballots', about: record.question, id: record.id, findings: cast },
    { kind: 'motionDecision', about: record.question, id: record.id, findings: decision },
    { kind: 'motionRecord', about: record.question, id: record.id, findings: shown },
  ];
  for (const row of rows) {
    cast.need(KNOWN.has(row.type) || !row.type.startsWith('motion.'), 'rowUnknown', `seq ${row.seq} ${row.type}`);
    shown.same(`seq ${row.seq}.bodyId`, record.bodyId, row.bodyId);
  }
  const openedRow = single(rows, 'motion.opened', cast);
  const opened = openedRow && openings.read(openedRow, format.OPENED, cast);
  if (!openedRow || !opened) return { checks, confirmed: [] };
  const roll = checkRoll(openedRow, opened, { record, findings: cast });
  const ballots = readBallots(matter, { openedRow, opened, findings: cast });
  const final = [...new Map(ballots.map((ballot) => [ballot.memberId, ballot])).values()].sort(byMember);
  const [castCheck, decisionCheck] = checks;
  if (castCheck) castCheck.counted = { done: final.length, of: roll };
  const said = checkDecision(matter, { opened, final, findings: decision });
  if (decisionCheck && said) decisionCheck.said = [{ question: record.question, citation: opened.ruleSet.citation, decision: said }];
  checkRecord(matter, { openedRow, opened, final, findings: shown });
  return { checks, confirmed: confirmedBallots(ballots, { record, opened, findings: cast }) };
}

function checkRoll(row: Row, opened: Opened, { record, findings }: { record: MotionRecord; findings: Findings }): number {
  const { roll, recused, papers, choices, motionId } = opened;
  const where = `seq ${row.seq}`;
  const facts = readAs(format.OPENED_FACTS, row.facts, { where: `${where}.facts`, findings });
  findings.same(`${where}.motionId`, record.id, motionId);
  findings.same(`${where}.facts.roll`, roll.length, facts?.roll);
  findings.same(`${where}.facts.recused`, recused.length, facts?.recused);
  findings.need(facts === null || facts.openedAt <= row.at, 'tooEarly', `${where}.openedAt`);
  findings.need(isSorted(roll.map(({ memberId }) => memberId)), 'notInOrder', `${where}.roll`);
  findings.need(isSorted(recused.map(({ memberId }) => memberId)), 'notInOrder', `${where}.recused`);
  findings.need(isSorted(papers), 'notInOrder', `${where}.papers`);
  findings.need(new Set(choices).size === choices.length, 'notInOrder', `${where}.choices`);
  findings.need(isSorted(opened.items ?? []), 'notInOrder', `${where}.items`);
  checkOptions(opened, where, findings);
  findings.need(roll.filter(({ isChair }) => isChair).length <= 1, 'twoChairs', `${where}.roll`);
  for (const { memberId } of recused) findings.need(!roll.some((seat) => seat.memberId === memberId), 'recusedOnRoll', `${where} ${memberId}`);
  return roll.length;
}

function readBallots(matter: Matter<MotionRecord>, at: { openedRow: Row; opened: Opened; findings: Findings }): Ballot[] {
  const { openedRow, opened, findings } = at;
  const closedAt = matter.rows.find(({ type }) => type === 'motion.closed')?.at;
  const ballots: Ballot[] = [];
  for (const row of matter.rows.filter(({ type }) => type === 'motion.cast')) {
    const facts = readAs(format.CAST_FACTS, row.facts, { where: `seq ${row.seq}.facts`, findings });
    const content = matter.openings.read(row, format.CAST, findings);
    if (!facts || !content) continue;
    const where = `seq ${row.seq} (${content.memberId})`;
    const { memberId, choice, text, channel, selected } = content;
    const seat = opened.roll.find((voter) => voter.memberId === memberId);
    findings.same(`${where}.memberId`, memberId, facts.memberId);
    findings.same(`${where}.motionId`, matter.record.id, content.motionId);
    findings.need(seat !== undefined, 'notOnRoll', where);
    findings.need(!opened.recused.some((member) => member.memberId === memberId), 'recusedVoted', where);
    checkCaster(row, { facts, channel, seat, opened }, { where, findings });
    checkSelection({ choice, selected }, opened, { where, findings });
    findings.need(opened.choices.includes(choice), 'choiceNotOffered', where);
    findings.need(choice !== 'otherOpinion' || (text ?? '').trim() !== '', 'textMissing', where);
    findings.need(row.at >= openedRow.at, 'tooEarly', where);
    findings.need(closedAt === undefined || row.at <= closedAt, 'tooLate', where);
    findings.need(!matter.receipts.has(facts.receipt), 'receiptDoubled', where);
    findings.need(!isPausedAt(matter.rows, row.at), 'whilePaused', where);
    const before = ballots.filter((ballot) => ballot.memberId === memberId);
    findings.need(before.length === 0 || opened.ruleSet.changeBallot || (channel === ROLL_CALL && before.every((ballot) => ballot.channel === ROLL_CALL)), 'ballotDoubled', where);
    matter.receipts.add(facts.receipt);
    ballots.push({ row, memberId, receipt: facts.receipt, choice, text, selected, channel });
  }
  return ballots;
}

/** Counts anew, and compares with what was proved at the close, told at publication, and is shown now. */
function checkDecision(matter: Matter<MotionRecord>, at: { opened: Opened; final: Ballot[]; findings: Findings }): format.MotionDecision | null {
  const { opened, final, findings } = at;
  const { record, rows, openings } = matter;
  const [closedRow, publishedRow] = [single(rows, 'motion.closed', findings), single(rows, 'motion.published', findings)];
  const facts = closedRow && readAs(format.CLOSED_FACTS, closedRow.facts, { where: `seq ${closedRow.seq}.facts`, findings });
  const closed = closedRow && openings.read(closedRow, format.CLOSED, findings);
  const published = publishedRow && readAs(format.PUBLISHED_FACTS, publishedRow.facts, { where: `seq ${publishedRow.seq}.facts`, findings });
  if (!closedRow || !facts || !closed || !publishedRow || !published) return null;
  const chairId = opened.roll.find(({ isChair }) => isChair)?.memberId;
  const chair = final.find(({ memberId }) => memberId === chairId)?.choice ?? null;
  const roll = { size: opened.roll.length, recused: opened.recused.length, present: closed.present };
  const choices = final.map(({ choice }) => choice);
  const decision = opened.options === undefined ? decideMotion(opened.ruleSet, { choices, chair }, roll)
    : decideOptions(opened.ruleSet, { choices, selected: final.map(({ selected }) => selected ?? []) }, { ids: opened.options.map(({ id }) => id), places: opened.places ?? 1 }, roll);
  findings.same(`seq ${closedRow.seq}.motionId`, record.id, closed.motionId);
  findings.same(`seq ${closedRow.seq}.facts.cast`, final.length, facts.cast);
  findings.same(`seq ${closedRow.seq}.facts.roll`, opened.roll.length, facts.roll);
  findings.same(`seq ${closedRow.seq}.decision`, decision, closed.decision);
  findings.same(`seq ${publishedRow.seq}.facts.decision`, decision, published.decision);
  findings.same(`records ${record.id}.decision`, decision, record.decision);
  findings.need(closed.present <= decision.members, 'tooMany', `seq ${closedRow.seq}.present`);
  findings.need(closedRow.at <= publishedRow.at, 'tooEarly', `seq ${publishedRow.seq}`);
  findings.need(facts.closedAt <= closedRow.at && published.publishedAt <= publishedRow.at, 'tooEarly', `seq ${closedRow.seq}, ${publishedRow.seq}`);
  return decision;
}

/** Every member of the record against the log. */
function checkRecord(matter: Matter<MotionRecord>, at: { openedRow: Row; opened: Opened; final: Ballot[]; findings: Findings }): void {
  const { record, rows } = matter;
  const { openedRow, opened, final, findings } = at;
  const where = `records.motions ${record.id}`;
  const dates = datesOf(rows, findings);
  const factOf = (type: string, name: string): unknown => rows.find((row) => row.type === type)?.facts[name];
  const annulled = rows.filter(({ type }) => type === 'motion.annulled');
  for (const row of annulled) readAs(format.ANNULLED_FACTS, row.facts, { where: `seq ${row.seq}.facts`, findings });
  findings.need(annulled.length <= 1, 'rowDoubled', 'motion.annulled');
  findings.same(`${where}.state`, annulled.length > 0 ? 'annulled' : 'published', record.state);
  findings.same(`${where}.question`, opened.question, record.question);
  findings.same(`${where}.openedAt`, dates?.openedAt ?? openedRow.facts.openedAt, record.openedAt);
  findings.same(`${where}.closedAt`, dates?.closedAt ?? factOf('motion.closed', 'closedAt'), record.closedAt);
  findings.same(`${where}.publishedAt`, dates?.publishedAt ?? factOf('motion.published', 'publishedAt'), record.publishedAt);
  findings.sameList(`${where}.roll`, opened.roll.map(({ memberId, isChair }) => ({ memberId, isChair })), record.roll, ({ memberId }) => memberId);
  const expected = final.map(({ row, memberId, choice, text, selected, channel, receipt }) => ({ memberId, choice, text, channel, receipt, castAt: dates?.castAt ?? row.at, ...(selected ? { selected } : {}) }));
  findings.sameList(`${where}.ballots`, expected, record.ballots, ({ memberId }) => memberId);
}

function datesOf(rows: readonly Row[], findings: Findings): MotionDates | null {
  const last = rows.filter(({ type }) => type === 'motion.dated').at(-1);
  if (!last) return null;
  findings.warn('dated', `seq ${last.seq}`);
  return readAs(format.MOTION_DATED_FACTS, last.facts, { where: `seq ${last.seq}.facts`, findings });
}

function confirmedBallots(ballots: Ballot[], { record, opened, findings }: { record: MotionRecord; opened: Opened; findings: Findings }): Confirmed[] {
  return ballots.flatMap(({ row, memberId, choice, text, selected, channel }) => {
    const sha256 = row.facts.evidenceSha256;
    if (opened.ruleSet.stepUp && channel !== ROLL_CALL) findings.need(typeof sha256 === 'string', 'evidenceMissing', `seq ${row.seq} (${memberId})`);
    if (typeof sha256 !== 'string') return [];
    const answers = [{ questionId: record.id, question: opened.question, choice, text, ...(selected ? { selected } : {}) }];
    return [{ seq: row.seq, at: row.at, act: 'ballot' as const, sha256, bodyId: row.bodyId, subjectId: record.id, memberId, accountId: row.actorId, papers: opened.papers, answers }];
  });
}
