import type { ItemKind, ItemOutcome } from '../agenda/domain/agenda.js';
import type { AttendanceState } from '../sessions/domain/attendance.js';
import type { SessionState } from '../sessions/domain/session-states.js';
import type { MotionKind, MotionState } from '../voting/domain/motion-states.js';
import { TallyDto } from '../voting/voting.dto.js';

export class ItemFigureDto {
  itemId!: string;
  /** For example "2.1". */
  number!: string;
  title!: string;
  titleEn!: string | null;
  kind!: ItemKind;
  outcome!: ItemOutcome | null;
  /** Minutes it was given. */
  minutes!: number;
  /** Seconds it was under discussion. */
  usedSeconds!: number;
  /** Turns that were spoken on it. */
  turns!: number;
}

/** One member's part in the session. */
export class MemberFigureDto {
  memberId!: string;
  seatNumber!: number;
  name!: string;
  nameEn!: string | null;
  title!: string;
  titleEn!: string | null;
  state!: AttendanceState;
  mode!: 'room' | 'online' | null;
  substituteName!: string | null;
  checkedInAt!: string | null;
  leftAt!: string | null;
  /** Turns had, also those a substitute spoke. */
  turns!: number;
  seconds!: number;
  pointsOfOrder!: number;
  /** Replies to who spoke. */
  interventions!: number;
  /** Of the turns: those a substitute spoke. */
  substituteTurns!: number;
}

/** Somebody who spoke and is no member. */
export class SpeakerFigureDto {
  name!: string;
  turns!: number;
  seconds!: number;
}

/** How many members came, and how. */
export class AttendanceFiguresDto {
  members!: number;
  /** Checked in at any time: those who left are among them. */
  room!: number;
  online!: number;
  left!: number;
  absenceApproved!: number;
  substituted!: number;
  /** Who is none of these: absent without leave. */
  missing!: number;
}

export class OptionFigureDto {
  label!: string;
  labelEn!: string | null;
  votes!: number;
  chosen!: boolean;
}

/** What a vote came to, with its arithmetic. */
export class VoteResultFigureDto {
  tally!: TallyDto;
  base!: number;
  needed!: number;
  outcome!: 'adopted' | 'rejected' | 'undecided';
  decidedBy!: 'majority' | 'chair' | 'none';
  tie!: boolean;
  /** Null for a question. */
  options!: OptionFigureDto[] | null;
}

export class VoteFigureDto {
  motionId!: string;
  /** The item its card lies on. */
  itemId!: string;
  /** Numbers of the items it decides. */
  itemNumbers!: string[];
  question!: string;
  questionEn!: string | null;
  kind!: MotionKind;
  state!: MotionState;
  visibility!: 'named';
  rollCall!: boolean;
  closedAt!: string | null;
  /** Null while this person may not see it. */
  result!: VoteResultFigureDto | null;
}

/** What happened in a session, in figures, as this person may see it. */
export class StatisticsDto {
  sessionId!: string;
  title!: string;
  titleEn!: string | null;
  state!: SessionState;
  openedAt!: string;
  endedAt!: string | null;
  /** The server's clock: until when what runs was counted. */
  now!: string;
  items!: ItemFigureDto[];
  /** Null for who is invited to some items only. */
  attendance!: AttendanceFiguresDto | null;
  /** Everybody on the list, in the order of seats; empty for who is invited to some items only. */
  members!: MemberFigureDto[];
  speakers!: SpeakerFigureDto[];
  votes!: VoteFigureDto[];
}
