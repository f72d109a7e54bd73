import type { Check, Confirmed, Said } from './check.js';
import { decideQuestion, decideQuestionOptions } from './decision.js';
import { Findings } from './findings.js';
import * as format from './format.js';
import type { RequestRecord, Row } from './format.js';
import { single } from './motion.js';
import { extensionsOf, readReplies, type Reply, type RequestMatter, type Sent } from './replies.js';
import { byMember, isSorted, readAs } from './rows.js';
import type { Of } from './shape.js';

type RequestDates = Of<typeof format.REQUEST_DATED_FACTS>;

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
  checkEnd(matter, { sent, replies, findings: shown });
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

function datesOf(rows: readonly Row[], findings: Findings): RequestDates | null {
  const last = rows.filter((row) => row.type === 'request.changed' && row.facts.act === 'dated').at(-1);
  if (!last) return null;
  findings.warn('dated', `seq ${last.seq}`);
  return readAs(format.REQUEST_DATED_FACTS, last.facts, { where: `seq ${last.seq}.facts`, findings });
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
    const counted = record.answers === null ? proved?.decision : countedAnew(question, { sent, replies, chairId });
    findings.same(`${where}.decisions[${index}].decision`, counted, proved?.decision);
    findings.same(`records ${record.id}.questions[${index}].decision`, counted, record.questions[index]?.decision);
    return counted ? [{ question: question.text, citation: sent.ruleSet.citation, decision: counted }] : [];
  });
}

function countedAnew(question: Sent['questions'][number], { sent, replies, chairId }: { sent: Sent; replies: Reply[]; chairId: string | undefined }): format.QuestionDecision {
  const answerOf = (reply: Reply) => (reply.content?.answers ?? []).filter(({ questionId }) => questionId === question.id);
  const answers = replies.flatMap(answerOf);
  const choices = answers.map(({ choice }) => choice);
  const { options, most = 1 } = question;
  if (options !== undefined) return decideQuestionOptions(sent.ruleSet, { choices, selected: answers.map(({ selected }) => selected ?? []) }, { ids: options.map(({ id }) => id), places: most }, sent.asked.length);
  const chair = replies.filter(({ memberId }) => memberId === chairId).flatMap(answerOf)[0]?.choice ?? null;
  return decideQuestion(sent.ruleSet, { choices, chair }, sent.asked.length);
}

const STATE_AFTER = { summarise: 'summarised', adopt: 'adopted', toSession: 'toSession', rework: 'rework' } as const;

/** The state follows from the last act after the close; what was adopted in writing had to be: adopted by every count, without a condition or a wish to discuss it. */
function checkEnd(matter: RequestMatter, { sent, replies, findings }: { sent: Sent; replies: Reply[]; findings: Findings }): void {
  const { record, rows } = matter;
  const last = rows.filter(({ type, facts }) => type === 'request.changed' && Object.hasOwn(STATE_AFTER, String(facts.act))).at(-1);
  const state = last ? STATE_AFTER[String(last.facts.act) as keyof typeof STATE_AFTER] : 'closed';
  findings.same(`records.requests ${record.id}.state`, state, record.state);
  if (state !== 'adopted') return;
  const said = replies.flatMap(({ content }) => (content === null ? [] : [content]));
  const holds = record.questions.every(({ decision }) => decision.outcome === 'adopted') && said.every(({ comments = [], discussion }) => discussion === undefined && comments.every(({ weight }) => weight !== 'blocking'));
  findings.need(holds && sent.questions.length > 0, 'notAdoptable', `records.requests ${record.id}.state`);
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
  findings.sameList(`${where}.questions`, sent.questions.map(({ id, text }) => ({ id, text })), record.questions.map(({ id, text }) => ({ id, text })), ({ id }) => id);
  const expected = sent.asked.map(({ memberId, isChair }) => {
    const reply = replies.find((each) => each.memberId === memberId);
    const state = reply ? 'answered' : sent.ruleSet.silence === 'deemed' ? 'deemed' : 'notAnswered';
    return { memberId, isChair, state, answeredAt: reply ? (dates?.answeredAt ?? reply.answeredAt) : null };
  });
  findings.sameList(`${where}.asked`, expected, record.asked, ({ memberId }) => memberId);
  if (record.answers === null) return;
  const shown = [...replies].sort(byMember).flatMap(({ memberId, content }) => (content === null ? [] : [{ memberId, content }]));
  const answers = shown.flatMap(({ memberId, content }) => content.answers.map(({ questionId, choice, text, selected }) => ({ questionId, memberId, choice, text, ...(selected ? { selected } : {}) })));
  findings.sameList(`${where}.answers`, answers, record.answers, ({ memberId, questionId }) => `${memberId} ${questionId}`);
  const saidOf = ({ comments = [], discussion }: NonNullable<Reply['content']>): { questionId: string | null; weight: string; text: string }[] => [...comments, ...(discussion === undefined ? [] : [{ questionId: null, weight: 'discussion', text: discussion }])];
  const comments = shown.flatMap(({ memberId, content }) => saidOf(content).map((comment) => ({ memberId, ...comment })));
  findings.sameList<(typeof comments)[number]>(`${where}.comments`, comments, record.comments ?? [], ({ memberId }) => memberId);
  const files = shown.flatMap(({ memberId, content }) => (content.files ?? []).map((sha256) => ({ memberId, sha256 })));
  findings.sameList(`${where}.files`, files, record.files ?? [], ({ memberId }) => memberId);
}

function confirmedReplies(replies: Reply[], { record, sent, findings }: { record: RequestRecord; sent: Sent; findings: Findings }): Confirmed[] {
  const questions = new Map(sent.questions.map(({ id, text }) => [id, text]));
  return replies.flatMap(({ row, memberId, content }) => {
    const sha256 = row.facts.evidenceSha256;
    if (sent.ruleSet.stepUp) findings.need(typeof sha256 === 'string', 'evidenceMissing', `seq ${row.seq} (${memberId})`);
    if (typeof sha256 !== 'string' || content === null) return [];
    const said = content.answers.map(({ questionId, choice, text, selected }) => ({ questionId, question: questions.get(questionId) ?? '', choice, text, ...(selected ? { selected } : {}) }));
    const addition = { comments: content.comments ?? [], discussion: content.discussion ?? null, files: content.files ?? [] };
    return [{ seq: row.seq, at: row.at, act: 'reply' as const, sha256, bodyId: row.bodyId, subjectId: record.id, memberId, accountId: row.actorId, papers: sent.papers, answers: said, addition }];
  });
}
