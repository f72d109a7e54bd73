import type { Base, Choice } from '../bodies/domain/rule-set.js';
import { RuleSetDto } from '../bodies/rule-sets.dto.js';
import type { CommentWeight } from '../papers/domain/comment.js';
import { PaperBriefDto } from '../papers/papers.dto.js';
import type { QuestionKind } from './domain/question.js';
import type { Bucket, RequestAct, RequestState } from './domain/request-states.js';

export class QuestionTallyDto {
  agree!: number;
  disagree!: number;
  otherOpinion!: number;
  abstain!: number;
  /** Silent members who are deemed to agree by the rule set. */
  deemed!: number;
  notAnswered!: number;
}

export class AskedOptionDto {
  id!: string;
  label!: string;
  labelEn!: string | null;
}

export class OptionVotesDto {
  id!: string;
  votes!: number;
  chosen!: boolean;
  tied!: boolean;
}

export class QuestionResultDto {
  tally!: QuestionTallyDto;
  members!: number;
  present!: number;
  base!: number;
  of!: Base;
  strict!: boolean;
  needed!: number;
  tie!: boolean;
  outcome!: 'adopted' | 'rejected' | 'undecided';
  decidedBy!: 'majority' | 'chair' | 'none';
  citation!: string;
  citationEn!: string;
  /** Of a question with options: what each got. */
  options?: OptionVotesDto[];
}

export class QuestionDto {
  id!: string;
  text!: string;
  textEn!: string | null;
  kind!: QuestionKind;
  options!: AskedOptionDto[];
  most!: number;
  /** What may be answered: with options, "agree" goes with what is selected. */
  choices!: Choice[];
  /** Null until the request is closed, or for who may not see it. */
  result!: QuestionResultDto | null;
}

export class MyAnswerDto {
  questionId!: string;
  choice!: Choice | null;
  text!: string | null;
  selected!: string[];
}

export class MemberAnswerDto {
  questionId!: string;
  choice!: Choice;
  text!: string | null;
  selected!: string[];
}

export class ReplyCommentDto {
  /** Null: about the whole matter. */
  questionId!: string | null;
  weight!: CommentWeight;
  text!: string;
}

export class ReplyFileDto {
  id!: string;
  fileName!: string;
  size!: number;
  pages!: number;
}

export class ReplyPersonDto {
  name!: string;
  nameEn!: string | null;
}

export class AskedMemberDto {
  memberId!: string;
  name!: string;
  nameEn!: string | null;
  title!: string;
  titleEn!: string | null;
  seatNumber!: number;
  state!: 'notAnswered' | 'answered' | 'deemed';
  answeredAt!: string | null;
  /** Null while hidden: before the close, or in a closed request for other members. */
  answers!: MemberAnswerDto[] | null;
  /** Empty while hidden. */
  comments!: ReplyCommentDto[];
  /** Why the member asks to discuss the matter in a session; null where not, and while hidden. */
  discussion!: string | null;
  files!: ReplyFileDto[];
  /** The assistant who prepared the reply. */
  draftedBy!: ReplyPersonDto | null;
}

export class RequestBriefDto {
  id!: string;
  bodyId!: string;
  title!: string;
  titleEn!: string | null;
  state!: RequestState;
  dueAt!: string | null;
  sentAt!: string | null;
  closedAt!: string | null;
  memberCount!: number;
  /** How many have answered: for secretariat and chair; null for who may not know. */
  answeredCount!: number | null;
  /** `handedUp`: an assistant has prepared it and the member has not changed it. For an assistant: the reply of the member. */
  myReply!: 'none' | 'draft' | 'handedUp' | 'sent' | 'deemed' | 'notAsked';
  bucket!: Bucket | null;
}

export class RequestsCanDto {
  create!: boolean;
  approve!: boolean;
  /** See how all members answer. */
  figures!: boolean;
}

export class RequestsDto {
  requests!: RequestBriefDto[];
  can!: RequestsCanDto;
}

export class RequestCanDto {
  edit!: boolean;
  submit!: boolean;
  approve!: boolean;
  return!: boolean;
  send!: boolean;
  extend!: boolean;
  recall!: boolean;
  close!: boolean;
  summarise!: boolean;
  adopt!: boolean;
  toSession!: boolean;
  rework!: boolean;
  reply!: boolean;
  /** Prepare a draft for the member one assists. */
  draft!: boolean;
  addPaper!: boolean;
  template!: boolean;
}

/** One act in the life of a request. */
export class RequestStepDto {
  act!: RequestAct | 'create';
  at!: string;
  /** Null: the system, at the deadline. */
  by!: ReplyPersonDto | null;
  reason!: string | null;
}

/** What decides how a summarised request may end. */
export class RequestStandingDto {
  conditions!: number;
  discussions!: number;
  /** Why it cannot be adopted in writing; null when it can. */
  whyNotAdopted!: 'notAdoptedByCount' | 'discussionAsked' | null;
  proposed!: 'adopt' | 'toSession' | 'rework';
}

/** The agenda item that the matter became. */
export class RequestItemDto {
  sessionId!: string;
  itemId!: string;
  title!: string;
  titleEn!: string | null;
}

/** A request that became an item of a session. */
export class RequestOfItemDto {
  requestId!: string;
  itemId!: string;
  title!: string;
  titleEn!: string | null;
  /** Its replies stand on the item as positions and comments. */
  isPublic!: boolean;
}

export class RequestsOfSessionDto {
  requests!: RequestOfItemDto[];
}

/** For whom an assistant reads and prepares. */
export class AssistedDto {
  memberId!: string;
  name!: string;
  nameEn!: string | null;
  title!: string;
  titleEn!: string | null;
}

/** A draft that an assistant prepared. */
export class PreparedDraftDto {
  by!: ReplyPersonDto;
  handedUpAt!: string | null;
  /** The member has changed it since. */
  isEdited!: boolean;
}

export class OpinionRequestDto extends RequestBriefDto {
  explanation!: string | null;
  workingDays!: number;
  isPublic!: boolean;
  returnReason!: string | null;
  recallReason!: string | null;
  ruleSet!: RuleSetDto;
  choices!: Choice[];
  questions!: QuestionDto[];
  papers!: PaperBriefDto[];
  /** My draft, or what I sent. */
  myAnswers!: MyAnswerDto[];
  myComments!: ReplyCommentDto[];
  myDiscussion!: string | null;
  myFiles!: ReplyFileDto[];
  mySentAt!: string | null;
  /** Who prepared my draft or what I sent, where it was an assistant. */
  prepared!: PreparedDraftDto | null;
  /** Null: I read for myself. */
  assisted!: AssistedDto | null;
  conclusion!: string | null;
  conclusionEn!: string | null;
  /** Null until it is closed, and for who may not see the replies. */
  standing!: RequestStandingDto | null;
  item!: RequestItemDto | null;
  reworkedFromId!: string | null;
  reworkedIntoId!: string | null;
  history!: RequestStepDto[];
  /** Who is asked; null for members while it runs. */
  members!: AskedMemberDto[] | null;
  can!: RequestCanDto;
}
