/** The words of the HTTP contract. Every screen speaks to the server in these types. */

export type RoleName =
  | 'member' | 'chair' | 'secretariat' | 'officer' | 'clerk' | 'assistant' | 'substitute' | 'invitee' | 'sponsor' | 'auditor';
export type Can<Action extends string> = Readonly<Record<Action, boolean>>;

export type BodyKind = 'government' | 'committee' | 'council' | 'board';
export interface MyBody { id: string; name: string; nameEn: string | null; shortName: string; kind: BodyKind; roles: RoleName[]; memberId: string | null }
export type Language = 'vi' | 'en';
export type Theme = 'light' | 'dark' | 'auto';
export interface Me {
  id: string; username: string; name: string; nameEn: string | null; language: Language; theme: Theme; demo: boolean;
  bodies: MyBody[]; can: Can<'administer'>;
}
export interface DemoPerson { username: string; name: string; nameEn: string | null; bodyName: string; bodyNameEn: string | null; role: RoleName | 'administrator' }
export interface AuthOptions { demo: boolean; people: DemoPerson[] }
export interface AccountRole { bodyId: string; role: RoleName }
export interface Account { id: string; username: string; name: string; nameEn: string | null; administrator: boolean; disabled: boolean; roles: AccountRole[]; can: Can<'edit'> }

export interface Body {
  id: string; name: string; nameEn: string | null; shortName: string; kind: BodyKind; ruleSetId: string; timezone: string;
  seatCount: number; memberCount: number; can: Can<'edit' | 'importMembers'>;
}
export interface SeatMember { id: string; accountId: string | null; name: string; nameEn: string | null; from: string; until: string | null }
export interface Seat {
  id: string; number: number; title: string; titleEn: string | null; organisation: string | null; isChair: boolean; votes: boolean; member: SeatMember | null;
}
export interface CodedError { code: string; params: Record<string, string | number> }
export interface ImportRow { line: number; name: string; title: string; act: 'create' | 'update' | 'unchanged' | 'vacant' | 'error'; errors: CodedError[] }
export interface ImportPreview { digest: string; rows: ImportRow[]; ok: boolean }
export interface ImportResult { created: number; updated: number; unchanged: number }
export interface Fraction { numerator: number; denominator: number }
export type MajorityBase = 'all' | 'present' | 'cast';
export interface RuleSet {
  id: string; key: string; name: string; nameEn: string | null; citation: string; citationEn: string | null; from: string | null; until: string | null; custom: boolean;
  quorum: Fraction; adoption: { threshold: Fraction; strict: boolean; of: MajorityBase }; tie: 'chair' | 'rejected'; choices: Choice[];
  papersLeadDays: { regular: number; adHoc: number }; opinionDays: { least: number; most: number; byDefault: number };
  silence: 'deemed' | 'notAnswered'; absentMayVote: boolean; changeBallot: boolean;
}
export interface Holiday { date: string; kind: 'holiday' | 'workday'; name: string; nameEn: string | null }
export interface Deadline { dueAt: string; skipped: { date: string; reason: string }[] }

export type SessionState =
  | 'draft' | 'pendingApproval' | 'approved' | 'returned' | 'sent' | 'inSession' | 'suspended' | 'ended' | 'concluded' | 'postponed' | 'cancelled';
export type SessionKind = 'regular' | 'thematic' | 'adHoc';
export type AttendanceState =
  | 'invited' | 'confirmed' | 'absenceRequested' | 'absenceApproved' | 'absenceRefused' | 'substituted' | 'checkedIn' | 'left';
export interface SessionBrief {
  id: string; bodyId: string; title: string; titleEn: string | null; kind: SessionKind; state: SessionState; startsAt: string; endsAt: string | null;
  place: string; itemCount: number; myAttendance: AttendanceState | null;
}
export interface Attendance {
  memberId: string; seatNumber: number; name: string; nameEn: string | null; title: string; titleEn: string | null; isChair: boolean; votes: boolean;
  state: AttendanceState; mode: 'room' | 'online' | null; reason: string | null; substituteName: string | null; checkedInAt: string | null;
}
export type SessionAct = 'submit' | 'approve' | 'return' | 'send' | 'open' | 'suspend' | 'resume' | 'end' | 'postpone' | 'cancel';
export interface QuorumCount { members: number; present: number; needed: number; reached: boolean; citation: string; citationEn: string | null }
export interface Session extends SessionBrief {
  onlineLink: string | null; returnReason: string | null; openReason: string | null; currentItemId: string | null; openedAt: string | null; endedAt: string | null;
  ruleSet: RuleSet; lastSeq: number; quorum: QuorumCount; attendance: Attendance[]; items: AgendaItem[];
  can: Can<SessionAct | 'edit' | 'setCurrentItem' | 'takeAttendance' | 'confirm' | 'requestAbsence' | 'checkIn'>;
}
export type AttendanceAct = 'confirm' | 'requestAbsence' | 'approveAbsence' | 'refuseAbsence' | 'nameSubstitute' | 'checkIn' | 'leave';

export type ItemKind = 'decision' | 'information' | 'oral' | 'standing';
export type PositionStand = 'noObjection' | 'objection' | 'wishToSpeak';
export type ItemOutcome =
  | 'approved' | 'approvedWithAmendment' | 'rejected' | 'deferred' | 'referred' | 'noted' | 'withdrawn' | 'returnedForRework';
