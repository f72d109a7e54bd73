import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { EventIds, EventType } from '../contract/live-events.js';

/** What happened: written in the transaction that did it, never changed. */
@Entity('journal_entry')
@Index(['xid', 'id'])
@Index('journal_entry_at', ['at'], { type: 'brin' })
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

  /** Salted hash of the private content, where there is some. */
  @Column('bytea', { nullable: true })
  privateHash!: Buffer | null;
}

/** What an entry proves and does not tell. Kept apart, behind rights of its own. */
@Entity('journal_private')
export class JournalPrivate {
  @PrimaryColumn('bigint')
  entryId!: string;

  @Column('bytea')
  salt!: Buffer;

  /** Canonical JSON, exactly as hashed. */
  @Column('text')
  content!: string;
}

/** Hash over 2^level entries, kept for every eighth level: a proof reads few rows however long the log. */
@Entity('journal_node')
export class JournalNode {
  @PrimaryColumn('int')
  level!: number;

  @PrimaryColumn('bigint')
  index!: string;

  @Column('bytea')
  hash!: Buffer;
}

/** A signed statement of how far the log has come. */
@Entity('journal_checkpoint')
export class JournalCheckpoint {
  @PrimaryColumn('bigint')
  size!: string;

  @Column('bytea')
  root!: Buffer;

  /** C2SP signed note. */
  @Column('text')
  note!: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  at!: Date;
}

/** One row: the name of this log and the key that signs for it. */
@Entity('journal_identity')
export class JournalIdentity {
  @PrimaryColumn('boolean', { default: true })
  one!: boolean;

  @Column('text')
  origin!: string;

  @Column('bytea')
  publicKey!: Buffer;
}

/** When the log was put back to an earlier size from a backup. */
@Entity('journal_restoration')
export class JournalRestoration {
  @PrimaryColumn('timestamptz', { default: () => 'clock_timestamp()' })
  at!: Date;

  /** The size it was put back to. */
  @Column('bigint')
  size!: string;
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
