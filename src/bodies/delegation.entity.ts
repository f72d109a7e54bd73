import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Body, Member } from './body.entity.js';

/** The chair lets another member preside and approve, for a time. The casting vote stays with the seat. */
@Entity('chair_delegation')
@Check('"until_date" >= "from_date"')
export class ChairDelegation {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Index()
  @Column('uuid')
  bodyId!: string;

  @ManyToOne(() => Body)
  @JoinColumn({ name: 'body_id' })
  body?: Body;

  @Column('uuid')
  memberId!: string;

  @ManyToOne(() => Member)
  @JoinColumn({ name: 'member_id' })
  member?: Member;

  @Column('date')
  fromDate!: string;

  /** Last day. */
  @Column('date')
  untilDate!: string;
}
