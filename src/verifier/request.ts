import type { Check, Confirmed, Said } from './check.js';
import { decideQuestion } from './decision.js';
import { Findings } from './findings.js';
import * as format from './format.js';
import type { RequestRecord, Row } from './format.js';
import { type Matter, single } from './motion.js';
import { byMember, isSorted, readAs } from './rows.js';
import type { Of } from './shape.js';

type Sent = Of<typeof format.SENT>;
type RequestMatter = Matter<RequestRecord>;
type RequestDates = Of<typeof format.REQUEST_DATED_FACTS>;

/** A reply; its answers are null where this reader may not see them. */
interface Reply {
  row: Row;
  memberId: string;
  answeredAt: string;
  answers: { questionId: string; choice: format.Choice; text: string | null }[] | null;
}

const KNOWN = new Set(['request.changed', 'request.sent', 'request.replied', 'request.drafted', 'request.closed']);

/** A closed written request: who was asked, who answered in time, what it decided, and whether the database says the same. */
export function checkRequest(matter: RequestMatter): { checks: Check[]; confirmed: Confirmed[] } {
  const { record, rows, openings } = matter;
  const [replied, decision, shown] = [new Findings(), new Findings(), new Findings()];
  const checks: Check[] = [
    { kind: 'replies', about: record.title, id: record.id, findings: replied },
    { kind: 'requestDecision', about: record.title, id: record.id, findings: decision },
    { kind: 'requestRecord', about: record.title, id: record.id, findings: shown },
  ];
  for (const row of rows) {
    replied.need(KNOWN.has(row.type) || !row.type.startsWith('request.'), 'rowUnknown', `seq ${row.seq} ${row.type}`);
    shown.same(`seq ${row.seq}.bodyId`, record.bodyId, row.bodyId);
  }
  if (record.answers === null) replied.warn('notShown', `records.requests ${record.id}`);
  const sentRow = single(rows, 'request.sent', replied);
  const sent = sentRow && openings.read(sentRow, format.SENT, replied);
  if (!sentRow || !sent) return { checks, confirmed: [] };
  const dueAt = checkSent(sentRow, sent, { matter, findings: replied });
  const replies = readReplies(matter, { sentRow, sent, findings: replied });
  const [repliesCheck, decisionCheck] = checks;
  if (repliesCheck) repliesCheck.counted = { done: replies.length, of: sent.asked.length };
  const dates = datesOf(rows, replied);
  const said = checkDecisions(matter, { sent, replies, findings: decision, closing: { dueAt: dates?.dueAt ?? dueAt, dates } });
  if (decisionCheck) decisionCheck.said = said;
  checkRecord(matter, { sent, replies, findings: shown, closing: { dueAt, dates } });
  return { checks, confirmed: confirmedReplies(replies, { record, sent, findings: replied }) };
}

/** Compares what was sent with its row; gives the last deadline. */
function checkSent(row: Row, sent: Sent, { matter, findings }: { matter: RequestMatter; findings: Findings }): string {
  const where = `seq ${row.seq}`;
  const facts = readAs(format.SENT_FACTS, row.facts, { where: `${where}.facts`, findings });
  findings.same(`${where}.requestId`, matter.record.id, sent.requestId);
  findings.same(`${where}.facts.asked`, sent.asked.length, facts?.asked);
  findings.need(facts === null || facts.sentAt <= row.at, 'tooEarly', `${where}.sentAt`);
  findings.need(isSorted(sent.asked.map(({ memberId }) => memberId)), 'notInOrder', `${where}.asked`);
  findings.need(isSorted(sent.papers), 'notInOrder', `${where}.papers`);
  findings.need(new Set(sent.questions.map(({ id }) => id)).size === sent.questions.length, 'notInOrder', `${where}.questions`);
  findings.need(sent.asked.filter(({ isChair }) => isChair).length <= 1, 'twoChairs', `${where}.asked`);
  return extensionsOf(matter.rows, findings).at(-1)?.dueAt ?? facts?.dueAt ?? '';
}

function extensionsOf(rows: readonly Row[], findings: Findings): { at: string; dueAt: string }[] {
  return rows.filter((row) => row.type === 'request.changed' && row.facts.act === 'extend').flatMap((row) => {
    const facts = readAs(format.EXTENDED_FACTS, row.facts, { where: `seq ${row.seq}.facts`, findings });
    return facts ? [{ at: row.at, dueAt: facts.dueAt }] : [];
  });
}

