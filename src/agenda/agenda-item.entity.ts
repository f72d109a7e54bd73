import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { Member } from '../bodies/body.entity.js';
import { Session } from '../sessions/session.entity.js';
import type { ItemKind, ItemOutcome, Stand } from './domain/agenda.js';

/** A matter of the agenda; items may lie below one another. */
@Entity('agenda_item')
@Index(['sessionId', 'parentId', 'order'])
export class AgendaItem {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  sessionId!: string;

  @ManyToOne(() => Session)
  @JoinColumn({ name: 'session_id' })
  session?: Session;

  @Column('uuid')
  bodyId!: string;

  @Column('uuid', { nullable: true })
  parentId!: string | null;

  @ManyToOne(() => AgendaItem)
  @JoinColumn({ name: 'parent_id' })
  parent?: AgendaItem;

  /** Place among its siblings, from 0. */
  @Column('int')
  order!: number;

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  titleEn!: string | null;

  @Column('text')
  kind!: ItemKind;

  @Column('text', { nullable: true })
  sponsor!: string | null;

  @Column('int', { default: 10 })
  minutes!: number;

  @Column('text', { nullable: true })
  summary!: string | null;

  @Column('text', { nullable: true })
  outcome!: ItemOutcome | null;

  /** Walls show its number only, neither its title nor what is asked about it. */
  @Column('boolean', { default: false })
  withheld!: boolean;

  /** The undecided item of an earlier session that came onto this agenda. */
  @Index()
  @Column('uuid', { nullable: true })
  carriedFromId!: string | null;

  @ManyToOne(() => AgendaItem)
  @JoinColumn({ name: 'carried_from_id' })
  carriedFrom?: AgendaItem;
}

/** A member's position before the session. */
@Entity('position')
export class Position {
  @PrimaryColumn('uuid')
  itemId!: string;

  @ManyToOne(() => AgendaItem, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'item_id' })
  item?: AgendaItem;

  @PrimaryColumn('uuid')
  memberId!: string;

  @ManyToOne(() => Member)
  @JoinColumn({ name: 'member_id' })
  member?: Member;

  @Column('text')
  stand!: Stand;

  @Column('text', { nullable: true })
  text!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;
}
