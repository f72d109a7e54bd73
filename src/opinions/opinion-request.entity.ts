import { Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { Body, Member, RuleSetRow } from '../bodies/body.entity.js';
import type { Choice } from '../bodies/domain/rule-set.js';
import type { RequestState } from './domain/request-states.js';
import type { QuestionDecision } from './domain/count.js';

/** A written opinion request: the body decides without meeting. */
@Entity('opinion_request')
@Index(['bodyId', 'createdAt'])
export class OpinionRequest {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  bodyId!: string;

  @ManyToOne(() => Body)
  @JoinColumn({ name: 'body_id' })
  body?: Body;

  @Column('uuid')
  ruleSetId!: string;

  @ManyToOne(() => RuleSetRow)
  @JoinColumn({ name: 'rule_set_id' })
  ruleSet?: RuleSetRow;

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  titleEn!: string | null;

  @Column('text', { nullable: true })
  explanation!: string | null;

  @Column('text', { default: 'draft' })
  state!: RequestState;

  /** Working days from sending to the deadline. */
  @Column('int')
  workingDays!: number;

  /** Members see each other's replies after the close. */
  @Column('boolean')
  isPublic!: boolean;

  @Column('timestamptz', { nullable: true })
  dueAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  sentAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;

  @Column('text', { nullable: true })
  returnReason!: string | null;

  /** Why it was recalled, or extended. */
  @Column('text', { nullable: true })
  reason!: string | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt!: Date;
}

@Entity('opinion_question')
export class OpinionQuestion {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Index()
  @Column('uuid')
  requestId!: string;

  @ManyToOne(() => OpinionRequest, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'request_id' })
  request?: OpinionRequest;

  @Column('int')
  order!: number;

  @Column('text')
  text!: string;

  @Column('text', { nullable: true })
  textEn!: string | null;

  /** Counted in the transaction that closed the request. */
  @Column('jsonb', { nullable: true })
  decision!: QuestionDecision | null;
}

/** Who is asked, and whether they have answered. */
@Entity('opinion_member')
export class OpinionMember {
  @PrimaryColumn('uuid')
  requestId!: string;

  @ManyToOne(() => OpinionRequest, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'request_id' })
  request?: OpinionRequest;

  @Index()
  @PrimaryColumn('uuid')
  memberId!: string;

  @ManyToOne(() => Member)
  @JoinColumn({ name: 'member_id' })
  member?: Member;

  @Column('text', { default: 'notAnswered' })
  state!: 'notAnswered' | 'answered' | 'deemed';

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;
}

/** What a member has written and not sent: a row that only the member sees. */
@Entity('opinion_draft')
export class OpinionDraft {
  @PrimaryColumn('uuid')
  requestId!: string;

  @PrimaryColumn('uuid')
  memberId!: string;

  @ManyToOne(() => OpinionMember, { onDelete: 'CASCADE' })
  @JoinColumn([
    { name: 'request_id', referencedColumnName: 'requestId' },
    { name: 'member_id', referencedColumnName: 'memberId' },
  ])
  asked?: OpinionMember;

  @Column('jsonb')
  answers!: { questionId: string; choice: Choice | null; text: string | null }[];
}

/** One member's answer to one question. */
@Entity('opinion_answer')
export class OpinionAnswer {
  @PrimaryColumn('uuid')
  questionId!: string;

  @ManyToOne(() => OpinionQuestion)
  @JoinColumn({ name: 'question_id' })
  question?: OpinionQuestion;

  @PrimaryColumn('uuid')
  memberId!: string;

  @ManyToOne(() => Member)
  @JoinColumn({ name: 'member_id' })
  member?: Member;

  @Column('text')
  choice!: Choice;

  @Column('text', { nullable: true })
  text!: string | null;
}
