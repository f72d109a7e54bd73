import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { CanCreateDto } from './rule-sets.dto.js';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const BODY_KINDS = ['government', 'committee', 'council', 'board'] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

export class CreateBodyDto {
  @IsString() @Length(1, 200)
  name!: string;

  @IsString() @Length(1, 200)
  nameEn!: string;

  @IsString() @Length(1, 40)
  shortName!: string;

  @IsIn(BODY_KINDS)
  kind!: BodyKind;

  @IsUUID()
  ruleSetId!: string;
}

export class EditBodyDto {
  @IsOptional() @IsString() @Length(1, 200)
  name?: string;

  @IsOptional() @IsString() @Length(1, 200)
  nameEn?: string;

  @IsOptional() @IsString() @Length(1, 40)
  shortName?: string;

  /** For sessions and requests opened from now on. */
  @IsOptional() @IsUUID()
  ruleSetId?: string;
}

export class BodyCanDto {
  edit!: boolean;
  importMembers!: boolean;
}

export class BodyDto {
  id!: string;
  name!: string;
  nameEn!: string;
  shortName!: string;
  kind!: BodyKind;
  ruleSetId!: string;
  timezone!: string;
  seatCount!: number;
  /** Members in office today. */
  memberCount!: number;
  can!: BodyCanDto;
}

export class BodiesDto {
  bodies!: BodyDto[];
  can!: CanCreateDto;
}

export class SeatsQueryDto {
  /** Who holds the seats on this day; today when left out. */
  @IsOptional() @Matches(DATE)
  on?: string;
}

export class CreateSeatDto {
  @IsInt() @Min(1) @Max(9999)
  number!: number;

  @IsString() @Length(1, 200)
  title!: string;

  @IsOptional() @IsString() @Length(1, 200)
  titleEn?: string;

  @IsOptional() @IsString() @MaxLength(200)
  organisation?: string;

  @IsBoolean()
  isChair!: boolean;

  @IsBoolean()
  votes!: boolean;
}

export class EditSeatDto {
  @IsOptional() @IsString() @Length(1, 200)
  title?: string;

  @IsOptional() @IsString() @Length(1, 200)
  titleEn?: string;

  @IsOptional() @IsString() @MaxLength(200)
  organisation?: string;

  @IsOptional() @IsBoolean()
  isChair?: boolean;

  @IsOptional() @IsBoolean()
  votes?: boolean;
}

export class CreateMemberDto {
  @IsString() @Length(1, 200)
  name!: string;

  @IsOptional() @IsString() @Length(1, 200)
  nameEn?: string;

  /** The account with which this member signs in. */
  @IsOptional() @IsUUID()
  accountId?: string;

  /** First day of the term. */
  @Matches(DATE)
  from!: string;
}

export class EndTermDto {
  /** Last day of the term. */
  @Matches(DATE)
  on!: string;
}

export class SeatMemberDto {
  id!: string;
  accountId!: string | null;
  name!: string;
  nameEn!: string | null;
  from!: string;
  until!: string | null;
}

export class SeatDto {
  id!: string;
  number!: number;
  title!: string;
  titleEn!: string | null;
  organisation!: string | null;
  isChair!: boolean;
  votes!: boolean;
  /** Who holds it; null when vacant: a vacant seat counts in no total. */
  member!: SeatMemberDto | null;
}

export class SeatsDto {
  seats!: SeatDto[];
}

export class ImportPreviewRequestDto {
  /** The file's text. */
  @IsString() @Length(1, 2_000_000)
  csv!: string;
}

export class ImportRequestDto extends ImportPreviewRequestDto {
  /** The digest of the preview that was agreed to. */
  @IsString() @Length(64, 64)
  digest!: string;
}

export class ImportProblemDto {
  code!: string;
  params!: Record<string, string>;
}

export class ImportRowDto {
  /** Line in the file; the header is line 1. */
  line!: number;
  name!: string;
  title!: string;
  act!: 'create' | 'update' | 'unchanged' | 'vacant' | 'error';
  errors!: ImportProblemDto[];
}

export class ImportPreviewDto {
  digest!: string;
  rows!: ImportRowDto[];
  /** No row has an error: it may be imported. */
  ok!: boolean;
}

export class ImportResultDto {
  created!: number;
  updated!: number;
  unchanged!: number;
}
