import { Injectable } from '@nestjs/common';
import { RuleSetsService } from '../bodies/rule-sets.service.js';
import { Transactor, type Tx } from '../database/transactor.js';
import { demand } from '../identity/demand.js';
import { memberOf, permits } from '../identity/domain/policy.js';
import type { SignedIn } from '../identity/session-reader.js';
import { PaperReaderService } from '../papers/paper-reader.service.js';
import { maySeeSession } from '../sessions/sessions.repository.js';
import { OpinionQuestion, OpinionRequest } from './opinion-request.entity.js';
import type { OpinionRequestDto, RequestBriefDto, RequestItemDto, RequestOfItemDto, RequestsCanDto, RequestStepDto } from './opinions.dto.js';
import { ReplyFilesService } from './reply-files.service.js';
import { type BriefRow, toBrief, toRequestDto } from './request-view.js';
import { isOfOffice, RequestsRepository } from './requests.repository.js';

/** Requests one may see: the office all of its body, a member those that were sent to them, an assistant those that were sent to the member. */
const BRIEF_SQL = `select r.id, r.body_id as "bodyId", r.title, r.title_en as "titleEn", r.state, r.due_at as "dueAt", r.sent_at as "sentAt", r.closed_at as "closedAt", now() as now,
    (select count(*)::int from opinion_member o where o.request_id = r.id) as "memberCount",
    (select count(*)::int from opinion_member o where o.request_id = r.id and o.state = 'answered') as "answeredCount",
    mine.state as "myState", (select case when d.handed_up_at is not null and not d.is_edited then 'handedUp' else 'draft' end from opinion_draft d where d.request_id = r.id and d.member_id = $2) as draft
  from opinion_request r left join opinion_member mine on mine.request_id = r.id and mine.member_id = $2
  where r.body_id = $1 and ($3 or (r.sent_at is not null and mine.member_id is not null)) order by r.created_at desc limit 500`;

const HISTORY_SQL = `select s.act, s.at, s.reason, case when a.id is not null then json_build_object('name', a.name, 'nameEn', a.name_en) end as by
  from opinion_step s left join account a on a.id = s.actor_id where s.request_id = $1 order by s.at, s.id`;

const ITEM_SQL = `select s.id, s.body_id as "bodyId", s.sent_at as "sentAt", s.title, s.title_en as "titleEn" from agenda_item i join session s on s.id = i.session_id where i.id = $1`;

/** Requests as one person may see them. */
@Injectable()
export class RequestReaderService {
  constructor(
    private readonly transactor: Transactor,
    private readonly requests: RequestsRepository,
    private readonly ruleSets: RuleSetsService,
    private readonly papers: PaperReaderService,
    private readonly files: ReplyFilesService,
  ) {}

  async list(actor: SignedIn, bodyId: string): Promise<RequestBriefDto[]> {
    demand(actor, 'opinion.read', bodyId);
    const office = isOfOffice(actor, bodyId);
    const memberId = memberOf(actor, bodyId) ?? (await this.requests.assistedBy(this.transactor, actor, bodyId));
    const rows = await this.transactor.read<BriefRow>(BRIEF_SQL, [bodyId, memberId, office]);
    return rows.map((row) => toBrief(row, office));
  }

  /** What the person may do beyond reading. */
  mayInBody(actor: SignedIn, bodyId: string): RequestsCanDto {
    return { create: permits(actor, 'opinion.prepare', bodyId), approve: permits(actor, 'opinion.approve', bodyId), figures: isOfOffice(actor, bodyId) };
  }

  async read(actor: SignedIn, id: string): Promise<OpinionRequestDto> {
    return this.transactor.run(async (tx) => {
      const request = await this.requests.hold(tx, actor, id, 'opinion.read');
      const assistedId = memberOf(actor, request.bodyId) === null ? await this.requests.assistedBy(tx, actor, request.bodyId) : null;
      const memberId = memberOf(actor, request.bodyId) ?? assistedId;
      const papers = await this.papers.briefsOf(tx, actor, { kind: 'request', ids: [id] });
      const after = await tx.manager.findOneBy(OpinionRequest, { reworkedFromId: id });
      return toRequestDto({
        request, actor, assistedId, papers: papers.get(id) ?? [], reworkedIntoId: after?.id ?? null,
        asked: await this.requests.asked(tx, id),
        questions: await tx.manager.find(OpinionQuestion, { where: { requestId: id }, order: { order: 'ASC' } }),
        ruleSet: await this.ruleSets.read(tx, request.ruleSetId),
        waiting: memberId === null ? [] : await this.files.waiting(tx, { requestId: id, memberId }),
        history: await historyOf(tx, id),
        item: await itemOf(tx, actor, request.itemId),
        now: await tx.now(),
      });
    });
  }

  /** The requests that became items of a session, for who may see both: the way back from the agenda. */
  async ofSession(actor: SignedIn, sessionId: string): Promise<RequestOfItemDto[]> {
    return this.transactor.run(async (tx) => {
      const rows = await tx.query<RequestOfItemDto & { bodyId: string; sentAt: Date | null; sessionSentAt: Date | null }>(
        `select r.id as "requestId", r.item_id as "itemId", r.title, r.title_en as "titleEn", r.is_public as "isPublic", r.body_id as "bodyId", s.sent_at as "sessionSentAt"
         from opinion_request r join agenda_item i on i.id = r.item_id join session s on s.id = i.session_id where s.id = $1 order by i."order"`, [sessionId]);
      const shown: RequestOfItemDto[] = [];
      for (const { requestId, itemId, title, titleEn, isPublic, bodyId, sessionSentAt } of rows) {
        if (!maySeeSession(actor, { id: sessionId, bodyId, sentAt: sessionSentAt })) continue;
        if (isOfOffice(actor, bodyId) || (await this.requests.isAsked(tx, actor, { id: requestId, bodyId }))) shown.push({ requestId, itemId, title, titleEn, isPublic });
      }
      return shown;
    });
  }
}

async function historyOf(tx: Tx, id: string): Promise<RequestStepDto[]> {
  const rows = await tx.query<Omit<RequestStepDto, 'at'> & { at: Date }>(HISTORY_SQL, [id]);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

async function itemOf(tx: Tx, actor: SignedIn, itemId: string | null): Promise<RequestItemDto | null> {
  if (itemId === null) return null;
  const [session] = await tx.query<{ id: string; bodyId: string; sentAt: Date | null; title: string; titleEn: string | null }>(ITEM_SQL, [itemId]);
  if (!session || !maySeeSession(actor, session)) return null;
  return { sessionId: session.id, itemId, title: session.title, titleEn: session.titleEn };
}
