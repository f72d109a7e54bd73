import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Account } from '../../identity/account.entity.js';
import { Session } from '../../sessions/session.entity.js';

/** A short text to who presided when it was sent, and the answer: for those two alone, by rights on rows. */
@Entity('private_word')
export class PrivateWord {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Index()
  @Column('uuid')
  sessionId!: string;

  @ManyToOne(() => Session, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'session_id' })
  session?: Session;

  @Column('uuid')
  fromAccountId!: string;

  @ManyToOne(() => Account)
  @JoinColumn({ name: 'from_account_id' })
  from?: Account;

  /** Who presided then: the word stays with that person. */
  @Column('uuid')
  chairAccountId!: string;

  @ManyToOne(() => Account)
  @JoinColumn({ name: 'chair_account_id' })
  chair?: Account;

  @Column('text')
  text!: string;

  @Column('timestamptz')
  sentAt!: Date;

  @Column('timestamptz', { nullable: true })
  readAt!: Date | null;

  @Column('text', { nullable: true })
  answer!: string | null;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;
}
