import type { RegisteredClass } from '../papers/domain/register.js';
import { IsUUID } from 'class-validator';
import type { ItemKind, ItemOutcome, Stand } from '../agenda/domain/agenda.js';
import { GuestDto } from '../agenda/guests/guests.dto.js';
import { RuleSetDto } from '../bodies/rule-sets.dto.js';
import { SiteDto } from '../sessions/sites/sites.dto.js';
import { RequestBriefDto } from '../opinions/opinions.dto.js';
import { PaperBriefDto } from '../papers/papers.dto.js';
import type { AttendanceState } from '../sessions/domain/attendance.js';
import type { SessionKind, SessionState } from '../sessions/domain/session-states.js';
import type { Step } from './domain/next-step.js';
import { MotionBriefDto } from '../voting/voting.dto.js';

export class SessionBriefDto {
  id!: string;
  bodyId!: string;
  title!: string;
  titleEn!: string | null;
  kind!: SessionKind;
  state!: SessionState;
  startsAt!: string;
  endsAt!: string;
  place!: string;
  itemCount!: number;
  /** Mine, where I am a member. */
  myAttendance!: AttendanceState | null;
}

export class SessionsCanDto {
  create!: boolean;
  /** Approve sessions, and so perhaps let somebody else do it. */
  approve!: boolean;
}

export class SessionsDto {
  sessions!: SessionBriefDto[];
  can!: SessionsCanDto;
}

export class QuorumDto {
  members!: number;
  present!: number;
  needed!: number;
  reached!: boolean;
  citation!: string;
  citationEn!: string;
}

export class AttendanceDto {
  memberId!: string;
  seatNumber!: number;
  name!: string;
  nameEn!: string | null;
  title!: string;
  titleEn!: string | null;
  isChair!: boolean;
  votes!: boolean;
  state!: AttendanceState;
  mode!: 'room' | 'online' | null;
  /** Why absent: for the office, the chair and the member. */
  reason!: string | null;
  substituteName!: string | null;
  checkedInAt!: string | null;
  /** Where they are expected; null: in the room, or wherever they are. */
  siteId!: string | null;
  /** At which site they checked in. */
  atSiteId!: string | null;
}

export class PositionCountsDto {
  noObjection!: number;
  objection!: number;
  wishToSpeak!: number;
  silent!: number;
}

export class ItemCanDto {
  edit!: boolean;
  remove!: boolean;
  addPaper!: boolean;
  comment!: boolean;
  takePosition!: boolean;
  prepareMotion!: boolean;
  setOutcome!: boolean;
  /** Say that a member (I, or for the office anybody) takes no part, or take it back. */
  recuse!: boolean;
}

/** A member who takes no part in an item. */
export class RecusalDto {
  memberId!: string;
  name!: string;
  nameEn!: string | null;
  /** For who runs the session and the member; null for others. */
  reason!: string | null;
}

export class CarriedFromDto {
  sessionId!: string;
  itemId!: string;
}

export class ItemAllowanceDto {
  name!: string;
  nameEn!: string | null;
  reason!: string;
}

export class AgendaItemDto {
  id!: string;
  parentId!: string | null;
  order!: number;
  /** For example "2.1". */
  number!: string;
  title!: string;
  titleEn!: string | null;
  kind!: ItemKind;
  sponsor!: string | null;
  minutes!: number;
  summary!: string | null;
  /** Screens on walls show its number only. */
  withheld!: boolean;
  outcome!: ItemOutcome | null;
  papers!: PaperBriefDto[];
  motions!: MotionBriefDto[];
  commentCount!: number;
  /** Null for an invitee, who sees no positions. */
  positions!: PositionCountsDto | null;
  myPosition!: Stand | null;
  myPositionText!: string | null;
  /** Seconds under discussion so far, without the time that runs now. */
  spentSeconds!: number;
  /** Since when it is under discussion now. */
  runningSince!: string | null;
  /** The session and item it came from, undecided. */
  carriedFrom!: CarriedFromDto | null;
  /** Who let its papers be late. */
  lateAllowance!: ItemAllowanceDto | null;
  recusals!: RecusalDto[];
  /** Whether I take no part in it: no papers, no ballot. */
  amRecused!: boolean;
  can!: ItemCanDto;
}

