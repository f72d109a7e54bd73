import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Body } from '../../bodies/body.entity.js';
import { Account } from '../../identity/account.entity.js';
import { Paper } from '../paper.entity.js';

/** A folder of a person's own library, or of a body's. */
@Entity('library_folder')
@Check('num_nonnulls("account_id", "body_id") = 1')
export class LibraryFolder {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Index()
  @Column('uuid', { nullable: true })
  accountId!: string | null;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id' })
  account?: Account;

  @Index()
  @Column('uuid', { nullable: true })
  bodyId!: string | null;

  @ManyToOne(() => Body)
  @JoinColumn({ name: 'body_id' })
  body?: Body;

  @Column('text')
  name!: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}

/** A link to a paper, no copy of it: who may not see the paper does not see the link. */
@Entity('library_link')
@Unique(['folderId', 'paperId'])
export class LibraryLink {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  folderId!: string;

  @ManyToOne(() => LibraryFolder, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'folder_id' })
  folder?: LibraryFolder;

  @Index()
  @Column('uuid')
  paperId!: string;

  @ManyToOne(() => Paper, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'paper_id' })
  paper?: Paper;

  @Column('timestamptz', { default: () => 'now()' })
  addedAt!: Date;
}
