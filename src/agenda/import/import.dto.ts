import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Min } from 'class-validator';
import { ITEM_KINDS, type ItemKind } from '../domain/agenda.js';
import type { ImportFormat } from '../domain/import/imported.js';

export class PreviewAgendaDto {
  /** The file's text. */
  @IsString() @Length(1, 2_000_000)
  text!: string;
}

export class ImportAgendaDto extends PreviewAgendaDto {
  /** What the preview said. */
  @IsString() @Length(64, 64)
  digest!: string;

  /** Which meetings of the file, from 0. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(1000) @ArrayUnique() @IsInt({ each: true }) @Min(0, { each: true })
  meetings!: number[];

  /** The session whose agenda gets the items; a new session for each meeting when left out. */
  @IsOptional() @IsUUID()
  sessionId?: string;

  /** For items of which the file does not say. */
  @IsIn(ITEM_KINDS)
  kind!: ItemKind;
}

export class ImportedItemDto {
  /** For example "2.1". */
  number!: string;
  title!: string;
  kind!: ItemKind | null;
  sponsor!: string | null;
  minutes!: number | null;
  summary!: string | null;
}

export class ImportedMeetingDto {
  title!: string;
  startsAt!: string | null;
  place!: string;
  cancelled!: boolean;
  items!: ImportedItemDto[];
}

export class AgendaPreviewDto {
  format!: ImportFormat;
  /** Meetings and items of the file; all of them are in `meetings`. */
  lines!: number;
  digest!: string;
  meetings!: ImportedMeetingDto[];
}

export class AgendaImportedDto {
  /** Sessions that were made or filled. */
  sessionIds!: string[];
  items!: number;
}
