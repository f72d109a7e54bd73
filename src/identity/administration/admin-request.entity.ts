import { Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Account } from '../account.entity.js';
import type { AdminRequestKind } from '../domain/two-administrators.js';
import type { AccountRoleDto } from './accounts.dto.js';

/** What an administrator may not do alone: it waits for a second one. */
@Entity('admin_request')
export class AdminRequest {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text')
  kind!: AdminRequestKind;

  @Index()
  @Column('uuid')
  subjectId!: string;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'subject_id' })
  subject?: Account;

  @Column('uuid')
  askedById!: string;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'asked_by_id' })
  askedBy?: Account;

  @Column('text')
  reason!: string;

  /** The roles that are asked for, for `roles`. */
  @Column('jsonb', { nullable: true })
  roles!: AccountRoleDto[] | null;

  @CreateDateColumn({ type: 'timestamptz' })
  askedAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('uuid', { nullable: true })
  decidedById!: string | null;

  @ManyToOne(() => Account, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'decided_by_id' })
  decidedBy?: Account;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  @Column('text', { nullable: true })
  decision!: 'confirmed' | 'refused' | 'withdrawn' | null;
}
