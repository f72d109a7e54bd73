import { Type } from 'class-transformer';
import { IsIn, IsInt, IsString, IsUUID, Length, Max, Min } from 'class-validator';
import { CanEditDto } from './rule-sets.dto.js';

export class CalendarQueryDto {
  @Type(() => Number) @IsInt() @Min(2000) @Max(2100)
  year!: number;
}

export class CalendarDayDto {
  date!: string;
  kind!: 'holiday' | 'workday';
  name!: string;
  nameEn!: string;
}

export class CalendarDto {
  days!: CalendarDayDto[];
  can!: CanEditDto;
}

export class SetCalendarDayDto {
  /** A holiday, or a Saturday or Sunday that is worked. */
  @IsIn(['holiday', 'workday'])
  kind!: 'holiday' | 'workday';

  @IsString() @Length(1, 100)
  name!: string;

  @IsString() @Length(1, 100)
  nameEn!: string;
}

export class DeadlineQueryDto {
  @IsUUID()
  bodyId!: string;

  @Type(() => Number) @IsInt() @Min(1) @Max(60)
  workingDays!: number;
}

export class SkippedDayDto {
  date!: string;
  reason!: 'weekend' | 'holiday';
  /** The holiday's name; empty for a weekend. */
  name!: string;
  nameEn!: string;
}

export class DeadlineDto {
  /** The end of office hours of the last day. */
  dueAt!: string;
  /** Days that were passed over. */
  skipped!: SkippedDayDto[];
}
