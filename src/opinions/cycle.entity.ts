import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { Body, Member } from '../bodies/body.entity.js';
import { Account } from '../identity/account.entity.js';
import type { QuestionKind } from './domain/question.js';
import type { RequestAct } from './domain/request-states.js';
import { OpinionRequest } from './opinion-request.entity.js';

/** One act in the life of a request: who, when, why. */
@Entity('opinion_step')
@Index(['requestId', 'at'])
export class OpinionStep {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  requestId!: string;

  @ManyToOne(() => OpinionRequest, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'request_id' })
  request?: OpinionRequest;

  @Column('text')
  act!: RequestAct | 'create';

  /** Null: the system, at the deadline. */
  @Column('uuid', { nullable: true })
  actorId!: string | null;

  @ManyToOne(() => Account)
  @JoinColumn({ name: 'actor_id' })
  actor?: Account;

  @Column('text', { nullable: true })
  reason!: string | null;

  /** The clock, not the transaction's beginning: acts of one moment keep their order. */
  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  at!: Date;
}

/** A question of a template. */
export interface TemplateQuestion {
  text: string;
  textEn: string | null;
  kind: QuestionKind;
  options: { label: string; labelEn: string | null }[];
  most: number;
}

/** What requests of one sort have in common. */
export interface RequestTemplate {
  title: string;
  titleEn: string | null;
  explanation: string | null;
  questions: TemplateQuestion[];
  memberIds: string[];
  workingDays: number;
  isPublic: boolean;
}

@Entity('opinion_template')
export class OpinionTemplate {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Index()
  @Column('uuid')
  bodyId!: string;

  @ManyToOne(() => Body)
  @JoinColumn({ name: 'body_id' })
  body?: Body;

  @Column('text')
  name!: string;

  @Column('jsonb')
  content!: RequestTemplate;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}

/** For which member of a body an account with the role `assistant` prepares drafts. One assistant, one member; a member may have several. (product/glossary.md) */
@Entity('member_assistant')
export class MemberAssistant {
  @PrimaryColumn('uuid')
  accountId!: string;

  @ManyToOne(() => Account)
  @JoinColumn({ name: 'account_id' })
  account?: Account;

  @PrimaryColumn('uuid')
  bodyId!: string;

  @ManyToOne(() => Body)
  @JoinColumn({ name: 'body_id' })
  body?: Body;

  @Index()
  @Column('uuid')
  memberId!: string;

  @ManyToOne(() => Member)
  @JoinColumn({ name: 'member_id' })
  member?: Member;

  @Column('uuid')
  assignedBy!: string;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;
}
