import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Member } from '../bodies/body.entity.js';
import { AgendaItem } from './agenda-item.entity.js';

/** A member who takes no part in an item, as their own interests are touched: no papers, no place in its quorum, no ballot. */
@Entity('recusal')
export class Recusal {
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
  reason!: string;

  /** The member, or who runs the session on their behalf. */
  @Column('uuid')
  declaredBy!: string;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;
}
