import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { Member } from '../../bodies/body.entity.js';
import { AgendaItem } from '../agenda-item.entity.js';
import type { TurnKind, TurnState } from '../domain/speakers.js';

/** One turn to speak on an item: asked for, given, ended. */
@Entity('turn')
@Index(['sessionId', 'state'])
@Index('turn_one_speaks', ['sessionId'], { unique: true, where: `state = 'speaking'` })
export class Turn {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  sessionId!: string;

  @Column('uuid')
  itemId!: string;

  @ManyToOne(() => AgendaItem)
  @JoinColumn({ name: 'item_id' })
  item?: AgendaItem;

  /** The member who speaks, or for whom the substitute does; null for others. */
  @Column('uuid', { nullable: true })
  memberId!: string | null;

  @ManyToOne(() => Member)
  @JoinColumn({ name: 'member_id' })
  member?: Member;

  /** Who asked by themselves, so that they can take it back. */
  @Column('uuid', { nullable: true })
  accountId!: string | null;

  /** Who speaks and is no member. */
  @Column('text', { nullable: true })
  name!: string | null;

  @Column('text')
  kind!: TurnKind;

  @Column('text', { default: 'waiting' })
  state!: TurnState;

  /** Place among the waiting turns of its kind, from 0. */
  @Column('int')
  order!: number;

  /** Minutes it may take. */
  @Column('int')
  minutes!: number;

  @Column('timestamptz')
  askedAt!: Date;

  @Column('timestamptz', { nullable: true })
  startedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}

/** A time during which an item was under discussion. */
@Entity('item_time')
@Index(['sessionId', 'endedAt'])
export class ItemTime {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('uuid')
  sessionId!: string;

  @Index()
  @Column('uuid')
  itemId!: string;

  @ManyToOne(() => AgendaItem, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'item_id' })
  item?: AgendaItem;

  @Column('timestamptz')
  startedAt!: Date;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}

/** A member wants an item discussed, although nobody objected: it is not on the consent list. */
@Entity('consent_pull')
export class ConsentPull {
  @PrimaryColumn('uuid')
  itemId!: string;

  @ManyToOne(() => AgendaItem, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'item_id' })
  item?: AgendaItem;

  @Column('uuid')
  memberId!: string;

  @ManyToOne(() => Member)
  @JoinColumn({ name: 'member_id' })
  member?: Member;

  @Column('timestamptz')
  at!: Date;
}
