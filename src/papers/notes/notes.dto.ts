import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsNumber, IsOptional, IsString, IsUUID, Length, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { NOTE_COLOURS, NOTE_KINDS, type NoteColour, type NoteKind } from '../domain/note-merge.js';

/** Words in the page's text, with what stands before and after them. (W3C Web Annotation, TextQuoteSelector) */
export class NoteQuoteDto {
  @IsString() @Length(1, 4000)
  exact!: string;

  @IsString() @MaxLength(64)
  prefix!: string;

  @IsString() @MaxLength(64)
  suffix!: string;
}

export class StrokeDto {
  @IsUUID()
  id!: string;

  /** x, y and pressure of each point, as shares: 0–1. */
  @IsArray() @ArrayMaxSize(3000) @IsNumber({}, { each: true }) @Min(0, { each: true }) @Max(1, { each: true })
  points!: number[];
}

/** What a device knows of a note: where it stands, and the fields it changed since the revision it had seen. */
export class NoteEntryDto {
  @IsUUID()
  versionId!: string;

  /** The revision the device had seen; 0 for a note it made. */
  @IsInt() @Min(0) @Max(1_000_000_000)
  base!: number;

  @IsIn(NOTE_KINDS)
  kind!: NoteKind;

  /** From 1. */
  @IsInt() @Min(1) @Max(100_000)
  page!: number;

  @IsOptional() @ValidateNested() @Type(() => NoteQuoteDto)
  quote?: NoteQuoteDto;

  /** Where the quote begins in the page's text. (TextPositionSelector) */
  @IsOptional() @IsInt() @Min(0) @Max(10_000_000)
  start?: number;

  @IsOptional() @IsInt() @Min(0) @Max(10_000_000)
  end?: number;

  /** Left, top, width and height of each line of the quote, as shares of the page. */
  @IsOptional() @IsArray() @ArrayMaxSize(800) @IsNumber({}, { each: true }) @Min(0, { each: true }) @Max(1, { each: true })
  rects?: number[];

  /** Where a pin stands: x and y as shares of the page. */
  @IsOptional() @IsArray() @ArrayMaxSize(2) @IsNumber({}, { each: true }) @Min(0, { each: true }) @Max(1, { each: true })
  point?: number[];

  @IsOptional() @IsIn(NOTE_COLOURS)
  colour?: NoteColour;

  @IsOptional() @IsString() @MaxLength(4000)
  text?: string;

  /** Lines that were drawn. */
  @IsOptional() @IsArray() @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => StrokeDto)
  strokes?: StrokeDto[];

  /** Ids of lines that were rubbed out. */
  @IsOptional() @IsArray() @ArrayMaxSize(1000) @IsUUID(undefined, { each: true })
  erased?: string[];

  /** The note on an older version that this one carries on. */
  @IsOptional() @IsUUID()
  carriedFrom?: string;

  /** Takes a deletion back. */
  @IsOptional() @IsBoolean()
  revive?: boolean;
}

export class DropNoteQueryDto {
  /** The revision the device had seen. */
  @Type(() => Number) @IsInt() @Min(0) @Max(1_000_000_000)
  base!: number;
}

export class ShareNoteDto {
  /** Who may read it from now on; nobody else. */
  @IsArray() @ArrayMaxSize(100) @ArrayUnique() @IsUUID(undefined, { each: true })
  accountIds!: string[];
}

export class NotesQueryDto {
  @IsOptional() @IsUUID()
  sessionId?: string;

  @IsOptional() @IsUUID()
  paperId?: string;

  @IsOptional() @IsIn(NOTE_KINDS)
  kind?: NoteKind;

  /** In the note or in the words it is about; without regard to case and accents. */
  @IsOptional() @IsString() @MaxLength(200)
  words?: string;

  /** How many to pass over. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(0) @Max(100_000)
  from?: number;
}

export class NoteReaderDto {
  id!: string;
  name!: string;
  nameEn!: string | null;
}

export class NoteDto {
  id!: string;
  versionId!: string;
  versionNumber!: number;
  kind!: NoteKind;
  page!: number;
  quote!: NoteQuoteDto | null;
  start!: number | null;
  end!: number | null;
  rects!: number[];
  point!: number[] | null;
  colour!: NoteColour;
  text!: string;
  strokes!: StrokeDto[];
  revision!: number;
  isDeleted!: boolean;
  carriedFrom!: string | null;
  isMine!: boolean;
  by!: NoteReaderDto;
  /** Who may read it; told to its writer alone. */
  sharedWith!: NoteReaderDto[];
  createdAt!: string;
  updatedAt!: string;
}

export class VersionNotesDto {
  /** Mine, and those shared with me, in the order of the paper. */
  notes!: NoteDto[];
  /** Mine on older versions of the paper that have not found their place on a newer one. */
  earlier!: NoteDto[];
}

export class MyNoteDto extends NoteDto {
  paperId!: string;
  paperTitle!: string;
  /** Whether it is on the newest version. */
  isNewest!: boolean;
  itemId!: string | null;
  requestId!: string | null;
  sessionId!: string | null;
  sessionTitle!: string | null;
  sessionTitleEn!: string | null;
}

export class NotedSessionDto {
  id!: string;
  title!: string;
  titleEn!: string | null;
}

export class MyNotesDto {
  notes!: MyNoteDto[];
  /** Sessions to choose from. */
  sessions!: NotedSessionDto[];
  total!: number;
}

export class NoteReadersDto {
  people!: NoteReaderDto[];
}

/** A page of annotations. (W3C Web Annotation Data Model, AnnotationPage) */
export class AnnotationPageDto {
  '@context'!: string;
  id!: string;
  type!: string;
  items!: object[];
}
