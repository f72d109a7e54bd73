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
import { VersionComparison } from './papers/comparing/comparison.entity.js';
import { PageText, PageWords, VersionText } from './papers/text/page-text.entity.js';
import { Paper, PaperReceipt, PaperVersion } from './papers/paper.entity.js';
import { MemberAssistant, OpinionStep, OpinionTemplate } from './opinions/cycle.entity.js';
import { OpinionComment, OpinionFile } from './opinions/reply.entity.js';
import { OpinionAnswer, OpinionDraft, OpinionMember, OpinionQuestion, OpinionRequest } from './opinions/opinion-request.entity.js';
import { BodyNotificationSetting, CalendarFeed, CalendarRevision, Notification, NotificationCursor, NotificationDelivery, PersonNotificationSetting, PushDevice, PushKey } from './notifications/notification.entity.js';
import { Dossier } from './dossiers/dossier.entity.js';
import { PaperAccess } from './papers/copies/access.entity.js';
import { PaperReminder } from './papers/receipts/reminder.entity.js';
import { PaperHandout, RegisteredPaper } from './papers/register/register.entity.js';
import { LateAllowance } from './papers/late-allowance.entity.js';
import { OfflineDevice } from './identity/devices/offline-device.entity.js';
import { LibraryFolder, LibraryLink } from './papers/libraries/library.entity.js';
import { TakenCopy } from './papers/offline/taken-copy.entity.js';
import { Note } from './papers/notes/note.entity.js';
import { PageShare } from './papers/sharing/page-share.entity.js';
import { Comment } from './papers/comment.entity.js';
import { PaperBlob } from './storage/paper-blob.entity.js';
import { RoomDisplay } from './sessions/room/room-display.entity.js';
import { PrivateWord } from './agenda/words/private-word.entity.js';
import { Attendance, Session, SessionSite } from './sessions/session.entity.js';
import { SessionGuest } from './sessions/guests/session-guest.entity.js';
import { Ballot, Motion, MotionItem, MotionRoll } from './voting/motion.entity.js';

/** Every table of the product, lowest feature first. */
export const ENTITIES = [
  JournalEntry, JournalPrivate, JournalLog, JournalDelivery, JournalHead, JournalNode, JournalCheckpoint, JournalIdentity, JournalRestoration,
  Account, RoleAssignment, AccountSession, SetupLink, SignInTry,
  SignInLock, PendingSignIn, Passkey, PasskeyChallenge, Totp, RecoveryCode, OidcIdentity, OidcAttempt, AdminRequest, StepUpStatement, StepUpEvidence, OfflineDevice,
  RuleSetRow, Body, Seat, SeatPlace, Member, CalendarDay, ChairDelegation,
  Session, SessionSite, Attendance, RoomDisplay, AgendaItem, Position, Recusal, Turn, ItemTime, ConsentPull, SessionTemplate, SessionGuest, SessionGuestItem, PrivateWord,
  PaperBlob, Paper, PaperVersion, PaperReceipt, LateAllowance, PaperAccess, PaperReminder, RegisteredPaper, PaperHandout, Dossier, Comment, PageShare, Note, TakenCopy, LibraryFolder, LibraryLink, VersionText, PageText, PageWords, VersionComparison,
  Motion, MotionItem, MotionRoll, Ballot,
  OpinionRequest, OpinionComment, OpinionFile, OpinionStep, OpinionTemplate, MemberAssistant, OpinionQuestion, OpinionMember, OpinionDraft, OpinionAnswer,
  Notification, NotificationDelivery, NotificationCursor, BodyNotificationSetting, PersonNotificationSetting, PushKey, PushDevice, CalendarFeed, CalendarRevision,
];