export interface AgendaItem {
  id: string; parentId: string | null; order: number; number: string; title: string; titleEn: string | null; kind: ItemKind; sponsor: string | null;
  minutes: number; summary: string | null; outcome: ItemOutcome | null; papers: PaperBrief[]; motions: MotionBrief[]; commentCount: number;
  positions: Record<PositionStand | 'silent', number>; myPosition: PositionStand | null; myPositionText: string | null;
  can: Can<'edit' | 'remove' | 'addPaper' | 'comment' | 'takePosition' | 'prepareMotion' | 'setOutcome'>;
}
export interface MemberPosition { memberId: string; name: string; nameEn: string | null; stand: PositionStand; text: string | null }
export type CommentWeight = 'condition' | 'should' | 'remark';
export interface Comment {
  id: string; itemId: string; paperId: string | null; paperVersionId: string | null; page: number | null; parentId: string | null; text: string;
  weight: CommentWeight; author: { id: string; name: string; nameEn: string | null }; at: string; mine: boolean;
}

export interface PaperVersion {
  id: string; number: number; fileName: string; size: number; pages: number; sha256: string; uploadedAt: string; releasedAt: string | null;
  needsPassword: boolean; hasText: boolean; signatures: number; note: string | null;
}
export interface PaperBrief {
  id: string; itemId: string | null; requestId: string | null; title: string; order: number; state: 'draft' | 'released' | 'recalled'; current: PaperVersion;
  versionCount: number; late: boolean; readState: 'unread' | 'read' | 'replaced'; can: Can<'replace' | 'release' | 'recall' | 'remove'>;
}
export interface Paper extends PaperBrief { versions: PaperVersion[] }

export type Choice = 'agree' | 'disagree' | 'otherOpinion' | 'abstain';
export type MotionState = 'prepared' | 'open' | 'paused' | 'closed' | 'published' | 'annulled';
export interface MotionBrief { id: string; itemId: string; question: string; questionEn: string | null; state: MotionState; visibility: 'named' | 'secret' }
export interface VoterProgress { memberId: string; name: string; nameEn: string | null; title: string; titleEn: string | null; hasVoted: boolean }
export interface CountedResult {
  members: number; base: number; needed: number; outcome: 'adopted' | 'rejected' | 'undecided'; decidedBy: 'majority' | 'chair' | 'none'; strict: boolean;
  of: MajorityBase; tie: boolean; citation: string; citationEn: string | null;
}
export interface ShownBallot {
  memberId: string; name: string; nameEn: string | null; title: string; titleEn: string | null; seatNumber: number; choice: Choice | null; text: string | null;
  channel: 'room' | 'remote' | null;
}
export interface MotionResult extends CountedResult { tally: Record<Choice | 'notVoted', number>; ballots: ShownBallot[] | null }
export interface QuestionResult extends CountedResult { tally: Record<Choice | 'deemed' | 'notAnswered', number> }
export interface Motion extends MotionBrief {
  sessionId: string; choices: Choice[]; ruleSet: RuleSet; openedAt: string | null; closedAt: string | null; publishedAt: string | null; rollCount: number | null;
  progress: { cast: number; members: VoterProgress[] | null } | null; myBallot: { choice: Choice; text: string | null; receipt: string; at: string } | null;
  result: MotionResult | null; annulReason: string | null; repeats: string | null; can: Can<'edit' | 'open' | 'close' | 'publish' | 'annul' | 'cast' | 'repeat'>;
}
export interface BallotReceipt { motionId: string; receipt: string; choice: Choice; at: string }

export type RequestState =
  | 'draft' | 'pendingApproval' | 'approved' | 'returned' | 'sent' | 'closed' | 'summarised' | 'adopted' | 'toSession' | 'rework' | 'recalled';
export type RequestBucket = 'toAnswer' | 'dueSoon' | 'overdue' | 'answered' | 'closed';
export interface RequestBrief {
  id: string; bodyId: string; title: string; titleEn: string | null; state: RequestState; dueAt: string | null; sentAt: string | null; closedAt: string | null;
  memberCount: number; answeredCount: number; myReply: 'none' | 'draft' | 'sent' | 'deemed' | 'notAsked'; bucket: RequestBucket | null;
}
export type RequestAct = 'submit' | 'approve' | 'return' | 'send' | 'extend' | 'recall' | 'close';
export interface RequestMember {
  memberId: string; name: string; nameEn: string | null; title: string; titleEn: string | null; seatNumber: number; state: 'notAnswered' | 'answered' | 'deemed';
  answeredAt: string | null; answers: { questionId: string; choice: Choice; text: string | null; deemed: boolean }[] | null;
}
export interface Question { id: string; text: string; textEn: string | null; result: QuestionResult | null }
export interface MyAnswer { questionId: string; choice: Choice | null; text: string | null }
export interface OpinionRequest extends RequestBrief {
  explanation: string | null; workingDays: number; isPublic: boolean; returnReason: string | null; recallReason: string | null; ruleSet: RuleSet; choices: Choice[];
  questions: Question[]; papers: PaperBrief[]; myAnswers: MyAnswer[]; mySentAt: string | null; members: RequestMember[] | null;
  can: Can<RequestAct | 'edit' | 'reply' | 'addPaper'>;
}

export interface Desk {
  nextSession: SessionBrief | null; requests: RequestBrief[];
  itemsWithoutPosition: { sessionId: string; sessionTitle: string; itemId: string; number: string; title: string; titleEn: string | null }[];
  openMotions: { sessionId: string; itemId: string; motionId: string; question: string; questionEn: string | null }[];
  replacedPapers: { sessionId: string; itemId: string; paperId: string; title: string; versionNumber: number; note: string | null }[];
}

export type ChangeIds = Readonly<Record<string, string>>;
export interface Change { type: string; ids: ChangeIds }
export interface ChangedMessage { audience: string; prev: number; seq: number; changes: Change[] }
export interface ChangesAnswer { upTo: number; reset: boolean; changes: (Change & { seq: number; audience: string })[] }
