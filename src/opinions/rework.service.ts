import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transactor.js';
import type { SignedIn } from '../identity/session-reader.js';
import { Body } from '../bodies/body.entity.js';
import { OpinionRequest, type OpinionQuestion } from './opinion-request.entity.js';
import { setMembers, setQuestions } from './request-parts.js';
import { RequestsRepository } from './requests.repository.js';

/** A new draft from a request that goes back for rework: it copies all of it, and is linked to it. */
@Injectable()
export class ReworkService {
  constructor(private readonly requests: RequestsRepository) {}

  /** Members who left office meanwhile are not asked again; the rule set is the body's of today. */
  async begin(tx: Tx, actor: SignedIn, of: { request: OpinionRequest; questions: OpinionQuestion[]; memberIds: string[] }): Promise<string> {
    const { request, questions, memberIds } = of;
    const { bodyId, title, titleEn, explanation, workingDays, isPublic } = request;
    const { ruleSetId } = await tx.manager.findOneByOrFail(Body, { id: bodyId });
    const draft = await tx.manager.save(OpinionRequest, { bodyId, ruleSetId, title, titleEn, explanation, workingDays, isPublic, reworkedFromId: request.id });
    await setQuestions(tx, draft.id, questions.map(({ text, textEn, kind, options, most }) => ({
      text, ...(textEn === null ? {} : { textEn }), kind, most, options: options.map(({ label, labelEn }) => ({ label, ...(labelEn === null ? {} : { labelEn }) })),
    })));
    const inOffice = await tx.query<{ id: string }>('select id from member where id = any($1::uuid[]) and until_date is null', [memberIds]);
    await setMembers(tx, draft, inOffice.map(({ id }) => id));
    await this.requests.note(tx, { requestId: draft.id, act: 'create', actorId: actor.accountId });
    await this.requests.tell(tx, actor.accountId, { request: draft, type: 'request.changed', to: 'office' });
    return draft.id;
  }
}
