import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Account } from '../../identity/account.entity.js';
import { PaperVersion } from '../paper.entity.js';

/** That somebody was asked to read a version; the last time. */
@Entity('paper_reminder')
export class PaperReminder {
  @PrimaryColumn('uuid')
  versionId!: string;

  @ManyToOne(() => PaperVersion, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'version_id' })
  version?: PaperVersion;

  @Index()
  @PrimaryColumn('uuid')
  accountId!: string;

  @ManyToOne(() => Account)
  @JoinColumn({ name: 'account_id' })
  account?: Account;

  @Column('timestamptz')
  at!: Date;

  @Column('uuid')
  remindedBy!: string;

  @ManyToOne(() => Account)
  @JoinColumn({ name: 'reminded_by' })
  reminder?: Account;
}
