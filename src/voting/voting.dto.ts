import { Type } from 'class-transformer';
import { IsIn, IsOptional, IsString, Length, Matches, MaxLength, ValidateNested } from 'class-validator';
import { RuleSetDto } from '../bodies/rule-sets.dto.js';
import { CHOICES, type Base, type Choice } from '../bodies/domain/rule-set.js';
import { ProofDto } from '../identity/step-up/step-up.dto.js';
import type { MotionState } from './domain/motion-states.js';

export class PrepareMotionDto {
  @IsString() @Length(1, 1000)
  question!: string;

  @IsOptional() @IsString() @Length(1, 1000)
  questionEn?: string;

  /** A named vote: who voted what is shown after publication. */
  @IsOptional() @IsIn(['named'])
  visibility?: 'named';
}

export class EditMotionDto {
  @IsOptional() @IsString() @Length(1, 1000)
  question?: string;

  @IsOptional() @IsString() @MaxLength(1000)
  questionEn?: string;
}

export class AnnulDto {
  @IsString() @Length(1, 2000)
  reason!: string;
}

export class CastDto {
  @IsIn(CHOICES)
  choice!: Choice;

  /** Needed with "other opinion". */
  @IsOptional() @IsString() @MaxLength(5000) @Matches(/^[^\0]*$/)
  text?: string;

  /** The person once more, where the rule set asks for it. */
  @IsOptional() @ValidateNested() @Type(() => ProofDto)
  proof?: ProofDto;
}

/** What the voter keeps. The same ballot sent again gets the same answer. */
export class ReceiptDto {
  motionId!: string;
  receipt!: string;
  choice!: Choice;
  at!: string;
}

export class MotionBriefDto {
  id!: string;
  itemId!: string;
  question!: string;
  questionEn!: string | null;
  state!: MotionState;
  visibility!: 'named';
}

export class VoterDto {
  memberId!: string;
  name!: string;
  nameEn!: string | null;
  title!: string;
  titleEn!: string | null;
  hasVoted!: boolean;
}

export class ProgressDto {
  cast!: number;
  members!: VoterDto[];
}

export class MyBallotDto {
  choice!: Choice;
  text!: string | null;
  receipt!: string;
  at!: string;
}

export class TallyDto {
  agree!: number;
  disagree!: number;
  otherOpinion!: number;
  abstain!: number;
  notVoted!: number;
  /** Members who recused themselves: of the body, not on the roll. */
  recused!: number;
}

export class NamedBallotDto {
  memberId!: string;
  name!: string;
  nameEn!: string | null;
  title!: string;
  titleEn!: string | null;
  seatNumber!: number;
  /** Null: did not vote. */
  choice!: Choice | null;
  text!: string | null;
  channel!: 'room' | 'remote' | null;
}

/** The outcome with its arithmetic: "needed of base; agreed, disagreed, did not vote". */
export class MotionResultDto {
  tally!: TallyDto;
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
  ballots!: NamedBallotDto[];
}

export class MotionCanDto {
  edit!: boolean;
  open!: boolean;
  close!: boolean;
  publish!: boolean;
  annul!: boolean;
  cast!: boolean;
  repeat!: boolean;
}

export class MotionDto extends MotionBriefDto {
  sessionId!: string;
  choices!: Choice[];
  ruleSet!: RuleSetDto;
  openedAt!: string | null;
  closedAt!: string | null;
  publishedAt!: string | null;
  /** Members on the frozen roll; null before the vote is opened. */
  rollCount!: number | null;
  /** While open: who has voted, never what. Null before. */
  progress!: ProgressDto | null;
  myBallot!: MyBallotDto | null;
  /** Null while hidden: until closed for chair and secretariat, until published for all. */
  result!: MotionResultDto | null;
  annulReason!: string | null;
  repeats!: string | null;
  can!: MotionCanDto;
}
