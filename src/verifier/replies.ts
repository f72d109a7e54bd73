import { Findings } from './findings.js';
import * as format from './format.js';
import type { RequestRecord, Row } from './format.js';
import type { Matter } from './motion.js';
import { isSorted, readAs } from './rows.js';
import type { Of } from './shape.js';

export type Sent = Of<typeof format.SENT>;
export type RequestMatter = Matter<RequestRecord>;
type SentQuestion = Sent['questions'][number];
type ReplyContent = Of<typeof format.REPLIED>;
type ReplyAnswer = ReplyContent['answers'][number];

/** A reply; its content is null where this reader may not see it. */
export interface Reply {
  row: Row;
  memberId: string;
  answeredAt: string;
  content: ReplyContent | null;
}

export function extensionsOf(rows: readonly Row[], findings: Findings): { at: string; dueAt: string }[] {
  return rows.filter((row) => row.type === 'request.changed' && row.facts.act === 'extend').flatMap((row) => {
    const facts = readAs(format.EXTENDED_FACTS, row.facts, { where: `seq ${row.seq}.facts`, findings });
    return facts ? [{ at: row.at, dueAt: facts.dueAt }] : [];
  });
}

export function readReplies(matter: RequestMatter, at: { sentRow: Row; sent: Sent; findings: Findings }): Reply[] {
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
    replies.push({ row, memberId, answeredAt, content: matter.record.answers === null ? null : readContent(matter, row, { sent, memberId, findings }) });
  }
  return replies;
}

function readContent(matter: RequestMatter, row: Row, at: { sent: Sent; memberId: string; findings: Findings }): ReplyContent | null {
  const { sent, memberId, findings } = at;
  const content = matter.openings.read(row, format.REPLIED, findings);
  if (!content) return null;
  const where = `seq ${row.seq} (${memberId})`;
  findings.same(`${where}.requestId`, matter.record.id, content.requestId);
  findings.same(`${where}.memberId`, memberId, content.memberId);
  findings.same(`${where}.questions`, sent.questions.map(({ id }) => id).sort(), content.answers.map(({ questionId }) => questionId));
  for (const { choice, text, questionId, selected } of content.answers) {
    const question = sent.questions.find(({ id }) => id === questionId);
    checkSelected({ choice, selected }, question, { where: `${where} ${questionId}`, findings });
    findings.need(sent.choices.includes(choice), 'choiceNotOffered', `${where} ${questionId}`);
    findings.need(choice !== 'otherOpinion' || (text ?? '').trim() !== '', 'textMissing', `${where} ${questionId}`);
  }
  for (const { questionId } of content.comments ?? []) findings.need(questionId === null || sent.questions.some(({ id }) => id === questionId), 'notInOrder', `${where}.comments`);
  findings.need(isSorted(content.files ?? []), 'notInOrder', `${where}.files`);
  return content;
}

/** Options are chosen with "agree", as many as may be, each once and in order; nowhere else. */
function checkSelected({ choice, selected }: Pick<ReplyAnswer, 'choice' | 'selected'>, question: SentQuestion | undefined, { where, findings }: { where: string; findings: Findings }): void {
  const options = question?.options;
  if (options === undefined || choice !== 'agree') {
    findings.need(selected === undefined && (options === undefined || choice !== 'disagree'), 'selectionBad', where);
    return;
  }
  const chosen = selected ?? [];
  const known = chosen.every((id) => options.some((option) => option.id === id));
  findings.need(known && isSorted(chosen) && new Set(chosen).size === chosen.length && chosen.length >= 1 && chosen.length <= (question?.most ?? 1), 'selectionBad', where);
}
