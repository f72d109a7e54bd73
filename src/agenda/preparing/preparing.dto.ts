import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsInt, IsISO8601, IsString, IsUUID, Length, Max, Min } from 'class-validator';
import type { SessionKind } from '../../sessions/domain/session-states.js';
import { RHYTHMS, type Rhythm } from '../domain/series.js';

export class CloneSessionDto {
  @IsString() @Length(1, 300)
  title!: string;

  /** When the copy begins; it lasts as long as the original. */
  @IsISO8601({ strict: true })
  startsAt!: string;
}

export class SeriesDto {
  @IsIn(RHYTHMS)
  rhythm!: Rhythm;

  /** How many sessions follow. */
  @IsInt() @Min(1) @Max(52)
  count!: number;
}

export class SeriesEntryDto {
  sessionId!: string;
  startsAt!: string;
  /** The day it fell on is no working day: it is on the next one. */
  moved!: boolean;
}

export class SeriesMadeDto {
  sessions!: SeriesEntryDto[];
}

export class SaveTemplateDto {
  @IsString() @Length(1, 200)
  name!: string;
}

export class FromTemplateDto {
  @IsUUID()
  templateId!: string;

  @IsString() @Length(1, 300)
  title!: string;

  @IsISO8601({ strict: true })
  startsAt!: string;
}

export class CarryForwardDto {
  /** Undecided items of ended sessions of the same body. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(200) @ArrayUnique() @IsUUID('all', { each: true })
  itemIds!: string[];
}

export class TemplateDto {
  id!: string;
  name!: string;
  kind!: SessionKind;
  place!: string;
  minutes!: number;
  itemCount!: number;
}

export class TemplatesDto {
  templates!: TemplateDto[];
}

export class UndecidedItemDto {
  itemId!: string;
  sessionId!: string;
  sessionTitle!: string;
  sessionTitleEn!: string | null;
  endedAt!: string;
  title!: string;
  titleEn!: string | null;
}

export class UndecidedDto {
  items!: UndecidedItemDto[];
}
