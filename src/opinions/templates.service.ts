import { Injectable } from '@nestjs/common';
import { Transactor, type Tx } from '../database/transactor.js';
import { found } from '../http/refusal.js';
import { demand } from '../identity/demand.js';
import type { SignedIn } from '../identity/session-reader.js';
import { officeRoom } from '../journal/audiences.js';
import { Journal } from '../journal/journal.js';
import { OpinionTemplate } from './cycle.entity.js';
import { OpinionQuestion } from './opinion-request.entity.js';
import { RequestsRepository } from './requests.repository.js';
import type { RequestTemplateDto } from './templates.dto.js';

/** Requests that a body sends again and again: kept as templates, begun from, renamed, removed. */
@Injectable()
export class RequestTemplatesService {
  constructor(
    private readonly transactor: Transactor,
    private readonly requests: RequestsRepository,
    private readonly journal: Journal,
  ) {}

  /** Members who left office since are left out of what a template asks. */
  async list(actor: SignedIn, bodyId: string): Promise<RequestTemplateDto[]> {
    demand(actor, 'opinion.prepare', bodyId);
    return this.transactor.run(async (tx) => {
      const templates = await tx.manager.find(OpinionTemplate, { where: { bodyId }, order: { name: 'ASC', createdAt: 'ASC' } });
      const inOffice = new Set((await tx.query<{ id: string }>('select id from member where body_id = $1 and until_date is null', [bodyId])).map(({ id }) => id));
      return templates.map(({ id, name, content }) => ({ id, name, ...content, memberIds: content.memberIds.filter((each) => inOffice.has(each)) }));
    });
  }

  async keep(actor: SignedIn, requestId: string, name: string): Promise<void> {
    await this.transactor.run(async (tx) => {
      const request = await this.requests.hold(tx, actor, requestId, 'opinion.prepare');
      const questions = await tx.manager.find(OpinionQuestion, { where: { requestId }, order: { order: 'ASC' } });
      const memberIds = (await this.requests.asked(tx, requestId)).map(({ memberId }) => memberId);
      const { bodyId, title, titleEn, explanation, workingDays, isPublic } = request;
      const asked = questions.map(({ text, textEn, kind, options, most }) => ({ text, textEn, kind, most, options: options.map(({ label, labelEn }) => ({ label, labelEn })) }));
      await tx.manager.insert(OpinionTemplate, { bodyId, name: name.trim(), content: { title, titleEn, explanation, questions: asked, memberIds, workingDays, isPublic } });
      await this.tell(tx, actor, bodyId);
    });
  }

  async rename(actor: SignedIn, id: string, name: string): Promise<void> {
    await this.change(actor, id, (tx) => tx.manager.update(OpinionTemplate, { id }, { name: name.trim() }));
  }

  async remove(actor: SignedIn, id: string): Promise<void> {
    await this.change(actor, id, (tx) => tx.manager.delete(OpinionTemplate, { id }));
  }

  private async change(actor: SignedIn, id: string, work: (tx: Tx) => Promise<unknown>): Promise<void> {
    await this.transactor.run(async (tx) => {
      const { bodyId } = found(await tx.manager.findOneBy(OpinionTemplate, { id }));
      demand(actor, 'opinion.prepare', bodyId);
      await work(tx);
      await this.tell(tx, actor, bodyId);
    });
  }

  private async tell(tx: Tx, actor: SignedIn, bodyId: string): Promise<void> {
    await this.journal.append(tx, { type: 'request.changed', actorId: actor.accountId, bodyId, audiences: [officeRoom(bodyId)], ids: { bodyId }, facts: { act: 'template' } });
  }
}
