import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsOptional, IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';
import type { OffReason } from '../agenda/domain/consent.js';
import { CHOICES, type Choice } from '../bodies/domain/rule-set.js';

export class OpenDto {
  /** Members are called by name, and the secretariat enters what they say. Default: no. */
  @IsOptional() @IsBoolean()
  rollCall?: boolean;
}

export class PutDto extends OpenDto {
  /** Where nothing was prepared; the item's title when left out. */
  @IsOptional() @IsString() @Length(1, 1000)
  question?: string;

  @IsOptional() @IsString() @MaxLength(1000)
  questionEn?: string;
}

export class AdoptListDto {
  /** The list as it was seen: another one is refused. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(500) @ArrayUnique() @IsUUID('all', { each: true })
  itemIds!: string[];

  @IsString() @Length(1, 1000)
  question!: string;

  @IsOptional() @IsString() @Length(1, 1000)
  questionEn?: string;
}

/** What a member says when called by name. */
export class RollCallDto {
  @IsUUID()
  memberId!: string;

  @IsIn(CHOICES)
  choice!: Choice;

  @IsOptional() @IsString() @MaxLength(5000) @Matches(/^[^\0]*$/)
  text?: string;

  @IsOptional() @IsArray() @ArrayMaxSize(100) @ArrayUnique() @IsUUID('all', { each: true })
  selected?: string[];
}

export class PulledByDto {
  memberId!: string;
  name!: string;
  nameEn!: string | null;
}

export class ConsentItemCanDto {
  pull!: boolean;
  restore!: boolean;
}

export class ConsentItemDto {
  itemId!: string;
  /** Why it is not on the list; null: it is. */
  off!: OffReason | null;
  pulledBy!: PulledByDto | null;
  can!: ConsentItemCanDto;
}

export class ConsentCanDto {
  adopt!: boolean;
}

/** What is adopted without discussion. */
export class ConsentListDto {
  items!: ConsentItemDto[];
  /** Whether silence counts as "no objection". */
  bySilence!: boolean;
  citation!: string;
  citationEn!: string;
  /** The vote on it, once it was opened. */
  motionId!: string | null;
  can!: ConsentCanDto;
}
