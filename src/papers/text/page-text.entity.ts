import { Column, Entity, Index, JoinColumn, OneToOne, ManyToOne, PrimaryColumn } from 'typeorm';
import { PaperVersion } from '../paper.entity.js';

/** That the words of a version were read, as far as there are any. */
@Entity('version_text')
export class VersionText {
  @PrimaryColumn('uuid')
  versionId!: string;

  @OneToOne(() => PaperVersion, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'version_id' })
  version?: PaperVersion;

  /** Read to the end; else the file was damaged, too large, or took too long. */
  @Column('boolean')
  whole!: boolean;

  /** Whether words of pages were to be kept when it was read. */
  @Column('boolean')
  kept!: boolean;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;
}

/** The words of a page. Who may read the paper may read them. */
@Entity('page_text')
export class PageText {
  @PrimaryColumn('uuid')
  versionId!: string;

  @ManyToOne(() => PaperVersion, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'version_id' })
  version?: PaperVersion;

  /** From 1. */
  @PrimaryColumn('int')
  page!: number;

  @Column('text')
  text!: string;
}

/** What is looked up: the words of a page, as they are written and without accents. Read by `paper_hits()` alone. */
@Entity('page_words')
export class PageWords {
  @PrimaryColumn('uuid')
  versionId!: string;

  @ManyToOne(() => PaperVersion, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'version_id' })
  version?: PaperVersion;

  /** From 1; 0 for the paper's title. */
  @PrimaryColumn('int')
  page!: number;

  @Column('uuid')
  bodyId!: string;

  @Column('tsvector')
  plain!: string;

  @Index('page_words_folded', { synchronize: false })
  @Column('tsvector')
  folded!: string;
}
