import { Injectable } from '@nestjs/common';
import { AgendaItem, Position } from '../agenda/agenda-item.entity.js';
import { AgendaRepository } from '../agenda/agenda.repository.js';
import { Transactor, type Tx } from '../database/transactor.js';
import { Refusal, found, refuseIf } from '../http/refusal.js';
import type { SignedIn } from '../identity/session-reader.js';
import { Comment } from '../papers/comment.entity.js';
import { PaperCopier } from '../papers/paper-copier.service.js';
import { isEditable } from '../sessions/domain/session-states.js';
import type { Session } from '../sessions/session.entity.js';
import { SessionsRepository } from '../sessions/sessions.repository.js';
import { positionOf, whyCannotAdopt } from './domain/ends.js';
import { type ActAfterClose, REQUEST_TRANSITIONS, whyCannotActOnRequest } from './domain/request-states.js';
import { OpinionQuestion, OpinionRequest } from './opinion-request.entity.js';
import type { RequestActDto } from './request-inputs.dto.js';
import { endStanding } from './request-view.js';
import { type AskedRow, RequestsRepository } from './requests.repository.js';
import { ReworkService } from './rework.service.js';

interface Ending {
  request: OpinionRequest;
  asked: AskedRow[];
  questions: OpinionQuestion[];
}

/** What is written down of an act: columns, and what the journal keeps. */
interface Written {
  patch: Partial<OpinionRequest>;
  private: Record<string, unknown>;
}

/** What comes after the close: the officer's summary, and one of three ends. (product/rules.md §5) */
@Injectable()
export class EndingsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly requests: RequestsRepository,
    private readonly sessions: SessionsRepository,
    private readonly agenda: AgendaRepository,
    private readonly copier: PaperCopier,
    private readonly reworking: ReworkService,
  ) {}

  async act(actor: SignedIn, id: string, dto: RequestActDto & { act: ActAfterClose }): Promise<void> {
    const transition = REQUEST_TRANSITIONS[dto.act];
    const copies = dto.act === 'summarise' || dto.act === 'adopt' ? [] : await this.copiesOf(actor, id, dto);
    await this.transactor.run(async (tx) => {
      const request = await this.requests.lock(tx, actor, id, transition.permission);
      refuseIf(whyCannotActOnRequest(dto.act, request.state, dto.reason), { state: request.state });
      const asked = await tx.asSystem(() => this.requests.asked(tx, id));
      const ending = { request, asked, questions: await tx.manager.find(OpinionQuestion, { where: { requestId: id }, order: { order: 'ASC' } }) };
      const written = await this.write(tx, actor, { ...ending, dto, copies });
      const endedAt = dto.act === 'summarise' ? null : await tx.now();
      await tx.manager.update(OpinionRequest, { id }, { state: transition.to, endedAt, ...written.patch });
      await this.requests.note(tx, { requestId: id, act: dto.act, actorId: actor.accountId, reason: dto.reason?.trim() || null });
      const to = dto.act === 'summarise' ? 'office' : 'asked';
      await this.requests.tell(tx, actor.accountId, { request, type: 'request.changed', to, facts: { act: dto.act }, private: { requestId: id, ...written.private } });
    });
  }

  /** Refuses before files are copied for nothing. */
  private async copiesOf(actor: SignedIn, id: string, dto: RequestActDto): ReturnType<PaperCopier['seal']> {
    await this.transactor.run(async (tx) => {
      const request = await this.requests.hold(tx, actor, id, REQUEST_TRANSITIONS[dto.act].permission);
      refuseIf(whyCannotActOnRequest(dto.act, request.state, dto.reason), { state: request.state });
    });
    return this.copier.seal({ kind: 'request', id });
  }

  private async write(tx: Tx, actor: SignedIn, act: Ending & { dto: RequestActDto; copies: Awaited<ReturnType<PaperCopier['seal']>> }): Promise<Written> {
    const { dto, request, asked, questions, copies } = act;
    const { conclusion = '', conclusionEn, sessionId } = dto;
    if (dto.act === 'summarise') {
      if (conclusion.trim() === '') throw new Refusal('conclusionMissing');
      const patch = { conclusion: conclusion.trim(), conclusionEn: conclusionEn?.trim() || null };
      return { patch, private: patch };
    }
    if (dto.act === 'adopt') {
      refuseIf(whyCannotAdopt(endStanding(asked, questions)));
      return { patch: {}, private: { conclusion: request.conclusion } };
    }
    if (dto.act === 'rework') {
      const draftId = await this.reworking.begin(tx, actor, { request, questions, memberIds: asked.map(({ memberId }) => memberId) });
      await this.copier.lay(tx, actor, { itemId: null, requestId: draftId, bodyId: request.bodyId, copies });
      return { patch: {}, private: { reason: dto.reason?.trim(), draftId } };
    }
    if (sessionId === undefined) throw new Refusal('requestIncomplete', { fields: ['sessionId'] });
    const session = await this.sessions.lock(tx, actor, sessionId, 'session.read');
    if (session.bodyId !== request.bodyId) throw new Refusal('notFound');
    if (!isEditable(session.state)) throw new Refusal('agendaLocked', { state: session.state });
    const item = await this.putOnAgenda(tx, actor, { request, session, asked });
    const papers = await this.copier.lay(tx, actor, { itemId: item.id, requestId: null, bodyId: request.bodyId, copies });
    return { patch: { itemId: item.id }, private: { sessionId, itemId: item.id, papers } };
  }

  /** A new item, last on the agenda. Replies of a public request stand on it as positions and comments; those of a closed one stay where only the office and chair see them. */
  private async putOnAgenda(tx: Tx, actor: SignedIn, { request, session, asked }: { request: OpinionRequest; session: Session; asked: AskedRow[] }): Promise<AgendaItem> {
    const { title, titleEn, conclusion, bodyId } = request;
    const order = (await this.agenda.itemsOf(tx, session.id)).filter(({ parentId }) => parentId === null).length;
    const item = await tx.manager.save(AgendaItem, { sessionId: session.id, bodyId, parentId: null, order, title, titleEn, kind: 'decision', summary: conclusion, sponsor: null, outcome: null });
    if (request.isPublic) for (const row of asked) await keepReply(tx, item.id, row);
    await this.agenda.tell(tx, actor, { session, type: 'agenda.changed', ids: { itemId: item.id } });
    return found(item);
  }
}

/** What a member answered in writing, as a position and comments of the item. Who was silent takes none: silence is no position. */
async function keepReply(tx: Tx, itemId: string, row: AskedRow): Promise<void> {
  const { memberId, accountId, answers, answeredAt: at } = row;
  if (row.state !== 'answered' || answers === null || at === null) return;
  const said = row.comments ?? [];
  const comments = said.flatMap(({ questionId, weight, text }) => (weight === 'discussion' ? [] : [{ questionId, weight, text }]));
  const discussion = said.find(({ weight }) => weight === 'discussion')?.text ?? null;
  await tx.manager.insert(Position, { itemId, memberId, ...positionOf({ answers, comments, discussion }), at });
  // An account may have been taken from the member since: then there is nobody to be the author, and the reply itself keeps the words.
  if (accountId === null || comments.length === 0) return;
  await tx.manager.insert(Comment, comments.map(({ weight, text }) => ({ itemId, weight, text, authorId: accountId, at, parentId: null, paperVersionId: null, page: null })));
}
