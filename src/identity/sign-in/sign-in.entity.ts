import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Account } from '../account.entity.js';

/** Failures in a row for one typed name, whether or not there is such an account. */
@Entity('sign_in_lock')
export class SignInLock {
  /** SHA-256 of the name that was typed. */
  @PrimaryColumn('text')
  accountKey!: string;

  @Column('integer')
  failures!: number;

  @Column('timestamptz')
  lastFailedAt!: Date;

  @Column('timestamptz', { nullable: true })
  lockedUntil!: Date | null;
}

/** A right password whose code is still to come. */
@Entity('pending_sign_in')
export class PendingSignIn {
  @PrimaryColumn('bytea')
  tokenHash!: Buffer;

  @Index()
  @Column('uuid')
  accountId!: string;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id' })
  account?: Account;

  @Column('timestamptz')
  expiresAt!: Date;

  /** Wrong codes so far; the fifth ends it. */
  @Column('integer', { default: 0 })
  tries!: number;
}
