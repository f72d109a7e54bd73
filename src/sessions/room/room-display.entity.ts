import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Account } from '../../identity/account.entity.js';
import { Session, SessionSite } from '../session.entity.js';

/** A screen on a wall: shows one session to a room, by a token of its own. */
@Entity('room_display')
export class RoomDisplay {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Index()
  @Column('uuid')
  sessionId!: string;

  @ManyToOne(() => Session, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'session_id' })
  session?: Session;

  /** The site it hangs at; null: the room. */
  @Column('uuid', { nullable: true })
  siteId!: string | null;

  @ManyToOne(() => SessionSite, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'site_id' })
  site?: SessionSite;

  /** Where it hangs. */
  @Column('text')
  name!: string;

  /** SHA-256 of the token; the token itself is told once. */
  @Index({ unique: true })
  @Column('bytea')
  tokenHash!: Buffer;

  @Column('uuid')
  madeBy!: string;

  @ManyToOne(() => Account)
  @JoinColumn({ name: 'made_by' })
  maker?: Account;

  @Column('timestamptz')
  madeAt!: Date;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;
}
