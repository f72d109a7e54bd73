import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { QUESTION_KINDS, type QuestionKind } from './domain/question.js';
import { REQUEST_ACTS, type RequestAct } from './domain/request-states.js';

export class OptionLabelDto {
  @IsString() @Length(1, 300)
  label!: string;

  @IsOptional() @IsString() @MaxLength(300)
  labelEn?: string;
}

export class QuestionTextDto {
  @IsString() @Length(1, 1000)
  text!: string;

  @IsOptional() @IsString() @MaxLength(1000)
  textEn?: string;

  /** Left out: answered by the choices of the rule set. */
  @IsOptional() @IsIn(QUESTION_KINDS)
  kind?: QuestionKind;

  /** What can be chosen among, where the kind is `options`. */
  @IsOptional() @IsArray() @ArrayMaxSize(30) @ValidateNested({ each: true }) @Type(() => OptionLabelDto)
  options?: OptionLabelDto[];

  /** How many options a reply may choose; 1 when left out. */
  @IsOptional() @IsInt() @Min(1) @Max(30)
  most?: number;
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

  /** Needed to return, extend, recall and rework. */
  @IsOptional() @IsString() @MaxLength(2000)
  reason?: string;

  /** To extend: working days after the present deadline. */
  @IsOptional() @IsInt() @Min(1) @Max(60)
  workingDays?: number;

  /** To summarise: what is concluded from the replies. */
  @IsOptional() @IsString() @MaxLength(20_000)
  conclusion?: string;

  @IsOptional() @IsString() @MaxLength(20_000)
  conclusionEn?: string;

  /** To put it to a session: one that is in preparation. */
  @IsOptional() @IsUUID()
  sessionId?: string;
}
