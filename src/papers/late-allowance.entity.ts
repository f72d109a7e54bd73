import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { AgendaItem } from '../agenda/agenda-item.entity.js';
import { Account } from '../identity/account.entity.js';

/** The chair lets the papers of an item come later than the regulation asks, and says why. */
@Entity('late_allowance')
export class LateAllowance {
  @PrimaryColumn('uuid')
  itemId!: string;

  @ManyToOne(() => AgendaItem, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'item_id' })
  item?: AgendaItem;

  @Column('uuid')
  allowedBy!: string;

  @ManyToOne(() => Account)
  @JoinColumn({ name: 'allowed_by' })
  account?: Account;

  @Column('text')
  reason!: string;

  @Column('timestamptz')
  at!: Date;
}
