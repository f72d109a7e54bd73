import { Injectable } from '@nestjs/common';
import type { RuleSetDto } from '../bodies/rule-sets.dto.js';
import { RuleSetsService } from '../bodies/rule-sets.service.js';
import { Transactor } from '../database/transactor.js';
import { demand } from '../identity/demand.js';
import { memberOf, permits } from '../identity/domain/policy.js';
import type { SignedIn } from '../identity/session-reader.js';
import type { PaperBriefDto } from '../papers/papers.dto.js';
import { PaperReaderService } from '../papers/paper-reader.service.js';
import { bucketOf, REQUEST_TRANSITIONS, type RequestAct } from './domain/request-states.js';
import { OpinionQuestion, type OpinionRequest } from './opinion-request.entity.js';
import type { AskedMemberDto, OpinionRequestDto, QuestionDto, RequestBriefDto, RequestCanDto } from './opinions.dto.js';
import { type AskedRow, isOfOffice, RequestsRepository } from './requests.repository.js';

interface BriefRow {
  id: string;
  bodyId: string;
  title: string;
  titleEn: string | null;
  state: OpinionRequest['state'];
  dueAt: Date | null;
  sentAt: Date | null;
  closedAt: Date | null;
  memberCount: number;
  answeredCount: number;
  myState: 'notAnswered' | 'answered' | 'deemed' | null;
  hasDraft: boolean;
  now: Date;
}

/** Requests one may see: the office all of its body, a member those that were sent to them. */
const BRIEF_SQL = `select r.id, r.body_id as "bodyId", r.title, r.title_en as "titleEn", r.state, r.due_at as "dueAt", r.sent_at as "sentAt", r.closed_at as "closedAt", now() as now,
    (select count(*)::int from opinion_member o where o.request_id = r.id) as "memberCount",
    (select count(*)::int from opinion_member o where o.request_id = r.id and o.state = 'answered') as "answeredCount",
    mine.state as "myState", exists (select 1 from opinion_draft d where d.request_id = r.id and d.member_id = $2) as "hasDraft"
  from opinion_request r left join opinion_member mine on mine.request_id = r.id and mine.member_id = $2
  where r.body_id = $1 and ($3 or (r.sent_at is not null and mine.member_id is not null)) order by r.created_at desc limit 500`;

/** Requests as one person may see them. */
@Injectable()
export class RequestReaderService {
  constructor(
    private readonly transactor: Transactor,
    private readonly requests: RequestsRepository,
    private readonly ruleSets: RuleSetsService,
    private readonly papers: PaperReaderService,
  ) {}

  async list(actor: SignedIn, bodyId: string): Promise<RequestBriefDto[]> {
    demand(actor, 'opinion.read', bodyId);
    const office = isOfOffice(actor, bodyId);
    const rows = await this.transactor.read<BriefRow>(BRIEF_SQL, [bodyId, memberOf(actor, bodyId), office]);
    return rows.map((row) => toBrief(row, office));
  }

  async read(actor: SignedIn, id: string): Promise<OpinionRequestDto> {
    return this.transactor.run(async (tx) => {
      const request = await this.requests.hold(tx, actor, id, 'opinion.read');
      const [asked, questions, ruleSet, papers, now] = [
        await this.requests.asked(tx, id),
        await tx.manager.find(OpinionQuestion, { where: { requestId: id }, order: { order: 'ASC' } }),
        await this.ruleSets.read(tx, request.ruleSetId),
        await this.papers.briefsOf(tx, actor, { kind: 'request', ids: [id] }),
        await tx.now(),
      ];
      return toRequestDto({ request, asked, questions, ruleSet, papers: papers.get(id) ?? [], now, actor });
    });
  }
}

function toBrief(row: BriefRow, office: boolean): RequestBriefDto {
  const { id, bodyId, title, titleEn, state, memberCount, myState } = row;
  const answered = myState === 'answered' || myState === 'deemed';
  return {
    id, bodyId, title, titleEn, state, memberCount,
    dueAt: instant(row.dueAt), sentAt: instant(row.sentAt), closedAt: instant(row.closedAt),
    answeredCount: office ? row.answeredCount : null,
    myReply: replyState(myState, row.hasDraft),
    bucket: myState === null || row.sentAt === null ? null : bucketOf(row, answered, row.now),
  };
}