export class SessionCanDto {
  edit!: boolean;
  editAgenda!: boolean;
  submit!: boolean;
  approve!: boolean;
  return!: boolean;
  send!: boolean;
  open!: boolean;
  suspend!: boolean;
  resume!: boolean;
  end!: boolean;
  conclude!: boolean;
  postpone!: boolean;
  cancel!: boolean;
  setCurrentItem!: boolean;
  /** Has the chair's console: runs the session. */
  run!: boolean;
  /** Look over what is missing before it is sent. */
  look!: boolean;
  /** Who received and read its papers. */
  receipts!: boolean;
  /** Hold its papers still until it is sent, and let go. */
  freeze!: boolean;
  thaw!: boolean;
  /** The register of papers that stay on paper. */
  register!: boolean;
  /** Copy it, make a series or a template of it. */
  copy!: boolean;
  /** Try it with made-up people. */
  rehearse!: boolean;
  takeAttendance!: boolean;
  /** Make and change sites, and say who is expected where. */
  keepSites!: boolean;
  confirm!: boolean;
  requestAbsence!: boolean;
  /** Say who comes for me. */
  nameSubstitute!: boolean;
  checkIn!: boolean;
  /** Invite others than members. */
  invite!: boolean;
}

/** The one thing to do next, for who runs the session. */
export class NextStepDto {
  step!: Step;
  itemId!: string | null;
  motionId!: string | null;
}

/** Everything of the session page in one answer, as this person may see it. */
export class SessionDto extends SessionBriefDto {
  /** Tried, not meant: nothing of it counts. */
  rehearsal!: boolean;
  /** For who takes part and who prepares or runs it; null for others of the body. */
  onlineLink!: string | null;
  /** Whether the room behind the link may stand within the page. */
  embedsVideo!: boolean;
  returnReason!: string | null;
  /** Since when its papers are held still before sending; for who prepares it. */
  packFrozenAt!: string | null;
  /** Why opened without quorum, postponed or cancelled. */
  openReason!: string | null;
  currentItemId!: string | null;
  openedAt!: string | null;
  endedAt!: string | null;
  ruleSet!: RuleSetDto;
  quorum!: QuorumDto;
  attendance!: AttendanceDto[];
  items!: AgendaItemDto[];
  /** Invitees and substitutes; an invitee sees only themselves. */
  guests!: GuestDto[];
  /** Places outside of the room; an invitee sees only where they are expected. */
  sites!: SiteDto[];
  /** For who runs the session; null for others and when nothing is left to do. */
  nextStep!: NextStepDto | null;
  /** My seat in this body, or null. */
  myMemberId!: string | null;
  can!: SessionCanDto;
}

export class DeskQueryDto {
  @IsUUID()
  bodyId!: string;
}

export class DeskItemDto {
  sessionId!: string;
  sessionTitle!: string;
  sessionTitleEn!: string | null;
  itemId!: string;
  number!: string;
  title!: string;
  titleEn!: string | null;
}

export class DeskMotionDto {
  sessionId!: string;
  itemId!: string;
  motionId!: string;
  question!: string;
  questionEn!: string | null;
}

export class DeskPaperDto {
  sessionId!: string;
  itemId!: string;
  paperId!: string;
  title!: string;
  /** The newest one that is out. */
  versionId!: string;
  versionNumber!: number;
  note!: string | null;
}

export class DeskCopyDto {
  sessionId!: string;
  itemId!: string;
  title!: string;
  classification!: RegisteredClass;
  /** Of the copy. */
  number!: number;
  handedAt!: string;
  dueAt!: string | null;
  isOverdue!: boolean;
}

/** What waits for me. */
export class DeskDto {
  nextSession!: SessionBriefDto | null;
  requests!: RequestBriefDto[];
  itemsWithoutPosition!: DeskItemDto[];
  /** Votes that are open and that I have not cast. */
  openMotions!: DeskMotionDto[];
  /** Papers replaced since I read them. */
  replacedPapers!: DeskPaperDto[];
  /** Papers the office has asked me to read, and that I have not opened. */
  remindedPapers!: DeskPaperDto[];
  /** Copies of papers that stay on paper, which I have: those that should be back first. */
  paperCopies!: DeskCopyDto[];
}
