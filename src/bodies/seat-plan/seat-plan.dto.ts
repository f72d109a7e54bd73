import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import { MOST_COLUMNS, MOST_ROWS } from '../domain/seat-plan.js';

export class SeatPlaceDto {
  @IsUUID()
  seatId!: string;

  /** From 1, at the head. */
  @IsInt() @Min(1) @Max(MOST_ROWS)
  row!: number;

  /** From 1, at the left. */
  @IsInt() @Min(1) @Max(MOST_COLUMNS)
  column!: number;
}

export class DrawSeatPlanDto {
  /** None: the horseshoe in protocol order. */
  @IsArray() @ArrayMaxSize(2000) @ValidateNested({ each: true }) @Type(() => SeatPlaceDto)
  places!: SeatPlaceDto[];
}

export class PlacedSeatDto {
  seatId!: string;
  number!: number;
  title!: string;
  titleEn!: string | null;
  row!: number;
  column!: number;
}

export class SeatPlanCanDto {
  edit!: boolean;
}

/** Where the seats of a body stand. */
export class SeatPlanDto {
  bodyId!: string;
  seats!: PlacedSeatDto[];
  can!: SeatPlanCanDto;
}
