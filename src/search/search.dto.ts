import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsISO8601, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import type { ItemOutcome } from '../agenda/domain/agenda.js';

export const SEARCH_KINDS = ['paper', 'item', 'motion', 'comment', 'request', 'session'] as const;
/** `paper`: a page of a paper, or its title; `request`: a written opinion request with its questions, and its conclusion once it has ended. */
export type SearchKind = (typeof SEARCH_KINDS)[number];

const toBoolean = ({ value }: { value: unknown }): unknown => (value === '1' || value === 'true' ? true : value === '0' || value === 'false' ? false : value);

export class SearchQueryDto {
  /** Words; in quotes they stand side by side. */
  @IsString() @Length(1, 200)
  q!: string;

  /** Only of this kind; then also the pages after the first. */
  @IsOptional() @IsIn(SEARCH_KINDS)
  kind?: SearchKind;

  @IsOptional() @IsUUID()
  bodyId?: string;

  @IsOptional() @IsUUID()
  sessionId?: string;

  /** Of sessions that begin at this moment or later, and requests sent then. */
  @IsOptional() @IsISO8601()
  from?: string;

  /** Of sessions that begin before this moment, and requests sent then. */
  @IsOptional() @IsISO8601()
  until?: string;

  /** Only with the accents as written. */
  @IsOptional() @IsBoolean() @Type(() => String) @Transform(toBoolean)
  exact?: boolean;

  /** Only papers that have text, not scans. */
  @IsOptional() @IsBoolean() @Type(() => String) @Transform(toBoolean)
  hasText?: boolean;

  /** The last word is still being typed. */
  @IsOptional() @IsBoolean() @Type(() => String) @Transform(toBoolean)
  typing?: boolean;

  /** Where the page before ended, as it said. */
  @IsOptional() @IsString() @MaxLength(200)
  after?: string;
}

export class SnippetDto {
  text!: string;
  /** What was found, as pairs [first letter, after the last]. */
  marks!: number[][];
  isCutBefore!: boolean;
  isCutAfter!: boolean;
}

export class SearchHitDto {
  kind!: SearchKind;
  /** Of the session, item, motion, comment or request; of a paper the version. */
  id!: string;
  sessionId!: string | null;
  sessionTitle!: string | null;
  sessionTitleEn!: string | null;
  startsAt!: string | null;
  itemId!: string | null;
  requestId!: string | null;
  paperId!: string | null;
  versionId!: string | null;
  /** Null: the title of the paper. */
  page!: number | null;
  title!: string;
  titleEn!: string | null;
  /** Who wrote the comment. */
  author!: string | null;
  authorEn!: string | null;
  outcome!: ItemOutcome | null;
  /** Of a paper: false for a scan. */
  hasText!: boolean | null;
  snippet!: SnippetDto;
}

export class SearchGroupDto {
  kind!: SearchKind;
  total!: number;
  hits!: SearchHitDto[];
  /** What to ask `after` for more; null at the end. */
  next!: string | null;
}

export class SearchDto {
  groups!: SearchGroupDto[];
  /** False where this installation keeps no text of pages: only titles of papers are found. */
  keepsText!: boolean;
}
