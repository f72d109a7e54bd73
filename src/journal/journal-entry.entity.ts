import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { EventIds, EventType } from '../contract/live-events.js';

/** What happened: written in the transaction that did it, never changed. */
@Entity('journal_entry')
@Index(['xid', 'id'])
export class JournalEntry {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  /** The writing transaction: rows are numbered only below the oldest running one. */
  @Column('bigint')
  xid!: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  at!: Date;

  @Column('text')
  type!: EventType;

  @Column('uuid', { nullable: true })
  actorId!: string | null;

  @Column('uuid', { nullable: true })
  bodyId!: string | null;

  /** Who may hear of it: rooms of the gateway. */
  @Column('text', { array: true })
  audiences!: string[];

  @Column('jsonb')
  ids!: EventIds;

  /** What an auditor must know and no private content: states, reasons' presence, numbers. */
  @Column('jsonb', { default: {} })
  facts!: Record<string, unknown>;
}

/** The entry's gapless number and the hash it went into the log with. */
@Entity('journal_log')
export class JournalLog {
  @PrimaryColumn('bigint')
  seq!: string;

  @Index({ unique: true })
  @Column('bigint')
  entryId!: string;

  /** RFC 6962 leaf hash of the entry's canonical JSON (RFC 8785). */
  @Column('bytea')
  leafHash!: Buffer;
}

/** For each audience the chain of numbers it was told, so that a client sees a gap. */
@Entity('journal_delivery')
export class JournalDelivery {
  @PrimaryColumn('text')
  audience!: string;

  @PrimaryColumn('bigint')
  seq!: string;

  @Column('bigint')
  prev!: string;
}

/** One row: how far numbering has come. */
@Entity('journal_head')
export class JournalHead {
  @PrimaryColumn('boolean', { default: true })
  one!: boolean;

  @Column('bigint')
  seq!: string;

  /** Every entry of a transaction below this one is numbered. */
  @Column('bigint')
  numberedBelow!: string;
}
