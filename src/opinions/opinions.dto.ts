import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { RuleSetDto } from '../bodies/rule-sets.dto.js';
import { CHOICES, type Base, type Choice } from '../bodies/domain/rule-set.js';
import { ProofDto } from '../identity/step-up/step-up.dto.js';
import { PaperBriefDto } from '../papers/papers.dto.js';
import { REQUEST_ACTS, type Bucket, type RequestAct, type RequestState } from './domain/request-states.js';

export class QuestionTextDto {
  @IsString() @Length(1, 1000)
  text!: string;

  @IsOptional() @IsString() @MaxLength(1000)
  textEn?: string;
}

export class CreateRequestDto {
  @IsString() @Length(1, 500)
  title!: string;

  @IsOptional() @IsString() @MaxLength(500)
  titleEn?: string;

  @IsOptional() @IsString() @MaxLength(10_000)
  explanation?: string;

  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => QuestionTextDto)
  questions!: QuestionTextDto[];

  /** Members of the body who are asked. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(6000) @ArrayUnique() @IsUUID('all', { each: true })
  memberIds!: string[];

  /** Working days from sending to the deadline; within what the rule set allows. */
  @IsInt() @Min(1) @Max(60)
  workingDays!: number;

  /** Members see each other's replies after the close. */
  @IsBoolean()
  isPublic!: boolean;
}

export class EditRequestDto {
  @IsOptional() @IsString() @Length(1, 500)
  title?: string;

  @IsOptional() @IsString() @MaxLength(500)
  titleEn?: string;

  @IsOptional() @IsString() @MaxLength(10_000)
  explanation?: string;

  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => QuestionTextDto)
  questions?: QuestionTextDto[];

  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(6000) @ArrayUnique() @IsUUID('all', { each: true })
  memberIds?: string[];

  @IsOptional() @IsInt() @Min(1) @Max(60)
  workingDays?: number;

  @IsOptional() @IsBoolean()
  isPublic?: boolean;
}

export class RequestActDto {
  @IsIn(REQUEST_ACTS)
  act!: RequestAct;

  /** Needed to return, extend and recall. */
  @IsOptional() @IsString() @MaxLength(2000)
  reason?: string;

  /** To extend: working days after the present deadline. */
  @IsOptional() @IsInt() @Min(1) @Max(60)
  workingDays?: number;
}

export class AnswerDto {
  @IsUUID()
  questionId!: string;

  /** May be left out in a draft. */
  @IsOptional() @IsIn(CHOICES)
  choice?: Choice;

  /** Needed with "other opinion". */
  @IsOptional() @IsString() @MaxLength(10_000)
  text?: string;
}

export class ReplyDto {
  @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => AnswerDto)
  answers!: AnswerDto[];

  /** True: send for good. False: keep as a draft that only I see. */
  @IsBoolean()
  send!: boolean;

  /** The person once more, to send, where the rule set asks for it. */
  @IsOptional() @ValidateNested() @Type(() => ProofDto)
  proof?: ProofDto;
}

export class QuestionTallyDto {
  agree!: number;
  disagree!: number;
  otherOpinion!: number;
  abstain!: number;
  /** Silent members who are deemed to agree by the rule set. */
  deemed!: number;
  notAnswered!: number;
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
}

export class QuestionDto {
  id!: string;
  text!: string;
  textEn!: string | null;
  /** Null until the request is closed, or for who may not see it. */
  result!: QuestionResultDto | null;
}

export class MyAnswerDto {
  questionId!: string;
  choice!: Choice | null;
  text!: string | null;
}

export class MemberAnswerDto {
  questionId!: string;
  choice!: Choice;
  text!: string | null;
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
  myReply!: 'none' | 'draft' | 'sent' | 'deemed' | 'notAsked';
  bucket!: Bucket | null;
}

export class RequestsCanDto {
  create!: boolean;
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
  reply!: boolean;
  addPaper!: boolean;
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
  mySentAt!: string | null;
  /** Who is asked; null for members while it runs. */
  members!: AskedMemberDto[] | null;
  can!: RequestCanDto;
}
