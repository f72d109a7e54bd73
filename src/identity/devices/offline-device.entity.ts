import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Account } from '../account.entity.js';

/** A browser that may keep papers for reading without a network. It outlives the sessions that run out in it, and ends with one that is ended on purpose. */
@Entity('offline_device')
export class OfflineDevice {
  /** Chosen by the device. */
  @PrimaryColumn('uuid')
  id!: string;

  @Index()
  @Column('uuid')
  accountId!: string;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id' })
  account?: Account;

  /** SHA-256 of what the device shows when nobody is signed in at it. It opens nothing. */
  @Column('bytea')
  secretHash!: Buffer;

  /** The session that was seen at it last; it may be over. */
  @Index()
  @Column('uuid')
  sessionId!: string;

  @Column('text')
  userAgent!: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  /** When it asked last what it may keep. */
  @Column('timestamptz', { default: () => 'now()' })
  seenAt!: Date;

  /** From then on it must keep nothing. */
  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
