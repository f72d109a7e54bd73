import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { AgendaItem } from '../agenda/agenda-item.entity.js';
import { Member, RuleSetRow } from '../bodies/body.entity.js';
import type { Choice } from '../bodies/domain/rule-set.js';
import { Session } from '../sessions/session.entity.js';
import type { Channel } from './domain/casting.js';
import type { MotionKind, MotionState } from './domain/motion-states.js';
import type { Option } from './domain/options.js';
import type { Decision } from '../bodies/domain/decision.js';

/** The question put. */
@Entity('motion')
export class Motion {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  bodyId!: string;

  @Index()
  @Column('uuid')
  sessionId!: string;

  @ManyToOne(() => Session)
  @JoinColumn({ name: 'session_id' })
  session?: Session;

  @Index()
  @Column('uuid')
  itemId!: string;

  @ManyToOne(() => AgendaItem)
  @JoinColumn({ name: 'item_id' })
  item?: AgendaItem;

  /** Pinned when prepared. */
  @Column('uuid')
  ruleSetId!: string;

  @ManyToOne(() => RuleSetRow)
  @JoinColumn({ name: 'rule_set_id' })
  ruleSet?: RuleSetRow;

  @Column('text')
  question!: string;

  @Column('text', { nullable: true })
  questionEn!: string | null;

  @Column('text', { default: 'named' })
  visibility!: 'named';

  @Column('text', { default: 'question' })
  kind!: MotionKind;

  /** What can be chosen among; null for a question. */
  @Column('jsonb', { nullable: true })
  options!: Option[] | null;

  /** How many a ballot may choose. */
  @Column('int', { nullable: true })
  most!: number | null;

  /** How many are taken. */
  @Column('int', { nullable: true })
  places!: number | null;

  /** Members are called by name and the secretariat enters what they say. */
  @Column('boolean', { default: false })
  rollCall!: boolean;

  @Column('text', { default: 'prepared' })
  state!: MotionState;

  @Column('text', { array: true })
  choices!: Choice[];

  @Column('timestamptz', { default: () => 'now()' })
  preparedAt!: Date;

  @Column('timestamptz', { nullable: true })
  openedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  publishedAt!: Date | null;

  @Column('text', { nullable: true })
  annulReason!: string | null;

  /** The annulled or undecided motion this one puts again. */
  @Column('uuid', { nullable: true })
  repeatsId!: string | null;

  @ManyToOne(() => Motion)
  @JoinColumn({ name: 'repeats_id' })
  repeats?: Motion;

  /** Members who were not put on the roll, as they recused themselves from the item. */
  @Column('int', { default: 0 })
  recused!: number;

  /** Counted in the transaction that closed it. */
  @Column('jsonb', { nullable: true })
  decision!: Decision | null;
}

/** The items a block or the consent list decides at once; the motion's own item is the first of them. */
@Entity('motion_item')
export class MotionItem {
  @PrimaryColumn('uuid')
  motionId!: string;

  @ManyToOne(() => Motion)
  @JoinColumn({ name: 'motion_id' })
  motion?: Motion;

  @Index()
  @PrimaryColumn('uuid')
  itemId!: string;

  @ManyToOne(() => AgendaItem)
  @JoinColumn({ name: 'item_id' })
  item?: AgendaItem;
}

/** The roll: who may vote on this motion, frozen when it was opened. Nobody else can, by the ballots' key. */
@Entity('motion_roll')
export class MotionRoll {
  @PrimaryColumn('uuid')
  motionId!: string;

  @ManyToOne(() => Motion)
  @JoinColumn({ name: 'motion_id' })
  motion?: Motion;

  @PrimaryColumn('uuid')
  memberId!: string;

  @ManyToOne(() => Member)
  @JoinColumn({ name: 'member_id' })
  member?: Member;

  @Column('boolean')
  isChair!: boolean;
}

/** One member's vote: one for each entry of the roll at most. */
@Entity('ballot')
export class Ballot {
  @PrimaryColumn('uuid')
  motionId!: string;

  @PrimaryColumn('uuid')
  memberId!: string;

  @ManyToOne(() => MotionRoll)
  @JoinColumn([
    { name: 'motion_id', referencedColumnName: 'motionId' },
    { name: 'member_id', referencedColumnName: 'memberId' },
  ])
  entry?: MotionRoll;

  @Column('text')
  choice!: Choice;

  @Column('text', { nullable: true })
  text!: string | null;

  /** The options chosen, in order of their ids; null for a question. */
  @Column('uuid', { array: true, nullable: true })
  selected!: string[] | null;

  /** In the room, from afar, or entered at a roll-call. */
  @Column('text')
  channel!: Channel;

  /** Who entered it at a roll-call; null for who cast it themselves. */
  @Column('uuid', { nullable: true })
  enteredBy!: string | null;

  /** What the voter keeps as a proof. */
  @Column('text')
  receipt!: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  castAt!: Date;
}
