import { IsString, Length, Matches } from 'class-validator';

export class PrivateWordTextDto {
  /** Short: it is read while somebody else speaks. */
  @IsString() @Length(1, 500) @Matches(/^[^\0]*[^\0\s][^\0]*$/)
  text!: string;
}

export class PrivateWordDto {
  id!: string;
  /** Whether it was sent to me; else I sent it. */
  isToMe!: boolean;
  /** The other of the two: by office or name. */
  name!: string;
  nameEn!: string | null;
  text!: string;
  sentAt!: string;
  readAt!: string | null;
  answer!: string | null;
  answeredAt!: string | null;
}

/** What I sent to who presides, and what was sent to me. */
export class PrivateWordsDto {
  /** Oldest first. */
  words!: PrivateWordDto[];
  /** Whether I may send one now. */
  canSend!: boolean;
}
