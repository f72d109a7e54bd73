import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { AgendaItem } from '../agenda/agenda-item.entity.js';
import { Body } from '../bodies/body.entity.js';
import { Account } from '../identity/account.entity.js';
import { PaperBlob } from '../storage/paper-blob.entity.js';
import type { OriginalFile } from './domain/office-file.js';
import type { PaperPart, PaperState } from './domain/paper-states.js';
import type { PagePoints } from './domain/picture.js';
import type { SignatureFacts } from './domain/signature-facts.js';

/** A document that lies on an agenda item or on a written opinion request, or in a dossier that waits for its place. */
@Entity('paper')
@Check('num_nonnulls("item_id", "request_id") = 1 or ("dossier_id" is not null and num_nonnulls("item_id", "request_id") = 0)')
export class Paper {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  bodyId!: string;

  @ManyToOne(() => Body)
  @JoinColumn({ name: 'body_id' })
  body?: Body;

  @Index()
  @Column('uuid', { nullable: true })
  itemId!: string | null;

  @ManyToOne(() => AgendaItem)
  @JoinColumn({ name: 'item_id' })
  item?: AgendaItem;

  /** Opinion requests are a feature above; requests are never deleted, so the row it names stays. */
  @Index()
  @Column('uuid', { nullable: true })
  requestId!: string | null;

  /** The dossier it came with; kept when it gets its place. Dossiers are a feature above and never deleted. */
  @Index()
  @Column('uuid', { nullable: true })
  dossierId!: string | null;

  /** What it is in its dossier; null where nobody said. */
  @Column('text', { nullable: true })
  part!: PaperPart | null;

  @Column('text')
  title!: string;

  /** Place among the papers of its owner, from 0. */
  @Column('int')
  order!: number;

  @Column('text', { default: 'draft' })
  state!: PaperState;

  @Column('text', { nullable: true })
  recallReason!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}

/** One file of a paper. Never edited once it was released; one that waits may be replaced. */
@Entity('paper_version')
@Unique(['paperId', 'number'])
@Index('paper_version_undrawn', ['id'], { where: 'first_page_at is null' })
export class PaperVersion {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  paperId!: string;

  @ManyToOne(() => Paper, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'paper_id' })
  paper?: Paper;

  /** The paper's body: rights on rows ask for it without a look at the paper. */
  @Column('uuid')
  bodyId!: string;

  /** The paper's dossier, for the same reason. */
  @Column('uuid', { nullable: true })
  dossierId!: string | null;

  /** 1, 2, 3 … */
  @Column('int')
  number!: number;

  @Column('text')
  fileName!: string;

  /** Bytes. */
  @Column('int')
  size!: number;

  /** Hash of the content: which file this is, for readers and for the journal. */
  @Index()
  @Column('text')
  sha256!: string;

  /** The sealed file. Null: it lies unsealed under its hash, as older installations stored it (`npm run papers:encrypt`). */
  @Index({ unique: true })
  @Column('uuid', { nullable: true })
  blobId!: string | null;

  @ManyToOne(() => PaperBlob)
  @JoinColumn({ name: 'blob_id' })
  blob?: PaperBlob;

  /** The file this one was made from (a Word document), as it was sent; sealed too. */
  @Column('uuid', { nullable: true, unique: true })
  originalBlobId!: string | null;

  @ManyToOne(() => PaperBlob)
  @JoinColumn({ name: 'original_blob_id' })
  originalBlob?: PaperBlob;

  /** Its name, size and hash. */
  @Column('jsonb', { nullable: true })
  original!: OriginalFile | null;

  /** A picture of its first page (WebP), sealed too. Null: there is none, or it was not drawn yet. */
  @Column('uuid', { nullable: true, unique: true })
  firstPageBlobId!: string | null;

  @ManyToOne(() => PaperBlob)
  @JoinColumn({ name: 'first_page_blob_id' })
  firstPageBlob?: PaperBlob;

  /** Size of that page, where there is a picture of it. */
  @Column('jsonb', { nullable: true })
  firstPage!: PagePoints | null;

  /** Size of the picture. */
  @Column('int', { nullable: true })
  firstPageBytes!: number | null;

  /** When it was tried to draw it; not again after that, however it ended. */
  @Column('timestamptz', { nullable: true })
  firstPageAt!: Date | null;

  @Column('int')
  pages!: number;

  @Column('boolean')
  needsPassword!: boolean;

  @Column('boolean')
  hasText!: boolean;

  @Column('int')
  signatures!: number;

  /** What the signatures say; null when the file was not looked at for that (older installations). */
  @Column('jsonb', { nullable: true })
  signatureFacts!: SignatureFacts[] | null;

  /** What changed, told to the readers. */
  @Column('text', { nullable: true })
  note!: string | null;

  @Column('uuid')
  uploadedBy!: string;

  @ManyToOne(() => Account)
  @JoinColumn({ name: 'uploaded_by' })
  uploader?: Account;

  @Column('timestamptz', { default: () => 'now()' })
  uploadedAt!: Date;

  @Column('timestamptz', { nullable: true })
  releasedAt!: Date | null;

  /** Who let it out: for a late one, who allowed it. */
  @Column('uuid', { nullable: true })
  releasedBy!: string | null;

  @ManyToOne(() => Account)
  @JoinColumn({ name: 'released_by' })
  releaser?: Account;

  /** Released later than the regulation's lead time. */
  @Column('boolean', { default: false })
  late!: boolean;
}

/** That a person has opened a version, and how far they got. */
@Entity('paper_receipt')
export class PaperReceipt {
  @PrimaryColumn('uuid')
  versionId!: string;

  @ManyToOne(() => PaperVersion, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'version_id' })
  version?: PaperVersion;

  @Index()
  @PrimaryColumn('uuid')
  accountId!: string;

  @ManyToOne(() => Account)
  @JoinColumn({ name: 'account_id' })
  account?: Account;

  /** The furthest page seen, from 1. */
  @Column('int')
  furthestPage!: number;

  @Column('timestamptz', { default: () => 'now()' })
  openedAt!: Date;
}
