import { Type } from 'class-transformer';
import { IsInt, IsOptional, Min } from 'class-validator';
import type { EventIds, EventType } from '../contract/live-events.js';

export class ChangesQueryDto {
  /** The highest number the client is sure of; without it the answer says only how far the journal has come. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(0)
  since?: number;
}

export class ChangeDto {
  seq!: number;
  audience!: string;
  /** What happened, e.g. `motion.opened`. */
  type!: EventType;
  /** Ids of the things it happened to. */
  ids!: EventIds;
}

export class ChangesDto {
  /** The client's new head. */
  upTo!: number;
  /** So much was missed that everything should be read again. */
  reset!: boolean;
  changes!: ChangeDto[];
}
