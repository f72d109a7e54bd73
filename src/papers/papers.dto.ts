import { IsIn, IsInt, IsOptional, IsString, Length, Max, MaxLength, Min } from 'class-validator';
import type { OfficeWarning } from './domain/office-file.js';
import { PAPER_PARTS, type PaperPart, type PaperState } from './domain/paper-states.js';

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

  /** What it is among the papers of its matter. */
  @IsOptional() @IsIn(PAPER_PARTS)
  part?: PaperPart;

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

  /** Read without a network, so long before this was sent: a clock that is wrong does not matter. Counts if the version was out by then. */
  @IsOptional() @IsInt() @Min(0) @Max(31_536_000)
  secondsAgo?: number;
}

/** A document that a PDF was made from. */
export class OriginalFileDto {
  fileName!: string;
  /** Bytes. */
  size!: number;
  sha256!: string;
  warnings!: OfficeWarning[];
}

/** Size of a page in points. */
export class PageSizeDto {
  width!: number;
  height!: number;
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
  /** The document it was made from; null when it came as a PDF. */
  original!: OriginalFileDto | null;
  /** Size of the first page, where there is a picture of it (`first-page`). */
  firstPage!: PageSizeDto | null;
  /** The reader may take a copy with their name, and print it. */
  mayCopy!: boolean;
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
  /** The dossier it came with. */
  dossierId!: string | null;
  part!: PaperPart | null;
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
