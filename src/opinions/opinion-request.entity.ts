import { Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { Body, Member, RuleSetRow } from '../bodies/body.entity.js';
import type { Choice } from '../bodies/domain/rule-set.js';
import { AgendaItem } from '../agenda/agenda-item.entity.js';
import { Account } from '../identity/account.entity.js';
import type { Option } from '../voting/domain/options.js';
import type { QuestionKind } from './domain/question.js';
import type { WrittenAnswer, WrittenComment } from './domain/reply.js';
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

  /** What the officer concludes from the replies. */
  @Column('text', { nullable: true })
  conclusion!: string | null;

  @Column('text', { nullable: true })
  conclusionEn!: string | null;

  /** Adopted, put to a session, or sent back for rework. */
  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** The agenda item that the matter became. */
  @Index()
  @Column('uuid', { nullable: true })
  itemId!: string | null;

  @ManyToOne(() => AgendaItem, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'item_id' })
  item?: AgendaItem;

  /** The request whose matter was reworked into this one. */
  @Index()
  @Column('uuid', { nullable: true })
  reworkedFromId!: string | null;

  @ManyToOne(() => OpinionRequest)
  @JoinColumn({ name: 'reworked_from_id' })
  reworkedFrom?: OpinionRequest;

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

  @Column('text', { default: 'choices' })
  kind!: QuestionKind;

  /** What can be chosen among; empty for agree, disagree … */
  @Column('jsonb', { default: [] })
  options!: Option[];

  /** How many options a reply may choose. */
  @Column('int', { default: 1 })
  most!: number;

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

  /** The assistant who prepared what the member sent. */
  @Column('uuid', { nullable: true })
  draftedBy!: string | null;

  @ManyToOne(() => Account)
  @JoinColumn({ name: 'drafted_by' })
  drafter?: Account;
}

/** What a member has written and not sent: a row that only the member sees, and the assistant as long as it is the assistant's alone. */
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
  answers!: WrittenAnswer[];

  @Column('jsonb', { default: [] })
  comments!: WrittenComment[];

  @Column('text', { nullable: true })
  discussion!: string | null;

  /** The assistant who prepares it. */
  @Column('uuid', { nullable: true })
  assistantId!: string | null;

  @ManyToOne(() => Account)
  @JoinColumn({ name: 'assistant_id' })
  assistant?: Account;

  @Column('timestamptz', { nullable: true })
  handedUpAt!: Date | null;

  /** The member has changed it: from then on it is the member's own. */
  @Column('boolean', { default: false })
  isEdited!: boolean;
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

  /** The options chosen, in order of their ids. */
  @Column('uuid', { array: true, nullable: true })
  selected!: string[] | null;
}
