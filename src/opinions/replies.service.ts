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
import { canonicalJson } from '../journal/domain/canonical.js';
import { sorted, whyCannotSend, type WrittenReply } from './domain/reply.js';
import { DraftsService, refuseIfLate } from './drafts.service.js';
import { OpinionAnswer, OpinionMember, OpinionQuestion } from './opinion-request.entity.js';
import type { ReplyDto } from './replies.dto.js';
import { ReplyFilesService } from './reply-files.service.js';
import { OpinionComment } from './reply.entity.js';
import { RequestsRepository } from './requests.repository.js';
import { writtenOf } from './written.js';

/** A reply, and that the person themselves sends it. */
type ReplyWithEvidence = Omit<ReplyDto, 'proof'> & { evidence?: Evidence | null };

interface Sent {
  requestId: string;
  memberId: string;
}

/** A member's reply: kept as a draft, sent once, refused after the deadline. */
@Injectable()
export class RepliesService {
  constructor(
    private readonly transactor: Transactor,
    private readonly requests: RequestsRepository,
    private readonly ruleSets: RuleSetsService,
    private readonly stepUp: StepUpService,
    private readonly drafts: DraftsService,
    private readonly files: ReplyFilesService,
  ) {}

  /** What the person showed for this reply; before the transaction, since checking a password takes long and must not hold rows. */
  async prove(actor: SignedIn, subjectId: string, { dto, place }: { dto: ReplyDto; place: Place }): Promise<Evidence | null> {
    if (!dto.send || dto.proof === undefined) return null;
    const { answers, comments, discussion } = writtenOf(dto);
    const files = await this.transactor.run(async (tx) => {
      const { bodyId } = await this.requests.hold(tx, actor, subjectId, 'opinion.reply');
      return this.files.hashesOf(tx, { requestId: subjectId, memberId: demandMember(actor, 'opinion.reply', bodyId) });
    });
    const said = answers.map(({ choice, ...answer }) => ({ ...answer, choice: choice ?? '' }));
    return this.stepUp.prove(actor, { act: 'reply', subjectId, answers: said, addition: { comments, discussion, files } }, { proof: dto.proof, place });
  }

  async reply(actor: SignedIn, requestId: string, { evidence = null, ...dto }: ReplyWithEvidence): Promise<void> {
    await this.transactor.run(async (tx) => {
      const request = await this.requests.hold(tx, actor, requestId, 'opinion.reply');
      const memberId = demandMember(actor, 'opinion.reply', request.bodyId);
      const asked = await tx.manager.findOne(OpinionMember, { where: { requestId, memberId }, lock: { mode: 'pessimistic_write' } });
      if (!asked) throw new Refusal('notAsked');
      const written = writtenOf(dto);
      if (asked.state === 'answered') return this.repeated(tx, { requestId, memberId }, dto.send ? written : null);
      await refuseIfLate(tx, request);
      if (!dto.send) return this.drafts.keep(tx, { request, memberId, accountId: actor.accountId }, written);
      const questions = await tx.manager.findBy(OpinionQuestion, { requestId });
      const { choices, stepUp } = await this.ruleSets.read(tx, request.ruleSetId);
      refuseIf(whyCannotSend(written, questions, choices));
      const answeredAt = await tx.now();
      refuseIf(whyNotProved(evidence, { isAsked: stepUp, memberId, files: await this.files.hashesOf(tx, { requestId, memberId }) }));
      if (evidence) await this.stepUp.keep(tx, evidence);
      const content = await this.write(tx, { requestId, memberId }, written);
      const draftedBy = await this.drafts.finish(tx, { requestId, memberId });
      await tx.manager.update(OpinionMember, { requestId, memberId }, { state: 'answered', answeredAt, draftedBy });
      const facts = { memberId, answeredAt: answeredAt.toISOString(), evidenceSha256: evidence?.sha256 };
      await this.requests.tell(tx, actor.accountId, { request, type: 'request.replied', to: 'office', facts, private: { requestId, memberId, ...content } });
      await this.requests.tell(tx, actor.accountId, { request, type: 'request.replied', to: { memberId } });
    });
  }

  /** Writes the rows of a reply; gives what the journal proves of it. (docs/export-format.md) */
  private async write(tx: Tx, { requestId, memberId }: Sent, written: WrittenReply): Promise<Record<string, unknown>> {
    const answers = sorted(written.answers);
    await tx.manager.insert(OpinionAnswer, answers.flatMap(({ questionId, choice, text, selected = null }) => (choice === null ? [] : [{ questionId, memberId, choice, text, selected }])));
    const { comments, discussion } = written;
    const rows = [...comments, ...(discussion === null ? [] : [{ questionId: null, weight: 'discussion' as const, text: discussion }])];
    if (rows.length > 0) await tx.manager.insert(OpinionComment, rows.map((row, order) => ({ requestId, memberId, order, ...row })));
    const files = await this.files.markSent(tx, { requestId, memberId });
    return { answers, ...(comments.length > 0 ? { comments } : {}), ...(discussion === null ? {} : { discussion }), ...(files.length > 0 ? { files } : {}) };
  }

  /** The same reply sent again, as after a lost answer, changes nothing; another one is refused. */
  private async repeated(tx: Tx, { requestId, memberId }: Sent, again: WrittenReply | null): Promise<void> {
    if (again === null) throw new Refusal('alreadyReplied');
    const mine = (await this.requests.asked(tx, requestId)).find((row) => row.memberId === memberId);
    const said = mine?.comments ?? [];
    const before: WrittenReply = {
      answers: mine?.answers ?? [],
      comments: said.flatMap(({ weight, ...rest }) => (weight === 'discussion' ? [] : [{ weight, ...rest }])),
      discussion: said.find(({ weight }) => weight === 'discussion')?.text ?? null,
    };
    const plain = ({ answers, comments, discussion }: WrittenReply): string => canonicalJson({ answers: sorted(answers), comments: comments.map(({ questionId, weight, text }) => ({ questionId, weight, text })), discussion });
    if (plain(before) !== plain(again)) throw new Refusal('alreadyReplied');
  }
}

/** Where the rule set asks for the person again there must be evidence, of this very member and of these files, not yet used. */
function whyNotProved(evidence: Evidence | null, { isAsked, memberId, files }: { isAsked: boolean; memberId: string; files: string[] }): ErrorCode | null {
  if (evidence === null) return isAsked ? 'stepUpNeeded' : null;
  const { files: signed } = JSON.parse(evidence.statement) as { files?: string[] };
  return evidence.memberId === memberId && !evidence.isRepeat && canonicalJson(signed ?? []) === canonicalJson(files) ? null : 'stepUpInvalid';
}
