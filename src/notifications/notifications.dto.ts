import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsISO8601, IsOptional, IsString, IsUUID, Length, Matches, Max, MaxLength, Min, ValidateIf, ValidateNested } from 'class-validator';
import { OCCASION_KINDS, type OccasionKind } from './domain/occasions.js';
import { type Channel, CHANNELS } from './domain/plan.js';
import { DELIVERY_STATES, type DeliveryState } from './notification.entity.js';

/** Something that waits for the reader, or has changed for them. */
export class NotificationDto {
  id!: string;
  kind!: OccasionKind;
  at!: string;
  isRead!: boolean;
  /** It is about a member whom the reader assists. */
  isAssistant!: boolean;
  bodyId!: string | null;
  requestId!: string | null;
  sessionId!: string | null;
  itemId!: string | null;
  /** What it is about, as far as the reader may see it. */
  title!: string | null;
  titleEn!: string | null;
}

export class NotificationsQueryDto {
  /** Older than this moment: the next page. */
  @IsOptional() @IsISO8601()
  before?: string;
}

export class NotificationsDto {
  notifications!: NotificationDto[];
  unread!: number;
  /** Whether there are older ones. */
  more!: boolean;
}

export class UnreadDto {
  unread!: number;
}

export class ReadNotificationsDto {
  /** Those to mark as read; without it all. */
  @IsOptional() @IsArray() @ArrayMaxSize(200) @IsUUID(undefined, { each: true })
  ids?: string[];
}

/** A browser that takes push messages. */
export class PushDeviceDto {
  id!: string;
  browser!: string | null;
  system!: string | null;
  addedAt!: string;
}

export class CalendarFeedDto {
  since!: string;
  /** When a calendar asked last. */
  readAt!: string | null;
}

const NO_CONTROL = /^[^\p{Cc}\p{Cf}\s]*$/u;

/** How the reader wants to be told. Minutes are of the day in Viet Nam, 0 to 1439. */
export class PersonNotificationSettingDto {
  /** Where mail goes; null: nowhere. */
  @ValidateIf((_, value) => value !== null) @IsString() @Length(3, 254) @Matches(/^[^\p{Cc}\p{Cf}\s<>@"(),:;[\]\\]{1,64}@([A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,63}$/u)
  email!: string | null;

  /** Telephone number for text messages, with its country: +84…; null: none. */
  @ValidateIf((_, value) => value !== null) @IsString() @Length(9, 16) @Matches(/^\+[1-9][0-9]{7,14}$/)
  phone!: string | null;

  /** Ways by which to be told besides the app. */
  @IsArray() @ArrayMaxSize(3) @ArrayUnique() @IsIn(CHANNELS, { each: true })
  channels!: Channel[];

  /** Nothing goes out from this minute on; null: no quiet hours. */
  @ValidateIf((_, value) => value !== null) @IsInt() @Min(0) @Max(1439)
  quietFrom!: number | null;

  @ValidateIf((_, value) => value !== null) @IsInt() @Min(0) @Max(1439)
  quietUntil!: number | null;

  /** What is not urgent comes together at this minute; null: each at once. */
  @ValidateIf((_, value) => value !== null) @IsInt() @Min(0) @Max(1439)
  digestAt!: number | null;
}

export class MyNotificationsDto {
  setting!: PersonNotificationSettingDto;
  /** Ways this server has been given. */
  open!: Channel[];
  devices!: PushDeviceDto[];
  /** The key by which browsers know this installation (RFC 8292), base64url. */
  pushKey!: string;
  calendar!: CalendarFeedDto | null;
}

export class AddPushDeviceDto {
  /** Where the push service takes messages for this browser. */
  @IsString() @Length(12, 1000) @Matches(NO_CONTROL)
  endpoint!: string;

  /** Public key of the browser, base64url. */
  @IsString() @Length(80, 100) @Matches(NO_CONTROL)
  p256dh!: string;

  /** Secret of the browser, base64url. */
  @IsString() @Length(20, 30) @Matches(NO_CONTROL)
  auth!: string;
}

export class TestNotificationDto {
  @IsIn(CHANNELS)
  channel!: Channel;
}

export class MadeCalendarDto {
  /** Path of the calendar on this server, told this once. Who has it reads the calendar. */
  path!: string;
}

export class ReminderDto {
  /** Hours as they pass, or working days. */
  @IsIn(['hours', 'workingDays'])
  unit!: 'hours' | 'workingDays';

  @IsInt() @Min(1) @Max(72)
  count!: number;
}

/** How a body reminds its members. */
export class BodyNotificationSettingDto {
  /** Before the deadline of a request, to those whose answer is missing. */
  @IsArray() @ArrayMaxSize(5) @ValidateNested({ each: true }) @Type(() => ReminderDto)
  reminders!: ReminderDto[];

  /** How often after the deadline, a working day apart, as long as the request stays open. */
  @IsInt() @Min(0) @Max(10)
  overdueReminders!: number;

  /** Ways that members may be told by. */
  @IsArray() @ArrayMaxSize(3) @ArrayUnique() @IsIn(CHANNELS, { each: true })
  channels!: Channel[];

  /** Whether calendars, which lie on others' servers, may show titles. */
  @IsBoolean()
  titlesInCalendars!: boolean;
}

export class RemindMembersDto {
  /** Whom to remind; without it all whose answer is missing. */
  @IsOptional() @IsArray() @ArrayMaxSize(500) @IsUUID(undefined, { each: true })
  memberIds?: string[];
}

export class RemindedMembersDto {
  /** How many people were reminded, assistants among them. */
  people!: number;
}

export class MemberReminderDto {
  memberId!: string;
  /** When the member was reminded last, by hand or by the clock. */
  at!: string;
}

export class MemberRemindersDto {
  reminders!: MemberReminderDto[];
  can!: RemindersCanDto;
}

export class RemindersCanDto {
  remind!: boolean;
}

export class DeliveriesQueryDto {
  @IsOptional() @IsIn(DELIVERY_STATES)
  state?: DeliveryState;

  @IsOptional() @IsIn(CHANNELS)
  channel?: Channel;

  @IsOptional() @IsIn(OCCASION_KINDS)
  kind?: OccasionKind;

  /** Part of a person's name or user name. */
  @IsOptional() @IsString() @MaxLength(100)
  q?: string;

  /** Older than this moment: the next page. */
  @IsOptional() @IsISO8601()
  before?: string;
}

/** A notification on its way, without what it is about. */
export class DeliveryDto {
  id!: string;
  at!: string;
  kind!: OccasionKind;
  channel!: Channel;
  state!: DeliveryState;
  /** For whom. */
  name!: string;
  nameEn!: string | null;
  username!: string;
  tries!: number;
  /** When it goes out, or is tried again. */
  dueAt!: string;
  endedAt!: string | null;
  /** What the other side said last, without addresses, or why it was dropped. */
  lastError!: string | null;
  canRetry!: boolean;
}

export class DeliveriesDto {
  deliveries!: DeliveryDto[];
  more!: boolean;
  /** How many are in each state. */
  counts!: DeliveryCountDto[];
  open!: Channel[];
}

export class DeliveryCountDto {
  state!: DeliveryState;
  count!: number;
}
