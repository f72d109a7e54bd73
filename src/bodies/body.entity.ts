import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Account } from '../identity/account.entity.js';
import type { RuleSetSettings } from './domain/rule-set.js';

/** A dated working regulation: every number of a rule comes from one. Never edited; a change is a new one. */
@Entity('rule_set')
export class RuleSetRow {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text', { unique: true })
  key!: string;

  @Column('text')
  name!: string;

  @Column('text')
  nameEn!: string;

  @Column('text')
  citation!: string;

  @Column('text')
  citationEn!: string;

  @Column('date', { nullable: true })
  fromDate!: string | null;

  @Column('date', { nullable: true })
  untilDate!: string | null;

  @Column('boolean', { default: false })
  custom!: boolean;

  @Column('jsonb')
  settings!: RuleSetSettings;
}

/** A collective that decides. */
@Entity('body')
export class Body {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  nameEn!: string;

  @Column('text')
  shortName!: string;

  @Column('text')
  kind!: string;

  /** The rule set new sessions and requests are opened under. */
  @Column('uuid')
  ruleSetId!: string;

  @ManyToOne(() => RuleSetRow)
  @JoinColumn({ name: 'rule_set_id' })
  ruleSet?: RuleSetRow;

  @Column('text', { default: 'Asia/Ho_Chi_Minh' })
  timezone!: string;

  @Column('int', { default: 0 })
  position!: number;
}

/** A numbered place in a body, in protocol order. */
@Entity('seat')
@Unique(['bodyId', 'number'])
export class Seat {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  bodyId!: string;

  @ManyToOne(() => Body)
  @JoinColumn({ name: 'body_id' })
  body?: Body;

  @Column('int')
  number!: number;

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  titleEn!: string | null;

  @Column('text', { nullable: true })
  organisation!: string | null;

  @Column('boolean', { default: false })
  isChair!: boolean;

  @Column('boolean', { default: true })
  votes!: boolean;
}

/** A person who holds a seat from one date to another. */
@Entity('member')
@Index('member_one_account', ['bodyId', 'accountId'], { unique: true, where: 'until_date IS NULL AND account_id IS NOT NULL' })
@Check('"until_date" is null or "until_date" >= "from_date"')
export class Member {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Index()
  @Column('uuid')
  bodyId!: string;

  @ManyToOne(() => Body)
  @JoinColumn({ name: 'body_id' })
  body?: Body;

  @Index()
  @Column('uuid')
  seatId!: string;

  @ManyToOne(() => Seat)
  @JoinColumn({ name: 'seat_id' })
  seat?: Seat;

  @Index()
  @Column('uuid', { nullable: true })
  accountId!: string | null;

  @ManyToOne(() => Account)
  @JoinColumn({ name: 'account_id' })
  account?: Account;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  nameEn!: string | null;

  /** First day of the term. */
  @Column('date')
  fromDate!: string;

  /** Last day of the term; null while it runs. */
  @Column('date', { nullable: true })
  untilDate!: string | null;
}

/** A day that is no working day although it is Monday to Friday, or the other way round. */
@Entity('calendar_day')
export class CalendarDay {
  @PrimaryColumn('date')
  date!: string;

  @Column('text')
  kind!: 'holiday' | 'workday';

  @Column('text')
  name!: string;

  @Column('text')
  nameEn!: string;
}
