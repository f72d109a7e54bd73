import { AgendaItem, Position } from './agenda/agenda-item.entity.js';
import { SessionGuestItem } from './agenda/guests/guest-item.entity.js';
import { ConsentPull, ItemTime, Turn } from './agenda/floor/floor.entity.js';
import { SessionTemplate } from './agenda/preparing/template.entity.js';
import { Recusal } from './agenda/recusal.entity.js';
import { Body, CalendarDay, Member, RuleSetRow, Seat } from './bodies/body.entity.js';
import { SeatPlace } from './bodies/seat-plan/seat-place.entity.js';
import { ChairDelegation } from './bodies/delegation.entity.js';
import { Account, AccountSession, RoleAssignment, SetupLink, SignInTry } from './identity/account.entity.js';
import { JournalCheckpoint, JournalDelivery, JournalEntry, JournalHead, JournalIdentity, JournalLog, JournalNode, JournalPrivate, JournalRestoration } from './journal/journal-entry.entity.js';
import { AdminRequest } from './identity/administration/admin-request.entity.js';
import { RecoveryCode, Totp } from './identity/codes/code.entity.js';
import { OidcAttempt, OidcIdentity } from './identity/oidc/oidc.entity.js';
import { Passkey, PasskeyChallenge } from './identity/passkeys/passkey.entity.js';
import { PendingSignIn, SignInLock } from './identity/sign-in/sign-in.entity.js';
import { StepUpEvidence, StepUpStatement } from './identity/step-up/step-up.entity.js';
import { Paper, PaperReceipt, PaperVersion } from './papers/paper.entity.js';
import { OpinionAnswer, OpinionDraft, OpinionMember, OpinionQuestion, OpinionRequest } from './opinions/opinion-request.entity.js';
import { LateAllowance } from './papers/late-allowance.entity.js';
import { Comment } from './papers/comment.entity.js';
import { PaperBlob } from './storage/paper-blob.entity.js';
import { RoomDisplay } from './sessions/room/room-display.entity.js';
import { Attendance, Session } from './sessions/session.entity.js';
import { SessionGuest } from './sessions/guests/session-guest.entity.js';
import { Ballot, Motion, MotionItem, MotionRoll } from './voting/motion.entity.js';

/** Every table of the product, lowest feature first. */
export const ENTITIES = [
  JournalEntry, JournalPrivate, JournalLog, JournalDelivery, JournalHead, JournalNode, JournalCheckpoint, JournalIdentity, JournalRestoration,
  Account, RoleAssignment, AccountSession, SetupLink, SignInTry,
  SignInLock, PendingSignIn, Passkey, PasskeyChallenge, Totp, RecoveryCode, OidcIdentity, OidcAttempt, AdminRequest, StepUpStatement, StepUpEvidence,
  RuleSetRow, Body, Seat, SeatPlace, Member, CalendarDay, ChairDelegation,
  Session, Attendance, RoomDisplay, AgendaItem, Position, Recusal, Turn, ItemTime, ConsentPull, SessionTemplate, SessionGuest, SessionGuestItem,
  PaperBlob, Paper, PaperVersion, PaperReceipt, LateAllowance, Comment,
  Motion, MotionItem, MotionRoll, Ballot,
  OpinionRequest, OpinionQuestion, OpinionMember, OpinionDraft, OpinionAnswer,
];
