import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Account } from '../../identity/account.entity.js';
import type { AccessKind } from '../domain/watermark.js';
import { PaperVersion } from '../paper.entity.js';

/** That somebody opened a version or took a copy of it; for the office, which answers for the papers. */
@Entity('paper_access')
@Index(['versionId', 'at'])
export class PaperAccess {
  @PrimaryColumn('bigint', { generated: 'identity', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('uuid')
  versionId!: string;

  @ManyToOne(() => PaperVersion, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'version_id' })
  version?: PaperVersion;

  @Column('uuid')
  accountId!: string;

  @ManyToOne(() => Account)
  @JoinColumn({ name: 'account_id' })
  account?: Account;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;

  @Column('text')
  kind!: AccessKind;

  /** Of a marked copy: it stands on each of its pages. */
  @Column('text', { nullable: true })
  code!: string | null;
}
