import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Turn } from '../../agenda/floor/floor.entity.js';
import { Account } from '../../identity/account.entity.js';
import { Session } from '../../sessions/session.entity.js';
import { PaperVersion } from '../paper.entity.js';

/** Who presents shows a page of a paper to all who follow. One share runs in a session at a time. */
@Entity('page_share')
@Index('page_share_one_runs', ['sessionId'], { unique: true, where: 'ended_at is null' })
export class PageShare {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  sessionId!: string;

  @ManyToOne(() => Session, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'session_id' })
  session?: Session;

  @Index()
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

  /** The turn in which it was begun, with which it ends; null for who runs the session. */
  @Column('uuid', { nullable: true })
  turnId!: string | null;

  @ManyToOne(() => Turn, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'turn_id' })
  turn?: Turn;

  /** From 1. */
  @Column('int')
  page!: number;

  /** Counts the pages shown, from 1: what arrives late is told apart from what is new. */
  @Column('int', { default: 1 })
  step!: number;

  @Column('timestamptz')
  startedAt!: Date;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
