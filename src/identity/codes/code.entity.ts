import { Column, Entity, JoinColumn, ManyToOne, OneToOne, PrimaryColumn } from 'typeorm';
import { Account } from '../account.entity.js';

/** The secret of an authenticator app (RFC 6238), encrypted by a key from outside the database. */
@Entity('totp')
export class Totp {
  @PrimaryColumn('uuid')
  accountId!: string;

  @OneToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id' })
  account?: Account;

  /** AES-256-GCM: 12 bytes nonce, 16 bytes tag, the rest. */
  @Column('bytea')
  sealedSecret!: Buffer;

  /** Null until a first code has shown that the app holds the secret. */
  @Column('timestamptz', { nullable: true })
  confirmedAt!: Date | null;

  /** The last 30-second step whose code was used: a code counts once. */
  @Column('integer', { default: 0 })
  lastStep!: number;
}

/** A recovery code: counts once. Only a keyed hash is kept. */
@Entity('recovery_code')
export class RecoveryCode {
  @PrimaryColumn('uuid')
  accountId!: string;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id' })
  account?: Account;

  @PrimaryColumn('bytea')
  codeHash!: Buffer;

  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;
}
