import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { AgendaItem } from '../../agenda/agenda-item.entity.js';
import { Body, Member } from '../../bodies/body.entity.js';
import { Account } from '../../identity/account.entity.js';
import type { RegisteredClass } from '../domain/register.js';

/** A classified paper of an agenda item, which exists on paper alone. */
@Entity('registered_paper')
export class RegisteredPaper {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  bodyId!: string;

  @ManyToOne(() => Body)
  @JoinColumn({ name: 'body_id' })
  body?: Body;

  @Index()
  @Column('uuid')
  itemId!: string;

  @ManyToOne(() => AgendaItem)
  @JoinColumn({ name: 'item_id' })
  item?: AgendaItem;

  /** What it is called, with nothing that is secret. */
  @Column('text')
  title!: string;

  @Column('text')
  classification!: RegisteredClass;

  /** Numbered from 1. */
  @Column('int')
  copies!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('uuid')
  createdBy!: string;

  @ManyToOne(() => Account)
  @JoinColumn({ name: 'created_by' })
  creator?: Account;
}

/** A copy given to somebody, until it comes back. */
@Entity('paper_handout')
@Index('paper_handout_once', ['paperId', 'number'], { unique: true, where: 'returned_at IS NULL' })
export class PaperHandout {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  paperId!: string;

  @ManyToOne(() => RegisteredPaper, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'paper_id' })
  paper?: RegisteredPaper;

  /** Rights on rows ask for it. */
  @Column('uuid')
  bodyId!: string;

  /** Of the copy. */
  @Column('int')
  number!: number;

  /** The member who has it; null for somebody else, who is named. */
  @Index()
  @Column('uuid', { nullable: true })
  memberId!: string | null;

  @ManyToOne(() => Member)
  @JoinColumn({ name: 'member_id' })
  member?: Member;

  @Column('text')
  holder!: string;

  @Column('timestamptz')
  handedAt!: Date;

  @Column('uuid')
  handedBy!: string;

  @ManyToOne(() => Account)
  @JoinColumn({ name: 'handed_by' })
  hander?: Account;

  @Column('timestamptz', { nullable: true })
  dueAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  returnedAt!: Date | null;

  @Column('uuid', { nullable: true })
  returnedTo!: string | null;

  @ManyToOne(() => Account)
  @JoinColumn({ name: 'returned_to' })
  receiver?: Account;
}
