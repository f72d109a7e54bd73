import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, Min, ValidateNested } from 'class-validator';
import { CHOICES, type Base, type Choice } from './domain/rule-set.js';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

export class FractionDto {
  @IsInt() @Min(0) @Max(1000)
  numerator!: number;

  @IsInt() @Min(1) @Max(1000)
  denominator!: number;
}

export class AdoptionDto {
  @ValidateNested() @Type(() => FractionDto)
  threshold!: FractionDto;

  /** True: more than the threshold. False: at least. */
  @IsBoolean()
  strict!: boolean;

  /** Of all members in office, of those present, or of the ballots that agree or disagree. */
  @IsIn(['all', 'present', 'cast'])
  of!: Base;
}

export class LeadDaysDto {
  @IsInt() @Min(0) @Max(60)
  regular!: number;

  @IsInt() @Min(0) @Max(60)
  adHoc!: number;
}

export class OpinionDaysDto {
  @IsInt() @Min(1) @Max(60)
  least!: number;

  @IsInt() @Min(1) @Max(60)
  most!: number;

  @IsInt() @Min(1) @Max(60)
  byDefault!: number;
}

export class SpeakingMinutesDto {
  @IsInt() @Min(1) @Max(240)
  presentation!: number;

  @IsInt() @Min(1) @Max(240)
  speech!: number;

  @IsInt() @Min(1) @Max(240)
  intervention!: number;

  @IsInt() @Min(1) @Max(240)
  pointOfOrder!: number;
}

export class CreateRuleSetDto {
  @IsString() @Length(1, 200)
  name!: string;

  @IsString() @Length(1, 200)
  nameEn!: string;

  @IsString() @Length(1, 500)
  citation!: string;

  @IsString() @Length(1, 500)
  citationEn!: string;

  /** First day in force. */
  @IsOptional() @Matches(DATE)
  from?: string;

  /** Last day in force. */
  @IsOptional() @Matches(DATE)
  until?: string;

  @ValidateNested() @Type(() => FractionDto)
  quorum!: FractionDto;

  @ValidateNested() @Type(() => AdoptionDto)
  adoption!: AdoptionDto;

  @IsIn(['chair', 'rejected'])
  tie!: 'chair' | 'rejected';

  @IsArray() @ArrayMinSize(2) @ArrayMaxSize(4) @IsIn(CHOICES, { each: true })
  choices!: Choice[];

  @ValidateNested() @Type(() => LeadDaysDto)
  papersLeadDays!: LeadDaysDto;

  @ValidateNested() @Type(() => OpinionDaysDto)
  opinionDays!: OpinionDaysDto;

  @IsIn(['deemed', 'notAnswered'])
  silence!: 'deemed' | 'notAnswered';

  @IsBoolean()
  absentMayVote!: boolean;

  @IsBoolean()
  changeBallot!: boolean;

  /** Whether casting a ballot and sending a reply ask for the person again. Default: no. */
  @IsOptional() @IsBoolean()
  stepUp?: boolean;

  /** Whether silence before a session counts as "no objection" for the consent list. Default: no. */
  @IsOptional() @IsBoolean()
  consentBySilence?: boolean;

  /** Minutes of a turn, by its kind. */
  @IsOptional() @ValidateNested() @Type(() => SpeakingMinutesDto)
  speakingMinutes?: SpeakingMinutesDto;

  /** Pages of papers above which an item needs a summary. Default: never. */
  @IsOptional() @IsInt() @Min(1) @Max(1000)
  summaryAbovePages?: number;

  /** Pages a summary may have. Default: any number. */
  @IsOptional() @IsInt() @Min(1) @Max(1000)
  summaryAtMostPages?: number;
}

/** A working regulation as it is pinned and shown. */
export class RuleSetDto {
  id!: string;
  key!: string;
  name!: string;
  nameEn!: string;
  citation!: string;
  citationEn!: string;
  from!: string | null;
  until!: string | null;
  custom!: boolean;
  quorum!: FractionDto;
  adoption!: AdoptionDto;
  tie!: 'chair' | 'rejected';
  choices!: Choice[];
  papersLeadDays!: LeadDaysDto;
  opinionDays!: OpinionDaysDto;
  silence!: 'deemed' | 'notAnswered';
  absentMayVote!: boolean;
  changeBallot!: boolean;
  stepUp!: boolean;
  consentBySilence!: boolean;
  speakingMinutes!: SpeakingMinutesDto;
  summaryAbovePages!: number | null;
  summaryAtMostPages!: number | null;
}

export class CanCreateDto {
  create!: boolean;
}

export class CanEditDto {
  edit!: boolean;
}

export class RuleSetsDto {
  ruleSets!: RuleSetDto[];
  can!: CanCreateDto;
}
