import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Max, MaxLength, MinLength, Min } from 'class-validator';
import { ITEM_KINDS, ITEM_OUTCOMES, STANDS, type ItemKind, type ItemOutcome, type Stand } from './domain/agenda.js';

export class CreateItemDto {
  @IsString() @Length(1, 500)
  title!: string;

  @IsOptional() @IsString() @Length(1, 500)
  titleEn?: string;

  @IsIn(ITEM_KINDS)
  kind!: ItemKind;

  /** The organisation that submits the matter. */
  @IsOptional() @IsString() @MaxLength(300)
  sponsor?: string;

  /** Minutes planned. */
  @IsInt() @Min(0) @Max(1440)
  minutes!: number;

  /** The item it lies below; the top when left out. */
  @IsOptional() @IsUUID()
  parentId?: string;

  @IsOptional() @IsString() @MaxLength(10_000)
  summary?: string;

  /** Screens on walls show its number only. */
  @IsOptional() @IsBoolean()
  withheld?: boolean;
}

export class EditItemDto {
  @IsOptional() @IsString() @Length(1, 500)
  title?: string;

  @IsOptional() @IsString() @MaxLength(500)
  titleEn?: string;

  @IsOptional() @IsIn(ITEM_KINDS)
  kind?: ItemKind;

  @IsOptional() @IsString() @MaxLength(300)
  sponsor?: string;

  @IsOptional() @IsInt() @Min(0) @Max(1440)
  minutes?: number;

  @IsOptional() @IsString() @MaxLength(10_000)
  summary?: string;

  /** Screens on walls show its number only. */
  @IsOptional() @IsBoolean()
  withheld?: boolean;
}

export class PlaceDto {
  /** Null: the top. */
  @IsOptional() @IsUUID()
  parentId!: string | null;

  /** Place among the siblings, from 0. */
  @IsInt() @Min(0) @Max(10_000)
  index!: number;
}

export class TakePositionDto {
  /** Null takes the position back. */
  @IsOptional() @IsIn(STANDS)
  stand!: Stand | null;

  @IsOptional() @IsString() @MaxLength(5000)
  text?: string;
}

export class RecuseDto {
  /** The member who takes no part; who is not of the office may only name themselves. */
  @IsUUID()
  memberId!: string;

  /** Which interest is touched; for the member, the chair and the secretariat. */
  @IsString() @MinLength(1) @MaxLength(2000)
  reason!: string;
}

export class SetOutcomeDto {
  @IsIn(ITEM_OUTCOMES)
  outcome!: ItemOutcome;
}

export class MemberPositionDto {
  memberId!: string;
  name!: string;
  nameEn!: string | null;
  stand!: Stand;
  text!: string | null;
}

export class PositionsDto {
  positions!: MemberPositionDto[];
}
