import { IsIn } from 'class-validator';

const PLAYS = ['arrive', 'askFloor', 'vote'] as const;
/** What the made-up members do together: come into the room, ask to speak, vote. */
export type Play = (typeof PLAYS)[number];

export class PlayDto {
  @IsIn(PLAYS)
  act!: Play;
}

export class PlayedDto {
  /** How many of them did it. */
  count!: number;
}
