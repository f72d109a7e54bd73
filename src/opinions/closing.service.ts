import { Injectable } from '@nestjs/common';
import type { RuleSetDto } from '../bodies/rule-sets.dto.js';
import { RuleSetsService } from '../bodies/rule-sets.service.js';
import { Transactor, type Tx } from '../database/transactor.js';
import { refuseIf } from '../http/refusal.js';
import type { SignedIn } from '../identity/session-reader.js';
import { Jobs } from '../jobs/jobs.js';
import { decideQuestion, decideQuestionOptions, type QuestionDecision } from './domain/count.js';
import { whyCannotCloseByHand } from './domain/request-states.js';
import { OpinionMember, OpinionQuestion, OpinionRequest } from './opinion-request.entity.js';
import { type AskedRow, RequestsRepository } from './requests.repository.js';

const TASK = 'closeOpinionRequest';
const keyOf = (request: OpinionRequest): string => `close-opinion-request:${request.id}`;

/** The deadline: a job closes and counts the request by the database's clock, in one transaction. */
@Injectable()
export class ClosingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly requests: RequestsRepository,
    private readonly ruleSets: RuleSetsService,
    private readonly jobs: Jobs,
  ) {}

  listen(): void {
    this.jobs.handle(TASK, async ({ requestId }) => {
      if (requestId) await this.closeWhenDue(requestId);
    });
  }

  async schedule(tx: Tx, request: OpinionRequest): Promise<void> {
    if (request.dueAt) await this.jobs.add(tx, { task: TASK, payload: { requestId: request.id }, runAt: request.dueAt, key: keyOf(request) });
  }

  async unschedule(tx: Tx, request: OpinionRequest): Promise<void> {
    await this.jobs.remove(tx, keyOf(request));
  }

  async closeByHand(tx: Tx, actor: SignedIn, request: OpinionRequest): Promise<void> {
    const unanswered = await tx.manager.countBy(OpinionMember, { requestId: request.id, state: 'notAnswered' });
    refuseIf(whyCannotCloseByHand(request.dueAt ?? new Date(0), await tx.now(), unanswered), { state: request.state });
    await this.unschedule(tx, request);
    await this.close(tx, request, actor.accountId);
  }

  /** Does nothing when it is closed, recalled or extended: the job may run twice. */
  async closeWhenDue(requestId: string): Promise<void> {
    await this.transactor.run(async (tx) => {
      const request = await tx.manager.findOne(OpinionRequest, { where: { id: requestId }, lock: { mode: 'pessimistic_write' } });
      if (request?.state !== 'sent' || request.dueAt === null) return;
      if (request.dueAt > (await tx.now())) return this.schedule(tx, request);
      await this.close(tx, request, null);
    });
  }

  private async close(tx: Tx, request: OpinionRequest, actorId: string | null): Promise<void> {
    const rule = await this.ruleSets.read(tx, request.ruleSetId);
    const asked = await tx.asSystem(() => this.requests.asked(tx, request.id));
    const questions = await tx.manager.find(OpinionQuestion, { where: { requestId: request.id }, order: { order: 'ASC' } });
    const decisions: { questionId: string; decision: QuestionDecision }[] = [];
    for (const question of questions) {
      const decision = decisionOf(question, asked, rule);
      decisions.push({ questionId: question.id, decision });
      await tx.manager.update(OpinionQuestion, { id: question.id }, { decision });
    }
    if (rule.silence === 'deemed') await tx.manager.update(OpinionMember, { requestId: request.id, state: 'notAnswered' }, { state: 'deemed' });
    const closedAt = await tx.now();
    await tx.manager.update(OpinionRequest, { id: request.id }, { state: 'closed', closedAt });
    await this.requests.note(tx, { requestId: request.id, act: 'close', actorId });
    const answered = asked.filter((row) => row.state === 'answered').length;
    const facts = { asked: asked.length, answered, silence: rule.silence, closedAt: closedAt.toISOString() };
    await this.requests.tell(tx, actorId, { request, type: 'request.closed', to: 'asked', facts, private: { requestId: request.id, decisions } });
  }
}

function decisionOf(question: OpinionQuestion, asked: readonly AskedRow[], rule: RuleSetDto): QuestionDecision {
  const answerOf = (row: AskedRow) => row.answers?.find((answer) => answer.questionId === question.id);
  const answers = asked.flatMap((row) => answerOf(row) ?? []);
  if (question.kind === 'options') return decideQuestionOptions(answers.map(({ choice, selected = [] }) => ({ choice, selected })), asked.length, rule, question);
  const chair = asked.find((row) => row.isChair);
  return decideQuestion(answers.map(({ choice }) => choice), asked.length, rule, (chair && answerOf(chair)?.choice) ?? null);
}