function datesOf(rows: readonly Row[], findings: Findings): RequestDates | null {
  const last = rows.filter((row) => row.type === 'request.changed' && row.facts.act === 'dated').at(-1);
  if (!last) return null;
  findings.warn('dated', `seq ${last.seq}`);
  return readAs(format.REQUEST_DATED_FACTS, last.facts, { where: `seq ${last.seq}.facts`, findings });
}

function readReplies(matter: RequestMatter, at: { sentRow: Row; sent: Sent; findings: Findings }): Reply[] {
  const { sentRow, sent, findings } = at;
  const closedAt = matter.rows.find(({ type }) => type === 'request.closed')?.at;
  const extensions = extensionsOf(matter.rows, new Findings());
  const replies: Reply[] = [];
  for (const row of matter.rows.filter(({ type, facts }) => type === 'request.replied' && Object.hasOwn(facts, 'memberId'))) {
    const facts = readAs(format.REPLIED_FACTS, row.facts, { where: `seq ${row.seq}.facts`, findings });
    if (!facts) continue;
    const { memberId, answeredAt } = facts;
    const where = `seq ${row.seq} (${memberId})`;
    const dueAt = extensions.filter((extension) => extension.at <= row.at).at(-1)?.dueAt ?? String(sentRow.facts.dueAt);
    const seat = sent.asked.find((member) => member.memberId === memberId);
    findings.need(seat !== undefined, 'notAsked', where);
    if (seat?.accountId) findings.same(`${where}.actorId`, seat.accountId, row.actorId);
    findings.need(answeredAt <= row.at && row.at >= sentRow.at, 'tooEarly', where);
    findings.need(answeredAt < dueAt, 'tooLate', where);
    findings.need(closedAt === undefined || row.at <= closedAt, 'tooLate', where);
    findings.need(!replies.some((reply) => reply.memberId === memberId), 'replyDoubled', where);
    replies.push({ row, memberId, answeredAt, answers: matter.record.answers === null ? null : readAnswers(matter, row, { sent, memberId, findings }) });
  }
  return replies;
}

function readAnswers(matter: RequestMatter, row: Row, at: { sent: Sent; memberId: string; findings: Findings }): Reply['answers'] {
  const { sent, memberId, findings } = at;
  const content = matter.openings.read(row, format.REPLIED, findings);
  if (!content) return null;
  const where = `seq ${row.seq} (${memberId})`;
  findings.same(`${where}.requestId`, matter.record.id, content.requestId);
  findings.same(`${where}.memberId`, memberId, content.memberId);
  findings.same(`${where}.questions`, sent.questions.map(({ id }) => id).sort(), content.answers.map(({ questionId }) => questionId));
  for (const { choice, text, questionId } of content.answers) {
    findings.need(sent.choices.includes(choice), 'choiceNotOffered', `${where} ${questionId}`);
    findings.need(choice !== 'otherOpinion' || (text ?? '').trim() !== '', 'textMissing', `${where} ${questionId}`);
  }
  return content.answers;
}

interface Closing {
  dueAt: string;
  dates: RequestDates | null;
}

