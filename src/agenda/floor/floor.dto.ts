import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Max, Min } from 'class-validator';
import { TURN_KINDS, type TurnKind, type TurnState } from '../domain/speakers.js';

export class CurrentItemDto {
  /** Null: no item is under discussion. */
  @IsOptional() @IsUUID()
  itemId!: string | null;
}

export class AskFloorDto {
  @IsIn(TURN_KINDS)
  kind!: TurnKind;

  /** Another member, for whom the office asks. */
  @IsOptional() @IsUUID()
  memberId?: string;

  /** Somebody who is no member, for whom the office asks. */
  @IsOptional() @IsString() @Length(1, 200)
  name?: string;

  /** Minutes; those of the rule set when left out. */
  @IsOptional() @IsInt() @Min(1) @Max(240)
  minutes?: number;
}

const TURN_ACTS = ['withdraw', 'start', 'end', 'extend', 'move'] as const;
export type TurnAct = (typeof TURN_ACTS)[number];

export class TurnActDto {
  @IsIn(TURN_ACTS)
  act!: TurnAct;

  /** Minutes more, with "extend". Default: 1. */
  @IsOptional() @IsInt() @Min(1) @Max(60)
  minutes?: number;

  /** Place among the waiting of its kind from 0, with "move". Default: the first. */
  @IsOptional() @IsInt() @Min(0) @Max(1000)
  index?: number;
}

export class TurnCanDto {
  withdraw!: boolean;
  start!: boolean;
  end!: boolean;
}

export class TurnDto {
  id!: string;
  itemId!: string;
  memberId!: string | null;
  name!: string;
  nameEn!: string | null;
  kind!: TurnKind;
  state!: TurnState;
  minutes!: number;
  askedAt!: string;
  startedAt!: string | null;
  endedAt!: string | null;
  /** Has not spoken in this session yet. */
  isFirst!: boolean;
  can!: TurnCanDto;
}

export class SpokenDto {
  memberId!: string;
  name!: string;
  nameEn!: string | null;
  turns!: number;
  seconds!: number;
}

export class FloorCanDto {
  /** I ask for myself. */
  ask!: boolean;
  /** I give the floor, and ask for others. */
  run!: boolean;
}

/** Who speaks, who waits in the order they will be called, and who has spoken. */
export class FloorDto {
  /** The server's clock, so that timers agree on every screen. */
  now!: string;
  speaking!: TurnDto | null;
  /** Waiting on the item under discussion. */
  waiting!: TurnDto[];
  /** Ended turns of the session, newest first. */
  done!: TurnDto[];
  /** Members of this session with how often and how long they spoke; who never spoke has 0. */
  spoken!: SpokenDto[];
  can!: FloorCanDto;
}
