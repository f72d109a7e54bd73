import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Comparison } from '../domain/comparison.js';
import { PaperVersion } from '../paper.entity.js';

/** What became different between two versions of a paper. It holds words of both: who may read both may read it. */
@Entity('version_comparison')
export class VersionComparison {
  @PrimaryColumn('uuid')
  olderId!: string;

  @ManyToOne(() => PaperVersion, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'older_id' })
  older?: PaperVersion;

  @Index()
  @PrimaryColumn('uuid')
  newerId!: string;

  @ManyToOne(() => PaperVersion, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'newer_id' })
  newer?: PaperVersion;

  /** By which rules it was made. */
  @Column('int')
  rules!: number;

  /** Null: it took too long or too much memory. */
  @Column('jsonb', { nullable: true })
  result!: Comparison | null;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;
}
