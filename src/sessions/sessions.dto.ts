import { IsIn, IsISO8601, IsOptional, IsString, IsUrl, IsUUID, Length, MaxLength } from 'class-validator';
import { ATTENDANCE_ACTS, type AttendanceAct } from './domain/attendance.js';
import { SESSION_ACTS, SESSION_KINDS, type SessionAct, type SessionKind } from './domain/session-states.js';

export class CreateSessionDto {
  @IsString() @Length(1, 300)
  title!: string;

  @IsOptional() @IsString() @Length(1, 300)
  titleEn?: string;

  @IsIn(SESSION_KINDS)
  kind!: SessionKind;

  @IsISO8601({ strict: true })
  startsAt!: string;

  @IsISO8601({ strict: true })
  endsAt!: string;

  @IsString() @MaxLength(300)
  place!: string;

  @IsOptional() @IsUrl({ protocols: ['https', 'http'], require_protocol: true, require_tld: false }) @MaxLength(500)
  onlineLink?: string;

  /** Pinned for the whole session; the body's own when left out. */
  @IsOptional() @IsUUID()
  ruleSetId?: string;
}

export class EditSessionDto {
  @IsOptional() @IsString() @Length(1, 300)
  title?: string;

  @IsOptional() @IsString() @MaxLength(300)
  titleEn?: string;

  @IsOptional() @IsIn(SESSION_KINDS)
  kind?: SessionKind;

  @IsOptional() @IsISO8601({ strict: true })
  startsAt?: string;

  @IsOptional() @IsISO8601({ strict: true })
  endsAt?: string;

  @IsOptional() @IsString() @MaxLength(300)
  place?: string;

  @IsOptional() @IsUrl({ protocols: ['https', 'http'], require_protocol: true, require_tld: false }) @MaxLength(500)
  onlineLink?: string;
}

export class SessionActDto {
  @IsIn(SESSION_ACTS)
  act!: SessionAct;

  /** Needed to return, postpone, cancel, and to open without quorum. */
  @IsOptional() @IsString() @MaxLength(2000)
  reason?: string;
}

export class AttendanceActDto {
  @IsUUID()
  memberId!: string;

  @IsIn(ATTENDANCE_ACTS)
  act!: AttendanceAct;

  /** Needed to check in. */
  @IsOptional() @IsIn(['room', 'online'])
  mode?: 'room' | 'online';

  /** At this site of the session; checks in with the mode `online`. */
  @IsOptional() @IsUUID()
  siteId?: string;

  /** Needed to ask for absence. */
  @IsOptional() @IsString() @MaxLength(2000)
  reason?: string;

  @IsOptional() @IsString() @MaxLength(200)
  substituteName?: string;

  /** The substitute signs in with this account, and is told and let in as the member's substitute. */
  @IsOptional() @IsUUID()
  substituteAccountId?: string;
}
