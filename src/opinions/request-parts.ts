import { randomUUID } from 'node:crypto';
import { In } from 'typeorm';
import { Member } from '../bodies/body.entity.js';
import type { Tx } from '../database/transactor.js';
import { Refusal, refuseIf } from '../http/refusal.js';
import { whyCannotAsk } from './domain/question.js';
import { OpinionMember, OpinionQuestion, type OpinionRequest } from './opinion-request.entity.js';
import type { QuestionTextDto } from './request-inputs.dto.js';

/** Questions of a request in their order, instead of those that were there. */
export async function setQuestions(tx: Tx, requestId: string, questions: readonly QuestionTextDto[]): Promise<void> {
  const rows = questions.map(({ text, textEn, kind = 'choices', options = [], most = 1 }, order) => {
    refuseIf(whyCannotAsk({ kind, labels: options.map(({ label }) => label), most }));
    const named = options.map(({ label, labelEn }) => ({ id: randomUUID(), label: label.trim(), labelEn: labelEn?.trim() || null }));
    return { requestId, order, text: text.trim(), textEn: textEn?.trim() || null, kind, options: named, most, decision: null };
  });
  await tx.manager.delete(OpinionQuestion, { requestId });
  await tx.manager.insert(OpinionQuestion, rows);
}

/** Who is asked, instead of those who were. */
export async function setMembers(tx: Tx, request: Pick<OpinionRequest, 'id' | 'bodyId'>, memberIds: readonly string[]): Promise<void> {
  const known = await tx.manager.countBy(Member, { id: In([...memberIds]), bodyId: request.bodyId });
  if (known !== memberIds.length) throw new Refusal('membersUnknown');
  await tx.manager.delete(OpinionMember, { requestId: request.id });
  await tx.manager.insert(OpinionMember, memberIds.map((memberId) => ({ requestId: request.id, memberId })));
}
