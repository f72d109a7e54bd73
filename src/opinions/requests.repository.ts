import { Injectable } from '@nestjs/common';
import type { Choice } from '../bodies/domain/rule-set.js';
import type { EventType } from '../contract/live-events.js';
import type { Permission } from '../contract/permissions.js';
import type { Tx } from '../database/transactor.js';
import { Refusal, found } from '../http/refusal.js';
import { memberOf, permits, whyNotPermitted } from '../identity/domain/policy.js';
import type { SignedIn } from '../identity/session-reader.js';
import { accountRoom, officeRoom } from '../journal/audiences.js';
import { Journal } from '../journal/journal.js';
import { OpinionMember, OpinionRequest } from './opinion-request.entity.js';

/** Someone who is asked, with what they answered. */
export interface AskedRow {
  memberId: string;
  accountId: string | null;
  isChair: boolean;
  name: string;
  nameEn: string | null;
  title: string;
  titleEn: string | null;
  seatNumber: number;
  state: 'notAnswered' | 'answered' | 'deemed';
  answeredAt: Date | null;
  draft: { questionId: string; choice: Choice | null; text: string | null }[] | null;
  answers: { questionId: string; choice: Choice; text: string | null }[] | null;
}

const ASKED_SQL = `select o.member_id as "memberId", m.account_id as "accountId", s.is_chair as "isChair", m.name, m.name_en as "nameEn", s.title, s.title_en as "titleEn",
    s.number as "seatNumber", o.state, o.answered_at as "answeredAt", d.answers as draft,
    (select json_agg(json_build_object('questionId', a.question_id, 'choice', a.choice, 'text', a.text) order by q."order")
     from opinion_answer a join opinion_question q on q.id = a.question_id where q.request_id = o.request_id and a.member_id = o.member_id) as answers
  from opinion_member o join member m on m.id = o.member_id join seat s on s.id = m.seat_id left join opinion_draft d on d.request_id = o.request_id and d.member_id = o.member_id where o.request_id = $1 order by s.number`;

/** Who prepares or approves sees a request from its first draft. */
export function isOfOffice(actor: SignedIn, bodyId: string): boolean {
  return permits(actor, 'opinion.prepare', bodyId) || permits(actor, 'opinion.approve', bodyId) || permits(actor, 'opinion.run', bodyId);
}

@Injectable()
export class RequestsRepository {
  constructor(private readonly journal: Journal) {}

  /** Locks a request for a change of its state. */
  async lock(tx: Tx, actor: SignedIn, id: string, permission: Permission): Promise<OpinionRequest> {
    return this.load(tx, actor, { id, permission, mode: 'pessimistic_write' });
  }

  /** Holds its state still; many may do so at once. */
  async hold(tx: Tx, actor: SignedIn, id: string, permission: Permission): Promise<OpinionRequest> {
    return this.load(tx, actor, { id, permission, mode: 'pessimistic_read' });
  }

  async asked(tx: Tx, requestId: string): Promise<AskedRow[]> {
    return tx.query<AskedRow>(ASKED_SQL, [requestId]);
  }

  /** Tells the office, and those asked once it is sent; an assistant or member who is not asked hears nothing. */
  async tell(tx: Tx, actorId: string | null, news: { request: OpinionRequest; type: EventType; to: 'office' | 'asked' | 'own'; facts?: Record<string, unknown>; private?: Record<string, unknown> }): Promise<void> {
    const { request, type, to, ...rest } = news;
    const { id: requestId, bodyId } = request;
    const audiences = to === 'own' ? [] : [officeRoom(bodyId)];
    if (to === 'asked') audiences.push(...(await this.accountsAsked(tx, requestId)).map((id) => accountRoom(id)));
    if (to === 'own' && actorId !== null) audiences.push(accountRoom(actorId));
    await this.journal.append(tx, { type, actorId, bodyId, audiences, ids: { bodyId, requestId }, ...rest });
  }

  private async accountsAsked(tx: Tx, requestId: string): Promise<string[]> {
    const rows = await tx.query<{ account_id: string }>(
      'select m.account_id from opinion_member o join member m on m.id = o.member_id where o.request_id = $1 and m.account_id is not null',
      [requestId],
    );
    return rows.map((row) => row.account_id);
  }

  private async load(tx: Tx, actor: SignedIn, wanted: { id: string; permission: Permission; mode: 'pessimistic_write' | 'pessimistic_read' }): Promise<OpinionRequest> {
    const request = found(await tx.manager.findOne(OpinionRequest, { where: { id: wanted.id }, lock: { mode: wanted.mode } }));
    if (!isOfOffice(actor, request.bodyId)) await this.refuseUnlessAsked(tx, actor, request);
    const why = whyNotPermitted(actor, wanted.permission, request.bodyId);
    if (why) throw new Refusal(why);
    return request;
  }

  private async refuseUnlessAsked(tx: Tx, actor: SignedIn, request: OpinionRequest): Promise<void> {
    const memberId = memberOf(actor, request.bodyId);
    const asked = memberId !== null && request.sentAt !== null && (await tx.manager.existsBy(OpinionMember, { requestId: request.id, memberId }));
    if (!asked) throw new Refusal('notFound');
  }
}
