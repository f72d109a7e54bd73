import { Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { Body, Member, RuleSetRow } from '../bodies/body.entity.js';
import type { AttendanceState } from './domain/attendance.js';
import type { SessionKind, SessionState } from './domain/session-states.js';

@Entity('session')
@Index(['bodyId', 'startsAt'])
export class Session {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  bodyId!: string;

  @ManyToOne(() => Body)
  @JoinColumn({ name: 'body_id' })
  body?: Body;

  /** Pinned: the session keeps the numbers it was called under. */
  @Column('uuid')
  ruleSetId!: string;

  @ManyToOne(() => RuleSetRow)
  @JoinColumn({ name: 'rule_set_id' })
  ruleSet?: RuleSetRow;

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  titleEn!: string | null;

  @Column('text')
  kind!: SessionKind;

  @Column('text', { default: 'draft' })
  state!: SessionState;

  @Column('timestamptz')
  startsAt!: Date;

  @Column('timestamptz')
  endsAt!: Date;

  @Column('text')
  place!: string;

  @Column('text', { nullable: true })
  onlineLink!: string | null;

  @Column('text', { nullable: true })
  returnReason!: string | null;

  /** Why it was opened without quorum, postponed or cancelled. */
  @Column('text', { nullable: true })
  reason!: string | null;

  /** The item under discussion: one thing for all. */
  @Column('uuid', { nullable: true })
  currentItemId!: string | null;

  /** Members see the session from here on. */
  @Column('timestamptz', { nullable: true })
  sentAt!: Date | null;

  /** Until it is sent, nothing is added to its papers, replaced or removed. */
  @Column('timestamptz', { nullable: true })
  packFrozenAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  openedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt!: Date;
}

/** A place outside of the room from where people take part together. */
@Entity('session_site')
export class SessionSite {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Index()
  @Column('uuid')
  sessionId!: string;

  @ManyToOne(() => Session, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'session_id' })
  session?: Session;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  place!: string | null;

  /** Whom to call when something does not work there. */
  @Column('text', { nullable: true })
  contact!: string | null;
}

/** A member's part in a session. */
@Entity('attendance')
export class Attendance {
  @PrimaryColumn('uuid')
  sessionId!: string;

  @ManyToOne(() => Session, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'session_id' })
  session?: Session;

  @Index()
  @PrimaryColumn('uuid')
  memberId!: string;

  @ManyToOne(() => Member)
  @JoinColumn({ name: 'member_id' })
  member?: Member;

  @Column('text', { default: 'invited' })
  state!: AttendanceState;

  @Column('text', { nullable: true })
  mode!: 'room' | 'online' | null;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('text', { nullable: true })
  substituteName!: string | null;

  @Column('timestamptz', { nullable: true })
  checkedInAt!: Date | null;

  /** When they left last; null for who is there or never came. */
  @Column('timestamptz', { nullable: true })
  leftAt!: Date | null;

  /** Where they are expected. */
  @Column('uuid', { nullable: true })
  siteId!: string | null;

  @ManyToOne(() => SessionSite, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'site_id' })
  site?: SessionSite;

  /** At which site they checked in; such a person is online. */
  @Column('uuid', { nullable: true })
  atSiteId!: string | null;

  @ManyToOne(() => SessionSite, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'at_site_id' })
  atSite?: SessionSite;
}
