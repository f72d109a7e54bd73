import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { AgendaItem } from '../agenda/agenda-item.entity.js';
import type { ItemKind } from '../agenda/domain/agenda.js';
import { Body } from '../bodies/body.entity.js';
import { Account } from '../identity/account.entity.js';
import type { DossierState } from './domain/dossier.js';

/** What a sponsor submits for a body to deal with; its papers name it. Never deleted. */
@Entity('dossier')
@Index(['bodyId', 'organisation'])
export class Dossier {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  bodyId!: string;

  @ManyToOne(() => Body)
  @JoinColumn({ name: 'body_id' })
  body?: Body;

  /** The sponsor: everybody who submits for this organisation sees the dossier. */
  @Column('text')
  organisation!: string;

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  titleEn!: string | null;

  @Column('text')
  kind!: ItemKind;

  /** In short, what is asked of the body. */
  @Column('text', { nullable: true })
  summary!: string | null;

  /** The day by which the sponsor asks for it to be dealt with. */
  @Column('date', { nullable: true })
  wishedOn!: string | null;

  @Column('text', { default: 'draft' })
  state!: DossierState;

  @Column('text', { nullable: true })
  returnReason!: string | null;

  @Column('uuid')
  createdBy!: string;

  @ManyToOne(() => Account)
  @JoinColumn({ name: 'created_by' })
  creator?: Account;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  /** When it was last submitted; from the first time on the office sees it. */
  @Column('timestamptz', { nullable: true })
  submittedAt!: Date | null;

  /** When the secretariat last returned, accepted or placed it. */
  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  @Column('uuid', { nullable: true })
  decidedBy!: string | null;

  @ManyToOne(() => Account)
  @JoinColumn({ name: 'decided_by' })
  decider?: Account;

  /** Where its papers were put. */
  @Column('uuid', { nullable: true })
  itemId!: string | null;

  @ManyToOne(() => AgendaItem)
  @JoinColumn({ name: 'item_id' })
  item?: AgendaItem;
}
