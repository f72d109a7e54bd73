import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Body } from '../bodies/body.entity.js';
import { Account } from '../identity/account.entity.js';
import type { OccasionKind } from './domain/occasions.js';
import type { Channel } from './domain/plan.js';
import type { Reminder } from './domain/reminders.js';

/** That a person was told of something: what, and of which thing, never its words. It stands in the app at once. */
@Entity('notification')
@Unique('notification_once', ['accountId', 'occasion'])
@Index(['accountId', 'createdAt'])
export class Notification {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  accountId!: string;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id' })
  account?: Account;

  /** What makes it the same: a person is told once of each. */
  @Column('text')
  occasion!: string;

  @Column('text')
  kind!: OccasionKind;

  @Column('uuid', { nullable: true })
  bodyId!: string | null;

  /** The member it is about: the person, or whom the person assists. */
  @Column('uuid', { nullable: true })
  memberId!: string | null;

  @Column('uuid', { nullable: true })
  requestId!: string | null;

  @Column('uuid', { nullable: true })
  sessionId!: string | null;

  @Column('uuid', { nullable: true })
  paperId!: string | null;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  readAt!: Date | null;
}

/** `waiting` goes out when due; `gathering` waits for a digest, `gathered` went with one; `dropped`: nobody needed it any more, or it may not be known any more. */
export const DELIVERY_STATES = ['waiting', 'gathering', 'gathered', 'sent', 'failed', 'dropped'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** A notification on its way by one channel. */
@Entity('notification_delivery')
@Unique('delivery_once', ['notificationId', 'channel'])
@Index('delivery_due', ['dueAt'], { where: `state in ('waiting', 'gathering')` })
@Index(['createdAt', 'id'])
export class NotificationDelivery {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  notificationId!: string;

  @ManyToOne(() => Notification, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'notification_id' })
  notification?: Notification;

  @Column('text')
  channel!: Channel;

  @Column('text', { default: 'waiting' })
  state!: DeliveryState;

  @Column('timestamptz')
  dueAt!: Date;

  /** Handed over so often, with success or without. */
  @Column('int', { default: 0 })
  tries!: number;

  /** Until then one node has it; by the database's clock. */
  @Column('timestamptz', { nullable: true })
  leaseUntil!: Date | null;

  /** Which taking it was: who comes back after the lease says nothing any more. */
  @Column('uuid', { nullable: true })
  leasedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** What the other side said last, without addresses; or why it was dropped. */
  @Column('text', { nullable: true })
  lastError!: string | null;

  /** The digest it went with. */
  @Column('uuid', { nullable: true })
  digestId!: string | null;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  createdAt!: Date;
}

/** One row: up to where in the log occasions were looked for. */
@Entity('notification_cursor')
export class NotificationCursor {
  @PrimaryColumn('boolean', { default: true })
  one!: boolean;

  @Column('bigint')
  seq!: string;
}

/** How a body reminds its members, and by which ways. */
@Entity('body_notification_setting')
export class BodyNotificationSetting {
  @PrimaryColumn('uuid')
  bodyId!: string;

  @ManyToOne(() => Body, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'body_id' })
  body?: Body;

  @Column('jsonb')
  reminders!: Reminder[];

  /** How often it is reminded after the deadline, while the request stays open. */
  @Column('int')
  overdueReminders!: number;

  @Column('text', { array: true })
  channels!: Channel[];

  /** Whether calendars elsewhere may show titles. */
  @Column('boolean')
  titlesInCalendars!: boolean;
}

/** How a person is reached. */
@Entity('person_notification_setting')
export class PersonNotificationSetting {
  @PrimaryColumn('uuid')
  accountId!: string;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id' })
  account?: Account;

  @Column('text', { nullable: true })
  email!: string | null;

  @Column('text', { nullable: true })
  phone!: string | null;

  @Column('text', { array: true })
  channels!: Channel[];

  /** Minutes of the day in Viet Nam. */
  @Column('int', { nullable: true })
  quietFrom!: number | null;

  @Column('int', { nullable: true })
  quietUntil!: number | null;

  @Column('int', { nullable: true })
  digestAt!: number | null;
}

/** One row: the key pair that web push knows this installation by (RFC 8292). */
@Entity('push_key')
export class PushKey {
  @PrimaryColumn('boolean', { default: true })
  one!: boolean;

  @Column('text')
  publicKey!: string;

  /** Sealed by the installation's secret. */
  @Column('bytea')
  privateKey!: Buffer;
}

/** A browser that takes push messages. Its address and keys are sealed: who has them can write to the device. */
@Entity('push_device')
export class PushDevice {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Index()
  @Column('uuid')
  accountId!: string;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id' })
  account?: Account;

  @Column('bytea', { unique: true })
  endpointHash!: Buffer;

  @Column('bytea')
  subscription!: Buffer;

  @Column('text')
  userAgent!: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  createdAt!: Date;
}

/** The secret address of a person's calendar; only the SHA-256 of its secret is kept. */
@Entity('calendar_feed')
export class CalendarFeed {
  @PrimaryColumn('uuid')
  accountId!: string;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id' })
  account?: Account;

  @Index({ unique: true })
  @Column('bytea')
  tokenHash!: Buffer;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  readAt!: Date | null;
}

/** How often the time or place of a session, or the deadline of a request, has changed since it was sent: SEQUENCE of RFC 5545, 3.8.7.4. */
@Entity('calendar_revision')
export class CalendarRevision {
  /** A session or an opinion request. */
  @PrimaryColumn('uuid')
  subjectId!: string;

  /** Of what a calendar shows: another one is a change. */
  @Column('text')
  fingerprint!: string;

  @Column('int', { default: 0 })
  sequence!: number;

  /** Up to which of them people were told: a calendar may be read, and count a change, before the log is. */
  @Column('int', { default: 0 })
  toldSequence!: number;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  changedAt!: Date;
}
