import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Length, Max, MaxLength, Min } from 'class-validator';
import type { PaperState } from './domain/paper-states.js';

const CLASSIFICATIONS = ['normal', 'mat', 'toiMat', 'tuyetMat'] as const;
export type Classification = (typeof CLASSIFICATIONS)[number];

/** Fields of an upload; they stand before the file. */
export class UploadFieldsDto {
  /** Title in the list of papers; the file's name when left out. */
  @IsOptional() @IsString() @Length(1, 300)
  title?: string;

  /** What changed, for the readers. */
  @IsOptional() @IsString() @MaxLength(2000)
  note?: string;

  /** Anything above `normal` is refused: such papers stay on paper. (rules.md §3) */
  @IsOptional() @IsIn(CLASSIFICATIONS)
  classification?: Classification;
}

export class RecallDto {
  @IsString() @Length(1, 2000)
  reason!: string;
}

export class ReadDto {
  /** The furthest page seen, from 1. */
  @IsInt() @Min(1) @Max(1_000_000)
  page!: number;
}

export class FileQueryDto {
  /** 1: to keep, not to show. */
  @IsOptional() @Type(() => Number) @IsIn([0, 1])
  download?: number;
}

export class PaperVersionDto {
  id!: string;
  number!: number;
  fileName!: string;
  /** Bytes. */
  size!: number;
  /** 0 when the file needs a password. */
  pages!: number;
  sha256!: string;
  uploadedAt!: string;
  releasedAt!: string | null;
  needsPassword!: boolean;
  /** False for a scan: it cannot be searched. */
  hasText!: boolean;
  /** Signatures in the file; says nothing about their being valid. */
  signatures!: number;
  note!: string | null;
}

export class PaperCanDto {
  replace!: boolean;
  release!: boolean;
  recall!: boolean;
  remove!: boolean;
}

export class PaperBriefDto {
  id!: string;
  itemId!: string | null;
  requestId!: string | null;
  title!: string;
  order!: number;
  state!: PaperState;
  /** The newest version the reader may see. */
  current!: PaperVersionDto;
  /** Versions the reader may see. */
  versionCount!: number;
  /** The current version came later than the regulation's lead time. */
  late!: boolean;
  /** `replaced`: read, but an older version. */
  readState!: 'unread' | 'read' | 'replaced';
  can!: PaperCanDto;
}

export class PaperDto extends PaperBriefDto {
  recallReason!: string | null;
  /** Newest first. */
  versions!: PaperVersionDto[];
}
