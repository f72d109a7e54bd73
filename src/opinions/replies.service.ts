import { Injectable } from '@nestjs/common';
import { RuleSetsService } from '../bodies/rule-sets.service.js';
import type { ErrorCode } from '../contract/error-codes.js';
import { Transactor, type Tx } from '../database/transactor.js';
import { Refusal, refuseIf } from '../http/refusal.js';
import { demandMember } from '../identity/demand.js';
import type { SignedIn } from '../identity/session-reader.js';
import type { Evidence } from '../identity/step-up/evidence.js';
import type { Place } from '../identity/step-up/proof-checker.service.js';
import { StepUpService } from '../identity/step-up/step-up.service.js';
import { sorted, type WrittenAnswer, whyCannotSave, whyCannotSend } from './domain/reply.js';
import { OpinionAnswer, OpinionDraft, OpinionMember, type OpinionRequest, OpinionQuestion } from './opinion-request.entity.js';
import type { ReplyDto } from './opinions.dto.js';
import { RequestsRepository } from './requests.repository.js';

/** A reply, and that the person themselves sends it. */
type ReplyWithEvidence = Pick<ReplyDto, 'answers' | 'send'> & { evidence?: Evidence | null };

/** A member's reply: kept as a draft, sent once, refused after the deadline. */
@Injectable()
export class RepliesService {
  constructor(
    private readonly transactor: Transactor,
    private readonly requests: RequestsRepository,
    private readonly ruleSets: RuleSetsService,
    private readonly stepUp: StepUpService,
  ) {}

  /** What the person showed for this reply; before the transaction, since checking a password takes long and must not hold rows. */
  async prove(actor: SignedIn, subjectId: string, { dto, place }: { dto: ReplyDto; place: Place }): Promise<Evidence | null> {
    if (!dto.send || dto.proof === undefined) return null;
    const answers = dto.answers.map(({ questionId, choice, text }) => ({ questionId, choice: choice ?? '', text: text ?? null }));
    return this.stepUp.prove(actor, { act: 'reply', subjectId, answers }, { proof: dto.proof, place });
  }

  async reply(actor: SignedIn, requestId: string, { evidence = null, ...dto }: ReplyWithEvidence): Promise<void> {
    await this.transactor.run(async (tx) => {
      const request = await this.requests.hold(tx, actor, requestId, 'opinion.reply');
      const memberId = demandMember(actor, 'opinion.reply', request.bodyId);
      const asked = await tx.manager.findOne(OpinionMember, { where: { requestId, memberId }, lock: { mode: 'pessimistic_write' } });
      if (!asked) throw new Refusal('notAsked');
      const answers = dto.answers.map(({ questionId, choice, text }) => ({ questionId, choice: choice ?? null, text: text?.trim() || null }));
      if (asked.state === 'answered') return this.repeated(tx, { requestId, memberId, answers, send: dto.send });
      await this.refuseIfLate(tx, request);
      const questionIds = (await tx.manager.findBy(OpinionQuestion, { requestId })).map((question) => question.id);
      const { choices, stepUp } = await this.ruleSets.read(tx, request.ruleSetId);
      refuseIf(dto.send ? whyCannotSend(answers, questionIds, choices) : whyCannotSave(answers, questionIds, choices));
      if (!dto.send) {
        await tx.manager.upsert(OpinionDraft, { requestId, memberId, answers }, ['requestId', 'memberId']);
        return this.requests.tell(tx, actor.accountId, { request, type: 'request.drafted', to: 'own' });
      }
      const answeredAt = await tx.now();
      refuseIf(whyNotProved(evidence, { isAsked: stepUp, memberId }));
      if (evidence) await this.stepUp.keep(tx, evidence);
      await tx.manager.insert(OpinionAnswer, answers.flatMap(({ questionId, choice, text }) => (choice === null ? [] : [{ questionId, memberId, choice, text }])));
      await tx.manager.update(OpinionMember, { requestId, memberId }, { state: 'answered', answeredAt });
      await tx.manager.delete(OpinionDraft, { requestId, memberId });
      const facts = { memberId, answeredAt: answeredAt.toISOString(), evidenceSha256: evidence?.sha256 };
      await this.requests.tell(tx, actor.accountId, { request, type: 'request.replied', to: 'office', facts, private: { requestId, memberId, answers: sorted(answers) } });
      await this.requests.tell(tx, actor.accountId, { request, type: 'request.replied', to: 'own' });
    });
  }

  /** The same reply sent again, as after a lost answer, changes nothing; another one is refused. */
  private async repeated(tx: Tx, sent: { requestId: string; memberId: string; answers: WrittenAnswer[]; send: boolean }): Promise<void> {
    const { requestId, memberId, answers, send } = sent;
    const before = await tx.query<WrittenAnswer>(
      `select a.question_id as "questionId", a.choice, a.text from opinion_answer a join opinion_question q on q.id = a.question_id where q.request_id = $1 and a.member_id = $2`,
      [requestId, memberId],
    );
    const same = send && before.length === answers.length
      && before.every((old) => answers.some((answer) => answer.questionId === old.questionId && answer.choice === old.choice && answer.text === old.text));
    if (!same) throw new Refusal('alreadyReplied');
  }

  private async refuseIfLate(tx: Tx, request: OpinionRequest): Promise<void> {
    const [clock] = await tx.query<{ late: boolean }>('select clock_timestamp() >= $1::timestamptz as late', [request.dueAt]);
    if (request.state !== 'sent' || clock?.late !== false) throw new Refusal('requestClosed');
  }
}

/** Where the rule set asks for the person again there must be evidence, of this very member, not yet used. */
function whyNotProved(evidence: Evidence | null, { isAsked, memberId }: { isAsked: boolean; memberId: string }): ErrorCode | null {
  if (evidence === null) return isAsked ? 'stepUpNeeded' : null;
  return evidence.memberId === memberId && !evidence.isRepeat ? null : 'stepUpInvalid';
}
