import type { RuleSetDto } from '../bodies/rule-sets.dto.js';
import { memberOf, permits } from '../identity/domain/policy.js';
import type { SignedIn } from '../identity/session-reader.js';
import type { PaperBriefDto } from '../papers/papers.dto.js';
import { proposedEnd, type Standing, whyCannotAdopt } from './domain/ends.js';
import { choicesOf } from './domain/reply.js';
import { bucketOf, REQUEST_TRANSITIONS, type RequestAct } from './domain/request-states.js';
import type { OpinionQuestion, OpinionRequest } from './opinion-request.entity.js';
import type { AskedMemberDto, MyAnswerDto, OpinionRequestDto, QuestionDto, ReplyCommentDto, RequestBriefDto, RequestCanDto, RequestItemDto, RequestStandingDto, RequestStepDto } from './opinions.dto.js';
import { type AskedRow, type FileRow, isOfOffice } from './requests.repository.js';

export interface BriefRow {
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
  draft: 'draft' | 'handedUp' | null;
  now: Date;
}

export interface Sources {
  request: OpinionRequest;
  asked: AskedRow[];
  questions: OpinionQuestion[];
  ruleSet: RuleSetDto;
  papers: PaperBriefDto[];
  now: Date;
  actor: SignedIn;
  /** The member whom the actor assists here. */
  assistedId: string | null;
  /** Files that wait to go with my reply. */
  waiting: FileRow[];
  history: RequestStepDto[];
  item: RequestItemDto | null;
  reworkedIntoId: string | null;
}

/** What a request may show: always to the office and chair, to members what they were asked and what is public after the close. */
export function toRequestDto(sources: Sources): OpinionRequestDto {
  const { request, asked, ruleSet, papers, now, actor } = sources;
  const office = isOfOffice(actor, request.bodyId);
  const mine = mineOf(sources);
  const { id, bodyId, title, titleEn, state, explanation, workingDays, isPublic, returnReason, reworkedFromId, conclusion, conclusionEn } = request;
  const row: BriefRow = {
    id, bodyId, title, titleEn, state, dueAt: request.dueAt, sentAt: request.sentAt, closedAt: request.closedAt, now,
    memberCount: asked.length, answeredCount: asked.filter((member) => member.state === 'answered').length, myState: mine?.state ?? null, draft: draftOf(mine),
  };
  return {
    ...toBrief(row, office), explanation, workingDays, isPublic, recallReason: request.reason, ruleSet, choices: ruleSet.choices,
    returnReason: office ? returnReason : null,
    questions: questionsOf(sources, office), papers, ...myReplyOf(sources, mine), members: membersOf(sources, office), can: canOf(sources, mine),
    // Until the matter has ended the conclusion is the office's draft.
    conclusion: office || request.endedAt !== null ? conclusion : null, conclusionEn: office || request.endedAt !== null ? conclusionEn : null, standing: office ? standingOf(sources) : null, item: sources.item,
    // Members know neither of the drafts before nor of the one that follows, until that is sent to them.
    reworkedFromId: office ? reworkedFromId : null, reworkedIntoId: office ? sources.reworkedIntoId : null,
    history: sources.history.filter(({ act }) => office || !OF_OFFICE.includes(act)),
  };
}

const OF_OFFICE: readonly RequestStepDto['act'][] = ['create', 'submit', 'approve', 'return'];

export function toBrief(row: BriefRow, office: boolean): RequestBriefDto {
  const { id, bodyId, title, titleEn, state, memberCount, myState } = row;
  const answered = myState === 'answered' || myState === 'deemed';
  return {
    id, bodyId, title, titleEn, state, memberCount,
    dueAt: instant(row.dueAt), sentAt: instant(row.sentAt), closedAt: instant(row.closedAt),
    answeredCount: office ? row.answeredCount : null,
    myReply: replyState(myState, row.draft),
    bucket: myState === null || row.sentAt === null ? null : bucketOf(row, answered, row.now),
  };
}

function replyState(state: BriefRow['myState'], draft: BriefRow['draft']): RequestBriefDto['myReply'] {
  if (state === null) return 'notAsked';
  if (state === 'answered') return 'sent';
  return state === 'deemed' ? 'deemed' : (draft ?? 'none');
}

function draftOf(mine: AskedRow | undefined): BriefRow['draft'] {
  if (!mine?.draft) return null;
  return mine.draft.handedUpAt !== null && !mine.draft.isEdited ? 'handedUp' : 'draft';
}

function mineOf({ request, asked, actor, assistedId }: Sources): AskedRow | undefined {
  const memberId = memberOf(actor, request.bodyId) ?? assistedId;
  return asked.find((row) => row.memberId === memberId);
}

type MyReply = Pick<OpinionRequestDto, 'myAnswers' | 'myComments' | 'myDiscussion' | 'myFiles' | 'mySentAt' | 'prepared' | 'assisted'>;

