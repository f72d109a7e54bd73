import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { AgendaItem } from '../agenda/agenda-item.entity.js';
import { Account } from '../identity/account.entity.js';
import { PaperVersion } from './paper.entity.js';
import type { CommentWeight } from './domain/comment.js';

/** What somebody says to an item, or to a page of one of its papers. Never changed, never removed. */
@Entity('comment')
@Index(['itemId', 'at'])
export class Comment {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  itemId!: string;

  @ManyToOne(() => AgendaItem)
  @JoinColumn({ name: 'item_id' })
  item?: AgendaItem;

  @Column('uuid', { nullable: true })
  paperVersionId!: string | null;

  @ManyToOne(() => PaperVersion)
  @JoinColumn({ name: 'paper_version_id' })
  paperVersion?: PaperVersion;

  /** From 1. */
  @Column('int', { nullable: true })
  page!: number | null;

  /** The comment this one answers. */
  @Column('uuid', { nullable: true })
  parentId!: string | null;

  @ManyToOne(() => Comment)
  @JoinColumn({ name: 'parent_id' })
  parent?: Comment;

  @Column('text')
  text!: string;

  @Column('text')
  weight!: CommentWeight;

  @Column('uuid')
  authorId!: string;

  @ManyToOne(() => Account)
  @JoinColumn({ name: 'author_id' })
  author?: Account;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;
}
