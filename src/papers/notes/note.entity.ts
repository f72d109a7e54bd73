import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Account } from '../../identity/account.entity.js';
import type { NoteColour, NoteKind, Stroke } from '../domain/note-merge.js';
import { PaperVersion } from '../paper.entity.js';

/** Where a note stands on its page, and what it says. */
export interface NoteContent {
  /** Words the note is about, or that stand beside it: by these it finds its place in the next version. */
  quote: { exact: string; prefix: string; suffix: string } | null;
  start: number | null;
  end: number | null;
  /** Left, top, width, height of each line of the quote, as shares of the page. */
  rects: number[];
  point: number[] | null;
  colour: NoteColour;
  text: string;
  strokes: Stroke[];
  erased: string[];
  /** The revision in which the text was changed last. */
  textAt: number;
}

/** A person's own note on a version of a paper. Rows are shown to its writer, and to those it is shared with, by the database itself. */
@Entity('note')
@Check('octet_length(content::text) <= 600000')
@Index('note_carried_once', ['versionId', 'carriedFrom'], { unique: true, where: 'carried_from is not null' })
@Index(['accountId', 'versionId'])
export class Note {
  /** Made by the device that wrote it: a retry is the same note. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  accountId!: string;

  @ManyToOne(() => Account)
  @JoinColumn({ name: 'account_id' })
  account?: Account;

  @Index()
  @Column('uuid')
  versionId!: string;

  @ManyToOne(() => PaperVersion, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'version_id' })
  version?: PaperVersion;

  @Column('text')
  kind!: NoteKind;

  /** From 1. */
  @Column('int')
  page!: number;

  @Column('jsonb')
  content!: NoteContent;

  /** The note on an older version whose place was found in this one. */
  @Column('uuid', { nullable: true })
  carriedFrom!: string | null;

  /** Accounts that may read it. */
  @Column('uuid', { array: true, default: () => `'{}'` })
  sharedWith!: string[];

  /** Counts the changes, from 1. */
  @Column('int')
  revision!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;

  @Column('timestamptz', { nullable: true })
  deletedAt!: Date | null;
}
