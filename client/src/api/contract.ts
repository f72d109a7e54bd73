/** The words of the HTTP contract, taken from the generated types: every screen speaks to the server in these. */
import type { components } from './schema';

type Schemas = components['schemas'];

export type MyBody = Schemas['MyBodyDto'];
export type Me = Schemas['MeDto'];
export type DemoPerson = Schemas['DemoPersonDto'];
export type AuthOptions = Schemas['SignInOptionsDto'];
export type SignInAnswer = Schemas['SignInAnswerDto'];
export type Invited = Schemas['InvitedDto'];
export type MySecurity = Schemas['MySecurityDto'];
export type DeviceSession = Schemas['DeviceSessionDto'];
export type MyPasskey = Schemas['MyPasskeyDto'];
export type BegunCodes = Schemas['BegunCodesDto'];
export type StepUpStatement = Schemas['StatementDto'];
export type StepUpEntry = Schemas['AskStatementDto'];
export type Proof = Schemas['ProofDto'];
export type AdminRequest = Schemas['AdminRequestDto'];
export type AdminRequestKind = AdminRequest['kind'];
export type AccountRole = Schemas['AccountRoleDto'];
export type Account = Schemas['AccountDto'];
export type Body = Schemas['BodyDto'];
export type Seat = Schemas['SeatDto'];
export type CodedError = Schemas['ImportProblemDto'];
export type ImportRow = Schemas['ImportRowDto'];
export type ImportPreview = Schemas['ImportPreviewDto'];
export type ImportResult = Schemas['ImportResultDto'];
export type Fraction = Schemas['FractionDto'];
export type RuleSet = Schemas['RuleSetDto'];
export type CalendarDay = Schemas['CalendarDayDto'];
export type Calendar = Schemas['CalendarDto'];
export type Deadline = Schemas['DeadlineDto'];
export type SessionBrief = Schemas['SessionBriefDto'];
export type Attendance = Schemas['AttendanceDto'];
export type QuorumCount = Schemas['QuorumDto'];
export type Session = Schemas['SessionDto'];
export type AgendaItem = Schemas['AgendaItemDto'];
export type MemberPosition = Schemas['MemberPositionDto'];
export type Comment = Schemas['CommentDto'];
export type PaperVersion = Schemas['PaperVersionDto'];
export type PaperBrief = Schemas['PaperBriefDto'];
export type Paper = Schemas['PaperDto'];
export type PaperSignatures = Schemas['PaperSignaturesDto'];
export type MotionBrief = Schemas['MotionBriefDto'];
export type MotionResult = Schemas['MotionResultDto'];
export type QuestionResult = Schemas['QuestionResultDto'];
export type Motion = Schemas['MotionDto'];
export type Play = Schemas['PlayDto']['act'];
export type Readiness = Schemas['ReadinessDto'];
export type Finding = Schemas['FindingDto'];
export type SessionTemplate = Schemas['TemplateDto'];
export type SeriesMade = Schemas['SeriesMadeDto'];
export type UndecidedItem = Schemas['UndecidedItemDto'];
export type AgendaPreview = Schemas['AgendaPreviewDto'];
export type AgendaImported = Schemas['AgendaImportedDto'];
export type Delegations = Schemas['DelegationsDto'];
export type Floor = Schemas['FloorDto'];
export type Turn = Schemas['TurnDto'];
export type TurnKind = Turn['kind'];
export type TurnAct = Schemas['TurnActDto'];
export type FloorEntry = Schemas['AskFloorDto'];
export type ConsentList = Schemas['ConsentListDto'];
export type ConsentItem = Schemas['ConsentItemDto'];
export type NextStep = Schemas['NextStepDto'];
export type MotionOption = Schemas['OptionDto'];
export type MotionKind = MotionBrief['kind'];
export type NewMotion = Schemas['PrepareMotionDto'];
export type RollCallEntry = Schemas['RollCallDto'];
export type BallotReceipt = Schemas['ReceiptDto'];
export type RequestBrief = Schemas['RequestBriefDto'];
export type RequestMember = Schemas['AskedMemberDto'];
export type Question = Schemas['QuestionDto'];
export type OpinionRequest = Schemas['OpinionRequestDto'];
export type Desk = Schemas['DeskDto'];
export type ChangesAnswer = Schemas['ChangesDto'];
export type Changed = Schemas['ChangedDto'];
export type JournalPage = Schemas['JournalPageDto'];
export type JournalEntry = Schemas['JournalEntryDto'];
export type JournalProof = Schemas['EntryProofDto'];
export type LogCheckpoint = Schemas['CheckpointDto'];

export type RoleName = MyBody['roles'][number];
export type BodyKind = Schemas['CreateBodyDto']['kind'];
export type Language = Me['language'];
export type Theme = Me['theme'];
export type MajorityBase = RuleSet['adoption']['of'];
export type SessionState = SessionBrief['state'];
export type SessionKind = SessionBrief['kind'];
export type SessionAct = Schemas['SessionActDto']['act'];
export type AttendanceState = Attendance['state'];
export type AttendanceAct = Schemas['AttendanceActDto']['act'];
export type ItemKind = AgendaItem['kind'];
export type ItemOutcome = Schemas['SetOutcomeDto']['outcome'];
export type PositionStand = MemberPosition['stand'];
export type CommentWeight = Comment['weight'];
export type Choice = BallotReceipt['choice'];
export type MotionState = MotionBrief['state'];
export type RequestAct = Schemas['RequestActDto']['act'];
export type RequestBucket = NonNullable<RequestBrief['bucket']>;

/** A rule set as it is sent. */
export type RuleSetEntry = Schemas['CreateRuleSetDto'];

export interface Change { type: string; ids: Readonly<Record<string, string>> }
/** What the socket says: see src/contract/live-events.ts. */
export interface ChangedMessage { audience: string; prev: number; seq: number; changes: Change[] }
