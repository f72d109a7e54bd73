import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
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
}

export class GuestActDto {
  @IsIn(GUEST_ACTS)
  act!: GuestAct;

  /** Needed to check in. */
  @IsOptional() @IsIn(['room', 'online'])
  mode?: 'room' | 'online';
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