/** Counts each question anew; where the answers are not shown, compares only what was proved with what is shown. */
function checkDecisions(matter: RequestMatter, at: { sent: Sent; replies: Reply[]; findings: Findings; closing: Closing }): Said[] {
  const { sent, replies, findings, closing } = at;
  const { record, rows, openings } = matter;
  const row = single(rows, 'request.closed', findings);
  const facts = row && readAs(format.REQUEST_CLOSED_FACTS, row.facts, { where: `seq ${row.seq}.facts`, findings });
  const closed = row && openings.read(row, format.REQUEST_CLOSED, findings);
  if (!row || !facts || !closed) return [];
  const where = `seq ${row.seq}`;
  findings.same(`${where}.requestId`, record.id, closed.requestId);
  findings.same(`${where}.facts.asked`, sent.asked.length, facts.asked);
  findings.same(`${where}.facts.answered`, replies.length, facts.answered);
  findings.same(`${where}.facts.silence`, sent.ruleSet.silence, facts.silence);
  findings.need(facts.closedAt <= row.at, 'tooEarly', `${where}.closedAt`);
  findings.need((closing.dates?.closedAt ?? facts.closedAt) >= closing.dueAt || replies.length === sent.asked.length, 'closedBeforeDue', where);
  findings.same(`${where}.decisions.length`, sent.questions.length, closed.decisions.length);
  const chairId = sent.asked.find(({ isChair }) => isChair)?.memberId;
  return sent.questions.flatMap((question, index) => {
    const proved = closed.decisions[index];
    findings.same(`${where}.decisions[${index}].questionId`, question.id, proved?.questionId);
    const choiceOf = (reply: Reply): format.Choice[] => (reply.answers ?? []).filter(({ questionId }) => questionId === question.id).map(({ choice }) => choice);
    const chair = replies.filter(({ memberId }) => memberId === chairId).flatMap(choiceOf)[0] ?? null;
    const counted = record.answers === null ? proved?.decision : decideQuestion(sent.ruleSet, { choices: replies.flatMap(choiceOf), chair }, sent.asked.length);
    findings.same(`${where}.decisions[${index}].decision`, counted, proved?.decision);
    findings.same(`records ${record.id}.questions[${index}].decision`, counted, record.questions[index]?.decision);
    return counted ? [{ question: question.text, citation: sent.ruleSet.citation, decision: counted }] : [];
  });
}

/** Every member of the record against the log. */
function checkRecord(matter: RequestMatter, at: { sent: Sent; replies: Reply[]; findings: Findings; closing: Closing }): void {
  const { record, rows } = matter;
  const { sent, replies, findings, closing: { dueAt, dates } } = at;
  const where = `records.requests ${record.id}`;
  const factOf = (type: string, name: string): unknown => rows.find((row) => row.type === type)?.facts[name];
  findings.same(`${where}.title`, sent.title, record.title);
  findings.same(`${where}.sentAt`, dates?.sentAt ?? factOf('request.sent', 'sentAt'), record.sentAt);
  findings.same(`${where}.dueAt`, dates?.dueAt ?? dueAt, record.dueAt);
  findings.same(`${where}.closedAt`, dates?.closedAt ?? factOf('request.closed', 'closedAt'), record.closedAt);
  findings.sameList(`${where}.questions`, sent.questions, record.questions.map(({ id, text }) => ({ id, text })), ({ id }) => id);
  const expected = sent.asked.map(({ memberId, isChair }) => {
    const reply = replies.find((each) => each.memberId === memberId);
    const state = reply ? 'answered' : sent.ruleSet.silence === 'deemed' ? 'deemed' : 'notAnswered';
    return { memberId, isChair, state, answeredAt: reply ? (dates?.answeredAt ?? reply.answeredAt) : null };
  });
  findings.sameList(`${where}.asked`, expected, record.asked, ({ memberId }) => memberId);
  if (record.answers === null) return;
  const answers = [...replies].sort(byMember).flatMap(({ memberId, answers: list }) => (list ?? []).map(({ questionId, choice, text }) => ({ questionId, memberId, choice, text })));
  findings.sameList(`${where}.answers`, answers, record.answers, ({ memberId, questionId }) => `${memberId} ${questionId}`);
}

function confirmedReplies(replies: Reply[], { record, sent, findings }: { record: RequestRecord; sent: Sent; findings: Findings }): Confirmed[] {
  const questions = new Map(sent.questions.map(({ id, text }) => [id, text]));
  return replies.flatMap(({ row, memberId, answers }) => {
    const sha256 = row.facts.evidenceSha256;
    if (sent.ruleSet.stepUp) findings.need(typeof sha256 === 'string', 'evidenceMissing', `seq ${row.seq} (${memberId})`);
    if (typeof sha256 !== 'string' || answers === null) return [];
    const said = answers.map(({ questionId, choice, text }) => ({ questionId, question: questions.get(questionId) ?? '', choice, text }));
    return [{ seq: row.seq, at: row.at, act: 'reply' as const, sha256, bodyId: row.bodyId, subjectId: record.id, memberId, accountId: row.actorId, papers: sent.papers, answers: said }];
  });
}
