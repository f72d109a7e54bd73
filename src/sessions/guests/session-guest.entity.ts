import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Member } from '../../bodies/body.entity.js';
import type { GuestKind } from '../../identity/domain/policy.js';
import { Account } from '../../identity/account.entity.js';
import type { GuestState } from '../domain/guests.js';
import { Session, SessionSite } from '../session.entity.js';

/** Who is at a session and is no member: invited to some of its items, or there for a member. Neither votes. */
@Entity('session_guest')
@Check(`(kind = 'substitute') = (member_id is not null)`)
@Index('session_guest_once', ['sessionId', 'accountId'], { unique: true, where: 'account_id is not null' })
@Index('session_guest_one_substitute', ['sessionId', 'memberId'], { unique: true, where: 'member_id is not null' })
export class SessionGuest {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  sessionId!: string;

  @ManyToOne(() => Session, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'session_id' })
  session?: Session;

  @Column('text')
  kind!: GuestKind;

  /** Who signs in; null for somebody known by name alone. */
  @Index()
  @Column('uuid', { nullable: true })
  accountId!: string | null;

  @ManyToOne(() => Account)
  @JoinColumn({ name: 'account_id' })
  account?: Account;

  /** Null while only the organisation is known. */
  @Column('text', { nullable: true })
  name!: string | null;

  @Column('text', { nullable: true })
  organisation!: string | null;

  /** For whom a substitute comes. */
  @Column('uuid', { nullable: true })
  memberId!: string | null;

  @ManyToOne(() => Member)
  @JoinColumn({ name: 'member_id' })
  member?: Member;

  @Column('text', { default: 'invited' })
  state!: GuestState;

  @Column('text', { nullable: true })
  mode!: 'room' | 'online' | null;

  @Column('timestamptz', { nullable: true })
  checkedInAt!: Date | null;

  /** Of an organisation that was invited: who says whom it sends. */
  @Index()
  @Column('uuid', { nullable: true })
  contactId!: string | null;

  @ManyToOne(() => Account)
  @JoinColumn({ name: 'contact_id' })
  contact?: Account;

  /** Until when the contact says it; null: until the session begins. */
  @Column('timestamptz', { nullable: true })
  nameUntil!: Date | null;

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
