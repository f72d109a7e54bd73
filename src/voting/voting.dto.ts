import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { RuleSetDto } from '../bodies/rule-sets.dto.js';
import { CHOICES, type Base, type Choice } from '../bodies/domain/rule-set.js';
import { ProofDto } from '../identity/step-up/step-up.dto.js';
import type { Channel } from './domain/casting.js';
import { MOTION_KINDS, type MotionKind, type MotionState } from './domain/motion-states.js';

/** An option, or a person who stands for election. */
export class NewOptionDto {
  @IsString() @Length(1, 300)
  label!: string;

  @IsOptional() @IsString() @MaxLength(300)
  labelEn?: string;
}

export class PrepareMotionDto {
  @IsString() @Length(1, 1000)
  question!: string;

  @IsOptional() @IsString() @Length(1, 1000)
  questionEn?: string;

  /** A named vote: who voted what is shown after publication. */
  @IsOptional() @IsIn(['named'])
  visibility?: 'named';

  /** A question, options, persons, or a block of items. The consent list has an act of its own. Default: a question. */
  @IsOptional() @IsIn(MOTION_KINDS.filter((kind) => kind !== 'consentList'))
  kind?: Exclude<MotionKind, 'consentList'>;

  /** What can be chosen among, for options and elections. */
  @IsOptional() @IsArray() @ArrayMinSize(2) @ArrayMaxSize(100) @ValidateNested({ each: true }) @Type(() => NewOptionDto)
  options?: NewOptionDto[];

  /** How many a ballot may choose. Default: 1. */
  @IsOptional() @IsInt() @Min(1) @Max(100)
  most?: number;

  /** How many are taken. Default: 1. */
  @IsOptional() @IsInt() @Min(1) @Max(100)
  places?: number;

  /** The other items of a block. */
  @IsOptional() @IsArray() @ArrayMaxSize(500) @ArrayUnique() @IsUUID('all', { each: true })
  itemIds?: string[];
}

export class EditMotionDto {
  @IsOptional() @IsString() @Length(1, 1000)
  question?: string;

  @IsOptional() @IsString() @MaxLength(1000)
  questionEn?: string;

  @IsOptional() @IsArray() @ArrayMinSize(2) @ArrayMaxSize(100) @ValidateNested({ each: true }) @Type(() => NewOptionDto)
  options?: NewOptionDto[];

  @IsOptional() @IsInt() @Min(1) @Max(100)
  most?: number;

  @IsOptional() @IsInt() @Min(1) @Max(100)
  places?: number;
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

  /** The options chosen, with "agree". */
  @IsOptional() @IsArray() @ArrayMaxSize(100) @ArrayUnique() @IsUUID('all', { each: true })
  selected?: string[];

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
  kind!: MotionKind;
}

export class OptionDto {
  id!: string;
  label!: string;
  labelEn!: string | null;
}

export class OptionResultDto {
  id!: string;
  votes!: number;
  chosen!: boolean;
  /** As many votes as another for the last place: put again. */
  tied!: boolean;
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
  selected!: string[] | null;
  receipt!: string;
  at!: string;
  /** Entered by the secretariat at a roll-call. */
  entered!: boolean;
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
  selected!: string[] | null;
  channel!: Channel | null;
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
  /** What each option got; null for a question. */
  options!: OptionResultDto[] | null;
}

export class MotionCanDto {
  edit!: boolean;
  open!: boolean;
  pause!: boolean;
  continue!: boolean;
  enter!: boolean;
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
  /** What can be chosen among; null for a question. */
  options!: OptionDto[] | null;
  most!: number | null;
  places!: number | null;
  /** Items it decides: one, or those of a block or of the consent list. */
  itemIds!: string[];
  rollCall!: boolean;
  can!: MotionCanDto;
}
