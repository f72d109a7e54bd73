import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsISO8601, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import type { GuestKind } from '../../identity/domain/policy.js';
import type { SessionKind, SessionState } from '../../sessions/domain/session-states.js';
import { GUEST_ACTS, type GuestAct, type GuestState } from '../../sessions/domain/guests.js';

/** Who is invited to some items; without a name the organisation says later whom it sends. */
export class InviteDto {
  @IsOptional() @IsString() @MaxLength(200)
  organisation?: string;

  /** Name and office; with an account, the account's own when left out. */
  @IsOptional() @IsString() @MaxLength(200)
  name?: string;

  /** The person signs in with this account. */
  @IsOptional() @IsUUID()
  accountId?: string;

  /** Items the person may know of. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(500) @IsUUID('all', { each: true })
  itemIds!: string[];

  /** The contact of the organisation, who says whom it sends; signs in with this account. */
  @IsOptional() @IsUUID()
  contactId?: string;

  /** Until when the contact says it; without: until the session begins. */
  @IsOptional() @IsISO8601()
  nameUntil?: string;
}

/** Whom a unit sends. */
export class NameForUnitDto {
  /** Name and office; not needed by who comes themselves. */
  @IsOptional() @IsString() @Length(1, 200)
  name?: string;

  /** The contact comes, and signs in with their own account. */
  @IsOptional() @IsBoolean()
  myself?: boolean;
}

export class GuestActDto {
  @IsIn(GUEST_ACTS)
  act!: GuestAct;

  /** Needed to check in. */
  @IsOptional() @IsIn(['room', 'online'])
  mode?: 'room' | 'online';

  /** At this site of the session; checks in with the mode `online`. */
  @IsOptional() @IsUUID()
  siteId?: string;
}

export class FindPeopleQueryDto {
  /** Part of a name. */
  @IsString() @Length(2, 100)
  name!: string;
}

export class FoundPersonDto {
  accountId!: string;
  name!: string;
  nameEn!: string | null;
}

export class FoundPeopleDto {
  /** At most 20, by name. */
  people!: FoundPersonDto[];
}

export class GuestCanDto {
  edit!: boolean;
  remove!: boolean;
  confirm!: boolean;
  decline!: boolean;
  checkIn!: boolean;
  leave!: boolean;
}

/** An invitee or a substitute. */
export class GuestDto {
  id!: string;
  kind!: GuestKind;
  /** Null while only the organisation is known. */
  name!: string | null;
  nameEn!: string | null;
  organisation!: string | null;
  /** For whom a substitute comes. */
  memberId!: string | null;
  /** For the office; null for others. */
  accountId!: string | null;
  /** Items an invitee is invited to; empty for a substitute, who is there for all. */
  itemIds!: string[];
  state!: GuestState;
  mode!: 'room' | 'online' | null;
  checkedInAt!: string | null;
  /** Where they are expected; null: in the room, or wherever they are. */
  siteId!: string | null;
  /** At which site they checked in. */
  atSiteId!: string | null;
  /** Of an organisation: who says whom it sends; for the office, null for others. */
  contactId!: string | null;
  contactName!: string | null;
  /** Until when; null: until the session begins. */
  nameUntil!: string | null;
  /** It is I. */
  isMe!: boolean;
  can!: GuestCanDto;
}

export class InvitedItemDto {
  id!: string;
  number!: string;
  title!: string;
  titleEn!: string | null;
}

/** A session I am invited to, or attend for a member. */
export class InvitationDto {
  sessionId!: string;
  title!: string;
  titleEn!: string | null;
  bodyName!: string;
  bodyNameEn!: string;
  kind!: SessionKind;
  state!: SessionState;
  startsAt!: string;
  endsAt!: string;
  place!: string;
  /** What I am invited to; empty for a substitute, and after declining. */
  items!: InvitedItemDto[];
  guest!: GuestDto;
}

export class InvitationsDto {
  invitations!: InvitationDto[];
}

/** An invitation to my unit: I say whom it sends, and see no more of the session than this. */
export class UnitInvitationDto {
  /** The entry among the guests. */
  id!: string;
  title!: string;
  titleEn!: string | null;
  bodyName!: string;
  bodyNameEn!: string;
  state!: SessionState;
  startsAt!: string;
  endsAt!: string;
  place!: string;
  organisation!: string;
  items!: InvitedItemDto[];
  /** Whom it sends; null while nobody was named. */
  name!: string | null;
  /** I come myself. */
  isMe!: boolean;
  nameUntil!: string | null;
  canName!: boolean;
}

export class UnitInvitationsDto {
  invitations!: UnitInvitationDto[];
}