function myReplyOf({ assistedId, waiting }: Sources, mine: AskedRow | undefined): MyReply {
  const answers: MyAnswerDto[] = (mine?.answers ?? mine?.draft?.answers ?? []).map(({ questionId, choice, text, selected = [] }) => ({ questionId, choice, text, selected }));
  const sent = mine?.state === 'answered';
  const by = mine && (sent || mine.draft) ? mine.drafter : null;
  const { memberId, name, nameEn, title, titleEn } = mine ?? {};
  return {
    myAnswers: answers,
    myComments: sent ? commentsOf(mine) : (mine?.draft?.comments ?? []),
    myDiscussion: sent ? discussionOf(mine) : (mine?.draft?.discussion ?? null),
    myFiles: sent ? (mine.files ?? []) : waiting,
    mySentAt: instant(mine?.answeredAt ?? null),
    prepared: by === null ? null : { by, handedUpAt: mine?.draft?.handedUpAt ?? null, isEdited: mine?.draft?.isEdited ?? false },
    assisted: memberId === undefined || memberId !== assistedId ? null : { memberId, name: name ?? '', nameEn: nameEn ?? null, title: title ?? '', titleEn: titleEn ?? null },
  };
}

function commentsOf({ comments }: AskedRow): ReplyCommentDto[] {
  return (comments ?? []).flatMap(({ questionId, weight, text }) => (weight === 'discussion' ? [] : [{ questionId, weight, text }]));
}

function discussionOf({ comments }: AskedRow): string | null {
  return comments?.find(({ weight }) => weight === 'discussion')?.text ?? null;
}

/** Results are hidden until the close; of a closed (not public) request members see the result and not who said what. */
function questionsOf({ request, questions, ruleSet }: Sources, office: boolean): QuestionDto[] {
  const shown = request.closedAt !== null && (office || request.sentAt !== null);
  return questions.map((question) => {
    const { id, text, textEn, kind, options, most, decision } = question;
    return { id, text, textEn, kind, options, most, choices: choicesOf(question, ruleSet.choices), result: shown && decision ? { ...decision, citation: ruleSet.citation, citationEn: ruleSet.citationEn } : null };
  });
}

/** The office sees who has answered while it runs, and what after the close; members see each other's replies after the close of a public request. */
function membersOf({ request, asked }: Sources, office: boolean): AskedMemberDto[] | null {
  const closed = request.closedAt !== null;
  if (!office && !(closed && request.isPublic)) return null;
  return asked.map((row) => {
    const { memberId, name, nameEn, title, titleEn, seatNumber, state, answeredAt } = row;
    const answers = closed ? (row.answers ?? []).map(({ questionId, choice, text, selected = [] }) => ({ questionId, choice, text, selected })) : null;
    return {
      memberId, name, nameEn, title, titleEn, seatNumber, state, answeredAt: instant(answeredAt), answers,
      comments: closed ? commentsOf(row) : [], discussion: closed ? discussionOf(row) : null, files: closed ? (row.files ?? []) : [], draftedBy: closed && state === 'answered' ? row.drafter : null,
    };
  });
}

/** What of the replies decides how the matter may end. */
export function endStanding(asked: readonly AskedRow[], questions: readonly OpinionQuestion[]): Standing {
  const said = asked.flatMap(({ comments }) => comments ?? []);
  return {
    outcomes: questions.flatMap(({ decision }) => (decision === null ? [] : [decision.outcome])),
    conditions: said.filter(({ weight }) => weight === 'blocking').length,
    discussions: said.filter(({ weight }) => weight === 'discussion').length,
  };
}

function standingOf({ request, asked, questions }: Sources): RequestStandingDto | null {
  if (request.closedAt === null) return null;
  const standing = endStanding(asked, questions);
  const why = whyCannotAdopt(standing);
  return { conditions: standing.conditions, discussions: standing.discussions, whyNotAdopted: why === 'notAdoptedByCount' || why === 'discussionAsked' ? why : null, proposed: proposedEnd(standing) };
}

function canOf(sources: Sources, mine: AskedRow | undefined): RequestCanDto {
  const { request, asked, questions, actor, now, assistedId } = sources;
  const { bodyId, state, dueAt } = request;
  const possible = (act: RequestAct): boolean => REQUEST_TRANSITIONS[act].from.includes(state) && permits(actor, REQUEST_TRANSITIONS[act].permission, bodyId);
  const closable = dueAt !== null && (now >= dueAt || asked.every((row) => row.state === 'answered'));
  const editable = (state === 'draft' || state === 'returned') && permits(actor, 'opinion.prepare', bodyId);
  const open = state === 'sent' && dueAt !== null && now < dueAt && mine?.state === 'notAnswered';
  return {
    edit: editable, addPaper: editable, submit: possible('submit'), approve: possible('approve'), return: possible('return'), send: possible('send'),
    extend: possible('extend'), recall: possible('recall'), close: possible('close') && closable,
    summarise: possible('summarise'), adopt: possible('adopt') && whyCannotAdopt(endStanding(asked, questions)) === null, toSession: possible('toSession'), rework: possible('rework'),
    reply: open && permits(actor, 'opinion.reply', bodyId),
    draft: open && mine.memberId === assistedId && !mine.draft?.handedUpAt,
    template: permits(actor, 'opinion.prepare', bodyId),
  };
}

function instant(date: Date | null): string | null {
  return date === null ? null : date.toISOString();
}
