import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { Member } from '../bodies/body.entity.js';
import { Account } from '../identity/account.entity.js';
import type { CommentWeight } from '../papers/domain/comment.js';
import { PaperBlob } from '../storage/paper-blob.entity.js';
import { OpinionRequest } from './opinion-request.entity.js';

/** What a member added to the answers of a reply that was sent; `discussion`: why the matter should be discussed in a session. */
@Entity('opinion_comment')
export class OpinionComment {
  @PrimaryColumn('uuid')
  requestId!: string;

  @ManyToOne(() => OpinionRequest)
  @JoinColumn({ name: 'request_id' })
  request?: OpinionRequest;

  @PrimaryColumn('uuid')
  memberId!: string;

  @ManyToOne(() => Member)
  @JoinColumn({ name: 'member_id' })
  member?: Member;

  /** Place in the reply, from 0. */
  @PrimaryColumn('int')
  order!: number;

  /** Null: it is about the whole matter. */
  @Column('uuid', { nullable: true })
  questionId!: string | null;

  @Column('text')
  weight!: CommentWeight | 'discussion';

  @Column('text')
  text!: string;
}

/** A file that goes with a reply. */
@Entity('opinion_file')
@Index(['requestId', 'memberId'])
export class OpinionFile {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  requestId!: string;

  @ManyToOne(() => OpinionRequest)
  @JoinColumn({ name: 'request_id' })
  request?: OpinionRequest;

  @Column('uuid')
  memberId!: string;

  @ManyToOne(() => Member)
  @JoinColumn({ name: 'member_id' })
  member?: Member;

  @Column('text')
  fileName!: string;

  /** Bytes. */
  @Column('int')
  size!: number;

  @Column('text')
  sha256!: string;

  @Column('uuid', { unique: true })
  blobId!: string;

  @ManyToOne(() => PaperBlob)
  @JoinColumn({ name: 'blob_id' })
  blob?: PaperBlob;

  @Column('int')
  pages!: number;

  @Column('uuid')
  addedBy!: string;

  @ManyToOne(() => Account)
  @JoinColumn({ name: 'added_by' })
  adder?: Account;

  @Column('timestamptz', { default: () => 'now()' })
  addedAt!: Date;

  /** It went out with the reply. */
  @Column('boolean', { default: false })
  isSent!: boolean;
}
