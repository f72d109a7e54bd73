import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transactor.js';
import { Transactor } from '../database/transactor.js';
import { Refusal, refuseIf } from '../http/refusal.js';
import { RuleSetsService } from '../bodies/rule-sets.service.js';
import type { SignedIn } from '../identity/session-reader.js';
import { whyCannotSave, type WrittenReply } from './domain/reply.js';
import { OpinionDraft, OpinionMember, OpinionQuestion, type OpinionRequest } from './opinion-request.entity.js';
import { RequestsRepository } from './requests.repository.js';

/** Drafts of replies: the member's own, and those an assistant prepares and hands up. Only the member sends. (product/glossary.md, Assistant) */
@Injectable()
export class DraftsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly requests: RequestsRepository,
    private readonly ruleSets: RuleSetsService,
  ) {}

  /** The assistant's draft. Handed up it is closed to the assistant; what the member has begun or changed is the member's own. */
  async prepare(actor: SignedIn, requestId: string, { handUp, ...written }: WrittenReply & { handUp: boolean }): Promise<void> {
    await this.transactor.run(async (tx) => {
      const request = await this.requests.hold(tx, actor, requestId, 'opinion.draft');
      const memberId = await this.requests.assistedBy(tx, actor, request.bodyId);
      if (memberId === null) throw new Refusal('notAllowed');
      const asked = await tx.manager.findOne(OpinionMember, { where: { requestId, memberId }, lock: { mode: 'pessimistic_write' } });
      if (!asked) throw new Refusal('notAsked');
      if (asked.state === 'answered') throw new Refusal('alreadyReplied');
      await refuseIfLate(tx, request);
      await this.refuseUnlessSavable(tx, request, written);
      const before = await tx.asSystem(() => tx.manager.findOneBy(OpinionDraft, { requestId, memberId }));
      if (before && (before.assistantId === null || before.isEdited)) throw new Refusal('draftTaken');
      if (before?.handedUpAt) throw new Refusal('draftHandedUp');
      const handedUpAt = handUp ? await tx.now() : null;
      await tx.manager.upsert(OpinionDraft, { requestId, memberId, ...written, assistantId: actor.accountId, handedUpAt, isEdited: false }, ['requestId', 'memberId']);
      const facts = { act: handUp ? 'handUp' : 'prepare', memberId };
      await this.requests.tell(tx, actor.accountId, { request, type: 'request.drafted', to: { memberId }, facts });
    });
  }

  /** The member's own draft; one that an assistant prepared stays marked as such, and is the member's from now on. */
  async keep(tx: Tx, of: { request: OpinionRequest; memberId: string; accountId: string }, written: WrittenReply): Promise<void> {
    const { request, memberId, accountId } = of;
    await this.refuseUnlessSavable(tx, request, written);
    const before = await tx.manager.findOneBy(OpinionDraft, { requestId: request.id, memberId });
    await tx.manager.upsert(OpinionDraft, { requestId: request.id, memberId, ...written, isEdited: before?.assistantId != null }, ['requestId', 'memberId']);
    await this.requests.tell(tx, accountId, { request, type: 'request.drafted', to: { memberId } });
  }

  /** The draft has become a reply; tells who prepared it. */
  async finish(tx: Tx, of: { requestId: string; memberId: string }): Promise<string | null> {
    const before = await tx.manager.findOneBy(OpinionDraft, of);
    await tx.manager.delete(OpinionDraft, of);
    return before?.assistantId ?? null;
  }

  private async refuseUnlessSavable(tx: Tx, request: OpinionRequest, written: WrittenReply): Promise<void> {
    const [questions, { choices }] = [await tx.manager.findBy(OpinionQuestion, { requestId: request.id }), await this.ruleSets.read(tx, request.ruleSetId)];
    refuseIf(whyCannotSave(written, questions, choices));
  }
}

/** By the database's clock at this very moment: late is late to the millisecond. */
export async function refuseIfLate(tx: Tx, request: OpinionRequest): Promise<void> {
  const [clock] = await tx.query<{ late: boolean }>('select clock_timestamp() >= $1::timestamptz as late', [request.dueAt]);
  if (request.state !== 'sent' || clock?.late !== false) throw new Refusal('requestClosed');
}
