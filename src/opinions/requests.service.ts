import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Body } from '../bodies/body.entity.js';
import { CalendarService } from '../bodies/calendar.service.js';
import { addWorkingDays, dateOf, endOfOfficeHours } from '../bodies/domain/working-days.js';
import { RuleSetsService } from '../bodies/rule-sets.service.js';
import { Transactor, type Tx } from '../database/transactor.js';
import { Refusal, found, refuseIf } from '../http/refusal.js';
import { demand } from '../identity/demand.js';
import type { SignedIn } from '../identity/session-reader.js';
import { PackService } from '../papers/pack.service.js';
import { ClosingService } from './closing.service.js';
import { REQUEST_TRANSITIONS, whyCannotActOnRequest, whyNotDeadline } from './domain/request-states.js';
import { OpinionQuestion, OpinionRequest } from './opinion-request.entity.js';
import type { CreateRequestDto, EditRequestDto, RequestActDto } from './request-inputs.dto.js';
import { setMembers, setQuestions } from './request-parts.js';
import { RequestsRepository } from './requests.repository.js';
import { sentContent } from './sent-content.js';

/** A written opinion request from draft to deadline. */
@Injectable()
export class RequestsService implements OnModuleInit {
  constructor(
    private readonly transactor: Transactor,
    private readonly requests: RequestsRepository,
    private readonly ruleSets: RuleSetsService,
    private readonly calendar: CalendarService,
    private readonly pack: PackService,
    private readonly closing: ClosingService,
  ) {}

  onModuleInit(): void {
    this.closing.listen();
  }

  async create(actor: SignedIn, bodyId: string, dto: CreateRequestDto): Promise<string> {
    demand(actor, 'opinion.prepare', bodyId);
    return this.transactor.run(async (tx) => {
      const body = found(await tx.manager.findOneBy(Body, { id: bodyId }));
      const rule = await this.ruleSets.read(tx, body.ruleSetId);
      refuseIf(whyNotDeadline(dto.workingDays, rule.opinionDays), { least: rule.opinionDays.least, most: rule.opinionDays.most });
      const { title, titleEn, explanation, workingDays, isPublic } = dto;
      const request = await tx.manager.save(OpinionRequest, { bodyId, ruleSetId: rule.id, title: title.trim(), titleEn: titleEn || null, explanation: explanation || null, workingDays, isPublic });
      await setQuestions(tx, request.id, dto.questions);
      await setMembers(tx, request, dto.memberIds);
      await this.requests.note(tx, { requestId: request.id, act: 'create', actorId: actor.accountId });
      await this.requests.tell(tx, actor.accountId, { request, type: 'request.changed', to: 'office' });
      return request.id;
    });
  }

  async edit(actor: SignedIn, id: string, dto: EditRequestDto): Promise<void> {
    await this.transactor.run(async (tx) => {
      const request = await this.requests.lock(tx, actor, id, 'opinion.prepare');
      if (request.state !== 'draft' && request.state !== 'returned') throw new Refusal('requestStateForbids', { state: request.state });
      const rule = await this.ruleSets.read(tx, request.ruleSetId);
      const { title = request.title, titleEn = request.titleEn, explanation = request.explanation, workingDays = request.workingDays, isPublic = request.isPublic } = dto;
      refuseIf(whyNotDeadline(workingDays, rule.opinionDays), { least: rule.opinionDays.least, most: rule.opinionDays.most });
      await tx.manager.update(OpinionRequest, { id }, { title, titleEn: titleEn || null, explanation: explanation || null, workingDays, isPublic });
      if (dto.questions) await setQuestions(tx, id, dto.questions);
      if (dto.memberIds) await setMembers(tx, request, dto.memberIds);
      await this.requests.tell(tx, actor.accountId, { request, type: 'request.changed', to: 'office' });
    });
  }

  /** Acts up to the close; what comes after it: `EndingsService`. */
  async act(actor: SignedIn, id: string, dto: RequestActDto): Promise<void> {
    await this.transactor.run(async (tx) => {
      const transition = REQUEST_TRANSITIONS[dto.act];
      const request = await this.requests.lock(tx, actor, id, transition.permission);
      refuseIf(whyCannotActOnRequest(dto.act, request.state, dto.reason), { state: request.state });
      if (dto.act === 'close') return this.closing.closeByHand(tx, actor, request);
      const patch = await this.patchOf(tx, actor, request, dto);
      await tx.manager.update(OpinionRequest, { id }, { state: transition.to, ...patch });
      Object.assign(request, patch);
      await this.requests.note(tx, { requestId: id, act: dto.act, actorId: actor.accountId, reason: transition.reason ? dto.reason?.trim() : null });
      if (dto.act === 'send' || dto.act === 'extend') await this.closing.schedule(tx, request);
      if (dto.act === 'recall') await this.closing.unschedule(tx, request);
      const type = dto.act === 'send' ? 'request.sent' : 'request.changed';
      await this.requests.tell(tx, actor.accountId, { request, type, to: request.sentAt === null ? 'office' : 'asked', facts: { act: dto.act }, ...(await this.recordOf(tx, request, dto.act)) });
    });
  }

  /** What the journal keeps of an act, for a later check. (docs/export-format.md) */
  private async recordOf(tx: Tx, request: OpinionRequest, act: RequestActDto['act']): Promise<{ facts?: Record<string, unknown>; private?: Record<string, unknown> }> {
    const dueAt = request.dueAt?.toISOString() ?? null;
    if (act === 'extend') return { facts: { act, dueAt }, private: { reason: request.reason } };
    if (act === 'return' || act === 'recall') return { private: { reason: act === 'return' ? request.returnReason : request.reason } };
    if (act !== 'send') return {};
    const asked = await this.requests.asked(tx, request.id);
    const questions = await tx.manager.find(OpinionQuestion, { where: { requestId: request.id }, order: { order: 'ASC' } });
    const [ruleSet, papers] = [await this.ruleSets.read(tx, request.ruleSetId), await this.pack.hashesOf(tx, { kind: 'request', id: request.id })];
    return { facts: { act, sentAt: request.sentAt?.toISOString() ?? null, dueAt, asked: asked.length }, private: sentContent({ request, asked, questions, ruleSet, papers }) };
  }

  private async patchOf(tx: Tx, actor: SignedIn, request: OpinionRequest, dto: RequestActDto): Promise<Partial<OpinionRequest>> {
    const reason = dto.reason?.trim() ?? null;
    if (dto.act === 'return') return { returnReason: reason };
    if (dto.act === 'recall') return { reason };
    if (dto.act === 'extend') {
      if (dto.workingDays === undefined || request.dueAt === null) throw new Refusal('requestIncomplete', { fields: ['workingDays'] });
      const from = request.dueAt > (await tx.now()) ? request.dueAt : await tx.now();
      return { dueAt: await this.deadline(tx, from, dto.workingDays), reason };
    }
    if (dto.act === 'send') {
      const sentAt = await tx.now();
      await this.pack.releaseAll(tx, actor, { kind: 'request', id: request.id });
      return { sentAt, dueAt: await this.deadline(tx, sentAt, request.workingDays) };
    }
    return {};
  }

  private async deadline(tx: Tx, from: Date, workingDays: number): Promise<Date> {
    return endOfOfficeHours(addWorkingDays(dateOf(from), workingDays, await this.calendar.load(tx)).date);
  }
}
