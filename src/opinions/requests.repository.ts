import { Injectable } from '@nestjs/common';
import type { Choice } from '../bodies/domain/rule-set.js';
import type { EventType } from '../contract/live-events.js';
import type { Permission } from '../contract/permissions.js';
import type { Queryable, Tx } from '../database/transactor.js';
import { Refusal, found } from '../http/refusal.js';
import { memberOf, permits, whyNotPermitted } from '../identity/domain/policy.js';
import type { SignedIn } from '../identity/session-reader.js';
import { accountRoom, officeRoom } from '../journal/audiences.js';
import { Journal } from '../journal/journal.js';
import type { CommentWeight } from '../papers/domain/comment.js';
import { OpinionStep } from './cycle.entity.js';
import type { WrittenAnswer, WrittenReply } from './domain/reply.js';
import { OpinionMember, OpinionRequest } from './opinion-request.entity.js';

/** A file that goes with a reply. */
export interface FileRow {
  id: string;
  fileName: string;
  size: number;
  pages: number;
}

/** What waits to be sent, by whom. */
export interface DraftRow extends WrittenReply {
  handedUpAt: string | null;
  isEdited: boolean;
}

interface Named {
  name: string;
  nameEn: string | null;
}

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
  draft: DraftRow | null;
  /** The assistant who prepared the draft or what was sent. */
  drafter: Named | null;
  answers: (WrittenAnswer & { choice: Choice })[] | null;
  /** A wish to discuss the matter has the weight `discussion`. */
  comments: { questionId: string | null; weight: CommentWeight | 'discussion'; text: string }[] | null;
  files: FileRow[] | null;
}

const ASKED_SQL = `select o.member_id as "memberId", m.account_id as "accountId", s.is_chair as "isChair", m.name, m.name_en as "nameEn", s.title, s.title_en as "titleEn",
    s.number as "seatNumber", o.state, o.answered_at as "answeredAt",
    case when d.request_id is not null then json_build_object('answers', d.answers, 'comments', d.comments, 'discussion', d.discussion, 'handedUpAt', d.handed_up_at, 'isEdited', d.is_edited) end as draft,
    (select json_build_object('name', a.name, 'nameEn', a.name_en) from account a where a.id = coalesce(o.drafted_by, d.assistant_id)) as drafter,
    (select json_agg(json_build_object('questionId', a.question_id, 'choice', a.choice, 'text', a.text, 'selected', coalesce(a.selected, '{}')) order by q."order")
     from opinion_answer a join opinion_question q on q.id = a.question_id where q.request_id = o.request_id and a.member_id = o.member_id) as answers,
    (select json_agg(json_build_object('questionId', c.question_id, 'weight', c.weight, 'text', c.text) order by c."order") from opinion_comment c where c.request_id = o.request_id and c.member_id = o.member_id) as comments,
    (select json_agg(json_build_object('id', f.id, 'fileName', f.file_name, 'size', f.size, 'pages', f.pages) order by f.added_at, f.id) from opinion_file f
     where f.request_id = o.request_id and f.member_id = o.member_id and f.is_sent) as files
  from opinion_member o join member m on m.id = o.member_id join seat s on s.id = m.seat_id left join opinion_draft d on d.request_id = o.request_id and d.member_id = o.member_id where o.request_id = $1 order by s.number`;

/** Assistants whose role still holds. */
const OF_ASSISTANTS = `member_assistant a join account_right r on r.account_id = a.account_id and r.body_id = a.body_id and r.roles && array['assistant']`;

/** For whom an account with the role `assistant` prepares drafts in a body, while that member is in office. */
const ASSISTED_SQL = `select a.member_id as "memberId" from ${OF_ASSISTANTS}
  join member m on m.id = a.member_id and m.until_date is null where a.account_id = $1 and a.body_id = $2`;

/** Accounts that hear of a request that was sent: those asked ($2: one of them), and their assistants. */
const HEARING_SQL = `select m.account_id from opinion_member o join member m on m.id = o.member_id where o.request_id = $1 and ($2::uuid is null or o.member_id = $2) and m.account_id is not null
  union select a.account_id from opinion_member o join ${OF_ASSISTANTS} on a.member_id = o.member_id where o.request_id = $1 and ($2::uuid is null or o.member_id = $2)`;

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

  /** The member for whom this person prepares drafts in this body, or null. */
  async assistedBy(db: Queryable, actor: SignedIn, bodyId: string): Promise<string | null> {
    const [row] = await db.query<{ memberId: string }>(ASSISTED_SQL, [actor.accountId, bodyId]);
    return row?.memberId ?? null;
  }

  /** One line of the request's history. */
  async note(tx: Tx, step: { requestId: string; act: OpinionStep['act']; actorId: string | null; reason?: string | null }): Promise<void> {
    const { requestId, act, actorId, reason = null } = step;
    await tx.manager.insert(OpinionStep, { requestId, act, actorId, reason });
  }

  /** Tells the office, and those asked once it is sent; an assistant or member who is not asked hears nothing. */
  async tell(tx: Tx, actorId: string | null, news: { request: OpinionRequest; type: EventType; to: 'office' | 'asked' | { memberId: string }; facts?: Record<string, unknown>; private?: Record<string, unknown> }): Promise<void> {
    const { request, type, to, ...rest } = news;
    const { id: requestId, bodyId } = request;
    const audiences = typeof to === 'object' ? [] : [officeRoom(bodyId)];
    if (to !== 'office') audiences.push(...(await this.accountsHearing(tx, requestId, typeof to === 'object' ? to.memberId : null)).map((id) => accountRoom(id)));
    await this.journal.append(tx, { type, actorId, bodyId, audiences, ids: { bodyId, requestId }, ...rest });
  }

  private async accountsHearing(tx: Tx, requestId: string, memberId: string | null): Promise<string[]> {
    const rows = await tx.query<{ account_id: string }>(HEARING_SQL, [requestId, memberId]);
    return rows.map((row) => row.account_id);
  }

  private async load(tx: Tx, actor: SignedIn, wanted: { id: string; permission: Permission; mode: 'pessimistic_write' | 'pessimistic_read' }): Promise<OpinionRequest> {
    const request = found(await tx.manager.findOne(OpinionRequest, { where: { id: wanted.id }, lock: { mode: wanted.mode } }));
    if (!isOfOffice(actor, request.bodyId)) await this.refuseUnlessAsked(tx, actor, request);
    const why = whyNotPermitted(actor, wanted.permission, request.bodyId);
    if (why) throw new Refusal(why);
    return request;
  }

  /** Whether this person, or the member they assist, is asked. */
  async isAsked(tx: Tx, actor: SignedIn, request: Pick<OpinionRequest, 'id' | 'bodyId'>): Promise<boolean> {
    const memberId = memberOf(actor, request.bodyId) ?? (await this.assistedBy(tx, actor, request.bodyId));
    return memberId !== null && (await tx.manager.existsBy(OpinionMember, { requestId: request.id, memberId }));
  }

  private async refuseUnlessAsked(tx: Tx, actor: SignedIn, request: OpinionRequest): Promise<void> {
    if (request.sentAt === null || !(await this.isAsked(tx, actor, request))) throw new Refusal('notFound');
  }
}