function replyState(state: BriefRow['myState'], hasDraft: boolean): RequestBriefDto['myReply'] {
  if (state === null) return 'notAsked';
  if (state === 'answered') return 'sent';
  if (state === 'deemed') return 'deemed';
  return hasDraft ? 'draft' : 'none';
}

interface Sources {
  request: OpinionRequest;
  asked: AskedRow[];
  questions: OpinionQuestion[];
  ruleSet: RuleSetDto;
  papers: PaperBriefDto[];
  now: Date;
  actor: SignedIn;
}

function toRequestDto(sources: Sources): OpinionRequestDto {
  const { request, asked, ruleSet, papers, now, actor } = sources;
  const office = isOfOffice(actor, request.bodyId);
  const mine = asked.find((row) => row.memberId === memberOf(actor, request.bodyId));
  const { id, bodyId, title, titleEn, state, explanation, workingDays, isPublic, returnReason } = request;
  const row: BriefRow = {
    id, bodyId, title, titleEn, state, dueAt: request.dueAt, sentAt: request.sentAt, closedAt: request.closedAt, now,
    memberCount: asked.length, answeredCount: asked.filter((member) => member.state === 'answered').length,
    myState: mine?.state ?? null, hasDraft: mine?.draft != null,
  };
  return {
    ...toBrief(row, office), explanation, workingDays, isPublic, returnReason, recallReason: request.reason, ruleSet, choices: ruleSet.choices,
    questions: questionsOf(sources, office), papers,
    myAnswers: mine?.answers ?? mine?.draft ?? [], mySentAt: instant(mine?.answeredAt ?? null),
    members: membersOf(sources, office), can: canOf(sources, mine),
  };
}

/** Results are hidden until the close; of a closed (not public) request members see the result and not who said what. */
function questionsOf({ request, questions, ruleSet }: Sources, office: boolean): QuestionDto[] {
  const shown = request.closedAt !== null && (office || request.sentAt !== null);
  return questions.map(({ id, text, textEn, decision }) => ({
    id, text, textEn, result: shown && decision ? { ...decision, citation: ruleSet.citation, citationEn: ruleSet.citationEn } : null,
  }));
}

/** The office sees who has answered while it runs, and what after the close; members see each other's replies after the close of a public request. */
function membersOf({ request, asked }: Sources, office: boolean): AskedMemberDto[] | null {
  const closed = request.closedAt !== null;
  if (!office && !(closed && request.isPublic)) return null;
  return asked.map(({ memberId, name, nameEn, title, titleEn, seatNumber, state, answeredAt, answers }) => ({
    memberId, name, nameEn, title, titleEn, seatNumber, state, answeredAt: instant(answeredAt), answers: closed ? (answers ?? []) : null,
  }));
}

function canOf({ request, asked, actor, now }: Sources, mine: AskedRow | undefined): RequestCanDto {
  const { bodyId, state, dueAt } = request;
  const possible = (act: RequestAct): boolean => REQUEST_TRANSITIONS[act].from.includes(state) && permits(actor, REQUEST_TRANSITIONS[act].permission, bodyId);
  const closable = dueAt !== null && (now >= dueAt || asked.every((row) => row.state === 'answered'));
  const editable = (state === 'draft' || state === 'returned') && permits(actor, 'opinion.prepare', bodyId);
  return {
    edit: editable, addPaper: editable, submit: possible('submit'), approve: possible('approve'), return: possible('return'), send: possible('send'),
    extend: possible('extend'), recall: possible('recall'), close: possible('close') && closable,
    reply: state === 'sent' && dueAt !== null && now < dueAt && mine?.state === 'notAnswered' && permits(actor, 'opinion.reply', bodyId),
  };
}

function instant(date: Date | null): string | null {
  return date === null ? null : date.toISOString();
}
