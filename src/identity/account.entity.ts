import { Column, CreateDateColumn, Entity, Generated, Index, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { RoleName } from '../contract/permissions.js';
import type { SignInMethod } from './domain/assurance.js';

@Entity('account')
export class Account {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text', { unique: true })
  username!: string;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  nameEn!: string | null;

  /** Argon2id, PHC string; null until the person has chosen a password. */
  @Column('text', { nullable: true })
  passwordHash!: string | null;

  @Column('boolean', { default: false })
  administrator!: boolean;

  @Column('boolean', { default: false })
  disabled!: boolean;

  /** Offered on the sign-in page of a demo. */
  @Column('boolean', { default: false })
  demo!: boolean;

  @Column('text', { default: 'vi' })
  language!: 'vi' | 'en';

  @Column('text', { default: 'auto' })
  theme!: 'light' | 'dark' | 'auto';

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt!: Date;
}

/** A role of an account in a body, besides those that follow from a seat. */
@Entity('role_assignment')
@Unique(['accountId', 'bodyId', 'role'])
export class RoleAssignment {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  accountId!: string;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id' })
  account?: Account;

  @Index()
  @Column('uuid')
  bodyId!: string;

  @Column('text')
  role!: RoleName;

  /** For whom a sponsor submits: the organisation's name; null for all other roles. */
  @Column('text', { nullable: true })
  organisation!: string | null;
}

/** A signed-in browser. Only the SHA-256 of its secret is kept. */
@Entity('account_session')
export class AccountSession {
  @PrimaryColumn('bytea')
  tokenHash!: Buffer;

  @Column('uuid')
  @Generated('uuid')
  id!: string;

  @Index()
  @Column('uuid')
  accountId!: string;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id' })
  account?: Account;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  lastSeenAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('text')
  userAgent!: string;

  /** What the person calls this device; null: it is named by its user agent. */
  @Column('text', { nullable: true })
  name!: string | null;

  /** Shortened: enough to recognise, not to trace. */
  @Column('text', { default: '' })
  address!: string;

  /** How the person showed who they are. */
  @Column('text', { default: 'password' })
  method!: SignInMethod;

  /** When the person last showed who they are: at sign-in, or when asked again. */
  @Column('timestamptz', { default: () => 'now()' })
  authenticatedAt!: Date;

  /** In production, signed in by a password alone: may do nothing but enrol a passkey or codes. */
  @Column('boolean', { default: false })
  restricted!: boolean;
}

export type { SignInMethod };

/** One-time link with which a person chooses how to sign in. */
@Entity('setup_link')
export class SetupLink {
  @PrimaryColumn('bytea')
  tokenHash!: Buffer;

  @Column('uuid')
  accountId!: string;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id' })
  account?: Account;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;

  /** A recovery ends every earlier way in when it is used. */
  @Column('text', { default: 'invitation' })
  kind!: 'invitation' | 'recovery';
}

/** Tries to sign in, kept a short while for the rate limit. */
@Entity('sign_in_try')
@Index(['accountKey', 'at'])
@Index(['address', 'at'])
export class SignInTry {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  /** SHA-256 of the name that was typed: names of unknown accounts are not kept. */
  @Column('text')
  accountKey!: string;

  @Column('text')
  address!: string;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;
}
