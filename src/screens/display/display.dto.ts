import type { MotionKind } from '../../voting/domain/motion-states.js';
import type { Base, Choice } from '../../bodies/domain/rule-set.js';
import type { SessionState } from '../../sessions/domain/session-states.js';
import type { TurnKind } from '../../agenda/domain/speakers.js';
import { OptionDto, OptionResultDto, TallyDto } from '../../voting/voting.dto.js';

export class DisplayQuorumDto {
  members!: number;
  present!: number;
  needed!: number;
  reached!: boolean;
}

export class DisplayItemDto {
  /** For example "2.1". */
  number!: string;
  /** Null: the title is not for walls. */
  title!: string | null;
  titleEn!: string | null;
  minutes!: number;
  spentSeconds!: number;
  runningSince!: string | null;
}

export class DisplaySpeakerDto {
  name!: string;
  nameEn!: string | null;
  kind!: TurnKind;
  minutes!: number;
  startedAt!: string | null;
}

/** A seat in the room, and whether its member is there. */
export class DisplayPlaceDto {
  number!: number;
  title!: string;
  titleEn!: string | null;
  row!: number;
  column!: number;
  /** Null: vacant. */
  presence!: 'room' | 'site' | 'online' | 'absent' | 'open' | null;
}

export class DisplaySeatDto {
  number!: number;
  title!: string;
  titleEn!: string | null;
  /** Null: did not vote. */
  choice!: Choice | null;
}

/** A published result with its arithmetic; who chose what by seat, never what they wrote. */
export class DisplayResultDto {
  tally!: TallyDto;
  base!: number;
  of!: Base;
  strict!: boolean;
  needed!: number;
  tie!: boolean;
  outcome!: 'adopted' | 'rejected' | 'undecided';
  decidedBy!: 'majority' | 'chair' | 'none';
  citation!: string;
  citationEn!: string;
  options!: OptionResultDto[] | null;
  board!: DisplaySeatDto[];
}

/** The code by which people in this room check in. */
export class DisplayCheckInDto {
  /** The page people come to; what is after `#` is the code. */
  address!: string;
  /** Seconds until another one is to be shown, 1 to 30; this one counts for 30 more. */
  secondsLeft!: number;
}

export class DisplayPersonDto {
  /** The office of a member; the name or organisation of a guest. */
  name!: string;
  nameEn!: string | null;
  isHere!: boolean;
}

/** The site at which this wall hangs. */
export class DisplaySiteDto {
  name!: string;
  place!: string | null;
  /** Who is expected here or came here. */
  people!: DisplayPersonDto[];
}

export class DisplayVoteDto {
  /** Null: the question is not for walls. */
  question!: string | null;
  questionEn!: string | null;
  kind!: MotionKind;
  state!: 'open' | 'paused' | 'closed' | 'published';
  /** Items it decides. */
  items!: number;
  options!: OptionDto[] | null;
  cast!: number;
  members!: number;
  result!: DisplayResultDto | null;
}

/** What a wall may show of a session: no papers, comments or reasons, and no title that is not for walls. */
export class DisplayDto {
  /** The server's clock. */
  now!: string;
  /** Where this display hangs. */
  name!: string;
  bodyName!: string;
  bodyNameEn!: string;
  /** Made-up people: nothing of it counts. */
  rehearsal!: boolean;
  title!: string;
  titleEn!: string | null;
  state!: SessionState;
  startsAt!: string;
  place!: string;
  quorum!: DisplayQuorumDto;
  seats!: DisplayPlaceDto[];
  /** Null when nobody checks in any more. */
  checkIn!: DisplayCheckInDto | null;
  /** Null for a wall in the room. */
  site!: DisplaySiteDto | null;
  item!: DisplayItemDto | null;
  speaker!: DisplaySpeakerDto | null;
  /** Who speaks next, the first three. */
  next!: DisplaySpeakerDto[];
  waiting!: number;
  /** The vote under way, or the last result until the next item begins. */
  vote!: DisplayVoteDto | null;
}
